import type { Fields } from '../types.js'
import { AS_IN_CASE } from './chapter.js'
import type { Told } from './log.js'

/** What a command is asked to tell, by its name; the others tell nothing. */
const commandFields = {
  judgeComplaint: ['verdict', 'grounds', 'appealRoute'],
  assignDepartment: ['department'],
  analyseCause: ['cause'],
  proposeSolution: ['remedy', 'amount', 'currency'],
  approveSolution: ['paidToCustomer'],
  recordCustomerResponse: ['response'],
  changePriority: ['priority'],
  extendDeadline: ['until'],
  mergeInto: ['into'],
} as const

type FormCommand = keyof typeof commandFields
export type FormField = (typeof commandFields)[FormCommand][number]

/** Texts that the case has of its own: left out of a command where nobody typed another one. */
const ownTexts: readonly FormField[] = ['grounds', 'appealRoute', 'department', 'remedy']

/** Who acts and when, the commands so far, what is typed for the next one, and which deadline is looked at. */
export interface ComplaintFields extends Fields {
  readonly actor: string
  readonly at: string
  readonly pace: string
  readonly log: string
  /** The command whose form is open; none where empty. */
  readonly form: string
  readonly clock: string
}

const formDefaults: { readonly [field in FormField]: string } = {
  verdict: 'upheld',
  grounds: AS_IN_CASE,
  appealRoute: AS_IN_CASE,
  department: AS_IN_CASE,
  cause: 'product-or-service-defect',
  remedy: AS_IN_CASE,
  amount: '120',
  currency: 'CNY',
  paidToCustomer: '300',
  response: 'accepted',
  priority: 'high',
  until: '2024-03-15',
  into: 'C-2',
}

export const defaults: ComplaintFields = {
  actor: 'li',
  at: '2024-03-01 09:02',
  pace: 'quarter',
  log: '',
  form: '',
  clock: 'resolution',
  ...formDefaults,
}

export const isFormCommand = (type: string): type is FormCommand => Object.hasOwn(commandFields, type)

/** What a command is asked to tell now: whoever is turned down is told where to appeal. */
export function askedBy(type: string, fields: ComplaintFields): readonly FormField[] {
  if (!isFormCommand(type)) return []
  return commandFields[type].filter((field) => field !== 'appealRoute' || fields['verdict'] === 'rejected')
}

/** What is typed for a command, as it is kept: without the case's own texts, and without money where there is none. */
export function toldBy(type: string, fields: ComplaintFields): Told {
  const isFree = fields['amount'] === ''
  const kept = askedBy(type, fields).filter((field) => {
    if (ownTexts.includes(field)) return fields[field] !== AS_IN_CASE
    if (field === 'amount' || field === 'currency') return !isFree
    return field !== 'paidToCustomer' || fields[field] !== ''
  })
  return Object.fromEntries(kept.map((field) => [field, fields[field] ?? '']))
}

/** The case's own texts of a command, where it tells no others. */
export function ownTextsOf(type: string, told: Told): Told {
  if (!isFormCommand(type)) return {}
  const own = commandFields[type].filter((field) => ownTexts.includes(field) && (field !== 'appealRoute' || told['verdict'] === 'rejected'))
  return Object.fromEntries(own.map((field) => [field, AS_IN_CASE]))
}
