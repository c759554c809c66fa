import type { ComplaintsLocale } from '@clientele/complaints/explain'
import { en } from '@clientele/complaints/locales/en'
import { zhCN } from '@clientele/complaints/locales/zh-CN'
import { createIssue, describeValue } from '@clientele/core/checks'
import type { FastifyRequest } from 'fastify'
import { Problem } from './Problem.js'

/** The languages of the answers, the usual one first. */
const languages = ['en', 'zh-CN'] as const

export type Language = (typeof languages)[number]

export const locales: { readonly [Tag in Language]: ComplaintsLocale } = { en, 'zh-CN': zhCN }

/** The language of `?lang=`, which must be one that there is, or else of `Accept-Language`. */
export function requestedLanguage(request: FastifyRequest): Language {
  const { lang } = request.query as { readonly lang?: unknown }
  if (lang === undefined || languages.some((tag) => tag === lang)) return spokenLanguage(request)
  const issue = createIssue('not-allowed', ['lang'], { allowed: languages.map((tag) => `"${tag}"`), actual: describeValue(lang) })
  throw new Problem('malformed-request', { en: 'There is no such language.', 'zh-CN': '没有这种语言。' }, { issues: [issue] })
}

/** The language of `?lang=` where there is such, or else of `Accept-Language`: that of a problem, whatever the problem is. */
export function spokenLanguage({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  // Null where Fastify could not even read the address.
  const { lang } = (query ?? {}) as { readonly lang?: unknown }
  return languages.find((tag) => tag === lang) ?? acceptedLanguage(headers['accept-language'])
}

/**
 * Chooses the language that a client likes best.
 *
 * @param header - `Accept-Language`, RFC 9110: `zh-CN, zh;q=0.9, en;q=0.8`. Where it names no language that there is, the first one that it does not refuse by
 * `q=0`.
 */
function acceptedLanguage(header: string | undefined): Language {
  const ranges = (header ?? '').split(',').map(readRange)
  const liked = languages.map((language) => ({ language, ...likingOf(language, ranges) }))
  const [best] = liked.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality || a.place - b.place)
  return (best ?? liked.find(({ isNamed }) => !isNamed))?.language ?? languages[0]
}

interface Range {
  readonly primary: string
  readonly quality: number
  readonly place: number
}

function readRange(text: string, place: number): Range {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return { primary: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality), place }
}

/** How much a client likes a language: as the range says that names it, or else as `*` says. */
function likingOf(language: Language, ranges: readonly Range[]): { readonly quality: number; readonly place: number; readonly isNamed: boolean } {
  const named = ranges.filter(({ primary }) => primary === language.split('-')[0])
  const matching = named.length > 0 ? named : ranges.filter(({ primary }) => primary === '*')
  const [best] = [...matching].sort((a, b) => b.quality - a.quality)
  return { quality: best?.quality ?? 0, place: best?.place ?? 0, isNamed: best !== undefined }
}
