/**
 * Shows a decimal in a sentence: with a typographic minus sign.
 *
 * @param value - The decimal, as a result has it.
 * @returns The same digits.
 * @example
 * import { shown } from '@clientele/core/explain'
 *
 * shown('-0.5') //=> '−0.5'
 */
export function shown(value: string): string {
  return value.replace('-', '−')
}
