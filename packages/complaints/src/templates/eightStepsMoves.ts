import type { Condition } from '@clientele/core'
import type { WorkflowMove } from '../workflow/types.js'

/** The roles, from the first to meet a customer. */
export const everyone: readonly string[] = ['agent', 'manager', 'director']
export const deciders: readonly string[] = ['manager', 'director']

/** What can be done wherever a complaint is open. */
export const anywhere: readonly WorkflowMove[] = [
  { on: 'escalate', to: '.', role: everyone, emits: ['ComplaintEscalated'] },
  { on: 'changePriority', to: '.', needs: ['priority'], role: everyone, emits: ['PriorityChanged'] },
  {
    on: 'extendDeadline',
    to: '.',
    when: { field: 'command.until', operator: 'above', value: '0001-01-01' },
    needs: ['until'],
    role: deciders,
    emits: ['DeadlineExtended'],
    why: { en: 'A deadline is extended to a date, by whoever answers for it.', 'zh-CN': '期限须由负责人延长到某一日期。' },
  },
  { on: 'correctRecord', to: '.', role: everyone, emits: ['RecordCorrected'] },
]

/** What can be done until the customer has been told the outcome. */
export const beforeNotice: readonly WorkflowMove[] = [
  {
    on: 'withdraw',
    to: 'withdrawn',
    when: { not: { field: 'state.facts.CustomerNotified.sequence', operator: 'at-least', value: 1 } },
    role: everyone,
    emits: ['ComplaintWithdrawn'],
    why: {
      en: 'Once the customer has been told the outcome, the complaint is carried to its end.',
      'zh-CN': '结果已告知客户之后，投诉须处理到底。',
    },
  },
  {
    on: 'mergeInto',
    to: 'merged',
    when: { not: { field: 'state.facts.CustomerNotified.sequence', operator: 'at-least', value: 1 } },
    needs: ['into'],
    role: everyone,
    emits: ['ComplaintMerged'],
    why: {
      en: 'It goes on in another complaint, which is named; once the customer has been told the outcome, it is carried to its own end.',
      'zh-CN': '须写明并入哪一投诉；结果已告知客户之后，不再合并。',
    },
  },
]

/** Waiting for the customer, from a step to which it goes back. */
export const waiting: WorkflowMove = { on: 'awaitCustomer', to: 'awaiting-customer', role: everyone, emits: ['CustomerAwaited'] }

/** What can be done at most steps besides their own moves. */
export const open: readonly WorkflowMove[] = [waiting, ...beforeNotice, ...anywhere]

/** A new cycle. */
export const reopening: WorkflowMove = {
  on: 'reopen',
  to: 'recorded',
  role: everyone,
  emits: ['ComplaintReopened', 'ReceiptAcknowledged'],
  startsCycle: true,
  why: {
    en: 'A new cycle begins; what the earlier ones say stays on file, but is no evidence any more.',
    'zh-CN': '开始新的一轮处理；以前各轮记录照旧归档，但不再作为依据。',
  },
}

/** What who decides on a solution can do. */
export const atApproval = (role: readonly string[]): readonly WorkflowMove[] => [
  {
    on: 'approveSolution',
    to: 'approved',
    role,
    notBy: ['proposer'],
    emits: ['SolutionApproved'],
    why: {
      en: 'Nobody approves what they proposed themselves, or more than their limit allows.',
      'zh-CN': '提出方案的人不得自己批准；超过限额的，由上级批准。',
    },
  },
  { on: 'sendBack', to: 'analysed', role, emits: ['SolutionSentBack'] },
]

/** The customer's response, as `response: 'accepted'` or as the flag `accepted: true`; likewise disputed. */
export const said = (response: string): Condition => ({
  any: [
    { field: 'command.response', operator: 'equals', value: response },
    { field: `command.${response}`, operator: 'equals', value: true },
  ],
})
