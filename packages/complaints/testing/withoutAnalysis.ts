import type { WorkflowDefinition } from '../src/index.js'
import { eightSteps } from '../src/templates.js'

/** The next version of the eight steps, without the fourth: what is done in it is done in the third, and what led to it leads there. */
export const withoutAnalysis: WorkflowDefinition = {
  ...eightSteps,
  version: '2',
  steps: Object.fromEntries(
    Object.entries(eightSteps.steps).flatMap(([id, step]) => {
      if (id === 'analysed') return []
      const moves = step.moves.map((move) => (move.to === 'analysed' ? { ...move, to: 'assigned' } : move))
      const proposing = eightSteps.steps['analysed']?.moves.filter(({ on }) => on === 'proposeSolution') ?? []
      return [[id, { ...step, moves: id === 'assigned' ? [...moves, ...proposing] : moves }]]
    }),
  ),
}
