import { describe, expect, it } from 'vitest'
import { leadsTo, type Standing } from '../../testing/smallWorkflows.js'
import { checkTaxonomy, checkWorkflow, lintDefinition, lintTaxonomy, type WorkflowDefinition, type WorkflowMove } from '../index.js'
import { complaintTaxonomy, counterService, eightSteps } from '../templates.js'

/** Where a complaint may stand, and which of the events that matter have happened in this cycle. */
interface Place extends Standing {
  readonly facts: ReadonlySet<string>
}

/** A move that can be made, but for people, fields and conditions, which only take ways away. */
interface Passage {
  readonly from: Place
  readonly move: WorkflowMove
  readonly to: Place
}

const nameOf = ({ step, returnTo, facts }: Place): string => JSON.stringify([step, returnTo, [...facts].sort()])

/** Every passage there is, from the opening on, as far as some events tell places apart. */
function passagesOf(definition: WorkflowDefinition, telling: readonly string[]): readonly Passage[] {
  const needed = Object.values(definition.steps).flatMap(({ moves }) => moves.flatMap(({ needs = [] }) => needs))
  const matters = new Set([...telling, ...needed])
  const tell = (events: readonly string[]): readonly string[] => events.filter((event) => matters.has(event))
  const emitted = new Set([
    ...definition.opening.emits,
    ...Object.values(definition.steps).flatMap(({ moves }) => moves.flatMap(({ emits }) => emits)),
  ])
  const start: Place = { step: definition.initial, returnTo: [], facts: new Set(tell(definition.opening.emits)) }
  const seen = new Set([nameOf(start)])
  const queue = [start]
  const passages: Passage[] = []
  for (const from of queue) {
    for (const move of definition.steps[from.step]?.moves ?? []) {
      const lacks = (move.needs ?? []).some((need) => emitted.has(need) && !from.facts.has(need))
      const standing = lacks ? undefined : leadsTo(from, move, definition)
      if (standing === undefined) continue
      const to = { ...standing, facts: new Set([...(move.startsCycle === true ? [] : from.facts), ...tell(move.emits)]) }
      passages.push({ from, move, to })
      if (!seen.has(nameOf(to))) queue.push(to)
      seen.add(nameOf(to))
    }
  }
  return passages
}

const emitting = (passages: readonly Passage[], event: string): readonly Passage[] => passages.filter(({ move }) => move.emits.includes(event))
const entering = (passages: readonly Passage[], step: string): readonly Passage[] => passages.filter(({ to }) => to.step === step)

/** The places from which no final step can be reached. */
function stuckIn(definition: WorkflowDefinition, passages: readonly Passage[]): readonly string[] {
  const isFinal = ({ step }: Place): boolean => definition.steps[step]?.final === true
  const before = new Map<string, string[]>()
  for (const { from, to } of passages) before.set(nameOf(to), [...(before.get(nameOf(to)) ?? []), nameOf(from)])
  const places = new Map(passages.flatMap(({ from, to }) => [from, to]).map((place) => [nameOf(place), place]))
  const out = new Set([...places].flatMap(([name, place]) => (isFinal(place) ? [name] : [])))
  for (const name of out) for (const earlier of before.get(name) ?? []) out.add(earlier)
  return [...places.keys()].filter((name) => !out.has(name))
}

describe.each([
  ['eightSteps', eightSteps, 14],
  ['counterService', counterService, 4],
])('%s', (_, definition, count) => {
  const passages = passagesOf(definition, [])
  const steps = Object.entries(definition.steps)

  it('has nothing wrong with it, in itself or as it is meant', () => {
    expect(checkWorkflow(definition)).toEqual([])
    expect(lintDefinition(definition)).toEqual([])
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
  })

  it('reaches every step by every move, and files everything: from wherever a complaint stands, it can be brought to an end', () => {
    expect(new Set(passages.flatMap(({ from, to }) => [from.step, to.step])).size).toBe(count)
    const made = new Set(passages.map(({ move }) => move))
    expect(steps.flatMap(([step, { moves }]) => moves.flatMap((move) => (made.has(move) ? [] : [`${step} ${move.on}`])))).toEqual([])
    expect(stuckIn(definition, passages)).toEqual([])
  })

  it('names someone responsible in every step that is not the end, who can bring the complaint on from there', () => {
    for (const [step, { final, responsible, moves }] of steps) {
      expect([step, responsible !== undefined]).toEqual([step, final !== true])
      if (responsible === undefined) continue
      const out = moves.filter(({ to, role }) => to !== '.' && to !== step && (role === undefined || role.includes(responsible)))
      expect([step, out.length > 0]).toEqual([step, true])
    }
  })

  it('says which of the textbook’s steps is done: from one move to the next of a cycle, none is taken back but on purpose', () => {
    const backwards = passages.flatMap(({ from, move, to }) => {
      const [before, after] = [definition.steps[from.step]?.textbook, definition.steps[to.step]?.textbook]
      return before !== undefined && after !== undefined && after < before && move.startsCycle !== true ? [move.on] : []
    })
    expect([...new Set(backwards)]).toEqual(definition === eightSteps ? ['sendBack'] : [])
  })

  it('is told in both languages', () => {
    const texts = [
      definition.title,
      ...steps.flatMap(([, { title, moves }]) => [title, ...moves.flatMap(({ why }) => (why === undefined ? [] : [why]))]),
      ...Object.values(definition.terms ?? {}),
    ]
    for (const text of texts) expect(Object.keys(text as object).sort()).toEqual(['en', 'zh-CN'])
  })

  it('runs a clock for its resolution until the end, and stops every clock that it runs', () => {
    const run = new Set(steps.flatMap(([, { clocks = {} }]) => Object.keys(clocks)))
    for (const [step, { final, clocks = {} }] of steps) {
      if (final) for (const clock of run) expect([step, clock, clocks[clock]]).toEqual([step, clock, 'stop'])
      else expect([step, ['run', 'pause'].includes(clocks['resolution'] as string)]).toEqual([step, true])
    }
  })
})

describe('eightSteps: the principles (textbook §5)', () => {
  const telling = [
    'ReceiptAcknowledged',
    'SympathyExpressed',
    'ComplaintAccepted',
    'ComplaintRejected',
    'SolutionApproved',
    'CustomerNotified',
    'ComplaintEvaluated',
    'RejectionFiled',
  ]
  const passages = passagesOf(eightSteps, telling)
  const verdicts = ['ComplaintAccepted', 'ComplaintRejected'].flatMap((event) => emitting(passages, event))

  it('are looked for wherever a complaint can get to', () => {
    expect(passages.length).toBeGreaterThan(200)
    expect(verdicts.length).toBeGreaterThan(1)
  })

  it('first the feelings, then the matter: no verdict before receipt is acknowledged and sympathy expressed, in any cycle', () => {
    for (const { from } of verdicts) expect([from.facts.has('ReceiptAcknowledged'), from.facts.has('SympathyExpressed')]).toEqual([true, true])
    // Nothing that settles a complaint comes before the verdict.
    for (const { from, move } of passages) {
      if (
        ['DepartmentAssigned', 'CauseAnalysed', 'SolutionProposed', 'SolutionApproved', 'CustomerNotified'].some((event) =>
          move.emits.includes(event),
        )
      ) {
        expect(from.facts.has('ComplaintAccepted') || from.facts.has('ComplaintRejected')).toBe(true)
      }
    }
  })

  it('no complaint is both accepted and rejected in one cycle', () => {
    for (const { to } of passages) expect(to.facts.has('ComplaintAccepted') && to.facts.has('ComplaintRejected')).toBe(false)
  })

  it('only an accepted complaint is closed, evaluated, after the customer was told', () => {
    const closing = entering(passages, 'closed')
    expect(closing.length).toBeGreaterThan(0)
    for (const { to, move } of closing) {
      expect([move.on, to.facts.has('ComplaintAccepted'), to.facts.has('CustomerNotified'), to.facts.has('SolutionApproved')]).toEqual([
        'evaluateComplaint',
        true,
        true,
        true,
      ])
    }
    expect(emitting(passages, 'ComplaintClosed')).toEqual(closing)
  })

  it('the customer is told of a rejection, which is filed all the same', () => {
    const filing = entering(passages, 'rejection-filed')
    expect(filing.length).toBeGreaterThan(0)
    for (const { from, move, to } of filing) {
      expect([from.facts.has('ComplaintRejected'), move.emits, to.facts.has('ComplaintAccepted')]).toEqual([
        true,
        ['CustomerNotified', 'RejectionFiled'],
        false,
      ])
    }
    // There is no other way out of it.
    const out = passages.filter(({ from, to }) => from.step === 'rejected' && to.step !== 'rejected')
    expect(new Set(out.map(({ to }) => to.step))).toEqual(new Set(['rejection-filed']))
  })

  it('nobody is told of a solution that is not approved', () => {
    for (const { from } of emitting(passages, 'CustomerNotified')) {
      expect(from.facts.has('SolutionApproved') || from.facts.has('ComplaintRejected')).toBe(true)
    }
    for (const { to } of [...entering(passages, 'approved'), ...entering(passages, 'notified')]) expect(to.facts.has('SolutionApproved')).toBe(true)
  })

  it('every approval is another person’s than the proposal, and limited', () => {
    const approvals = new Set(emitting(passages, 'SolutionApproved').map(({ move }) => move))
    expect(approvals.size).toBe(2)
    for (const { notBy, role, on } of approvals) expect([on, notBy, role?.includes('agent')]).toEqual(['approveSolution', ['proposer'], false])
    const limited = eightSteps.limits?.map(({ role }) => role)
    expect(limited).toEqual(['manager'])
    expect(eightSteps.limits?.every(({ cumulative }) => cumulative)).toBe(true)
  })

  it('a new cycle begins with nothing but the acknowledgement, and only from an end or a dispute', () => {
    const again = passages.filter(({ move }) => move.startsCycle)
    expect(new Set(again.map(({ from }) => from.step))).toEqual(new Set(['closed', 'rejection-filed', 'withdrawn', 'notified']))
    for (const { to } of again) expect([to.step, [...to.facts]]).toEqual(['recorded', ['ReceiptAcknowledged']])
  })
})

describe('counterService', () => {
  it('settles in three steps, and tells the customer in any case', () => {
    const passages = passagesOf(counterService, ['CustomerNotified', 'SolutionApproved', 'ComplaintRejected'])
    for (const step of ['filed', 'turned-down']) {
      const ends = entering(passages, step)
      expect(ends.length).toBeGreaterThan(0)
      for (const { to } of ends) expect(to.facts.has('CustomerNotified')).toBe(true)
    }
    for (const { to } of entering(passages, 'filed')) expect(to.facts.has('SolutionApproved')).toBe(true)
  })
})

describe('complaintTaxonomy', () => {
  it('is the textbook’s (§5): three causes on our side, three on the customer’s, four contents', () => {
    expect(checkTaxonomy(complaintTaxonomy)).toEqual([])
    expect(lintTaxonomy(complaintTaxonomy)).toEqual([])
    const { causes, contents } = complaintTaxonomy
    expect(causes.map(({ side }) => side)).toEqual(['ours', 'ours', 'ours', 'customers', 'customers', 'customers'])
    expect(contents.map(({ id }) => id)).toEqual(['product-quality', 'purchase-contract', 'goods-transport', 'service'])
  })
})
