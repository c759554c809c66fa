const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/
const THOUSANDS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/

/** A date as the packages write it, if its year comes first, without a time of day; anything else as it stands, for nobody knows which of 06/07 is the month. */
export function readDate(text: string): string {
  const [, year, month = '', day = ''] = DATE.exec(text) ?? DIGITS.exec(text) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** An amount as the packages write it: without a sign of yuan before it, and without commas between thousands; anything else as it stands. */
export function readAmount(text: string): string {
  const number = text.replace(/^[¥￥] ?/, '')
  return THOUSANDS.test(number) ? number.replaceAll(',', '') : number
}
