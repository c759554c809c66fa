import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { leadsTo, type SmallWorkflows, type Standing, smallWorkflows } from '../../testing/smallWorkflows.js'
import { lintDefinition, type WorkflowDefinition, type WorkflowMove, type WorkflowStep } from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const RUNS = 120
const found = (definition: WorkflowDefinition): unknown => codesAndPaths(lintDefinition(definition))

/** The template with some of a step's moves on a command altered, taken away or put in their place. */
const altered = (definition: WorkflowDefinition, step: string, on: string, others: Partial<WorkflowMove> | null): WorkflowDefinition => {
  const { moves, ...rest } = definition.steps[step] as WorkflowStep
  const changed = moves.flatMap((move) => (move.on !== on ? [move] : others === null ? [] : [{ ...move, ...others }]))
  return withStep(definition, step, { ...rest, moves: changed })
}
const withStep = (definition: WorkflowDefinition, id: string, step: Partial<WorkflowStep>): WorkflowDefinition => ({
  ...definition,
  steps: { ...definition.steps, [id]: { title: id, moves: [], ...definition.steps[id], ...step } },
})
const everywhere = (definition: WorkflowDefinition, on: string, others: Partial<WorkflowMove> | null): WorkflowDefinition =>
  Object.keys(definition.steps).reduce((changed, step) => altered(changed, step, on, others), definition)

/** Moves by where they lead: `b` on a command of its own, `<` back, `b!E,F` where it needs events, `b+E` where it brings some about, `b*` anew. */
const moveOf = (text: string, index: number): WorkflowMove => {
  const [, to = '', needs = '', emits = '', anew = ''] = /^([^!+*]+)(?:!([^+*]*))?(?:\+([^*]*))?(\*?)$/.exec(text) ?? []
  const brings = emits === '' ? ['Moved'] : emits.split(',')
  return {
    on: `command ${index}`,
    to: to === '<' ? '@previous' : to,
    needs: needs === '' ? [] : needs.split(','),
    role: ['agent'],
    emits: brings as [string, ...string[]],
    startsCycle: anew === '*',
  }
}
/** A definition of moves by steps; the last of these is final. */
const linesOf = (lines: { readonly [step: string]: string }, others: Partial<WorkflowDefinition> = {}): WorkflowDefinition => {
  const ids = Object.keys(lines)
  const steps = Object.entries(lines).map(([id, line]): [string, WorkflowStep] => {
    const moves = line === '' ? [] : line.split(' ').map(moveOf)
    return [id, { title: id, final: id === ids.at(-1), moves }]
  })
  const header = { kind: 'complaint-workflow', id: 'lines', version: 1, initial: ids[0] as string } as const
  return { ...header, steps: Object.fromEntries(steps), opening: { needs: [], emits: ['Opened'] }, ...others }
}
const lint = (lines: { readonly [step: string]: string }, others: Partial<WorkflowDefinition> = {}): unknown => found(linesOf(lines, others))

describe('lintDefinition', () => {
  it('has nothing to say of the eight steps and of the counter service', () => {
    expect(lintDefinition(deepFreeze(structuredClone(eightSteps)))).toEqual([])
    expect(lintDefinition(deepFreeze(structuredClone(counterService)))).toEqual([])
  })

  describe('steps', () => {
    it('names those that nothing leads to', () => {
      const orphan = withStep(eightSteps, 'audited', { responsible: 'agent', moves: [{ on: 'file', to: 'closed', emits: ['Filed'] }] })
      expect(lintDefinition(orphan)).toEqual([
        {
          code: 'unreachable',
          path: ['steps', 'audited'],
          params: { from: 'recorded' },
          message: 'is never reached: nothing leads there from "recorded"',
        },
      ])
      expect(lint({ a: 'd', b: 'c d', c: 'b d', d: '' })).toEqual([
        ['unreachable', ['steps', 'b']],
        ['unreachable', ['steps', 'c']],
      ])
    })

    it('takes those as reached that complaints of earlier versions are brought to, and those that these reach', () => {
      const lines = { a: 'd', b: 'c', c: 'd', d: '' }
      expect(lint(lines, { migrate: { 0: { old: 'b' } } })).toEqual([])
      expect(lint(lines, { migrate: { 0: { old: 'c' } } })).toEqual([['unreachable', ['steps', 'b']]])
      expect(lint(lines, { migrate: { 0: { old: 'a' } } })).toHaveLength(2)
      // Whatever they need may have happened; but what begins anew there must be able to go on.
      const needy = { a: 'd', b: 'c!Asked', c: 'd+Asked b+Moved*', d: '' }
      expect(lint(needy, { migrate: { 0: { old: 'b' } } })).toEqual([['not-produced-again', ['steps', 'b', 'moves', 0, 'needs', 0]]])
    })

    it('takes it that complaints that wait where they were brought can go back', () => {
      const lines = { a: 'c', b: '<', c: '' }
      expect(lint(lines, { migrate: { 0: { old: 'b' } } })).toEqual([])
      expect(lint(lines)).toEqual([
        ['unreachable', ['steps', 'b']],
        ['dead-end', ['steps', 'b', 'moves']],
      ])
    })

    it('names those from which no final one can be reached', () => {
      expect(lint({ a: 'b d', b: 'c .', c: 'b', d: '' })).toEqual([
        ['dead-end', ['steps', 'b', 'moves']],
        ['dead-end', ['steps', 'c', 'moves']],
      ])
      expect(lintDefinition(linesOf({ a: '', b: '' }))[0]?.message).toBe('is a dead end: nothing final can be reached from it')
    })

    it('knows that who waits goes back to where they came from, not to where others did', () => {
      // From a one gets to waiting and back, and never on; from b one does.
      expect(lint({ start: 'a b', a: 'w', b: 'w end', w: '<', end: '' })).toEqual([['dead-end', ['steps', 'a', 'moves']]])
      // Waiting is a dead end where only dead ends lead there.
      expect(lint({ start: 'a end', a: 'w', w: '<', end: '' })).toEqual([
        ['dead-end', ['steps', 'a', 'moves']],
        ['dead-end', ['steps', 'w', 'moves']],
      ])
      // Nowhere to go back to.
      expect(lint({ w: '< .', end: '' })).toEqual([
        ['dead-end', ['steps', 'w', 'moves']],
        ['unreachable', ['steps', 'end']],
      ])
      // Back over two.
      expect(lint({ a: 'v end', v: 'w <', w: '<', end: '' })).toEqual([])
      // Back over another, which goes back no more, but can be gone to.
      expect(lint({ a: 'v end', v: 'w <!Lost', w: 'v <', end: '.+Lost' })).toEqual([
        ['dead-end', ['steps', 'v', 'moves']],
        ['never-produced', ['steps', 'v', 'moves', 1, 'needs', 0]],
        ['dead-end', ['steps', 'w', 'moves']],
      ])
      expect(lint({ a: 'v end', v: 'w <', w: 'v <!Lost', end: '.+Lost' })).toEqual([['never-produced', ['steps', 'w', 'moves', 1, 'needs', 0]]])
    })

    it('names open ones for which nobody is responsible, where somebody is for others', () => {
      const { moves } = eightSteps.steps['assigned'] as WorkflowStep
      const anyone = moves.map((move) => ({ ...move, role: undefined }))
      expect(found(withStep(eightSteps, 'assigned', { responsible: undefined, moves: anyone }))).toEqual([
        ['no-one-responsible', ['steps', 'assigned', 'responsible']],
      ])
      expect(found(withStep(eightSteps, 'assigned', { responsible: undefined }))).toEqual([])
      expect(lint({ a: 'b', b: 'c', c: '' })).toEqual([])
      const steps = linesOf({ a: 'c', c: '' }).steps
      expect(
        lint({ a: 'c', c: '' }, { steps: { ...steps, c: { ...steps['c'], responsible: 'agent', final: true, title: 'c', moves: [] } } }),
      ).toEqual([])
    })

    it('names roles that are responsible and may do nothing', () => {
      expect(lintDefinition(withStep(eightSteps, 'escalated', { responsible: 'board' }))).toMatchObject([
        { code: 'never-allowed', path: ['steps', 'escalated', 'responsible'], params: { value: 'board' } },
      ])
      expect(found(altered(counterService, 'settled', 'thankCustomer', { role: undefined }))).toEqual([])
      expect(found(altered(counterService, 'settled', 'thankCustomer', { role: ['shift-leader'] }))).toEqual([
        ['never-allowed', ['steps', 'settled', 'responsible']],
      ])
    })
  })

  describe('approval', () => {
    it('names moves by which the proposer may approve', () => {
      for (const notBy of [undefined, [], ['recorder'], ['analyseCause'], ['CauseAnalysed']]) {
        expect(lintDefinition(altered(eightSteps, 'proposed', 'approveSolution', { notBy }))).toMatchObject([
          { code: 'own-approval', path: ['steps', 'proposed', 'moves', 0, 'notBy'], params: { commands: ['proposeSolution'] } },
        ])
      }
      for (const name of ['proposer', 'proposeSolution', 'SolutionProposed']) {
        expect(found(altered(eightSteps, 'proposed', 'approveSolution', { notBy: ['recorder', name] }))).toEqual([])
      }
      // Another role does not help: one person may have two.
      expect(found(altered(eightSteps, 'escalated', 'approveSolution', { notBy: [] }))).toEqual([
        ['own-approval', ['steps', 'escalated', 'moves', 0, 'notBy']],
      ])
    })

    it('knows moves by what they bring about, too', () => {
      const own = altered(eightSteps, 'proposed', 'approveSolution', { on: 'sign', notBy: [] })
      expect(found(own)).toEqual([['own-approval', ['steps', 'proposed', 'moves', 0, 'notBy']]])
      const offered = altered(eightSteps, 'analysed', 'proposeSolution', { on: 'offer' })
      expect(found(offered)).toEqual([])
      expect(found(altered(offered, 'proposed', 'approveSolution', { notBy: ['offer'] }))).toEqual([])
      expect(lintDefinition(altered(offered, 'proposed', 'approveSolution', { notBy: [] }))[0]?.params).toEqual({ commands: ['offer'] })
    })

    it('asks that everyone who may have proposed is kept out', () => {
      const { moves } = eightSteps.steps['analysed'] as WorkflowStep
      const offer: WorkflowMove = { on: 'offer', to: 'proposed', needs: ['remedy'], role: ['agent'], emits: ['Offered', 'SolutionProposed'] }
      const offered = withStep(eightSteps, 'analysed', { moves: [...moves, offer] })
      expect(found(offered)).toEqual([])
      const by = (...notBy: string[]): unknown =>
        lintDefinition(altered(offered, 'proposed', 'approveSolution', { notBy })).map(({ params }) => params['commands'])
      expect(by('proposeSolution')).toEqual([])
      expect(by('offer')).toEqual([['proposeSolution']])
      expect(by('offer', 'proposeSolution')).toEqual([])
      // Where something else brings it about as well, whoever did that last may be another one than the proposer.
      const noted = withStep(offered, 'recorded', {
        moves: [...(offered.steps['recorded']?.moves ?? []), { on: 'note', to: '.', role: ['agent'], emits: ['Offered'] }],
      })
      const notedBy = altered(noted, 'proposed', 'approveSolution', { notBy: ['Offered'] })
      expect(lintDefinition(notedBy)[0]?.params).toEqual({ commands: ['proposeSolution', 'offer'] })
    })

    it.each<[string, { readonly [step: string]: string }, unknown]>([
      ['before', { a: 'b+SolutionProposed', b: 'c+SolutionApproved', c: '' }, ['b']],
      ['in the step itself', { a: '.+SolutionProposed c+SolutionApproved', c: '' }, ['a']],
      ['on another visit', { a: 'b+SolutionApproved', b: 'a+SolutionProposed c', c: '' }, ['a']],
      ['by the move itself', { a: 'c+SolutionProposed,SolutionApproved', c: '' }, ['a']],
      ['while it waited', { a: 'w b+SolutionApproved', w: '.+SolutionProposed <', b: 'c', c: '' }, ['a']],
      ['by going back', { a: 'w b+SolutionApproved', w: '<+SolutionProposed', b: 'c', c: '' }, ['a']],
      ['as it opened', { a: 'c+SolutionApproved', c: '' }, ['a']],
      ['not at all', { a: 'b+SolutionApproved', b: 'c', c: '' }, []],
      ['after it', { a: 'b+SolutionApproved', b: 'c+SolutionProposed', c: '' }, []],
      ['on another way', { a: 'b c', b: 'd+SolutionProposed', c: 'd+SolutionApproved', d: '' }, []],
      ['in an earlier cycle', { a: 'b+SolutionApproved', b: 'c+SolutionProposed', c: 'a*' }, []],
      ['in an earlier cycle, and while it waited', { a: 'w b+SolutionApproved', b: 'c', w: '.+SolutionProposed <*', c: '' }, []],
      ['where others waited', { a: 'b c', b: 'w d+SolutionProposed', c: 'd!Moved+SolutionApproved w', w: '<', d: 'b c*', e: '' }, []],
    ])('says so exactly where a solution may have been proposed: %s', (name, lines, steps) => {
      const opening = { needs: [], emits: name === 'as it opened' ? ['Opened', 'SolutionProposed'] : ['Opened'] } as const
      const definition = linesOf(lines, { opening: opening as never })
      const own = lintDefinition(definition).filter(({ code }) => code === 'own-approval')
      expect(own.map(({ path }) => path[1])).toEqual(steps)
    })

    it('names limits of roles that approve nothing', () => {
      const limits = [...(eightSteps.limits ?? []), { role: 'agent', upTo: { amount: 1, currency: 'CNY' } }]
      expect(found({ ...eightSteps, limits })).toEqual([['changes-nothing', ['limits', 1, 'role']]])
      expect(found({ ...altered(eightSteps, 'proposed', 'approveSolution', { role: undefined }), limits })).toEqual([])
    })
  })

  describe('clocks', () => {
    it('names those that nobody stops, where they run last', () => {
      expect(lintDefinition(withStep(eightSteps, 'closed', { clocks: {} }))).toEqual([
        {
          code: 'never-stopped',
          path: ['steps', 'notified', 'clocks', 'resolution'],
          params: { steps: ['closed'] },
          message: 'must be stopped by the end: it can still be running, or waiting, in closed',
        },
      ])
      const { 'first-response': _, ...others } = eightSteps.steps['withdrawn']?.clocks ?? {}
      expect(found(withStep(eightSteps, 'withdrawn', { clocks: others }))).toEqual([
        ['never-stopped', ['steps', 'recorded', 'clocks', 'first-response']],
      ])
      expect(found(withStep(counterService, 'filed', { clocks: { resolution: 'pause' } }))).toEqual([
        ['never-stopped', ['steps', 'settled', 'clocks', 'resolution']],
      ])
      expect(found(withStep(counterService, 'filed', { clocks: { resolution: 'run' } }))).toEqual([
        ['never-stopped', ['steps', 'filed', 'clocks', 'resolution']],
      ])
    })

    it('knows that who waits goes back to where they came from', () => {
      const clocks = (others: { readonly [step: string]: string }): WorkflowDefinition =>
        Object.entries(others).reduce(
          (definition, [step, state]) => withStep(definition, step, { clocks: { time: state } as never }),
          linesOf({ start: 'a b', a: 'w c', b: 'w d', w: '<', c: 'end', d: 'end', end: '' }),
        )
      expect(found(clocks({ a: 'run', d: 'stop' }))).toEqual([['never-stopped', ['steps', 'a', 'clocks', 'time']]])
      expect(found(clocks({ a: 'run', c: 'stop' }))).toEqual([])
      expect(found(clocks({ w: 'run', c: 'stop' }))).toEqual([['never-stopped', ['steps', 'w', 'clocks', 'time']]])
      expect(found(clocks({ start: 'run', w: 'pause', c: 'stop', d: 'stop' }))).toEqual([])
      expect(found(clocks({ start: 'run', w: 'pause', c: 'stop' }))).toEqual([['never-stopped', ['steps', 'start', 'clocks', 'time']]])
    })
  })

  describe('evidence', () => {
    it('names needs that are written like events that nothing brings about', () => {
      expect(found(everywhere(eightSteps, 'expressSympathy', null))).toEqual([
        ['never-produced', ['steps', 'recorded', 'moves', 0, 'needs', 1]],
        ['never-produced', ['steps', 'recorded', 'moves', 1, 'needs', 1]],
      ])
      expect(lintDefinition(altered(counterService, 'settled', 'thankCustomer', { needs: ['note', 'CustomerSmiled', 'Ünlü', '7up'] }))).toEqual([
        {
          code: 'never-produced',
          path: ['steps', 'settled', 'moves', 0, 'needs', 1],
          params: { value: 'CustomerSmiled' },
          message: 'must be something that can have happened before in the same cycle, unlike "CustomerSmiled"',
        },
      ])
    })

    it('names those that can only happen later, and all that hangs on them', () => {
      expect(lint({ a: 'b!Asked', b: 'c+Asked', c: '' })).toEqual([
        ['dead-end', ['steps', 'a', 'moves']],
        ['never-produced', ['steps', 'a', 'moves', 0, 'needs', 0]],
        ['unreachable', ['steps', 'b']],
        ['unreachable', ['steps', 'c']],
      ])
      expect(lint({ a: '.!Heard+Asked b b!Asked', b: 'c+Heard', c: '' })).toEqual([
        ['never-produced', ['steps', 'a', 'moves', 0, 'needs', 0]],
        ['never-produced', ['steps', 'a', 'moves', 2, 'needs', 0]],
      ])
      expect(lint({ a: '.+Asked b!Asked', b: 'c', c: '' })).toEqual([])
      expect(lint({ a: 'b', b: 'a+Asked c!Asked', c: '' })).toEqual([])
      expect(lint({ a: 'b!Opened', b: '' })).toEqual([])
    })

    it('knows that who waits goes back to where they came from', () => {
      const lines = { a: 'w b', b: 'w+Asked c', w: '<', c: '' }
      expect(lint({ ...lines, a: 'w b!Asked b' })).toEqual([['never-produced', ['steps', 'a', 'moves', 1, 'needs', 0]]])
      expect(lint({ ...lines, b: 'w+Asked c!Asked' })).toEqual([])
      expect(lint({ ...lines, a: 'w b!Heard b', w: '.+Heard <' })).toEqual([])
      expect(lint({ ...lines, a: 'w b!Heard b', w: '<+Heard' })).toEqual([])
      expect(lint({ ...lines, a: 'w b!Heard b', w: '< c+Heard' })).toEqual([['never-produced', ['steps', 'a', 'moves', 1, 'needs', 0]]])
      // From waiting to waiting and back down: directly, over the one in between, and with what happened above.
      expect(lint({ a: 'v b!Heard b', v: 'w <', w: '<+Heard', b: 'c', c: '' })).toEqual([])
      expect(lint({ a: 'v b!Heard b', v: 'w <', w: 'v+Heard <*', b: 'c', c: '' })).toEqual([])
      expect(lint({ a: 'v b!Heard b', v: 'w+Heard <', w: '<*', b: 'c', c: '' })).toEqual([['never-produced', ['steps', 'a', 'moves', 1, 'needs', 0]]])
    })

    it('counts the events of the opening for the first cycle only (design of issue 9)', () => {
      const reopened = everywhere(eightSteps, 'reopen', { emits: ['ComplaintReopened'] })
      expect(lintDefinition(reopened)).toMatchObject([
        {
          code: 'not-produced-again',
          path: ['steps', 'recorded', 'moves', 1, 'needs', 0],
          params: { value: 'ReceiptAcknowledged', commands: ['reopen'] },
          message: 'must be something that can happen again after reopen, with which a new cycle begins, unlike "ReceiptAcknowledged"',
        },
        { code: 'not-produced-again', path: ['steps', 'recorded', 'moves', 2, 'needs', 0] },
      ])
      expect(lint({ a: 'b', b: 'c', c: 'b*' })).toEqual([])
      expect(lint({ a: 'b', b: 'c!Opened', c: 'b*' })).toEqual([['not-produced-again', ['steps', 'b', 'moves', 0, 'needs', 0]]])
      expect(lint({ a: 'b+Asked', b: 'c!Asked', c: 'b+Moved*' })).toEqual([['not-produced-again', ['steps', 'b', 'moves', 0, 'needs', 0]]])
      expect(lint({ a: 'b+Asked', b: 'c!Asked', c: 'b+Asked*' })).toEqual([])
      expect(lint({ a: 'b+Asked', b: 'c!Asked', c: 'a*' })).toEqual([])
    })

    it('leaves what only a later cycle has, and what a cycle does not lose anything without', () => {
      expect(lint({ a: 'b!Reopened b', b: 'c', c: 'a+Reopened*' })).toEqual([])
      expect(lint({ a: 'b!Opened b!Reopened', b: 'c', c: 'a+Reopened*' })).toEqual([])
      expect(lint({ a: '.!Opened+Thanked b', b: 'c', c: 'a*' })).toEqual([])
      expect(lint({ a: '.!Opened+Thanked b!Thanked', b: 'c', c: 'a*' })).toEqual([
        ['not-produced-again', ['steps', 'a', 'moves', 0, 'needs', 0]],
        ['not-produced-again', ['steps', 'a', 'moves', 1, 'needs', 0]],
      ])
    })

    it('follows a cycle that begins while the complaint waits, back to where it came from', () => {
      const lines = { a: 'w b!Heard', w: '<+Heard*', b: 'c', c: '' }
      expect(lint(lines)).toEqual([])
      expect(lint({ ...lines, a: 'w+Heard b!Heard b', w: '<*' })).toEqual([['never-produced', ['steps', 'a', 'moves', 1, 'needs', 0]]])
      expect(lint({ ...lines, a: '.+Asked w b!Asked', w: '.+Heard* <' })).toEqual([])
      expect(lint({ ...lines, a: 'b+Asked', b: 'w c!Asked', w: '<*' })).toEqual([['not-produced-again', ['steps', 'b', 'moves', 1, 'needs', 0]]])
    })

    it('says that nothing can have happened before the opening', () => {
      const opening = { ...counterService.opening, needs: ['customer', 'Ghost', 'ComplaintRecorded', 'CustomerNotified', 'content'] }
      expect(found({ ...counterService, opening })).toEqual([
        ['never-produced', ['opening', 'needs', 1]],
        ['never-produced', ['opening', 'needs', 2]],
        ['never-produced', ['opening', 'needs', 3]],
      ])
    })
  })

  describe('moves', () => {
    const open: WorkflowMove = { on: 'go', to: 'b', emits: ['Went'] }
    const movesOf = (...moves: readonly WorkflowMove[]): unknown => {
      const definition = linesOf({ a: 'b', b: '' })
      return found(withStep(definition, 'a', { moves: [...moves, ...(definition.steps['a']?.moves ?? [])] }))
    }
    const hidden = (index: number): unknown => ['never-reached', ['steps', 'a', 'moves', index]]

    it('names those that an earlier one always forestalls', () => {
      expect(movesOf(open, { ...open, role: ['agent'] })).toEqual([hidden(1)])
      expect(movesOf({ ...open, role: ['agent'] }, open, open, { ...open, on: 'come' }, open)).toEqual([hidden(2), hidden(4)])
      const definition = withStep(linesOf({ a: 'b', b: '' }), 'a', { moves: [open, open] })
      expect(lintDefinition(definition)[0]).toMatchObject({ params: { hiddenBy: ['steps.a.moves[0]'] } })
    })

    it('names those that ask for all that an earlier one asks for', () => {
      const when = { field: 'command.ready', operator: 'equals', value: true } as const
      const asking: WorkflowMove = { ...open, when, needs: ['remedy', 'Opened'], role: ['agent', 'clerk'], notBy: ['recorder'] }
      const more: WorkflowMove = { ...asking, when: { all: [{ field: 'command.paid', operator: 'equals', value: 1 }, when] } }
      expect(movesOf(asking, asking, { ...more, needs: ['Opened', 'photo', 'remedy'], role: ['clerk'] })).toEqual([hidden(1), hidden(2)])
      expect(movesOf(more, asking)).toEqual([])
      for (const others of [{ needs: ['remedy'] }, { role: ['clerk', 'boss'] }, { role: undefined }, { notBy: [] }]) {
        expect(movesOf(asking, { ...asking, ...others })).toEqual([])
      }
      expect(movesOf({ ...open, emits: ['SolutionApproved'] }, { ...open, emits: ['SolutionApproved'], needs: ['photo'] })).toEqual([hidden(1)])
    })

    it.each<[string, Partial<WorkflowMove>]>([
      ['a condition', { when: { field: 'command.ready', operator: 'equals', value: true } }],
      ['a field', { needs: ['remedy'] }],
      ['an event', { needs: ['Opened'] }],
      ['a role', { role: ['agent'] }],
      ['another person', { notBy: ['recorder'] }],
      ['a place to go back to', { to: '@previous' }],
      ['an approval within limits', { emits: ['SolutionApproved'] }],
    ])('says nothing where the earlier one asks for %s', (_, others) => expect(movesOf({ ...open, ...others }, open)).toEqual([]))

    it('does not count them', () => {
      const definition = withStep(linesOf({ a: 'b', c: '', b: '' }), 'a', { moves: [open, { ...open, to: 'c' }] })
      expect(found(definition)).toEqual([hidden(1), ['unreachable', ['steps', 'c']], ['dead-end', ['steps', 'c', 'moves']]])
    })
  })

  it('says all in the order of the document', () => {
    const definition = {
      ...linesOf({ a: 'b!Ghost+SolutionProposed,SolutionApproved', x: '', b: '' }),
      limits: [{ role: 'clerk', upTo: { amount: 1, currency: 'CNY' } }],
      opening: { needs: ['Ghost'], emits: ['Opened'] },
    } satisfies WorkflowDefinition
    const steps = {
      ...definition.steps,
      a: { ...definition.steps['a'], title: 'a', clocks: { time: 'run' }, responsible: 'clerk', moves: definition.steps['a']?.moves ?? [] },
    }
    expect(found({ ...definition, steps } as WorkflowDefinition)).toEqual([
      ['never-allowed', ['steps', 'a', 'responsible']],
      ['never-stopped', ['steps', 'a', 'clocks', 'time']],
      ['never-produced', ['steps', 'a', 'moves', 0, 'needs', 0]],
      ['own-approval', ['steps', 'a', 'moves', 0, 'notBy']],
      ['unreachable', ['steps', 'x']],
      ['dead-end', ['steps', 'x', 'moves']],
      ['never-produced', ['opening', 'needs', 0]],
      ['changes-nothing', ['limits', 0, 'role']],
    ])
  })

  describe('agrees with trying all that complaints can do', () => {
    const told = (definition: WorkflowDefinition, code: string): readonly (readonly [string, ...unknown[]])[] =>
      lintDefinition(definition).flatMap(({ code: one, path, params }) =>
        one === code ? [[path.slice(1).join('/'), Object.values(params)[0]] as const] : [],
      )
    const paths = (definition: WorkflowDefinition, code: string): readonly string[] => told(definition, code).map(([path]) => path)

    it.each<[string, SmallWorkflows, readonly Code[]]>([
      ['where moves need nothing', {}, ['unreachable', 'dead-end']],
      ['where moves need nothing, and going back is not done in circles', { circles: false }, ['own-approval', 'never-stopped']],
      ['where moves need one event, and going back is not done in circles', { needs: ['A'], circles: false }, ['unreachable', 'never-produced']],
    ])('%s: no more and no less', (_, small, codes) => {
      const seen = new Map(codes.map((code) => [code, 0]))
      fc.assert(
        fc.property(smallWorkflows(small), (definition) => {
          const tried = tryAll(definition)
          for (const code of codes) {
            const issues = told(definition, code).map(([path, steps]) => (code === 'never-stopped' ? `${path} ${String(steps)}` : path))
            expect([code, [...issues].sort()]).toEqual([code, [...tried[code]].sort()])
            seen.set(code, (seen.get(code) ?? 0) + issues.length)
          }
        }),
        { numRuns: RUNS, seed: 9 },
      )
      expect(Math.min(...seen.values())).toBeGreaterThan(0)
    })

    it('where they need several, and steps that go back need some and begin cycles: what is said is so, and approvals and clocks are never missed', () => {
      const seen = new Map<string, number>()
      fc.assert(
        fc.property(smallWorkflows({ needs: ['A', 'B'], tangled: true }), (definition) => {
          const tried = tryAll(definition)
          const isWithin = (code: string, some: Iterable<string>, all: Iterable<string>): void => {
            const known = new Set(all)
            for (const one of some) {
              expect([...known], code).toContain(one)
              seen.set(code, (seen.get(code) ?? 0) + 1)
            }
          }
          isWithin('unreachable', paths(definition, 'unreachable'), tried.unreachable)
          // Of steps that are not known to be unreachable anything may be said.
          const missed = [...tried.unreachable].filter((step) => !paths(definition, 'unreachable').includes(step)).map((step) => `${step}/moves`)
          isWithin('dead-end', paths(definition, 'dead-end'), [...tried['dead-end'], ...missed])
          isWithin('never-produced', paths(definition, 'never-produced'), tried.unmet)
          isWithin('own-approval', tried['own-approval'], paths(definition, 'own-approval'))
          const stopped = told(definition, 'never-stopped').flatMap(([path, steps]) => (steps as string[]).map((step) => `${path} ${step}`))
          isWithin('never-stopped', [...tried['never-stopped']].flatMap(eachStep), stopped)
          for (const { code, path, params } of lintDefinition(definition)) {
            if (code !== 'not-produced-again') continue
            const lacking = (params['commands'] as string[]).map((command) => `${path.slice(1).join('/')} ${command}`)
            isWithin(code, lacking, tried['not-produced-again'])
          }
        }),
        { numRuns: RUNS, seed: 9 },
      )
      expect(seen.size).toBeGreaterThan(4)
    })
  })

  it('is quick with a thousand steps, whatever they go back to', () => {
    const big = (moves: (index: number) => string): WorkflowDefinition =>
      linesOf(Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`s${index}`, index === 999 ? 's0+Again*' : moves(index)])))
    const chain = big((index) => `.+E${index} s${index + 1}!E${index} s${Math.min(999, index + 5)}`)
    expect(lintDefinition(chain)).toEqual([])
    expect(lintDefinition(big((index) => `s${index + 1}+E${index} s${(index * 7) % 1_000} <`))).toEqual([])
  })

  it.each(badRecords)('throws for %o', (value, code) => expect(issuesOf(() => lintDefinition(value as never))).toEqual([[code, ['definition']]]))

  it('throws for a definition that is malformed, with every issue', () => {
    const { title: _, ...closed } = eightSteps.steps['closed'] as WorkflowStep
    const steps = { ...eightSteps.steps, closed, merged: { title: 'Merged', moves: [{ on: 'go', to: 'x', emits: [] }] } }
    expect(issuesOf(() => lintDefinition({ ...eightSteps, steps, initial: 'y' } as never))).toEqual([
      ['missing', ['definition', 'steps', 'closed', 'title']],
      ['not-allowed', ['definition', 'steps', 'merged', 'moves', 0, 'to']],
      ['empty', ['definition', 'steps', 'merged', 'moves', 0, 'emits']],
      ['not-allowed', ['definition', 'initial']],
    ])
  })
})

type Code = 'unreachable' | 'dead-end' | 'own-approval' | 'never-stopped' | 'never-produced' | 'not-produced-again'
type Tried = { readonly [One in Code]: Set<string> } & {
  /** Needs that are not met in steps that are not reached either. */
  readonly unmet: Set<string>
}

interface Stated {
  readonly step: string
  readonly move: WorkflowMove
  readonly path: string
}

/** Where a complaint is, with the needed events of its cycle, and something that is told of it. */
interface Full extends Standing {
  readonly facts: readonly string[]
  readonly told: string | null
}

interface Found {
  readonly full: Full
  /** Where its moves lead. */
  readonly next: readonly { readonly next: Full; readonly by: Stated }[]
}

/** What may be told of a complaint after a move, one or several things. */
type Tell = (told: string | null, by: Stated, from: string, to: string) => readonly (string | null)[]

const eachStep = (text: string): string[] => {
  const [path, steps = ''] = text.split(' ')
  return steps.split(',').map((step) => `${path} ${step}`)
}

const statedMoves = ({ steps }: WorkflowDefinition): readonly Stated[] =>
  Object.entries(steps).flatMap(([step, { moves }]) => moves.map((move, index) => ({ step, move, path: `${step}/moves/${index}` })))

/** All that can come of complaints, by trying: everything is given that fields, conditions, roles and limits ask for. */
function exploreAll(definition: WorkflowDefinition, first: readonly (string | null)[], tell: Tell): readonly Found[] {
  const { steps, opening, initial } = definition
  const all = statedMoves(definition)
  const emitted = new Set([...opening.emits, ...all.flatMap(({ move }) => move.emits)])
  const needed = new Set(all.flatMap(({ move }) => move.needs ?? []))
  const factsOf = (events: readonly string[]): string[] => [...new Set(events)].filter((event) => needed.has(event)).sort()
  const found = new Map<string, Found>()
  const queue: Full[] = first.map((told) => ({ step: initial, returnTo: [], facts: factsOf(opening.emits), told }))
  for (const full of queue) {
    const name = JSON.stringify(full)
    if (found.has(name)) continue
    const next = all.flatMap((by) => {
      const { move } = by
      const isHere = by.step === full.step && isPossible(full, move, steps[full.step]?.moves ?? [], emitted)
      const place = isHere ? leadsTo(full, move, definition) : undefined
      if (place === undefined) return []
      const facts = factsOf([...(move.startsCycle ? [] : full.facts), ...move.emits])
      return tell(full.told, by, full.step, place.step).map((told) => ({ next: { ...place, facts, told }, by }))
    })
    found.set(name, { full, next })
    queue.push(...next.map((one) => one.next))
  }
  return [...found.values()]
}

const isApproval = ({ on, emits }: WorkflowMove): boolean => on === 'approveSolution' || emits.includes('SolutionApproved')

/** Whether a move's needs have happened, and whoever can make it could not make an earlier one on its command just as well. */
function isPossible({ facts }: Full, move: WorkflowMove, moves: readonly WorkflowMove[], emitted: ReadonlySet<string>): boolean {
  const { role, needs = [], notBy = [] } = move
  const isBefore = (one: WorkflowMove): boolean =>
    one.on === move.on &&
    (one.role === undefined || role?.[0] === one.role[0]) &&
    (one.notBy ?? []).every((name) => notBy.includes(name)) &&
    (!isApproval(one) || isApproval(move)) &&
    (one.to !== '@previous' || move.to === '@previous') &&
    (one.needs ?? []).every((need) => facts.includes(need) || needs.includes(need))
  return needs.every((need) => facts.includes(need) || !emitted.has(need)) && !moves.slice(0, moves.indexOf(move)).some(isBefore)
}

function tryAll(definition: WorkflowDefinition): Tried {
  const { steps, opening } = definition
  const all = statedMoves(definition)
  const states = exploreAll(definition, [null], (told, { move, path }) => [move.startsCycle ? `${path} ${move.on}` : told])
  const reached = new Set(states.map(({ full }) => full.step))
  const unreachable = Object.keys(steps).filter((step) => !reached.has(step))
  const met = new Set(states.flatMap(({ full: { step, facts, told } }) => facts.flatMap((fact) => [`${step} ${fact}`, `${told} ${step} ${fact}`])))
  const needs = all.flatMap(({ step, move, path }) => (move.needs ?? []).map((need, index) => ({ step, need, path: `${path}/needs/${index}` })))
  const emitted = new Set([...opening.emits, ...all.flatMap(({ move }) => move.emits)])
  const unmet = needs.filter(({ step, need }) => !emitted.has(need) || !met.has(`${step} ${need}`))
  const never = unmet.filter(({ step, need }) => !emitted.has(need) || reached.has(step))
  const again = all.flatMap(({ move, path }) =>
    move.startsCycle ? needs.flatMap((one) => (met.has(`${path} ${move.on} ${one.step} ${one.need}`) ? [] : [`${one.path} ${move.on}`])) : [],
  )
  return {
    unreachable: new Set(unreachable),
    'dead-end': deadEnds(definition, states, unreachable),
    'own-approval': ownApprovals(definition),
    'never-stopped': unstopped(definition),
    'never-produced': new Set(never.map(({ path }) => path)),
    unmet: new Set(unmet.map(({ path }) => path)),
    'not-produced-again': new Set(again),
  }
}

/** The moves by which somebody approves what they proposed. */
function ownApprovals(definition: WorkflowDefinition): Set<string> {
  const { opening } = definition
  const all = statedMoves(definition)
  const first = all.filter(({ move }) => move.on === 'proposeSolution').map(({ move }) => move.emits[0])
  const isProposal = (emits: readonly string[]): boolean => emits.some((event) => event === 'SolutionProposed' || first.includes(event))
  const others = [opening.emits, ...all.map(({ move }) => move.emits)].filter((emits) => !isProposal(emits)).flat()
  const eventsOf = (path: string): readonly string[] => all.find((one) => one.path === path)?.move.emits ?? opening.emits
  // Somebody is kept out who is named by what only proposals bring about.
  const isKeptOut = (proposal: readonly string[], { notBy = [] }: WorkflowMove): boolean =>
    notBy.some((name) => {
      const command = name === 'proposer' ? 'proposeSolution' : name
      const known = [
        name === 'proposer' ? 'SolutionProposed' : name,
        ...all.filter(({ move }) => move.on === command).map(({ move }) => move.emits[0]),
      ]
      return proposal.some((event) => known.includes(event)) && !known.some((event) => others.includes(event))
    })
  // Of the proposals of a cycle any one is remembered, or none.
  const states = exploreAll(definition, isProposal(opening.emits) ? ['opening', null] : [null], (told, { move, path }) => {
    const before = move.startsCycle ? null : told
    return before === null && isProposal(move.emits) ? [null, path] : [before]
  })
  const approvals = states.flatMap(({ full: { told }, next }) =>
    next.flatMap(({ by: { move, path } }) => {
      return isApproval(move) && (isProposal(move.emits) || (told !== null && !isKeptOut(eventsOf(told), move))) ? [`${path}/notBy`] : []
    }),
  )
  return new Set(approvals)
}

/** The clocks that have not stopped in final steps, by the step that ran them last. */
function unstopped(definition: WorkflowDefinition): Set<string> {
  const { steps, initial } = definition
  const entered = (id: string, before: string | null): string | null => {
    const clock = steps[id]?.clocks?.['time']
    return clock === 'run' ? id : clock === 'stop' ? null : before
  }
  const states = exploreAll(definition, [entered(initial, null)], (told, _, from, to) => [from === to ? told : entered(to, told)])
  const running = states.flatMap(({ full: { step, told } }) => (steps[step]?.final && told !== null ? [`${told} ${step}`] : []))
  const by = [...new Set(running)].map((text) => text.split(' ') as [string, string])
  return new Set(
    by.map(([runs]) => `${runs}/clocks/time ${Object.keys(steps).filter((step) => by.some(([one, final]) => one === runs && final === step))}`),
  )
}

/** The steps from which no final one is ever reached; of those that nothing leads to, whatever has happened. */
function deadEnds(definition: WorkflowDefinition, states: readonly Found[], unreachable: readonly string[]): Set<string> {
  const { steps } = definition
  const living = aliveIn(
    new Map(states.map(({ full, next }) => [JSON.stringify(full), { step: full.step, next: next.map((one) => JSON.stringify(one.next)) }])),
    definition,
  )
  // Complaints that are put where nothing leads, with nothing to go back to and all moves open to them.
  const loose = new Map<string, { step: string; next: string[] }>()
  const queue: Standing[] = unreachable.map((step) => ({ step, returnTo: [] }))
  for (const place of queue) {
    const name = JSON.stringify([place.step, place.returnTo])
    if (loose.has(name)) continue
    const moves = steps[place.step]?.moves ?? []
    const isOpen = (move: WorkflowMove): boolean => isPossible({ ...place, facts: move.needs ?? [], told: null }, move, moves, new Set())
    const next = moves.filter(isOpen).flatMap((move) => leadsTo(place, move, definition) ?? [])
    loose.set(name, { step: place.step, next: next.map((one) => JSON.stringify([one.step, one.returnTo])) })
    queue.push(...next)
  }
  const looseLiving = aliveIn(loose, definition)
  const dead = Object.keys(steps).filter((step) => !(unreachable.includes(step) ? looseLiving : living).has(step))
  return new Set(dead.map((step) => `${step}/moves`))
}

function aliveIn(graph: ReadonlyMap<string, { step: string; next: string[] }>, { steps }: WorkflowDefinition): ReadonlySet<string> {
  const alive = new Set([...graph].filter(([, { step }]) => steps[step]?.final).map(([name]) => name))
  for (let before = -1; before < alive.size; ) {
    before = alive.size
    for (const [name, { next }] of graph) if (next.some((one) => alive.has(one))) alive.add(name)
  }
  return new Set([...alive].map((name) => (graph.get(name) as { step: string }).step))
}
