import type { JsonValue } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, listTexts, shown } from '@clientele/core/explain'
import { shownMoney, type Vocabulary } from './vocabulary.js'

/** How deep values are shown. */
const DEEPEST = 5
const LISTED = 20

/** The fields of amounts that are in the `currency` beside them. */
const AMOUNTS = ['amount', 'paidToCustomer']

type Fields = { readonly [field: string]: JsonValue }

/** What a command told, field by field: an amount with its currency; of many fields the first 20, and how many more there are. */
export function shownFields(fields: Fields, vocabulary: Vocabulary, depth = 1): string {
  const { core, values } = vocabulary.locale
  const { amount, currency } = { amount: undefined, currency: undefined, ...fields }
  const isMoney = typeof amount === 'string' && typeof currency === 'string'
  const names = Object.keys(fields).filter((name) => !(isMoney && name === 'currency'))
  const texts = names.slice(0, LISTED).map((name) => {
    const value = fields[name] as JsonValue
    const inMoney = isMoney && AMOUNTS.includes(name) && typeof value === 'string'
    const text = inMoney ? shownMoney(value, currency, vocabulary.locale) : shownValue(value, name, vocabulary, depth)
    return formatMessage(values.field, { field: vocabulary.term(name), value: text })
  })
  const more = names.length > LISTED ? [formatMessage(core.more, { number: names.length - LISTED })] : []
  return [...texts, ...more].join(values.fieldSeparator)
}

/** A value of a field. */
export function shownValue(value: JsonValue, field: string, vocabulary: Vocabulary, depth = 1): string {
  const { core, values } = vocabulary.locale
  if (typeof value === 'string') return value.trim() === '' ? values.nothing : vocabulary.coded(field, value)
  if (typeof value === 'number') return shown(decimalText(new Decimal(value)))
  if (typeof value === 'boolean') return value ? values.yes : values.no
  if (value === null || Object.keys(value).length === 0) return values.nothing
  if (depth > DEEPEST) return values.deeper
  if (!Array.isArray(value)) return formatMessage(values.record, { fields: shownFields(value as Fields, vocabulary, depth + 1) })
  return listTexts(
    value.map((one: JsonValue) => shownValue(one, field, vocabulary, depth + 1)),
    core,
  )
}
