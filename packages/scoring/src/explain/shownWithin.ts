import { roundDecimal } from '@clientele/core'
import { shownSmall } from '@clientele/core/explain'

const DIGITS = 3

/** A measure of 0 or more, to three decimal places, rounded so that it does not cross the bound of its class. */
export function shownWithin(value: number, classOf: (value: number) => string): string {
  const rounded = (['half-up', 'floor', 'ceiling'] as const).map((mode) => roundDecimal(value, DIGITS, mode))
  const within = rounded.find((text) => classOf(Number(text)) === classOf(value)) as string
  return within === '0' ? shownSmall(value) : within
}
