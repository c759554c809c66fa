import { type CalendarDate, isInputError } from '@clientele/core'
import { decomposeChange, type Pipeline, type SalesPeriod } from '@clientele/funnel'
import { type DatePeriod, monthNumber, monthsFrom } from '../calendar/monthNumbers.js'
import type { ChangePeriod } from '../config/types.js'
import type { Deal, PipelineSettings } from '../pipeline/types.js'
import { decidedIn } from './decidedIn.js'
import type { SalesChange } from './types.js'

const MONTHS: { readonly [Period in ChangePeriod]: number } = { month: 1, quarter: 3, year: 12 }

/** Compares the sales of the last whole period with those of the one before it; nothing unless the config asks for it, and the calendar has both. */
export function composeChange(
  deals: readonly Deal[],
  groupOf: (deal: Deal) => string | null,
  { asOf, change, document }: PipelineSettings,
): { readonly change?: SalesChange } {
  if (change === undefined) return {}
  const months = MONTHS[change.by]
  const last = lastWhole(asOf, months)
  const [before, after] = [monthsFrom(last - months, months), monthsFrom(last, months)]
  if (before === undefined || after === undefined) return {}
  return { change: { before, after, ...decompose(decidedIn(deals, before, groupOf), decidedIn(deals, after, groupOf), document) } }
}

function decompose(
  before: SalesPeriod | undefined,
  after: SalesPeriod | undefined,
  { currency }: Pipeline,
): Pick<SalesChange, 'decomposition' | 'gap'> {
  if (before === undefined || after === undefined) return { decomposition: null, gap: 'nothing-won' }
  try {
    return { decomposition: decomposeChange({ before, after }, { currency, counted: 'deals' }), gap: null }
  } catch (error) {
    if (!isInputError(error)) throw error
    return { decomposition: null, gap: 'beyond-numbers' }
  }
}

/** The first month of the last period that is over on a day. */
function lastWhole(asOf: CalendarDate, months: number): number {
  const present = monthNumber(asOf)
  const first = present - (present % months)
  const period: DatePeriod | undefined = monthsFrom(first, months)
  return period !== undefined && period.to <= asOf ? first : first - months
}
