import type { FunnelLocale } from '../src/explain.js'

/** What is no template of a sentence. */
const OTHERS = ['charts', 'core', 'languageTag', 'sentenceSeparator', 'pipeline.clauseSeparator']

const mark = (place: string): string => `⟦${place}⟧`

/** The places of all texts of which sentences are made. */
export function placesOf(value: unknown, place = ''): readonly string[] {
  if (OTHERS.includes(place)) return []
  if (typeof value === 'string') return [place]
  return Object.entries(value as object).flatMap(([key, one]) => placesOf(one, place === '' ? key : `${place}.${key}`))
}

/** A locale in which every such text begins with its place. */
export function markedLocale(locale: FunnelLocale): FunnelLocale {
  const copy = (value: unknown, place: string): unknown => {
    if (OTHERS.includes(place)) return value
    if (typeof value === 'string') return mark(place) + value
    return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, copy(one, place === '' ? key : `${place}.${key}`)]))
  }
  return copy(locale, '') as FunnelLocale
}

/** The places that sentences of such a locale are made of. */
export function placesIn(sentences: readonly string[]): readonly string[] {
  return sentences.flatMap((sentence) => [...sentence.matchAll(/⟦([^⟧]+)⟧/g)].map(([, place]) => place as string))
}
