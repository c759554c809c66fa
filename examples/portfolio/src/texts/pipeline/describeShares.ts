import { formatMessage } from '@clientele/core/explain'
import type { PipelineInput } from '../../page/types.js'
import { formatShareTo, groupThousands } from '../formatNumber.js'

/** A share of deals that is won, and what it says. */
interface DescribedShare {
  readonly name: string
  readonly share: string
  readonly meaning: string
}

const DIGITS = 2

/** The four shares that must not be mixed up, with what each is of. */
export function describeShares({ report, texts }: PipelineInput): DescribedShare[] {
  const { measure, rows, wonOfRows } = report
  const { shares, unresolved } = texts.page.pipeline
  const { ofEntered, ofClosed, eventual, interval } = measure.conversion
  const percent = (share: number | null): string => formatShareTo(share, DIGITS)
  const of = (template: string, all: number): string =>
    formatMessage(template, {
      won: groupThousands(measure.won.count),
      all: groupThousands(all),
      low: percent(interval?.[0] ?? null),
      high: percent(interval?.[1] ?? null),
    })
  const open = formatMessage(unresolved, { unresolved: percent(eventual.unresolved), days: eventual.throughDays ?? '–' })
  return [
    { name: shares.ofRows.name, share: percent(wonOfRows), meaning: of(shares.ofRows.meaning, rows.used) },
    { name: shares.ofEntered.name, share: percent(ofEntered), meaning: of(shares.ofEntered.meaning, measure.entered) },
    { name: shares.ofClosed.name, share: percent(ofClosed), meaning: of(shares.ofClosed.meaning, measure.won.count + measure.lost.count) },
    { name: shares.eventual.name, share: percent(eventual.rate), meaning: `${shares.eventual.meaning}${texts.funnel.sentenceSeparator}${open}` },
  ]
}
