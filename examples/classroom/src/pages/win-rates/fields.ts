import { example } from './deals.js'

const numbers = [1, 2, 3, 4, 5, 6, 7, 8] as const

type DealNumber = (typeof numbers)[number]
type DaysField = `days-${DealNumber}`
type OutcomeField = `outcome-${DealNumber}`

/** Days and outcome of each deal, none where the days are empty; what the open ones are supposed to become (`won`, `lost`); the rate to be told to the boss. */
export type WinRatesFields = { readonly [field in DaysField | OutcomeField | 'suppose' | 'boss']: string }

export const daysField = (number: DealNumber): DaysField => `days-${number}`
export const outcomeField = (number: DealNumber): OutcomeField => `outcome-${number}`

export { numbers as dealNumbers }

export const defaults = Object.fromEntries([
  ...numbers.flatMap((number, index) => {
    const [days, outcome] = example[index] as (typeof example)[number]
    return [
      [daysField(number), String(days)],
      [outcomeField(number), outcome],
    ]
  }),
  ['suppose', 'open'],
  ['boss', ''],
]) as WinRatesFields
