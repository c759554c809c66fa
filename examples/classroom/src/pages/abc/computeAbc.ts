import type { Issue } from '@clientele/core'
import { checkChoice, throwIssues } from '@clientele/core/checks'
import {
  type AverageMonthlySales,
  averageMonthlySales,
  type Benefits,
  benefitsFor,
  classifyByShare,
  classifyByThreshold,
  type Tiering,
  type TierScheme,
} from '@clientele/tiering'
import { textbookBenefits } from '@clientele/tiering/templates'
import { numberOf } from '../../fields/numberOf.js'
import type { Attempt } from '../types.js'
import { AS_OF, cutTiers, tiers, type Way, ways } from './chapter.js'
import { type AbcFields, boundaryField, cutField, defaults, profitsTyped, salesTyped, wayOf } from './fields.js'
import { schemeIssues, schemeOf, shareSchemeOf, thresholdSchemeOf } from './schemes.js'

/** A customer who is in another tier than in the example. */
interface Change {
  readonly customer: string
  readonly from: string
  readonly to: string
}

/** Customers in tiers, and what each tier gets. */
export interface Abc {
  readonly way: Way
  readonly scheme: TierScheme
  readonly tiering: Tiering
  /** What customers were sorted by, where that is average sales. */
  readonly averages?: AverageMonthlySales
  readonly changes: readonly Change[]
  /** Of each tier, from the top. */
  readonly benefits: readonly Benefits[]
}

/** Sorts the customers. The scheme, the amounts and the order are tried apart from each other, so that what is wrong with all of them is said at once. */
export function computeAbc(fields: AbcFields, attempt: Attempt): Abc | undefined {
  const benefits = attempt(
    () => tiers.map((tier) => benefitsFor({ tier }, textbookBenefits, { order: fields.order })),
    () => 'order',
  )
  const way = wayOf(fields)
  if (way === undefined) {
    const issues: Issue[] = []
    checkChoice(fields.way, ways, [], issues)
    attempt(
      () => throwIssues(issues),
      () => 'way',
    )
    return undefined
  }
  const isSchemeSound = attempt(
    () => {
      throwIssues(schemeIssues(schemeOf(fields, way)))
      return true
    },
    (path) => schemeField(path, way),
  )
  const areAmountsSound = way === 'threshold' ? trySales(fields, attempt) : tryProfits(fields, attempt)
  if (benefits === undefined || isSchemeSound === undefined || !areAmountsSound) return undefined
  const sorted = sortCustomers(fields, way)
  return { way, ...sorted, changes: changesBetween(sortCustomers(defaults, way).tiering, sorted.tiering), benefits }
}

function schemeField([part, index]: Issue['path'], way: Way): keyof AbcFields {
  if (part === 'boundary') return boundaryField(way)
  return cutField(way, cutTiers[index as number] as (typeof cutTiers)[number])
}

function tryProfits(fields: AbcFields, attempt: Attempt): boolean {
  const typed = profitsTyped(fields)
  const rows = typed.map(({ row }) => row)
  const tried = attempt(
    () => classifyByShare(rows, shareSchemeOf(defaults, 'share-of-value')),
    ([, index]) => typed[index as number]?.field as string,
  )
  return tried !== undefined
}

/** The months are tried without sales, the sales with the example's months. */
function trySales(fields: AbcFields, attempt: Attempt): boolean {
  const typed = salesTyped(fields)
  const rows = typed.map(({ row }) => row)
  const counted = attempt(
    () => averageMonthlySales([], { months: numberOf(fields.months), asOf: AS_OF }),
    () => 'months',
  )
  const read = attempt(
    () => averageMonthlySales(rows, { months: numberOf(defaults.months), asOf: AS_OF }),
    ([, index]) => typed[index as number]?.field as string,
  )
  return counted !== undefined && read !== undefined
}

function sortCustomers(fields: AbcFields, way: Way): Pick<Abc, 'scheme' | 'tiering' | 'averages'> {
  if (way !== 'threshold') {
    const scheme = shareSchemeOf(fields, way)
    return {
      scheme,
      tiering: classifyByShare(
        profitsTyped(fields).map(({ row }) => row),
        scheme,
      ),
    }
  }
  const scheme = thresholdSchemeOf(fields)
  const rows = salesTyped(fields).map(({ row }) => row)
  const averages = averageMonthlySales(rows, { months: numberOf(fields.months), asOf: AS_OF })
  return { scheme, averages, tiering: classifyByThreshold(averages, scheme) }
}

/** Who is in another tier; whoever is in one of the two alone has not changed. */
function changesBetween(before: Tiering, after: Tiering): Change[] {
  const tierBefore = new Map(before.customers.map(({ customer, tier }) => [customer, tier]))
  return after.customers.flatMap(({ customer, tier }) => {
    const from = tierBefore.get(customer)
    return from === undefined || from === tier ? [] : [{ customer, from, to: tier }]
  })
}
