import { currencyDigits } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { LifetimeBook } from '@clientele/tiering'
import type { LifetimeReport } from '../lifetime/types.js'
import type { OrdersInput } from '../page/types.js'
import { formatRounded, formatShare, groupThousands } from '../texts/formatNumber.js'
import { describeGap } from '../texts/lifetime/describeGap.js'

/** What customers will bring in, how the model did and who came back, in a few lines for a terminal; or why that is not told. */
export function summariseLifetime(input: OrdersInput): string[] {
  const { lifetime } = input.report
  if (lifetime === undefined || input.report.ranked.length === 0) return []
  const { values, gaps } = lifetime
  return [
    ...describeGap(gaps.values, input.texts),
    ...(values === null ? [] : [describeValues(values, input)]),
    ...describeTrial(lifetime, input),
    ...describeRetention(lifetime, input),
  ]
}

function describeValues({ unit, horizon, total, customers, expectedPurchases }: LifetimeBook, { report: { currency }, texts }: OrdersInput): string {
  const { lifetime } = texts.command
  return formatMessage(lifetime.value, {
    horizon: groupThousands(horizon),
    unit: lifetime.units[unit],
    value: formatRounded(total, currencyDigits(currency)),
    currency,
    customers: groupThousands(customers.length),
    purchases: formatRounded(expectedPurchases, 1),
  })
}

function describeTrial({ validation, gaps }: LifetimeReport, { texts }: OrdersInput): string[] {
  if (validation === null || gaps.validation !== null) return describeGap(gaps.validation, texts)
  const { calibrateTo, until, expected, actual } = validation
  const facts = { calibrateTo, until, expected: formatRounded(expected, 1), actual: groupThousands(actual) }
  return [formatMessage(texts.command.lifetime.trial, facts)]
}

function describeRetention({ churn, gaps }: LifetimeReport, { texts }: OrdersInput): string[] {
  const { latest, retentionRate } = churn ?? {}
  if (latest === null || latest === undefined) return describeGap(gaps.retention, texts)
  return [formatMessage(texts.command.lifetime.retention, { period: latest.period, share: formatShare(retentionRate ?? null) })]
}
