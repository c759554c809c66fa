import type { JsonValue } from '../types.js'

/**
 * Fills the `{placeholders}` of a message template with parameters.
 *
 * @param template - The text; `{name}` stands for the parameter `name`.
 * @param params - The values. A placeholder without an own parameter is left as it is.
 * @param listSeparator - What stands between the members of a list; a comma and a space unless given.
 * @returns The filled text.
 * @example
 * import { formatMessage } from '@clientele/core/explain'
 *
 * formatMessage('{candidate} scores {total}', { candidate: 'A', total: '67' })
 * //=> 'A scores 67'
 */
export function formatMessage(template: string, params: { readonly [name: string]: JsonValue }, listSeparator = ', '): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    if (!Object.hasOwn(params, name)) return placeholder
    const value = params[name]
    return Array.isArray(value) ? value.join(listSeparator) : String(value)
  })
}
