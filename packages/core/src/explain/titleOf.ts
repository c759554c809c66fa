import { localizeText } from '../texts/localizeText.js'
import type { LocalizedText } from '../types.js'

/** What may have a title: a policy, or one of those that it lists. */
export interface Titled {
  readonly id: string
  /** The id unless given. */
  readonly title?: LocalizedText | undefined
}

/** What one of a policy's own, such as a sign or a role, is called, by its id. */
export type Title = (id: string) => string

/**
 * Tells what a policy, or one of those that it lists, is called.
 *
 * @param titled - What has an id, and perhaps a title.
 * @param locale - A locale of any package, for its language.
 * @returns The title in the language, or the id.
 * @example
 * import { titleOf } from '@clientele/core/explain'
 * import { en } from '@clientele/core/locales/en'
 *
 * titleOf({ id: 'net-30', title: { en: 'Thirty days', 'zh-CN': '三十天' } }, en) //=> 'Thirty days'
 * titleOf({ id: 'net-30' }, en) //=> 'net-30'
 */
export function titleOf({ id, title = id }: Titled, { languageTag }: { readonly languageTag: string }): string {
  return localizeText(title, languageTag)
}

/**
 * Tells what those that a policy lists are called.
 *
 * @param list - Each with an id of its own, and perhaps a title.
 * @param locale - A locale of any package, for its language.
 * @returns What an id stands for is called: by its title, or where it has none, or is not listed, by the id.
 * @example
 * import { titlesOf } from '@clientele/core/explain'
 * import { en } from '@clientele/core/locales/en'
 *
 * const title = titlesOf([{ id: 'director', title: 'Sales director' }, { id: 'clerk' }], en)
 * title('director') //=> 'Sales director'
 * title('clerk') //=> 'clerk'
 */
export function titlesOf(list: readonly Titled[], locale: { readonly languageTag: string }): Title {
  const titled = new Map(list.map((one) => [one.id, { ...one }]))
  return (id) => titleOf(titled.get(id) ?? { id }, locale)
}
