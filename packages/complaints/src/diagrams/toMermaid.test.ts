import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type MermaidDiagram, parseMermaid } from '../../testing/parseMermaid.js'
import { hostilePools, hostileTexts, randomWorkflow } from '../../testing/randomWorkflow.js'
import { counterService } from '../templates/counterService.js'
import { eightSteps } from '../templates/eightSteps.js'
import type { WorkflowDefinition, WorkflowMove } from '../workflow/types.js'
import { toMermaid } from './toMermaid.js'

/** A text as a line shows it: without control characters, halves of characters and what turns the direction of others, or what Mermaid would put in. */
function shown(text: string): string {
  const characters = Array.from(text.replace(/[\s\u0085]+/g, ' '))
  const isShown = (character: string): boolean => {
    const code = character.codePointAt(0) as number
    return !(
      code < 32 ||
      (code >= 127 && code < 160) ||
      (code >= 0xd800 && code < 0xe000) ||
      (code >= 0x202a && code <= 0x202e) ||
      (code >= 0x2066 && code <= 0x2069) ||
      (code >= 0xfffe && code <= 0xffff)
    )
  }
  const line = characters.filter(isShown).join('').replace(/ +/g, ' ').trim()
  return line.replaceAll('ﬂ°', 'fl°').replaceAll('¶ß', '¶ ß')
}

const textOf = (text: unknown): string => (typeof text === 'string' ? text : (text as { en: string }).en)

/** What the diagram of a definition is to show, by hand: titles and arrows, as far as they do not depend on names. */
function expectation({ steps, terms = {}, initial }: WorkflowDefinition) {
  const ids = Object.keys(steps)
  const term = (name: string): string => shown(Object.hasOwn(terms, name) ? textOf(terms[name]) : name) || shown(name) || '…'
  const title = (id: string): string => {
    const { textbook, title: said } = steps[id] as WorkflowDefinition['steps'][string]
    return `${textbook === undefined ? '' : `${textbook} · `}${shown(textOf(said)) || shown(id) || '…'}`
  }
  const targets = (from: string, { to }: WorkflowMove): string[] => {
    if (to === '.' || to === from) return []
    return to === '@previous' ? ids.filter((id) => id !== from && steps[id]?.moves.some((move) => move.to === from)) : [to]
  }
  const pairs = ids.flatMap((from) => {
    const moves = steps[from]?.moves ?? []
    return ids.flatMap((to) => {
      const leading = moves.filter((move) => targets(from, move).includes(to))
      const commands = [...new Set(leading.map(({ on }) => term(on)))]
      const isPlain = leading.every(({ when }) => when === undefined)
      return commands.length === 0 ? [] : [{ from: ids.indexOf(from), to: ids.indexOf(to), commands, isPlain }]
    })
  })
  const staying = ids.map((from) => new Set((steps[from]?.moves ?? []).filter(({ to }) => to === '.' || to === from).map(({ on }) => term(on))))
  return {
    titles: ids.map(title),
    pairs,
    staying,
    initial: ids.indexOf(initial),
    finals: ids.filter((id) => steps[id]?.final).map((id) => ids.indexOf(id)),
    opening: term('recordComplaint'),
  }
}

/** Checks that a diagram shows a definition, no less and no more. */
function expectShown(diagram: MermaidDiagram, definition: WorkflowDefinition): void {
  const { titles, pairs, staying, initial, finals, opening } = expectation(definition)
  const states = diagram.states.filter(({ id }) => !/^root_(start|end)$/.test(id))
  expect(states.map(({ descriptions }) => descriptions[0])).toEqual(titles)
  states.forEach(({ descriptions }, index) => {
    const [, ...moves] = descriptions
    for (const command of staying[index] ?? []) expect(moves.some((move) => move === command || move.startsWith(`${command} (`))).toBe(true)
    for (const move of moves) expect([...(staying[index] ?? [])].some((command) => move === command || move.startsWith(`${command} (`))).toBe(true)
  })
  const place = (id: string): number => states.findIndex((state) => state.id === id)
  const inner = diagram.arrows.filter(({ from, to }) => from !== 'root_start' && to !== 'root_end')
  const byEnds = (arrow: { from: number; to: number }): string => `${String(arrow.from).padStart(4)} ${String(arrow.to).padStart(4)}`
  const drawn = inner.map(({ from, to, label }) => ({ from: place(from), to: place(to), label })).sort((a, b) => (byEnds(a) < byEnds(b) ? -1 : 1))
  expect(drawn.map(({ from, to }) => [from, to])).toEqual(pairs.map(({ from, to }) => [from, to]))
  pairs.forEach(({ commands, isPlain }, index) => {
    for (const command of commands) expect(drawn[index]?.label).toContain(command)
    if (isPlain) expect(drawn[index]?.label).toBe(commands.join(' / '))
  })
  expect(diagram.arrows.filter(({ from }) => from === 'root_start').map(({ to, label }) => [place(to), label])).toEqual([[initial, opening]])
  expect(diagram.arrows.filter(({ to }) => to === 'root_end').map(({ from }) => place(from))).toEqual(finals)
  expect([diagram.direction, diagram.others]).toEqual(['TB', 0])
}

const step = (title: string, moves: readonly WorkflowMove[] = []) => ({ title, moves })
const definitionOf = (steps: WorkflowDefinition['steps'], others: Partial<WorkflowDefinition> = {}): WorkflowDefinition => ({
  kind: 'complaint-workflow',
  id: 'own',
  version: 1,
  initial: Object.keys(steps)[0] as string,
  opening: { needs: [], emits: ['Opened'] },
  steps,
  ...others,
})

describe('toMermaid', () => {
  it('draws the counter', () => {
    expect(toMermaid(deepFreeze(counterService))).toBe(`stateDiagram-v2
    accTitle: Complaints at the counter
    state "1 · Heard" as heard
    state "6 · Settled" as settled
    state "8 · Filed" as filed
    state "8 · Turned down" as turned_down
    [*] --> heard : hear the complaint
    heard --> settled : settle on the spot
    heard --> turned_down : turn the complaint down
    settled --> filed : thank the customer
    turned_down --> heard : hear it again
    filed --> [*]
    turned_down --> [*]
`)
  })

  it('draws the counter in Chinese', () => {
    const lines = toMermaid(counterService, { language: 'zh-CN' }).split('\n')
    expect(lines).toContain('    accTitle: 柜台投诉处理')
    expect(lines).toContain('    state "1 · 已听取" as heard')
    expect(lines).toContain('    heard --> turned_down : 驳回投诉')
    expect(toMermaid(counterService, { language: undefined })).toBe(toMermaid(counterService))
  })

  it('draws the eight steps, and Mermaid finds every step and arrow', async () => {
    const text = toMermaid(eightSteps)
    const diagram = await parseMermaid(text)
    expectShown(diagram, eightSteps)
    expect(diagram.title).toBe('The eight steps of handling a complaint')
    const ids = Object.keys(eightSteps.steps).map((id) => id.replaceAll('-', '_'))
    expect(diagram.states.map(({ id }) => id).slice(0, ids.length)).toEqual(ids)
    expect(text).toContain('recorded --> accepted : judge whether the complaint holds (verdict = upheld)\n')
    expectShown(await parseMermaid(toMermaid(counterService)), counterService)
  })

  it('goes back to wherever a step can have been entered from', () => {
    const waiting = (to: string): WorkflowMove => ({ on: 'wait', to, emits: ['Waited'] })
    const back: WorkflowMove = { on: 'back', to: '@previous', emits: ['Back'] }
    const text = toMermaid(
      definitionOf({ a: step('A', [waiting('w')]), b: step('B', [waiting('w')]), c: step('C'), w: step('W', [back]), x: step('X', [back]) }),
    )
    expect(text.split('\n').filter((line) => line.includes('-->'))).toEqual([
      '    [*] --> a : recordComplaint',
      '    a --> w : wait',
      '    b --> w : wait',
      '    w --> a : back',
      '    w --> b : back',
    ])
  })

  it('gives all commands from one step to another in one label, each once', () => {
    const move = (on: string, to: string, when?: WorkflowMove['when']): WorkflowMove => ({ on, to, when, emits: ['X'] })
    const yes = { field: 'command.ok', operator: 'equals', value: 'yes' } as const
    const no = {
      all: [
        { not: yes },
        { any: [yes, { field: 'command.n', operator: 'in', value: [1, 'a'] }] },
        { field: 'state.cycle', operator: 'above', value: 1 },
      ],
    } as const
    const definition = definitionOf(
      {
        a: step('A', [
          move('go', 'b', yes),
          move('run', 'b'),
          move('go', 'b', no),
          move('run', 'b'),
          move('say', 'a', yes),
          move('say', '.', yes),
          move('do', '.', yes),
        ]),
        b: step('B'),
      },
      { terms: { ok: 'agreed', yes: 'is so' } },
    )
    expect(toMermaid(definition).split('\n')).toEqual([
      'stateDiagram-v2',
      '    state "A" as a',
      '    a : say (agreed = is so)',
      '    a : do',
      '    state "B" as b',
      '    [*] --> a : recordComplaint',
      '    a --> b : go (agreed = is so) / run / go (¬(agreed = is so) ∧ (agreed = is so ∨ n ∈ #123;1, a#125;) ∧ state#46;cycle #62; 1)',
      '',
    ])
  })

  it('names states by their ids where it can, each by another name', () => {
    const ids = [
      'awaiting-customer',
      'awaiting_customer',
      'awaiting customer',
      '投诉 成立',
      '!!!',
      '???',
      'step',
      'end',
      'End',
      'state',
      'constructor',
      'redirection',
      '7',
      '__x__',
    ]
    const names = toMermaid(definitionOf(Object.fromEntries(ids.map((id) => [id, step(id)]))))
    const named = [...names.matchAll(/^ {4}state ".*" as (.*)$/gm)].map(([, name]) => name)
    // Keys that are integers come first in every object.
    expect(named).toEqual([
      '7',
      'awaiting_customer_2',
      'awaiting_customer',
      'awaiting_customer_3',
      '投诉_成立',
      'step_2',
      'step_3',
      'step',
      'end_2',
      'End_2',
      'state_2',
      'constructor_2',
      'redirection_2',
      'x',
    ])
  })

  it('lets no text mean more than itself', async () => {
    for (const texts of [hostileTexts, hostileTexts.map((text) => `TB ${text} direction`)]) {
      const known = texts.filter((text) => text !== '.')
      const moves = (index: number): WorkflowMove[] => [
        { on: known[index] as string, to: '.', emits: ['X'] },
        { on: known.at(index - 1) as string, to: known.at(index - 7) as string, emits: ['X'] },
      ]
      const definition = definitionOf(Object.fromEntries(known.map((text, index) => [text, step(text, moves(index))])), { title: known.join(' ') })
      const diagram = await parseMermaid(toMermaid(definition))
      expectShown(diagram, definition)
      expect(diagram.title).toBe(shown(known.join(' ')))
    }
  })

  it('writes what joins words and numbers as it is, and hides what Markdown takes for marks', () => {
    const titles = ['a_b-c 1.5', '_a_ -b- .5 1.', '،_كلمة_،', '中_文', '12) x (1)', `${'1'.repeat(200_000)}) x`]
    const text = toMermaid(definitionOf(Object.fromEntries(titles.map((title, index) => [`s${index}`, step(title)]))))
    expect([...text.matchAll(/^ {4}state "(.*)" as /gm)].map(([, title]) => title)).toEqual([
      'a_b-c 1.5',
      '#95;a#95; #45;b#45; #46;5 1#46;',
      '،#95;كلمة#95;،',
      '中#95;文',
      '12#41; x (1)',
      `${'1'.repeat(200_000)}#41; x`,
    ])
  }, 5_000)

  it('words conditions in its language, each value as what it is', () => {
    const when = {
      all: [
        { field: 'command.until', operator: 'within', value: 'P30D' },
        { field: 'command.kind', operator: 'equals', value: '' },
        { field: 'state.record.a\nb', operator: 'not-equals', value: null },
      ],
    } as const
    const moves = [{ on: 'go', to: 'b', when, emits: ['X'] } as const, { on: 'go', to: 'b', emits: ['X'] } as const]
    const label = (language: string): string | undefined =>
      / --> b : (.*) \/ go$/m.exec(toMermaid(definitionOf({ a: step('A', moves), b: step('B') }), { language }))?.[1]
    expect(label('en')).toBe('go (until within the last P30D ∧ kind = #34;#34; ∧ state#46;record#46;a b ≠ null)')
    expect(label('zh-CN')).toBe('go (until 处于最近 P30D ∧ kind = #34;#34; ∧ state#46;record#46;a b ≠ null)')
  })

  it('is parsed by Mermaid whatever the definition', async () => {
    await fc.assert(
      fc.asyncProperty(randomWorkflow(hostilePools), async (definition) => {
        const text = toMermaid(deepFreeze(definition))
        expect(toMermaid(structuredClone(definition))).toBe(text)
        expectShown(await parseMermaid(text), definition)
      }),
      { numRuns: 25 },
    )
  })

  it('refuses what is no definition, language or option', () => {
    expect(issuesOf(() => toMermaid({ ...counterService, initial: 'x' }, { language: 'not a tag' }))).toEqual([
      ['not-allowed', ['definition', 'initial']],
      ['not-a-language-tag', ['options', 'language']],
    ])
    expect(issuesOf(() => toMermaid(undefined as never))).toEqual([['missing', ['definition']]])
    expect(issuesOf(() => toMermaid(counterService, null as never))).toEqual([['wrong-type', ['options']]])
    expect(issuesOf(() => toMermaid(counterService, { languages: 'en' } as never))).toEqual([['unknown-key', ['options', 'languages']]])
    expect(issuesOf(() => toMermaid(counterService, { language: 7 as never }))).toEqual([['not-a-language-tag', ['options', 'language']]])
    expect(issuesOf(() => toMermaid(counterService, { language: null as never }))).toEqual([['not-a-language-tag', ['options', 'language']]])
  })
})
