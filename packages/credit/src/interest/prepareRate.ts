import type { Issue, Path } from '@clientele/core'
import { addIssuesAt, checkDecimal, policyReference } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { checkInterestRate } from './checkInterestRate.js'
import type { PreparedRate, PreparedStep } from './prepared.js'
import type { InterestRate, RateStep } from './types.js'

const BEFORE_THE_FIRST: PreparedStep = { from: Number.NEGATIVE_INFINITY, percent: '0', charged: 0n }

/** Checks and reads an interest rate, or adds issues, which start at `path`, and returns undefined. */
export function readRate(value: unknown, path: Path, issues: Issue[]): PreparedRate | undefined {
  const found = checkInterestRate(value)
  addIssuesAt(path, found, issues)
  return found.length === 0 ? prepare({ ...(value as InterestRate) }) : undefined
}

function prepare(rate: InterestRate): PreparedRate {
  const percents = rate.steps.map(({ percent }) => checkDecimal(percent, [], []) as Decimal)
  const scale = new Decimal(10).pow(percents.reduce((most, percent) => Math.max(most, percent.decimalPlaces()), 0))
  const steps = rate.steps.map(({ from }, index) => prepareStep(from, percents[index] as Decimal, scale))
  const first = (rate.steps[0] as RateStep).from
  return {
    steps: [BEFORE_THE_FIRST, ...steps].filter(({ charged }, index, all) => charged !== all[index - 1]?.charged),
    whole: BigInt(decimalText(scale.times(100))),
    stepsApply: rate.stepsApply ?? 'each-day',
    daysInYear: rate.daysInYear,
    rounding: rate.rounding ?? 'total',
    first,
    firstDay: parseDay(first),
    policy: policyReference(rate),
  }
}

function prepareStep(from: string, percent: Decimal, scale: Decimal): PreparedStep {
  return { from: parseDay(from), percent: decimalText(percent), charged: BigInt(decimalText(percent.times(scale))) }
}
