import {
  type Actor,
  availableCommands,
  type ComplaintCommand,
  type ComplaintEvent,
  classifyComplaint,
  decideComplaint,
  openComplaint,
  replayComplaint,
  shortestPath,
  toMermaid,
} from '@clientele/complaints'
import {
  type ComplaintsLocale,
  explainAvailableCommands,
  explainClassification,
  explainComplaint,
  explainDecision,
  explainHistory,
  explainShortestPath,
  explainWorkflow,
} from '@clientele/complaints/explain'
import { complaintTaxonomy, eightSteps } from '@clientele/complaints/templates'
import { section } from './lines.js'
import type { ComplaintTexts } from './texts/types.js'

const li: Actor = { id: 'li', role: 'agent' }
const chen: Actor = { id: 'chen', role: 'manager' }

/** A command of the case: who gives it, when on the first days of March 2024, and what it tells. */
function command(by: Actor, at: string, type: string, told: { readonly [field: string]: string | number } = {}): ComplaintCommand {
  return { type, at: `2024-03-${at}:00+08:00`, by, ...told }
}

/** A leaking kettle, from the call to the file. */
const opening = {
  type: 'recordComplaint',
  at: '2024-03-01T09:00:00+08:00',
  by: li,
  complaint: 'C-1',
  customer: 'Wang',
  content: 'product-quality',
} as const
const way = (texts: ComplaintTexts): readonly ComplaintCommand[] => [
  command(li, '01T09:02', 'expressSympathy'),
  command(li, '01T09:20', 'judgeComplaint', { verdict: 'upheld', grounds: texts.grounds }),
  command(li, '01T09:25', 'assignDepartment', { department: texts.department }),
  command(li, '02T14:00', 'analyseCause', { cause: 'product-or-service-defect' }),
  command(li, '02T15:00', 'proposeSolution', { remedy: texts.remedy, amount: '120', currency: 'CNY' }),
  command(chen, '02T16:30', 'approveSolution', { paidToCustomer: '300' }),
  command(li, '02T17:00', 'notifyCustomer'),
  command(li, '04T10:00', 'carryOutSolution'),
  command(li, '05T11:00', 'recordCustomerResponse', { response: 'accepted' }),
  command(li, '06T09:00', 'evaluateComplaint'),
]

/** The history of the case, each command decided where the one before it led. */
export function historyOf(texts: ComplaintTexts): readonly ComplaintEvent[] {
  const opened = openComplaint({ ...opening, description: texts.description }, eightSteps)
  const events = opened.ok ? [...opened.events] : []
  for (const next of way(texts)) {
    const decision = decideComplaint({ command: next, state: replayComplaint(events, eightSteps) }, eightSteps)
    if (decision.ok) events.push(...decision.events)
  }
  return events
}

/** The eight steps of handling a complaint (S1, 客戶投訴管理): the process, its diagram, a case, and what is refused on its way. */
export function showComplaints(texts: ComplaintTexts, locale: ComplaintsLocale): string[] {
  const history = historyOf(texts)
  const upTo = (sequence: number) => replayComplaint(history.slice(0, sequence), eightSteps)
  const refuse = (sequence: number, refused: ComplaintCommand): readonly string[] =>
    explainDecision(decideComplaint({ command: refused, state: upTo(sequence) }, eightSteps), eightSteps, locale).sentences
  const recorded = upTo(2)
  const path = shortestPath({ state: recorded, to: 'closed' }, eightSteps)
  const available = availableCommands({ state: upTo(7), actor: chen, at: '2024-03-02T16:00:00+08:00' }, eightSteps)
  const classification = classifyComplaint(
    { content: 'product-quality', cause: 'product-or-service-defect', severity: 'moderate', impact: 'one-customer' },
    complaintTaxonomy,
  )
  return [
    `═══ ${texts.title} ═══`,
    ...section(texts.process, explainWorkflow(eightSteps, locale).sentences),
    ...section(texts.path, explainShortestPath(path, eightSteps, locale).sentences),
    ...section(texts.case, explainHistory(history, eightSteps, locale).sentences),
    ...section(texts.outcome, explainComplaint(upTo(history.length), eightSteps, locale).sentences),
    ...section(texts.tooEarly, refuse(2, command(li, '01T09:01', 'judgeComplaint', { verdict: 'upheld', grounds: texts.grounds }))),
    ...section(texts.ownProposal, refuse(7, command(li, '02T15:05', 'approveSolution', { paidToCustomer: '300' }))),
    ...section(texts.overLimit, refuse(7, command(chen, '02T16:00', 'approveSolution', { paidToCustomer: '4900' }))),
    ...section(texts.next, explainAvailableCommands(available, eightSteps, locale).sentences),
    ...section(texts.sorted, explainClassification(classification, complaintTaxonomy, locale).sentences),
    ...section(texts.diagram, toMermaid(eightSteps, { language: locale.languageTag }).trimEnd().split('\n')),
  ]
}
