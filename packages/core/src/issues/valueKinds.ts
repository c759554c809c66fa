/** The English names of the kinds of value that an input may have to be; the Chinese ones are in `locales/zh-CN.ts`. */
export const valueKinds = {
  boolean: 'true or false',
  column: 'a list or a typed array',
  'decimal-column': 'a list or a typed array of decimals, or { values, digits }',
  'decimal-or-date': 'a decimal or a calendar date',
  'id-column': 'a list of strings, or an Int32Array',
  json: 'plain data, as JSON can hold it',
  list: 'a list',
  'localized-text': 'a string, or an object of strings by language tag',
  number: 'a finite number',
  'number-column': 'a list or a typed array of numbers',
  object: 'an object',
  'plain-value': 'a string, a finite number, true or false',
  scalar: 'a string, a finite number, true, false or null',
  stream: 'an iterable or an async iterable',
  string: 'a string',
  'string-or-number': 'a string or a finite number',
  'string-or-object': 'a string or an object',
} as const

/** A kind of value that an input may have to be. */
export type ValueKind = keyof typeof valueKinds
