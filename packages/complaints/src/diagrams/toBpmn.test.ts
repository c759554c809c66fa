import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type Box, type BpmnElement, type BpmnShape, type Point, parseBpmn } from '../../testing/parseBpmn.js'
import { hostilePools, hostileTexts, randomWorkflow } from '../../testing/randomWorkflow.js'
import { counterService } from '../templates/counterService.js'
import { eightSteps } from '../templates/eightSteps.js'
import type { WorkflowDefinition, WorkflowMove } from '../workflow/types.js'
import { toBpmn } from './toBpmn.js'

/** What XML holds of a text: what is no character in it stands as U+FFFD. */
const held = (text: string): string => {
  const isHeld = (code: number): boolean =>
    [9, 10, 13].includes(code) || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe) || code > 0xffff
  return Array.from(text, (one) => (isHeld(one.codePointAt(0) as number) ? one : '\uFFFD')).join('')
}

interface Process {
  readonly definitions: BpmnElement
  readonly process: BpmnElement
  readonly nodes: readonly BpmnElement[]
  readonly flows: readonly BpmnElement[]
  readonly lanes: readonly BpmnElement[]
  readonly shapes: readonly BpmnShape[]
  readonly edges: readonly BpmnShape[]
}

async function processOf(xml: string): Promise<Process> {
  const { definitions, warnings } = await parseBpmn(xml)
  expect(warnings).toEqual([])
  const process = definitions.rootElements.find(({ $type }) => $type === 'bpmn:Process') as BpmnElement
  const drawn = definitions.diagrams[0]?.plane.planeElement ?? []
  const isFlow = ({ $type }: { $type: string }): boolean => $type === 'bpmn:SequenceFlow'
  return {
    definitions,
    process,
    nodes: process.flowElements.filter((one) => !isFlow(one)),
    flows: process.flowElements.filter(isFlow),
    lanes: (process.laneSets ?? []).flatMap(({ lanes }) => lanes),
    shapes: drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape'),
    edges: drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge'),
  }
}

const own = (element: BpmnElement, name: string): string | undefined => element.$attrs[`clientele:${name}`]
const ids = (elements: readonly BpmnElement[] = []): string[] => elements.map(({ id }) => id)

/** The moves that leave a step, by hand. */
function movesOf({ steps }: WorkflowDefinition): string[] {
  const all = Object.keys(steps)
  return all.flatMap((from) => {
    const sources = all.filter((id) => id !== from && steps[id]?.moves.some(({ to }) => to === from))
    const targets = ({ to }: WorkflowMove): readonly string[] => (to === '@previous' ? sources : to === '.' || to === from ? [] : [to])
    return (steps[from]?.moves ?? []).flatMap((move) => targets(move).map((to) => JSON.stringify([from, move.on, move.to, to].map(held))))
  })
}

/** Checks that a process says what a definition says, and nothing else. */
function expectSame({ nodes, flows }: Process, definition: WorkflowDefinition): void {
  const standing = nodes.filter((node) => own(node, 'step') !== undefined)
  expect(standing.map((node) => own(node, 'step'))).toEqual(Object.keys(definition.steps).map(held))
  const stepOf = new Map(standing.map((node) => [node.id, own(node, 'step') as string]))
  const nodeOf = new Map(nodes.map((node) => [node.id, node]))
  const before = (node: BpmnElement): BpmnElement => (node.$type === 'bpmn:ExclusiveGateway' ? (node.incoming?.[0]?.sourceRef as BpmnElement) : node)
  const moves = flows.filter((flow) => own(flow, 'command') !== undefined)
  const read = moves.map((flow) => {
    return JSON.stringify([
      stepOf.get(before(nodeOf.get(flow.sourceRef.id) as BpmnElement).id),
      own(flow, 'command'),
      own(flow, 'to'),
      stepOf.get(flow.targetRef.id),
    ])
  })
  expect(read).toEqual(movesOf(definition))
  const [start, ...others] = nodes.filter(({ $type }) => $type === 'bpmn:StartEvent')
  expect(others).toEqual([])
  expect(start?.outgoing?.map(({ targetRef }) => stepOf.get(targetRef.id))).toEqual([held(definition.initial)])
  Object.values(definition.steps).forEach(({ final, moves: known }, index) => {
    const node = standing[index] as BpmnElement
    const isEnd = final === true && known.length === 0
    expect(node.$type).toBe(isEnd ? 'bpmn:EndEvent' : 'bpmn:UserTask')
    const [next] = node.outgoing ?? []
    const gateway = next?.targetRef.$type === 'bpmn:ExclusiveGateway' ? next.targetRef : undefined
    const ways = (gateway ?? node).outgoing ?? []
    expect(ways.some(({ targetRef }) => targetRef.$type === 'bpmn:EndEvent' && own(targetRef, 'step') === undefined)).toBe(final === true && !isEnd)
    expect(gateway === undefined).toBe(ways.length < 2)
  })
}

/** Checks that every reference is there from both sides, and everything drawn once. */
function expectSound({ definitions, process, nodes, flows, lanes, shapes, edges }: Process): void {
  const all = [...nodes, ...flows, ...lanes]
  const unique = [...ids(all), ...shapes.map(({ id }) => id), ...edges.map(({ id }) => id)]
  expect(new Set(unique).size).toBe(unique.length)
  for (const id of unique) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/)
  for (const node of nodes) {
    expect(ids(node.incoming)).toEqual(ids(flows.filter(({ targetRef }) => targetRef === node)))
    expect(ids(node.outgoing)).toEqual(ids(flows.filter(({ sourceRef }) => sourceRef === node)))
  }
  for (const { sourceRef, targetRef } of flows) expect([nodes.includes(sourceRef), nodes.includes(targetRef)]).toEqual([true, true])
  const collaboration = definitions.rootElements.find(({ $type }) => $type === 'bpmn:Collaboration')
  expect(collaboration?.participants.map(({ processRef }) => processRef)).toEqual([process])
  expect(definitions.diagrams[0]?.plane.bpmnElement).toBe(collaboration)
  if (lanes.length > 0) expect(ids(lanes.flatMap(({ flowNodeRef }) => flowNodeRef)).sort()).toEqual(ids(nodes).sort())
  expect(ids(shapes.map(({ bpmnElement }) => bpmnElement)).sort()).toEqual([...ids(collaboration?.participants), ...ids(lanes), ...ids(nodes)].sort())
  expect(ids(edges.map(({ bpmnElement }) => bpmnElement)).sort()).toEqual(ids(flows).sort())
}

/** How far boxes reach into each other; below zero where they are apart. */
const overlap = (one: Box, other: Box): [x: number, y: number] => [
  Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
  Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
]
const meets = (one: Box, other: Box): boolean => Math.min(...overlap(one, other)) > 0
const crosses = (line: Box, box: Box): boolean => meets({ ...line, width: line.width || 1e-6, height: line.height || 1e-6 }, box)
const runsAlong = (one: Box, other: Box): boolean => Math.min(...overlap(one, other)) === 0 && Math.max(...overlap(one, other)) > 0
const contains = (outer: Box, inner: Box): boolean => overlap(outer, inner).join() === [inner.width, inner.height].join()
const stretch = (from: Point, to: Point): Box => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
})
const pairsOf = <T>(list: readonly T[], isBad: (one: T, other: T) => boolean): [T, T][] =>
  list.flatMap((one, index) => list.slice(index + 1).flatMap((other): [T, T][] => (isBad(one, other) ? [[one, other]] : [])))

/** Checks that everything is drawn inside, apart from each other, and that arrows run at right angles from border to border, around all nodes and names. */
function expectDrawn({ lanes, shapes, edges }: Process): void {
  const boundsOf = new Map(shapes.map(({ bpmnElement, bounds }) => [bpmnElement.id, bounds]))
  const pool = boundsOf.get('pool') as Box
  const frames = new Set(['pool', ...ids(lanes)])
  const nodes = shapes.filter(({ bpmnElement }) => !frames.has(bpmnElement.id))
  const names = [...shapes, ...edges].flatMap(({ label }) => (label === undefined ? [] : [label.bounds]))
  const boxes = [...nodes.map(({ bounds }) => bounds), ...names]
  expect(boxes.filter((box) => !contains(pool, box))).toEqual([])
  expect(pairsOf(boxes, meets)).toEqual([])
  for (const lane of lanes) for (const { id } of lane.flowNodeRef) expect(contains(boundsOf.get(lane.id) as Box, boundsOf.get(id) as Box)).toBe(true)
  const lines = edges.flatMap(({ bpmnElement: { id, sourceRef, targetRef }, waypoint }) => {
    const [source, target] = [boundsOf.get(sourceRef.id) as Box, boundsOf.get(targetRef.id) as Box]
    const [first, last] = [waypoint[0] as Point, waypoint.at(-1) as Point]
    expect([source.x + source.width, source.x + source.width / 2]).toContain(first.x)
    expect(last).toMatchObject({ x: target.x, y: target.y + target.height / 2 })
    return waypoint.slice(1).map((point, index) => {
      const line = stretch(waypoint[index] as Point, point)
      return { id, from: sourceRef.id, to: targetRef.id, line, isStem: index === 0 && line.width === 0 }
    })
  })
  expect(lines.filter(({ line }) => Math.min(line.width, line.height) !== 0 || !contains(pool, line))).toEqual([])
  expect(lines.flatMap(({ id, line }) => boxes.flatMap((box) => (crosses(line, box) ? [[id, box]] : [])))).toEqual([])
  // Arrows to the same node join; those that leave a gateway below share the way down. Others must be told from each other.
  const joins = (one: (typeof lines)[0], other: (typeof lines)[0]): boolean =>
    one.to === other.to || (one.from === other.from && one.isStem && other.isStem)
  expect(pairsOf(lines, (one, other) => !joins(one, other) && runsAlong(one.line, other.line))).toEqual([])
}

/** The nodes to which no way leads from the start. */
function unreached({ nodes }: Process): string[] {
  const seen = new Set(nodes.filter(({ $type }) => $type === 'bpmn:StartEvent'))
  for (const node of seen) for (const { targetRef } of node.outgoing ?? []) seen.add(targetRef)
  return ids(nodes.filter((node) => !seen.has(node)))
}

const documentationOf = ({ documentation = [] }: BpmnElement): string[] => documentation.flatMap(({ text }) => text.split('\n'))

describe('toBpmn', () => {
  it.each([
    ['eightSteps', eightSteps],
    ['counterService', counterService],
  ])('draws %s: every step and move, in lanes, all of it reachable and apart', async (_, definition) => {
    for (const language of ['en', 'zh-CN']) {
      const process = await processOf(toBpmn(deepFreeze(definition), { language }))
      expectSame(process, definition)
      expectSound(process)
      expectDrawn(process)
      expect(unreached(process)).toEqual([])
      expect(process.lanes.map((lane) => own(lane, 'role'))).toEqual([
        ...new Set(Object.values(definition.steps).flatMap(({ responsible }) => responsible ?? [])),
      ])
    }
  })

  it('says what is needed, by whom, and why', async () => {
    const { nodes, flows, process, definitions } = await processOf(toBpmn(counterService))
    const heard = nodes.find((node) => own(node, 'step') === 'heard') as BpmnElement
    expect([heard.name, documentationOf(heard)]).toEqual(['1 · Heard', ['Responsible: clerk', 'Clocks: resolution (run)']])
    const settle = flows.find((flow) => own(flow, 'command') === 'settleOnTheSpot') as BpmnElement
    expect([settle.name, documentationOf(settle)]).toEqual([
      'settle on the spot',
      [
        'Needs: remedy',
        'By: clerk, shift leader',
        'Limits: clerk ≤ 200.00 CNY, shift leader ≤ 2000.00 CNY',
        'Events: solution approved',
        'A clerk settles what the limit allows; the rest is for the shift leader.',
      ],
    ])
    const down = flows.find((flow) => own(flow, 'command') === 'turnDown') as BpmnElement
    expect(documentationOf(down)).toContain('Not by: who took the complaint')
    const again = flows.find((flow) => own(flow, 'command') === 'reopen') as BpmnElement
    expect(documentationOf(again)).toEqual(['Events: complaint heard again', 'A new cycle begins'])
    expect(process.name).toBe('Complaints at the counter')
    expect([own(definitions, 'definition'), own(definitions, 'version')]).toEqual(['counter-service', '1'])
  })

  it('tells of the moves that do not leave a step, and of those that go back', async () => {
    const { nodes, flows } = await processOf(toBpmn(eightSteps, { language: 'zh-CN' }))
    const recorded = documentationOf(nodes.find((node) => own(node, 'step') === 'recorded') as BpmnElement)
    expect(recorded.slice(0, 3)).toEqual(['负责人: 客服专员', '计时: 首次答复 (计时中), 解决 (计时中)', '在本步骤内:'])
    expect(recorded).toContain('- 表示同情 (执行人: 客服专员, 主管经理, 总监; 事件: 已表示同情)')
    const back = flows.filter((flow) => own(flow, 'to') === '@previous')
    expect(back.map(({ name }) => name)).toContain('登记客户答复 (3 · 已确定责任部门)')
    expect(documentationOf(back[0] as BpmnElement)).toContain('返回原来的步骤')
    const approve = flows.find((flow) => own(flow, 'command') === 'approveSolution') as BpmnElement
    expect(documentationOf(approve)).toContain('限额: 主管经理 ≤ 5000.00 CNY (连同此前已付)')
  })

  it('draws a definition that names no role without lanes', async () => {
    const definition: WorkflowDefinition = {
      kind: 'complaint-workflow',
      id: 'own',
      version: 1,
      initial: 'a',
      opening: { needs: ['text'], emits: ['Opened'] },
      steps: {
        a: { title: 'A', moves: [{ on: 'go', to: 'b', emits: ['Went'] }] },
        b: { title: 'B', final: true, moves: [{ on: 'say', to: '.', emits: ['Said'] }] },
        far: { title: 'Far', moves: [{ on: 'go', to: 'a', emits: ['Went'] }] },
        farther: { title: 'Farther', moves: [{ on: 'go', to: 'far', emits: ['Went'] }] },
        dead: { title: 'Dead', moves: [] },
      },
    }
    const process = await processOf(toBpmn(definition))
    expectSame(process, definition)
    expectSound(process)
    expectDrawn(process)
    expect(process.lanes).toEqual([])
    expect(process.process.name).toBe('own')
    expect(unreached(process)).toEqual(['step_far', 'step_farther', 'step_dead'])
    expect(documentationOf(process.nodes[0] as BpmnElement)).toEqual(['Needs: text', 'Events: Opened'])
  })

  it('documents a fact a line, whatever it is called', async () => {
    const [field, role, event] = ['a\nNeeds: nothing', 'b\r\nBy: anyone', 'c\u2028Events: none']
    const when = { field: `state.record.${field}`, operator: 'equals', value: 1 } as const
    const moves = [{ on: 'go', to: 'b', when, needs: [field], role: [role], emits: [event], why: 'Because:\nso' }] as const
    const definition = { ...counterService, initial: 'a', limits: [], steps: { a: { title: 'A', moves }, b: { title: 'B', moves: [] } } }
    const { flows } = await processOf(toBpmn(definition))
    const go = flows.find((flow) => own(flow, 'command') === 'go') as BpmnElement
    const condition = 'Only if: state.record.a Needs: nothing = 1'
    expect(documentationOf(go)).toEqual([condition, 'Needs: a Needs: nothing', 'By: b By: anyone', 'Events: c Events: none', 'Because:', 'so'])
  })

  it('lets no arrow run along another to elsewhere, not even straight on', async () => {
    const move = (on: string, to: string): WorkflowMove => ({ on, to, emits: ['X'] })
    const stepOf = (title: string, ...moves: readonly WorkflowMove[]) => ({ title, moves })
    const stepsWith = (c: object) => ({
      // Stands before the first step in the definition, but not in the diagram.
      unreached: stepOf('U', move('1', 'far')),
      a: stepOf('A', move('1', 'b'), move('2', 'c')),
      b: stepOf('B', move('1', 'd'), move('2', 'e')),
      // Right before e, which is entered where its way back would run straight on.
      c,
      d: stepOf('D', move('1', 'far')),
      e: stepOf('E', move('1', 'd'), move('2', 'c')),
      far: stepOf('F', move('1', 'e'), move('2', 'a')),
    })
    for (const steps of [stepsWith(stepOf('C', move('1', 'a'))), stepsWith(stepOf('C', move('1', 'a'), move('2', 'far')))]) {
      const definition = { ...counterService, initial: 'a', limits: [], steps } as WorkflowDefinition
      const process = await processOf(toBpmn(definition))
      expectSame(process, definition)
      expectDrawn(process)
    }
  })

  it('lets no text mean more than itself', async () => {
    const moves = (index: number): WorkflowMove[] => [
      { on: hostileTexts[index] as string, to: '.', emits: ['X'] },
      { on: hostileTexts.at(index - 1) as string, to: hostileTexts.at(index - 7) as string, emits: ['X'] },
    ]
    const steps = Object.fromEntries(hostileTexts.map((text, index) => [text, { title: text, responsible: text, moves: moves(index) }]))
    const initial = hostileTexts[0] as string
    const definition: WorkflowDefinition = {
      ...counterService,
      id: hostileTexts.join(''),
      initial,
      steps,
      limits: [],
      terms: {},
      title: hostileTexts.join(''),
    }
    const process = await processOf(toBpmn(definition))
    expectSame(process, definition)
    expectSound(process)
    expectDrawn(process)
    expect(own(process.definitions, 'definition')).toBe(held(definition.id))
    const names = process.nodes.filter((node) => own(node, 'step') !== undefined).map(({ name }) => name)
    expect(names).toContain('<script>alert(1)</script>')
    expect(names).toContain('one two three')
    expect(names).toContain('null')
  })

  it('is parsed by bpmn-moddle whatever the definition', async () => {
    await fc.assert(
      fc.asyncProperty(randomWorkflow(hostilePools), async (definition) => {
        const xml = toBpmn(deepFreeze(definition))
        expect(toBpmn(structuredClone(definition))).toBe(xml)
        const process = await processOf(xml)
        expectSame(process, definition)
        expectSound(process)
        expectDrawn(process)
      }),
      { numRuns: 40 },
    )
  })

  it('refuses what is no definition, language or option', () => {
    expect(issuesOf(() => toBpmn({ ...counterService, version: [] as never }, { language: '' }))).toEqual([
      ['wrong-type', ['definition', 'version']],
      ['not-a-language-tag', ['options', 'language']],
    ])
    expect(issuesOf(() => toBpmn(null as never))).toEqual([['wrong-type', ['definition']]])
    expect(issuesOf(() => toBpmn(counterService, [] as never))).toEqual([['wrong-type', ['options']]])
  })
})
