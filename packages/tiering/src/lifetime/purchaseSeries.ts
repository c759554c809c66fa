import type { ExpectedWithin, LivingCustomer } from './livingCustomer.js'

/** What is left out of a sum, as a part of it, at most. */
const NEGLIGIBLE = 1e-17

/**
 * Purchases expected of a customer who is alive, summed over how many there would be if nobody stopped.
 *
 * That number is negative binomial: k with the probability P(k) = (1 − z)ˢ (s)ₖ zᵏ / k!, where z = w / (1 + w) for the multiple w. The j-th of them
 * is made by who has not stopped after any before, with the probability (β)ⱼ₋₁ / (a + β)ⱼ₋₁. So the answer is Σ P(k) S(k), where S(k) adds up the
 * latter for j = 1 … k. The coefficients of zᵏ serve all multiples.
 *
 * @param customer - Who is alive.
 * @param greatest - The greatest multiple that will be asked for. It takes a number of terms that is roughly in proportion to
 * (1 + `greatest`) × (`rateShape` + 40).
 */
export function purchaseSeries({ rateShape, stopShape, stayShape }: LivingCustomer, greatest: number): ExpectedWithin {
  const shapes = stopShape + stayShape
  const ratio = greatest / (1 + greatest)
  const logFirst = rateShape * Math.log1p(greatest)
  const terms: number[] = []
  let probability = Math.exp(-logFirst)
  let reaches = 1
  let made = 0
  let sum = 0
  for (let count = 0, isLast = false; !isLast; count++) {
    probability *= (ratio * (rateShape + count)) / (count + 1)
    made += reaches
    reaches *= (stayShape + count) / (shapes + count)
    const term = probability * made
    terms.push(term)
    sum += term
    isLast = isRestNegligible(term, sum, count + 1, ratio * (rateShape + count + 1))
  }
  return (multiple) => {
    if (multiple === greatest) return sum
    const own = multiple / (1 + multiple)
    return sumOfTerms(terms, rateShape, own, own / ratio) * Math.exp(logFirst - rateShape * Math.log1p(multiple))
  }
}

/** Whether what follows a term adds up to next to nothing: the next is at most `next` / `count` times this one, and so on, ever less. */
function isRestNegligible(term: number, sum: number, count: number, next: number): boolean {
  return term * next <= NEGLIGIBLE * sum * (count - next)
}

/** The sum for a lesser ratio z, which is a part of the greatest. */
function sumOfTerms(terms: readonly number[], rateShape: number, ratio: number, part: number): number {
  let power = 1
  let sum = 0
  for (let index = 0; index < terms.length; index++) {
    power *= part
    const term = (terms[index] as number) * power
    sum += term
    if (isRestNegligible(term, sum, index + 1, ratio * (rateShape + index + 1))) break
  }
  return sum
}
