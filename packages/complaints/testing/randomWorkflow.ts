import type { Condition, LocalizedText } from '@clientele/core'
import fc from 'fast-check'
import type { WorkflowDefinition, WorkflowMove, WorkflowStep } from '../src/index.js'
import { checkWorkflow } from '../src/index.js'

/** What the names of a definition are drawn from. */
export interface NamePools {
  readonly steps: fc.Arbitrary<string>
  readonly commands: fc.Arbitrary<string>
  readonly events: fc.Arbitrary<string>
  readonly fields: fc.Arbitrary<string>
  readonly roles: fc.Arbitrary<string>
  readonly titles: fc.Arbitrary<LocalizedText>
}

/** Texts that diagrams, markup and languages see more in than a text. */
export const hostileTexts: readonly string[] = [
  '"quoted"',
  "it's",
  'a: b; c',
  'one\ntwo\r\nthree',
  'tab\tand\u2028line',
  '# hash #35; &amp; &#60;',
  '<script>alert(1)</script>',
  '<b onclick="x">bold</b>',
  'a --> b',
  '--',
  '[*]',
  '%% comment',
  '%%{init: {"theme":"dark"}}%%',
  '\\ back \\n slash',
  '`code` *bold* _it_ **x** ~~y~~',
  '1. first',
  '1) first',
  '- item',
  '---',
  '===',
  '{ brace }',
  '}',
  ':::style',
  '<<fork>>',
  '[[choice]]',
  'direction LR',
  'new direction',
  'TBD',
  'style a fill:#f9f;',
  'classDef x fill:#fff;',
  'click a href "javascript:alert(1)"',
  'note left of a',
  'end note',
  'https://example.com www.example.com me@example.com',
  '$$x^2$$',
  ']]>',
  '<!-- x -->',
  '<?xml?>',
  '&lt;',
  'ﬂ°°60¶ß',
  '投诉',
  '،_كلمة_، _x_',
  'page\u000B\u000Cbreak',
  '“已记录”：第１步；',
  '😀🧑‍🤝‍🧑',
  '\u202Eoverride',
  'nul\u0000l \u0007 \u001B \uFFFF',
  '\uD800 lone',
  ' spaces ',
  '\u00A0',
  '\u0001',
  'constructor',
  'toString',
  'hasOwnProperty',
  'proto',
  '--proto--',
  'end',
  'End',
  'state',
  'note',
  'class',
  'default',
  'click',
  'style',
  'root_start',
  'direction',
  'redirection',
  'a.b',
  'a.*',
  '*',
  '#a',
  '.a',
  'a\\',
  'xstate.stop',
  'xstate.init',
  'a b',
  'a_b',
  'a-b',
  '7',
  '07',
  'x'.repeat(300),
]

const isName = (text: string): boolean =>
  !['', '.', '@previous', '__proto__', 'recordComplaint', 'migrateComplaint', 'ComplaintMigrated'].includes(text)
const hostile = fc
  .oneof({ weight: 5, arbitrary: fc.constantFrom(...hostileTexts) }, fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 8 }))
  .filter(isName)
const isField = (text: string): boolean => !['sequence', 'definition', 'step', 'cycle', 'command', 'following'].includes(text)

/** Names of every kind. */
export const hostilePools: NamePools = {
  steps: hostile,
  commands: hostile,
  events: hostile,
  fields: hostile.filter(isField),
  roles: hostile,
  titles: fc.oneof(hostile, fc.record({ en: hostile, 'zh-CN': hostile })),
}

const few = (...names: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...names)

/** Few names, so that commands, events and people meet; some of them names in which XState sees more. */
export const meetingPools: NamePools = {
  steps: few('a', 'b', 'c', 'd', 'a.b', '#e', 'constructor'),
  commands: few('go', 'do', 'proposeSolution', 'approveSolution', 'go.*', '*', 'xstate.stop'),
  events: few('Went', 'Done', 'Seen', 'SolutionProposed', 'SolutionApproved', 'ComplaintRecorded', 'constructor'),
  fields: few('kind', 'remedy', 'until', 'ordinary'),
  roles: few('agent', 'manager'),
  titles: few('A title'),
}

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 })

function conditionsOf({ fields, events }: NamePools): fc.Arbitrary<Condition> {
  const field = fields.filter((name) => !name.includes('.'))
  const event = events.filter((name) => !name.includes('.'))
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ field: field.map((name) => `command.${name}`), operator: few('equals', 'not-equals'), value: fc.constantFrom('x', 'y', 7) }),
      fc.record({ field: field.map((name) => `command.${name}`), operator: fc.constant('in'), value: fc.constant(['x', '7']) }),
      fc.record({ field: fc.constant('command.until'), operator: fc.constant('within'), value: fc.constant('P30D') }),
      fc.record({ field: fc.constant('command.until'), operator: few('above', 'below'), value: fc.constant('2024-02-15') }),
      fc.record({
        field: event.map((name) => `state.facts.${name}.sequence`),
        operator: few('at-least', 'at-most'),
        value: fc.constantFrom(1, '3', 6),
      }),
      fc.record({ field: field.map((name) => `state.record.${name}`), operator: few('equals', 'not-equals'), value: fc.constantFrom('x', 'y') }),
      fc.record({
        field: few('state.cycle', 'state.sequence', 'state.proposal.amount'),
        operator: few('above', 'below'),
        value: fc.constantFrom(1, '3.0', 100),
      }),
      fc.record({ field: fc.constant('state.returnTo'), operator: fc.constant('has'), value: fc.constantFrom('a', 'b') }),
      fc.record({ not: tie('condition') }),
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    ) as fc.Arbitrary<Condition>,
  }))
  return condition
}

const listOf = (names: fc.Arbitrary<string>, minLength: number, maxLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(names, { minLength, maxLength })

/** Definitions whose names are drawn from pools; nothing is wrong with them, but they need not make sense. */
export function randomWorkflow(pools: NamePools): fc.Arbitrary<WorkflowDefinition> {
  const { steps, commands, events, fields, roles, titles } = pools
  const moveOf = (ids: readonly string[]): fc.Arbitrary<WorkflowMove> =>
    fc.record({
      on: commands,
      to: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, fc.constantFrom('.', '@previous')),
      when: optional(conditionsOf(pools)),
      needs: optional(listOf(fc.oneof(events, fields), 0, 2)),
      role: optional(listOf(roles, 1, 2)),
      notBy: optional(listOf(fc.oneof(events, commands, few('proposer', 'recorder')), 1, 2)),
      emits: listOf(events, 1, 3),
      startsCycle: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.boolean()),
      why: optional(titles),
    }) as unknown as fc.Arbitrary<WorkflowMove>
  const stepOf = (ids: readonly string[]): fc.Arbitrary<WorkflowStep> =>
    fc.record({
      textbook: optional(fc.integer({ min: 1, max: 8 })),
      title: titles,
      final: optional(fc.boolean()),
      responsible: optional(roles),
      clocks: optional(fc.constant({ resolution: 'run' as const })),
      moves: fc.array(moveOf(ids), { maxLength: 5 }),
    })
  const assemble = (ids: readonly string[]): fc.Arbitrary<WorkflowDefinition> =>
    fc
      .record({
        id: titles.map((title) => (typeof title === 'string' ? title : 'id')),
        version: fc.constantFrom('1', 2),
        title: optional(titles),
        initial: fc.constantFrom(...ids),
        opening: fc.record({ needs: fc.constant([]), emits: listOf(events, 1, 2) as unknown as fc.Arbitrary<[string]> }),
        list: fc.tuple(...ids.map(() => stepOf(ids))),
        limits: optional(
          fc.uniqueArray(
            fc.record({
              role: roles,
              upTo: fc.record({ amount: fc.constantFrom('100', 250.5), currency: few('CNY', 'EUR') }),
              cumulative: fc.constantFrom(undefined, true as const),
            }),
            { maxLength: 3, selector: ({ role, upTo }) => `${role} ${upTo.currency}` },
          ),
        ),
        terms: optional(fc.dictionary(fc.oneof(commands, roles, fields), titles, { noNullPrototype: true })),
      })
      .map(({ list, ...rest }) =>
        withKnownPeople({
          kind: 'complaint-workflow',
          ...rest,
          steps: Object.fromEntries(ids.map((id, index) => [id, list[index] as WorkflowStep])),
        }),
      )
  return fc.uniqueArray(steps, { minLength: 1, maxLength: 5 }).chain(assemble).filter(tellsProposals)
}

/** Whether the first event of every command tells whether it proposes: a definition where it does not is refused. */
export function tellsProposals(definition: WorkflowDefinition): boolean {
  return checkWorkflow(definition).every(({ code }) => code !== 'given-elsewhere')
}

/** Takes away the people that the definition does not know. */
function withKnownPeople(definition: WorkflowDefinition): WorkflowDefinition {
  const all = Object.values(definition.steps).flatMap(({ moves }) => moves)
  const names = new Set(['recordComplaint', ...definition.opening.emits, ...all.flatMap(({ on, emits }) => [on, ...emits])])
  if (names.has('proposeSolution') || names.has('SolutionProposed')) names.add('proposer')
  names.add('recorder')
  const known = (moves: readonly WorkflowMove[]): WorkflowMove[] =>
    moves.map((move) => ({ ...move, notBy: move.notBy?.filter((name) => names.has(name)) }))
  return {
    ...definition,
    steps: Object.fromEntries(Object.entries(definition.steps).map(([id, step]) => [id, { ...step, moves: known(step.moves) }])),
  }
}
