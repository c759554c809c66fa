import { formatMessage } from '@clientele/core/explain'

/** Puts facts into a template: between two Chinese characters there is no space, as there is beside a number. */
export function fillTemplate(template: string, facts: { readonly [name: string]: string | number }): string {
  const isChinese = (name: string, place: RegExp): boolean => Object.hasOwn(facts, name) && place.test(String(facts[name]))
  const joined = template
    .replace(/(?<=\p{Script=Han}) \{(\w+)\}/gu, (found, name: string) => (isChinese(name, /^\p{Script=Han}/u) ? found.trim() : found))
    .replace(/\{(\w+)\} (?=\p{Script=Han})/gu, (found, name: string) => (isChinese(name, /\p{Script=Han}$/u) ? found.trim() : found))
  return formatMessage(joined, facts)
}
