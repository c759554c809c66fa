import { roundDecimal } from '@clientele/core'

const DIGITS = 3

/** A number to three decimal places, rounded so that it does not cross the bound of its class. */
export function shownWithin(value: number, classOf: (value: number) => string): string {
  const rounded = (['half-up', 'floor', 'ceiling'] as const).map((mode) => roundDecimal(value, DIGITS, mode))
  return rounded.find((text) => classOf(Number(text)) === classOf(value)) as string
}
