import type { Issue, Path } from '@clientele/core'
import { checkChoice, throwIssues } from '@clientele/core/checks'
import type { CollectionShare, CreditPolicyFigures, PolicyComparisonOptions, ReceivablesCostFigures } from '@clientele/credit'
import { numberOf } from '../../fields/numberOf.js'
import {
  type Column,
  costField,
  type Figure,
  figureField,
  filledColumns,
  type Part,
  type PartFigure,
  type PoliciesField,
  type PoliciesFields,
  partField,
  partFigures,
  parts,
  payments,
} from './fields.js'

/** Where a figure of the package is typed. */
const typedAs: { readonly [key: string]: Figure } = {
  id: 'name',
  sales: 'sales',
  variableCostPercent: 'variable',
  collectionDays: 'days',
  receivables: 'receivables',
  badDebtPercent: 'loss',
  badDebt: 'loss',
  collectionCost: 'collection',
  discount: 'discount',
}
const partTypedAs: { readonly [key: string]: PartFigure } = { share: 'share', days: 'day', discountPercent: 'percent' }
const optionTypedAs: { readonly [key: string]: PoliciesField } = {
  costOfCapitalPercent: 'capital',
  daysInYear: 'year',
  existingReceivablesAt: 'carried',
}
const costTypedAs: { readonly [key: string]: PoliciesField } = {
  dailySales: costField('sales'),
  collectionDays: costField('days'),
  variableCostPercent: costField('variable'),
  costOfCapitalPercent: costField('capital'),
  managementCost: costField('management'),
  badDebtPercent: costField('loss'),
  daysInYear: costField('year'),
}

/** The policies that are typed, as the package takes them; what is not typed is left out. */
export function policiesOf(fields: PoliciesFields): readonly CreditPolicyFigures[] {
  return filledColumns(fields).map((column) => policyOf(fields, column))
}

function policyOf(fields: PoliciesFields, column: Column): CreditPolicyFigures {
  const typed = (figure: Figure) => fields[figureField(figure, column)]
  const given = {
    id: typed('name'),
    ...present('sales', typed('sales')),
    ...present('variableCostPercent', typed('variable')),
    ...paymentOf(fields, column),
    ...lossOf(typed('loss')),
    ...present('collectionCost', typed('collection')),
    ...(fields[figureField('payment', column)] === 'mix' ? {} : present('discount', typed('discount'))),
  }
  return given as CreditPolicyFigures
}

function present(key: string, text: string): { readonly [key: string]: string } {
  return text === '' ? {} : { [key]: text }
}

function paymentOf(fields: PoliciesFields, column: Column): object {
  const payment = fields[figureField('payment', column)]
  if (payment === 'mix') return { mix: filledParts(fields, column).map((part) => shareOf(fields, column, part)) }
  if (payment === 'receivables') return present('receivables', fields[figureField('receivables', column)])
  return present('collectionDays', fields[figureField('days', column)])
}

function filledParts(fields: PoliciesFields, column: Column): readonly Part[] {
  return parts.filter((part) => partFigures.some((figure) => fields[partField(figure, column, part)] !== ''))
}

function shareOf(fields: PoliciesFields, column: Column, part: Part): CollectionShare {
  const typed = (figure: PartFigure) => fields[partField(figure, column, part)]
  return { ...present('days', typed('day')), ...present('share', typed('share')), ...present('discountPercent', typed('percent')) } as never
}

/** Bad debts are an amount, or with a percent sign a percentage of sales. */
function lossOf(text: string): object {
  const trimmed = text.trimEnd()
  return /[%％]$/.test(trimmed) ? { badDebtPercent: trimmed.slice(0, -1).trimEnd() } : present('badDebt', text)
}

/** How policies are compared. */
export function optionsOf({ capital, year, carried }: PoliciesFields): PolicyComparisonOptions {
  return {
    ...present('costOfCapitalPercent', capital),
    daysInYear: numberOf(year),
    existingReceivablesAt: carried,
  } as unknown as PolicyComparisonOptions
}

/** What receivables are told to find their three costs. */
export function costFiguresOf(fields: PoliciesFields): ReceivablesCostFigures {
  const typed = Object.entries(costTypedAs).map(([key, field]) => present(key, fields[field]))
  return { ...Object.assign({}, ...typed), daysInYear: numberOf(fields['cost-year']) }
}

/** The field that an issue of the comparison comes from. */
export function comparisonField(fields: PoliciesFields, [kind, index, key, row, partKey]: Path): PoliciesField {
  if (kind === 'options') return optionTypedAs[index as string] as PoliciesField
  const column = filledColumns(fields)[index as number]
  // There is no policy at all.
  if (column === undefined) return 'name-1'
  if (key === 'mix') {
    const part = filledParts(fields, column)[row as number] ?? '1'
    return partField(partTypedAs[partKey as string] ?? 'share', column, part)
  }
  // Without receivables the package asks for days.
  if (key === 'collectionDays' && fields[figureField('payment', column)] === 'receivables') return figureField('receivables', column)
  return figureField(typedAs[key as string] as Figure, column)
}

/** The field that an issue of the receivables' costs comes from. */
export function costIssueField([key]: Path): PoliciesField {
  return costTypedAs[key as string] as PoliciesField
}

/** A link may hold another way to tell when customers pay than there is. */
export function checkPayment(fields: PoliciesFields, column: Column): void {
  const issues: Issue[] = []
  checkChoice(fields[figureField('payment', column)], payments, [], issues)
  throwIssues(issues)
}
