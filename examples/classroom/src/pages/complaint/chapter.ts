import type { RecordComplaint } from '@clientele/complaints'
import { chinaOfficeHours, eightSteps } from '@clientele/complaints/templates'
import type { Entry } from './log.js'
import { people } from './people.js'

/** In place of a text that nobody typed: it is the case's own, in the language that is shown. */
export const AS_IN_CASE = '@case'

/** The texts that the case has of its own. */
export interface StoryTexts {
  readonly customer: string
  readonly description: string
  readonly grounds: string
  readonly appealRoute: string
  readonly department: string
  readonly remedy: string
}

/** A leaking kettle: the call, with which the page begins. */
export const opening: RecordComplaint = {
  type: 'recordComplaint',
  at: '2024-03-01T09:00+08:00',
  by: people[0],
  complaint: 'C-1',
  customer: AS_IN_CASE,
  content: 'product-quality',
  description: AS_IN_CASE,
}

/** The way of the kettle, from the call to the file (S1, 客戶投訴管理). */
export const way: readonly Entry[] = [
  ['expressSympathy', 'li', '2024-03-01 09:02'],
  ['judgeComplaint', 'li', '2024-03-01 09:20', { verdict: 'upheld' }],
  ['assignDepartment', 'li', '2024-03-01 09:25'],
  ['analyseCause', 'li', '2024-03-04 14:00', { cause: 'product-or-service-defect' }],
  ['proposeSolution', 'li', '2024-03-04 15:00', { amount: '120', currency: 'CNY' }],
  ['approveSolution', 'chen', '2024-03-04 16:30', { paidToCustomer: '300' }],
  ['notifyCustomer', 'li', '2024-03-04 17:00'],
  ['carryOutSolution', 'li', '2024-03-05 10:00'],
  ['recordCustomerResponse', 'li', '2024-03-06 11:00', { response: 'accepted' }],
  ['evaluateComplaint', 'li', '2024-03-07 09:00'],
]

const proposed = way.slice(0, 5)

/** What a class tries: the three refusals of the chapter, and what comes when the customer does not agree. */
export const trials = {
  early: { log: [['judgeComplaint', 'li', '2024-03-01 09:01', { verdict: 'upheld' }]], actor: 'li', at: '2024-03-01 09:01' },
  own: { log: [...proposed, ['approveSolution', 'li', '2024-03-04 15:05', { paidToCustomer: '300' }]], actor: 'li', at: '2024-03-04 15:05' },
  limit: {
    log: [...proposed, ['approveSolution', 'chen', '2024-03-04 16:00', { paidToCustomer: '4900' }]],
    actor: 'chen',
    at: '2024-03-04 16:00',
    paidToCustomer: '4900',
  },
  disputed: {
    log: [...way.slice(0, 8), ['recordCustomerResponse', 'li', '2024-03-06 11:00', { response: 'disputed' }]],
    actor: 'li',
    at: '2024-03-06 11:15',
  },
  whole: { log: way, actor: 'li', at: '2024-03-07 09:15' },
} as const satisfies { readonly [trial: string]: { readonly log: readonly Entry[]; readonly [field: string]: unknown } }

export type Trial = keyof typeof trials

/** Every command of the workflow, once for each step that knows it: on the way to the end first, then where it was turned down. */
const offered = Object.entries(eightSteps.steps)
  .sort(([one], [other]) => Number(one === 'rejected') - Number(other === 'rejected'))
  .flatMap(([, { moves }]) => [...new Set(moves.map(({ on }) => on))])

/** So many steps know what belongs to one part of the way; what more of them know can be done almost anywhere. */
const FEW = 4
const isAnywhere = (command: string) => offered.filter((one) => one === command).length > FEW

/** Every command of the workflow: those of the way in its order, then those that can be given almost anywhere. */
export const commands: readonly string[] = [...new Set(offered)].sort((one, other) => Number(isAnywhere(one)) - Number(isAnywhere(other)))

export const office = chinaOfficeHours
