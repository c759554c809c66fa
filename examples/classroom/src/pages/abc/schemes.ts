import type { Issue } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { checkTierScheme, type ShareScheme, type ThresholdScheme, type TierScheme } from '@clientele/tiering'
import { paretoAbc, textbookAbc, textbookShares } from '@clientele/tiering/templates'
import { cutTiers, type Way } from './chapter.js'
import { type AbcFields, boundaryField, cutField, defaults } from './fields.js'

/** Once cuts are moved, a scheme is no longer what the template's title says. */
const titles = {
  'share-of-customers': { en: 'ABC by shares of the customers', 'zh-CN': '按客户数比例的 ABC 分类' },
  'share-of-value': { en: 'ABC by shares of the value', 'zh-CN': '按价值比例的 ABC 分类' },
} as const

/** The scheme of a way as it is typed; that of the template where nothing was changed. */
export function schemeOf(fields: AbcFields, way: Way): TierScheme {
  return way === 'threshold' ? thresholdSchemeOf(fields) : shareSchemeOf(fields, way)
}

export function thresholdSchemeOf(fields: AbcFields): ThresholdScheme {
  const tiers = textbookAbc.tiers.map((tier, index) => ({ ...tier, from: typedCut(fields, 'threshold', index) ?? null }))
  return { ...textbookAbc, tiers, ...changedBoundary(fields, 'threshold') } as ThresholdScheme
}

export function shareSchemeOf(fields: AbcFields, way: Exclude<Way, 'threshold'>): ShareScheme {
  const template = way === 'share-of-customers' ? textbookShares : paretoAbc
  const isMoved = cutTiers.some((tier) => fields[cutField(way, tier)] !== defaults[cutField(way, tier)])
  const cuts = template.cuts.map((cut, index) => ({ ...cut, upToPercent: typedCut(fields, way, index) ?? cut.upToPercent }))
  return { ...template, ...(isMoved ? { title: titles[way] } : {}), cuts, ...changedBoundary(fields, way) } as ShareScheme
}

/** The last tier ends at no cut that could be typed. */
function typedCut(fields: AbcFields, way: Way, index: number): string | undefined {
  const tier = cutTiers[index]
  return tier === undefined ? undefined : fields[cutField(way, tier)]
}

/** The boundary, where it is not the one that holds unless another is given. */
function changedBoundary(fields: AbcFields, way: Way): { readonly boundary?: string } {
  const field = boundaryField(way)
  return fields[field] === defaults[field] ? {} : { boundary: fields[field] }
}

/**
 * What is wrong with a scheme, where it was typed. That the last cut, 100 %, is not above the others would be found at that cut, which cannot be
 * typed: it is said of the one that is 100 %.
 */
export function schemeIssues(scheme: TierScheme): Issue[] {
  const issues = checkTierScheme(scheme)
  const ofOthers = issues.filter(({ path }) => path[1] !== cutTiers.length)
  if (scheme.type === 'threshold' || ofOthers.length === issues.length) return issues
  const whole = scheme.cuts.slice(0, -1).flatMap(({ upToPercent }, index) => (Number(upToPercent) === 100 ? [index] : []))
  return [...ofOthers, ...whole.map((index) => createIssue('not-below', ['cuts', index, 'upToPercent'], { bound: '100', actual: '100' }))]
}
