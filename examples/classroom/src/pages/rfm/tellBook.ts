import type { VegaLiteSpecification } from '@clientele/core/charts'
import type { Rfm, RfmCustomer } from '@clientele/tiering'
import { lorenzChart, rfmHeatMapChart } from '@clientele/tiering/charts'
import { explainRfm, explainValueConcentration } from '@clientele/tiering/explain'
import type { Language } from '../types.js'
import type { ScoredBook } from './computeRfm.js'
import { locales } from './texts/rfmTexts.js'

/** What the packages say of a book, in sentences and pictures. */
export interface ToldBook {
  readonly sentences: readonly string[]
  readonly heatMap: VegaLiteSpecification
  /** The picture's title: on a phone it needs several lines, which a picture does not make. */
  readonly heatMapTitle: string
  readonly revenue: readonly string[]
  readonly lorenz: VegaLiteSpecification
  /** By segments in the scheme's order, and in each the highest scores first. */
  readonly customers: readonly RfmCustomer[]
}

/** Of more customers, not every one is explained so that all are. */
const MANY = 2000

const told = new WeakMap<Rfm, { [language in Language]?: ToldBook }>()

/** Tells a book in a language; once, for a page is shown again at every change, and a book may be large. */
export function tellBook(scored: ScoredBook, language: Language): ToldBook {
  const known = told.get(scored.rfm) ?? {}
  told.set(scored.rfm, known)
  known[language] ??= tell(scored, language)
  return known[language]
}

function tell(scored: ScoredBook, language: Language): ToldBook {
  const { rfm, scheme, revenue } = scored
  const locale = locales[language]
  const { title, ...heatMap } = rfmHeatMapChart(rfm, scheme, locale)
  return {
    sentences: tellAll(scored, language),
    heatMap,
    heatMapTitle: String(title),
    revenue: explainValueConcentration(revenue, locale).sentences,
    lorenz: lorenzChart(revenue, locale),
    customers: sortCustomers(scored),
  }
}

function sortCustomers({ rfm }: ScoredBook): readonly RfmCustomer[] {
  const places = new Map(rfm.segments.map(({ segment }, place) => [segment, place]))
  const placeOf = ({ segment }: RfmCustomer): number => places.get(segment) as number
  return [...rfm.customers].sort((a, b) => placeOf(a) - placeOf(b) || b.r - a.r || b.f - a.f || b.m - a.m)
}

/** The first sentence counts the customers: it is left out where not all of them are explained. */
function tellAll({ rfm, scheme }: ScoredBook, language: Language): readonly string[] {
  const { customers } = rfm
  const few = customers.length > MANY ? customers.slice(0, 1) : customers
  const { sentences } = explainRfm({ ...rfm, customers: few }, scheme, locales[language])
  return few === customers ? sentences : sentences.slice(1)
}

/** Why a customer has its scores; nothing of a customer who is not there. */
export function tellCustomer({ rfm, scheme }: ScoredBook, customer: string, language: Language): readonly string[] | undefined {
  const found = rfm.customers.find((one) => one.customer === customer)
  return found && explainRfm({ ...rfm, customers: [found] }, scheme, locales[language]).customers[0]?.sentences
}
