import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { smallWorkflows } from '../../testing/smallWorkflows.js'
import { checkWorkflow, openComplaint, type WorkflowDefinition, type WorkflowMove, type WorkflowStep } from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const move: WorkflowMove = { on: 'settle', to: 'closed', emits: ['Settled'] }
const open: WorkflowStep = { title: 'Open', moves: [move] }
const good: WorkflowDefinition = {
  kind: 'complaint-workflow',
  id: 'small',
  version: 1,
  initial: 'open',
  steps: { open, closed: { title: 'Closed', final: true, moves: [] } },
  opening: { needs: ['customer'], emits: ['Opened'] },
}
const found = (value: unknown): unknown => codesAndPaths(checkWorkflow(value))
const foundWith = (others: object): unknown => found({ ...good, ...others })
const inStep = (others: object): unknown => foundWith({ steps: { ...good.steps, open: { ...open, ...others } } })
const inMove = (others: object): unknown => inStep({ moves: [{ ...move, ...others }] })
const inOpening = (others: object): unknown => foundWith({ opening: { ...good.opening, ...others } })
const limit = { role: 'clerk', upTo: { amount: '200', currency: 'CNY' } }
const inLimit = (others: object): unknown => foundWith({ limits: [limit, { ...limit, role: 'boss', ...others }] })
const atOpen = (...rest: readonly (string | number)[]): (string | number)[] => ['steps', 'open', ...rest]
const atMove = (...rest: readonly (string | number)[]): (string | number)[] => atOpen('moves', 0, ...rest)
/** With an own key that an object literal cannot have. */
const keyed = (key: string, value: unknown): object => Object.fromEntries([[key, value]])
/** Lists, each with what is wrong with it as a list of names, and where. */
const badNames: readonly (readonly [unknown, readonly (readonly [string, readonly (string | number)[]])[]])[] = [
  ...badLists.map(([value, code]) => [value, [[code, []]]] as const),
  [[''], [['empty', [0]]]],
  [
    [7, null],
    [
      ['wrong-type', [0]],
      ['wrong-type', [1]],
    ],
  ],
  [['x', 'y', 'x'], [['duplicate', [2]]]],
  [['__proto__'], [['reserved-name', [0]]]],
  [Array(1), [['missing', [0]]]],
]
const under = (issues: readonly (readonly [string, readonly (string | number)[]])[], ...path: readonly (string | number)[]): unknown =>
  issues.map(([code, place]) => [code, [...path, ...place]])

describe('checkWorkflow', () => {
  it('takes the templates, every optional part, and undefined for a part left out', () => {
    expect(found(deepFreeze(structuredClone(eightSteps)))).toEqual([])
    expect(found(deepFreeze(structuredClone(counterService)))).toEqual([])
    expect(found(good)).toEqual([])
    expect(foundWith({ format: undefined, title: undefined, limits: undefined, migrate: undefined, terms: undefined })).toEqual([])
    expect(foundWith({ format: 1, title: { en: 'Small', 'zh-CN': '小' }, version: '1.0', limits: [], migrate: {}, terms: {} })).toEqual([])
    expect(inStep({ textbook: undefined, final: undefined, responsible: undefined, clocks: undefined })).toEqual([])
    expect(inStep({ textbook: 8, final: true, responsible: 'clerk', clocks: { a: 'run', b: 'pause', c: 'stop' }, moves: [] })).toEqual([])
    expect(inMove({ when: undefined, needs: undefined, role: undefined, notBy: undefined, startsCycle: undefined, why: undefined })).toEqual([])
    expect(inMove({ needs: [], notBy: [], role: ['clerk'], startsCycle: false, why: { en: 'So.' } })).toEqual([])
    expect(inOpening({ needs: [] })).toEqual([])
    expect(foundWith({ limits: [limit, { ...limit, upTo: { amount: 5, currency: 'EUR' } }, { ...limit, role: 'boss', cumulative: true }] })).toEqual(
      [],
    )
    expect(foundWith({ limits: [{ ...limit, cumulative: undefined, upTo: { amount: '0.00001', currency: 'JPY' } }] })).toEqual([])
    expect(
      foundWith({ migrate: { 0: { old: 'open', older: 'closed' }, constructor: {} }, terms: { settle: 'settle', toString: { 'zh-CN': '处理' } } }),
    ).toEqual([])
  })

  it('takes names of any text, as they come, and names that objects inherit', () => {
    for (const name of ['constructor', 'toString', '1', ' ', 'a b', '"', '<&>', '结案', 'hasOwnProperty', 'end', 'proposer']) {
      const named: WorkflowMove = { on: name, to: name, needs: [name], role: [name], notBy: [name], emits: [name] }
      const step: WorkflowStep = { title: name, responsible: name, clocks: { [name]: 'run' }, moves: [named] }
      const definition: WorkflowDefinition = { ...good, id: name, initial: name, steps: { [name]: step }, opening: { needs: [name], emits: [name] } }
      const others = { limits: [{ ...limit, role: name }], migrate: { [name]: { [name]: name } }, terms: { [name]: name } }
      expect(found({ ...definition, ...others })).toEqual([])
    }
  })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(found(value)).toEqual([[code, []]])
    expect(foundWith({ opening: value })).toEqual([[code, ['opening']]])
    expect(foundWith({ steps: value })).toEqual([[code, ['steps']]])
    expect(foundWith({ steps: { ...good.steps, open: value } })).toEqual([[code, atOpen()]])
    expect(inStep({ moves: [move, value] })).toEqual([[code, atOpen('moves', 1)]])
    expect(foundWith({ limits: [value] })).toEqual([[code, ['limits', 0]]])
    expect(inLimit({ upTo: value })).toEqual([[code, ['limits', 1, 'upTo']]])
    expect(foundWith({ migrate: { 0: value } })).toEqual([[code, ['migrate', '0']]])
    if (value === undefined) return
    expect(foundWith({ migrate: value })).toEqual([[code, ['migrate']]])
    expect(foundWith({ terms: value })).toEqual([[code, ['terms']]])
    expect(inStep({ clocks: value })).toEqual([[code, atOpen('clocks')]])
    expect(inMove({ when: value })).toEqual([[code, atMove('when')]])
  })

  it.each(badTexts)('refuses the text %o', (value, code) => {
    expect(foundWith({ id: value })).toEqual([[code, ['id']]])
    expect(foundWith({ initial: value })).toEqual([[code === 'wrong-type' ? 'not-allowed' : code, ['initial']]])
    expect(inMove({ on: value })).toEqual([[code, atMove('on')]])
    expect(inMove({ to: value })).toEqual([[code === 'wrong-type' ? 'not-allowed' : code, atMove('to')]])
    expect(inLimit({ role: value })).toEqual([[code, ['limits', 1, 'role']]])
    expect(inStep({ title: value })).toEqual([[value === 7 ? 'wrong-type' : code, atOpen('title')]])
    expect(foundWith({ terms: { settle: value } })).toEqual([[code, ['terms', 'settle']]])
    expect(foundWith({ migrate: { 0: { old: value } } })).toEqual([[code === 'wrong-type' ? 'not-allowed' : code, ['migrate', '0', 'old']]])
    if (value === undefined) return
    expect(inStep({ responsible: value })).toEqual([[code, atOpen('responsible')]])
    expect(inMove({ why: value })).toEqual([[code, atMove('why')]])
    expect(foundWith({ title: value })).toEqual([[code, ['title']]])
  })

  it.each(badNames)('refuses the names %o', (value, issues) => {
    expect(inMove({ needs: value })).toEqual(under(issues, ...atMove('needs')))
    expect(inMove({ role: value })).toEqual(under(issues, ...atMove('role')))
    expect(inMove({ notBy: value })).toEqual(under(issues, ...atMove('notBy')))
    expect(inMove({ emits: value })).toEqual(under(issues, ...atMove('emits')))
    expect(inOpening({ needs: value })).toEqual(under(issues, 'opening', 'needs'))
    expect(inOpening({ emits: value })).toEqual(under(issues, 'opening', 'emits'))
  })
  it('refuses empty lists where something must be named, and lists left out', () => {
    expect(inMove({ role: [] })).toEqual([['empty', atMove('role')]])
    expect(inMove({ emits: [] })).toEqual([['empty', atMove('emits')]])
    expect(inMove({ emits: undefined })).toEqual([['missing', atMove('emits')]])
    expect(inOpening({ emits: [] })).toEqual([['empty', ['opening', 'emits']]])
    expect(inOpening({ needs: undefined, emits: undefined })).toEqual([
      ['missing', ['opening', 'needs']],
      ['missing', ['opening', 'emits']],
    ])
    expect(inStep({ moves: undefined })).toEqual([['missing', atOpen('moves')]])
    for (const [value, code] of badLists) {
      expect(inStep({ moves: value })).toEqual([[code, atOpen('moves')]])
      expect(foundWith({ limits: value })).toEqual([[code, ['limits']]])
    }
    // Without steps that are known, none that is named is wrong.
    expect(foundWith({ steps: {} })).toEqual([['empty', ['steps']]])
    expect(foundWith({ steps: {}, initial: '', migrate: { 0: { old: 'open' } } })).toEqual([
      ['empty', ['steps']],
      ['empty', ['initial']],
    ])
    expect(inStep({ moves: Array(2) })).toEqual([
      ['missing', atOpen('moves', 0)],
      ['missing', atOpen('moves', 1)],
    ])
  })

  it.each([
    [{ kind: 'workflow' }, [['not-allowed', ['kind']]]],
    [{ kind: undefined }, [['missing', ['kind']]]],
    [{ version: undefined }, [['missing', ['version']]]],
    [{ version: Number.NaN }, [['wrong-type', ['version']]]],
    [{ version: '' }, [['empty', ['version']]]],
    [{ format: 2 }, [['not-allowed', ['format']]]],
    [{ title: {} }, [['empty', ['title']]]],
    [{ states: {} }, [['unknown-key', ['states']]]],
    [keyed('__proto__', {}), [['unknown-key', ['__proto__']]]],
    [{ initial: '.' }, [['not-allowed', ['initial']]]],
    [{ initial: '@previous' }, [['not-allowed', ['initial']]]],
    [{ initial: 'constructor' }, [['not-allowed', ['initial']]]],
    [{ migrate: { 0: { old: 'lost' } } }, [['not-allowed', ['migrate', '0', 'old']]]],
    [{ migrate: { 0: { old: '.' } } }, [['not-allowed', ['migrate', '0', 'old']]]],
    [{ migrate: { '': { old: 'open' } } }, [['empty', ['migrate', '']]]],
    [{ migrate: keyed('__proto__', { old: 'open' }) }, [['reserved-name', ['migrate', '__proto__']]]],
    [{ migrate: { 0: keyed('__proto__', 'open') } }, [['reserved-name', ['migrate', '0', '__proto__']]]],
    [{ terms: { settle: {} } }, [['empty', ['terms', 'settle']]]],
    [{ terms: keyed('__proto__', 'x') }, [['reserved-name', ['terms', '__proto__']]]],
    [{ terms: { '': 'x' } }, [['empty', ['terms', '']]]],
  ])('refuses %o', (others, issues) => expect(foundWith(others)).toEqual(issues))

  it.each(['.', '@previous', '__proto__'])('refuses a step named %s', (name) => {
    const steps = Object.fromEntries([...Object.entries(good.steps), [name, { title: 'x', moves: [] }]])
    expect(foundWith({ steps })).toEqual([['reserved-name', ['steps', name]]])
  })
  it('refuses a step without a name', () => {
    expect(foundWith({ steps: { ...good.steps, '': { title: 'x', moves: [] } } })).toEqual([['empty', ['steps', '']]])
  })

  it.each([
    [{ textbook: 0 }, 'too-small', ['textbook']],
    [{ textbook: 9 }, 'too-large', ['textbook']],
    [{ textbook: 1.5 }, 'not-an-integer', ['textbook']],
    [{ textbook: '1' }, 'not-an-integer', ['textbook']],
    [{ textbook: null }, 'not-an-integer', ['textbook']],
    [{ title: {} }, 'empty', ['title']],
    [{ title: { english: 7 } }, 'wrong-type', ['title', 'english']],
    [{ title: { 'not a tag': 'x' } }, 'not-a-language-tag', ['title', 'not a tag']],
    [{ final: 'yes' }, 'wrong-type', ['final']],
    [{ final: null }, 'wrong-type', ['final']],
    [{ responsible: '__proto__' }, 'reserved-name', ['responsible']],
    [{ clocks: { time: 'go' } }, 'not-allowed', ['clocks', 'time']],
    [{ clocks: { time: undefined } }, 'missing', ['clocks', 'time']],
    [{ clocks: { '': 'run' } }, 'empty', ['clocks', '']],
    [{ clocks: keyed('__proto__', 'run') }, 'reserved-name', ['clocks', '__proto__']],
    [{ textbookStep: 1 }, 'unknown-key', ['textbookStep']],
  ])('refuses a step with %o', (others, code, path) => expect(inStep(others)).toEqual([[code, atOpen(...path)]]))

  it.each([
    [{ on: 'recordComplaint' }, 'reserved-name', ['on']],
    [{ on: 'migrateComplaint' }, 'reserved-name', ['on']],
    [{ on: '__proto__' }, 'reserved-name', ['on']],
    [{ to: 'lost' }, 'not-allowed', ['to']],
    [{ to: 'toString' }, 'not-allowed', ['to']],
    [{ to: '@next' }, 'not-allowed', ['to']],
    [{ emits: ['ComplaintMigrated'] }, 'reserved-name', ['emits', 0]],
    [{ needs: ['photo', 'sequence'] }, 'reserved-name', ['needs', 1]],
    [{ needs: ['definition'] }, 'reserved-name', ['needs', 0]],
    [{ needs: ['step'] }, 'reserved-name', ['needs', 0]],
    [{ needs: ['cycle'] }, 'reserved-name', ['needs', 0]],
    [{ needs: ['command'] }, 'reserved-name', ['needs', 0]],
    [{ needs: ['following'] }, 'reserved-name', ['needs', 0]],
    [{ startsCycle: 1 }, 'wrong-type', ['startsCycle']],
    [{ startsCycle: null }, 'wrong-type', ['startsCycle']],
    [{ why: { en: '' } }, 'empty', ['why', 'en']],
    [{ from: 'open' }, 'unknown-key', ['from']],
    [{ notBy: ['nobody'] }, 'not-allowed', ['notBy', 0]],
    [{ notBy: ['recorder', 'proposer'] }, 'not-allowed', ['notBy', 1]],
    [{ notBy: ['constructor'] }, 'not-allowed', ['notBy', 0]],
  ])('refuses a move with %o', (others, code, path) => expect(inMove(others)).toEqual([[code, atMove(...path)]]))

  it('knows people by commands and events of the definition', () => {
    for (const name of ['settle', 'Settled', 'Opened', 'recorder', 'recordComplaint']) expect(inMove({ notBy: [name] })).toEqual([])
    expect(inMove({ notBy: ['proposer'], on: 'proposeSolution' })).toEqual([])
    expect(inMove({ notBy: ['proposer'], emits: ['Settled', 'SolutionProposed'] })).toEqual([])
    // Only where nothing else is wrong, and so commands and events are known.
    expect(inMove({ notBy: ['nobody'], role: [] })).toEqual([['empty', atMove('role')]])
  })

  it.each([
    [{ needs: ['command'] }, 'reserved-name', ['needs', 0]],
    [{ emits: ['Opened', 'ComplaintMigrated'] }, 'reserved-name', ['emits', 1]],
    [{ on: 'recordComplaint' }, 'unknown-key', ['on']],
  ])('refuses an opening with %o', (others, code, path) => expect(inOpening(others)).toEqual([[code, ['opening', ...path]]]))

  const is = (field: unknown): object => ({ field, operator: 'equals', value: 1 })
  it.each([
    [is('verdict'), 'not-allowed', ['field']],
    [is('command'), 'not-allowed', ['field']],
    [is('commands.verdict'), 'not-allowed', ['field']],
    [is('event.verdict'), 'not-allowed', ['field']],
    [is('command.'), 'empty', ['field']],
    [is(7), 'wrong-type', ['field']],
    [{ all: [is('command.verdict'), { any: [is('state.step'), { not: is('verdict') }] }] }, 'not-allowed', ['all', 1, 'any', 1, 'not', 'field']],
    [{ all: [] }, 'empty', ['all']],
    [{ all: 7 }, 'wrong-type', ['all']],
    [{ all: [null] }, 'wrong-type', ['all', 0]],
    [{ field: 'command.verdict', operator: 'is', value: 1 }, 'not-allowed', ['operator']],
    [{}, 'not-a-condition', []],
  ])('refuses the condition %o', (when, code, path) => expect(inMove({ when })).toEqual([[code, atMove('when', ...path)]]))

  it('refuses conditions without an end', () => {
    const circle: { all: unknown[] } = { all: [] }
    circle.all.push(circle)
    expect(inMove({ when: circle })).toMatchObject([['too-deep', {}]])
    let deep: object = is('command.verdict')
    for (let level = 0; level < 50_000; level++) deep = { all: [deep] }
    expect(inMove({ when: deep })).toMatchObject([['too-deep', {}]])
    circle.all.push(circle)
    const many = checkWorkflow({ ...good, steps: { ...good.steps, open: { ...open, moves: [{ ...move, when: circle }] } } })
    expect(many.find(({ code }) => code === 'too-many-parts')?.path).toEqual(atMove('when'))
  })

  it.each([
    [{ role: '__proto__' }, 'reserved-name', ['role']],
    [{ role: 'clerk' }, 'duplicate', ['role']],
    [{ upTo: { amount: '-0.01', currency: 'CNY' } }, 'too-small', ['upTo', 'amount']],
    [{ upTo: { amount: Number.NaN, currency: 'CNY' } }, 'not-a-decimal', ['upTo', 'amount']],
    [{ upTo: { amount: ' 1 ', currency: 'CNY' } }, 'not-a-decimal', ['upTo', 'amount']],
    [{ upTo: { amount: '0x3', currency: 'CNY' } }, 'not-a-decimal', ['upTo', 'amount']],
    [{ upTo: { currency: 'CNY' } }, 'missing', ['upTo', 'amount']],
    [{ upTo: { amount: 1 } }, 'missing', ['upTo', 'currency']],
    [{ upTo: { amount: 1, currency: 'cny' } }, 'unknown-currency', ['upTo', 'currency']],
    [{ upTo: { amount: 1, currency: 'CNY', per: 'day' } }, 'unknown-key', ['upTo', 'per']],
    [{ cumulative: false }, 'not-allowed', ['cumulative']],
    [{ cumulative: 1 }, 'not-allowed', ['cumulative']],
    [{ from: 1 }, 'unknown-key', ['from']],
  ])('refuses a limit of %o', (others, code, path) => expect(inLimit(others)).toEqual([[code, ['limits', 1, ...path]]]))

  it('names everything that is wrong', () => {
    const steps = { open: { title: '', moves: [{ ...move, to: 'lost', needs: ['x', 'x'] }, null] }, closed: { final: 1, moves: {} } }
    expect(found({ ...good, kind: 'x', id: '', steps, initial: 'y', opening: {}, limits: [{}], migrate: [], terms: { x: 1 } })).toEqual([
      ['not-allowed', ['kind']],
      ['empty', ['id']],
      ['empty', ['steps', 'open', 'title']],
      ['not-allowed', atMove('to')],
      ['duplicate', atMove('needs', 1)],
      ['wrong-type', atOpen('moves', 1)],
      ['missing', ['steps', 'closed', 'title']],
      ['wrong-type', ['steps', 'closed', 'final']],
      ['wrong-type', ['steps', 'closed', 'moves']],
      ['not-allowed', ['initial']],
      ['missing', ['opening', 'needs']],
      ['missing', ['opening', 'emits']],
      ['missing', ['limits', 0, 'role']],
      ['missing', ['limits', 0, 'upTo']],
      ['wrong-type', ['migrate']],
      ['wrong-type', ['terms', 'x']],
    ])
  })

  it('does not look at what objects inherit', () => {
    expect(found(Object.create(good))).toContainEqual(['missing', ['steps']])
    expect(inMove(Object.create({ when: 7, extra: 1 }))).toEqual([])
    const inherited = Object.assign(Object.create({ emits: ['Settled'] }), { on: 'settle', to: 'closed' })
    expect(inStep({ moves: [inherited] })).toEqual([['missing', atMove('emits')]])
  })

  it('takes a thousand steps of a thousand moves, and no more', () => {
    const stepsOf = (count: number): object =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, { title: 'x', moves: [] }]))
    expect(foundWith({ steps: stepsOf(1_000), initial: 's999' })).toEqual([])
    expect(foundWith({ steps: stepsOf(1_001), initial: 's999' })).toEqual([['too-many-parts', ['steps']]])
    expect(inStep({ moves: Array(1_000).fill(move) })).toEqual([])
    expect(inStep({ moves: Array(1_001).fill(move) })).toEqual([['too-many-parts', atOpen('moves')]])
  })

  it('is quick with what is hostile, and names only some of a thousand steps', () => {
    const lost = { ...move, to: 'lost', notBy: ['settle'] }
    const steps = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`s${index}`, { title: 'x', moves: Array(5).fill(lost) }]))
    const issues = checkWorkflow({ ...good, steps, initial: 's0' })
    expect(issues).toHaveLength(5_000)
    expect(issues[0]?.params['allowed']).toHaveLength(23)
    expect(checkWorkflow({ ...good, limits: Array(10_000).fill(limit) })).toHaveLength(9_999)
    const distinct = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [
        `s${index}`,
        { title: 'x', moves: Array.from({ length: 20 }, (_, place) => ({ ...move, to: '.', notBy: ['settle'], emits: [`E${index}-${place}`] })) },
      ]),
    )
    expect(foundWith({ steps: distinct, initial: 's0' })).toEqual([])
  })

  it('finds nothing exactly where the verbs take a definition, and says the same after JSON', () => {
    fc.assert(
      fc.property(smallWorkflows({ needs: ['A'], tangled: true }), (definition) => {
        expect(found(definition)).toEqual([])
        expect(found(JSON.parse(JSON.stringify(definition)))).toEqual([])
        const { ok } = openComplaint(
          { type: 'recordComplaint', at: '2024-03-01T09:00Z', by: { id: 'li', role: 'agent' }, complaint: 'C-1' },
          definition,
        )
        expect(ok).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
