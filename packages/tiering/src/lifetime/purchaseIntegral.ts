import type { ExpectedWithin, LivingCustomer } from './livingCustomer.js'

/** What is left out of a sum, as a part of it, at most. */
const NEGLIGIBLE = 1e-17
/** What makes no difference to 1. */
const ROUNDED_OFF = 1e-16
/**
 * For errors of 1e-16 the step may be 2π / f, where f² is WIDE² + NARROW / the variance of the logit: a function that is free of poles within π/2 has
 * next to no frequencies beyond 23, as e^(−23 π/2) is 2e-16; and a normal bell of the variance 1 none beyond √77, as e^(−77 / 2) is 2e-17.
 */
const WIDE = 23
const NARROW = 77

/** A probability to stop, and how likely the same is beside the likeliest logit. */
interface StopNode {
  readonly stop: number
  readonly stay: number
  readonly weight: number
}

/** How much a node counts for in a sum, and whether the nodes beyond it are a geometric series. */
type Judge = (node: StopNode) => readonly [counts: number, isGeometric: boolean]

/**
 * Purchases expected of a customer who is alive, as the mean of (1 − (1 + p w)⁻ˢ) / p over the probability p to stop, for the multiple w.
 *
 * The mean is a quotient of two sums over equally spaced logits of p, the trapezoidal rule, so that the beta function is not needed. As functions of
 * the logit, both sides are free of poles within π/2 of the real numbers, so the rule converges exponentially. Both tails end as geometric series,
 * which are added up as such. It takes some hundreds of nodes at most, which serve all multiples.
 *
 * @param customer - Who is alive.
 * @param greatest - The greatest multiple that will be asked for.
 * @see L. N. Trefethen and J. A. C. Weideman, "The exponentially convergent trapezoidal rule", *SIAM Review* 56, 2014.
 */
export function purchaseIntegral(customer: LivingCustomer, greatest: number): ExpectedWithin {
  const nodes = nodesOf(customer, greatest)
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0)
  const stops = nodes.map(({ stop }) => stop)
  const weights = nodes.map(({ stop, weight }) => weight / total / stop)
  return (multiple) => {
    let sum = 0
    for (let index = 0; index < stops.length; index++) {
      sum -= (weights[index] as number) * Math.expm1(-customer.rateShape * Math.log1p((stops[index] as number) * multiple))
    }
    return sum
  }
}

function nodesOf({ rateShape, stopShape, stayShape }: LivingCustomer, greatest: number): StopNode[] {
  const shapes = stopShape + stayShape
  const nodeAt = stopDistribution(stopShape, stayShape)
  const step = (2 * Math.PI) / Math.sqrt(WIDE ** 2 + NARROW * (stopShape / shapes) * stayShape)
  // Where so few stop, (1 − p) to the power of β is 1, and as many purchases are expected as if nobody stopped.
  const fewest = ROUNDED_OFF / (shapes + (rateShape + 1) * greatest)
  const left = sideOf(
    (distance) => nodeAt(-distance),
    step,
    stopShape,
    ({ stop, weight }) => [weight / stop, stop < fewest],
  )
  // Where so few stay, p to the power of a is 1.
  const most = ROUNDED_OFF / Math.max(1, shapes)
  const right = sideOf(nodeAt, step, stayShape, ({ stay, weight }) => [weight, stay < most])
  return [nodeAt(0), ...left, ...right]
}

/** The nodes on one side; the last stands for all beyond it, too, if that is anything: they become less by `slope` per unit of the logit. */
function sideOf(nodeAt: (distance: number) => StopNode, step: number, slope: number, judge: Judge): StopNode[] {
  const nodes: StopNode[] = []
  let [before] = judge(nodeAt(0))
  let sum = before
  for (let count = 1; ; count++) {
    const node = nodeAt(count * step)
    const [counts, isGeometric] = judge(node)
    sum += counts
    // What is logarithmically concave becomes less and less from one node to the next.
    if (isGeometric || counts * counts <= NEGLIGIBLE * sum * (before - counts)) {
      nodes.push({ ...node, weight: node.weight / -Math.expm1(-slope * step) })
      return nodes
    }
    nodes.push(node)
    before = counts
  }
}

/** The beta distribution of the probability to stop over its logit, seen from the likeliest one on. */
function stopDistribution(stopShape: number, stayShape: number): (distance: number) => StopNode {
  const shapes = stopShape + stayShape
  const isStopLess = stopShape <= stayShape
  const lesser = isStopLess ? stopShape : stayShape
  const [part, rest] = isStopLess ? [stopShape / shapes, stayShape / shapes] : [stayShape / shapes, stopShape / shapes]
  return (distance) => {
    // Seen from the lesser shape, what is subtracted is small wherever the weight is not.
    const logOdds = isStopLess ? distance : -distance
    const odds = Math.exp(logOdds)
    const whole = rest + part * odds
    const [less, more] = [(part * odds) / whole, rest / whole]
    const weight = Math.exp(lesser * logOdds - shapes * Math.log1p(part * Math.expm1(logOdds)))
    return { stop: isStopLess ? less : more, stay: isStopLess ? more : less, weight }
  }
}
