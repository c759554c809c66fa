import type { Issue } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { FIRST_DAY, formatDay, LAST_DAY } from '@clientele/core/days'
import type { ReadInvoice } from '../invoices/readInvoice.js'
import { moneyText } from '../money/moneyText.js'
import { divideInvoice } from './divideInvoice.js'
import { moveDate, type ReadStep } from './moveDate.js'
import { calendarPolicies, chooseCalendars, readCalendars } from './readCalendars.js'
import { readDivided } from './readDivided.js'
import { type ReadPlan, readPlan } from './readPlan.js'
import type { InstalmentDiagnosis, InstalmentInvoice, InstalmentOptions, InstalmentPlan, Instalments } from './types.js'

/**
 * Divides an invoice into instalments, which add up to its amount exactly, and says when each is due.
 *
 * - Every line is rounded by itself, in order, to the currency and then to the plan's cash step; the line of the type `rest` takes what is left.
 *   Without one, the percentages share the total, or what fixed amounts leave of it, by largest remainder: in whole cash steps, and what is less
 *   than a step goes to the last of them. An invoice of a negative amount is divided like its opposite, but that `ceiling` and `floor`
 *   keep their direction; of nil, every line is nil.
 * - Every line starts from the invoice's date and takes its steps one after the other; {@link DateStep} says what a step does. Following and
 *   preceding business days may lie in another month; modified-following takes the following one in the same month, else the preceding one.
 *
 * @param invoice - `amount` with tax, of at most the currency's minor digits and any sign; `tax` where a line is a percentage of the amount
 * without it.
 * @param plan - The instalment plan. Fixed amounts and the cash step have at most the currency's minor digits.
 * @param options - `calendars`: those that the plan's steps name; each must be open on some day, and `open` goes before `closed`. Whole days need
 * neither hours nor a zone.
 * @returns One instalment a line, in the plan's order; diagnoses where one is due before the invoice's date, or before the line before it.
 * @throws {@link InputError} if anything is not as stated, with every issue; if the lines, as rounded, ask for more than the amount, with the
 * first line that does; if a date leaves the years 1 to 9999.
 * @see For the date steps, the payment terms of Tryton; for business days, *2006 ISDA Definitions*, section 4.12; for percentages without a rest,
 * the largest remainder method (A. Hamilton, 1792).
 * @example
 * import { planInstalments } from '@clientele/credit'
 *
 * const third = { type: 'percent', percent: '33.33', of: 'total' } as const
 * const plan = {
 *   kind: 'instalment-plan',
 *   id: 'thirds',
 *   version: 1,
 *   lines: [
 *     { share: third, due: [] },
 *     { share: third, due: [{ addMonths: 1, toBusinessDay: 'following' }] },
 *     { share: { type: 'rest' }, due: [{ addMonths: 2, toEndOfMonth: true }] },
 *   ],
 * } as const
 * const { instalments } = planInstalments({ date: '2024-01-31', amount: '100', currency: 'CNY' }, plan)
 * instalments.map(({ date, amount }) => `${amount} on ${date}`) //=> ['33.33 on 2024-01-31', '33.33 on 2024-02-29', '33.34 on 2024-03-31']
 */
export function planInstalments(invoice: InstalmentInvoice, plan: InstalmentPlan, options: InstalmentOptions = {}): Instalments {
  const issues: Issue[] = []
  const read = readDivided(invoice, ['invoice'], issues)
  const readable = readPlan(plan, issues)
  const calendars = readCalendars(options, issues)
  const dues = readable === undefined || calendars === undefined ? undefined : chooseCalendars(readable.dues, calendars, issues)
  const days = read === undefined || dues === undefined ? undefined : dues.map((steps, line) => moveAlong(read.day, steps ?? [], line, issues))
  const amounts = read === undefined || readable === undefined ? undefined : divideInvoice(read, readable, issues)
  throwIssues(issues)
  const { policy } = readable as ReadPlan
  const policies = [policy, ...calendarPolicies(dues as (readonly ReadStep[])[])]
  return { ...compose(read as ReadInvoice, days as number[][], amounts as bigint[]), policies }
}

/** The day after each step of a line, or fewer with an issue where one leaves the calendar. */
function moveAlong(start: number, steps: readonly ReadStep[], line: number, issues: Issue[]): number[] {
  const days: number[] = []
  let day = start
  for (const [index, step] of steps.entries()) {
    const moved = moveDate(day, step)
    if (moved === undefined) {
      const [minimum, maximum] = [dateText(FIRST_DAY), dateText(LAST_DAY)]
      const actual = `${dateText(day)} + ${JSON.stringify(step.step)}`
      issues.push(createIssue('out-of-range', ['plan', 'lines', line, 'due', index], { minimum, maximum, actual }))
      return days
    }
    days.push(moved)
    day = moved
  }
  return days
}

function compose(
  { amount, currency, digits, day: start }: ReadInvoice,
  days: readonly (readonly number[])[],
  amounts: readonly bigint[],
): Omit<Instalments, 'policies'> {
  const dues = days.map((moved) => moved[moved.length - 1] ?? start)
  const instalments = amounts.map((part, index) => ({
    line: index + 1,
    date: dateText(dues[index] as number),
    amount: moneyText(part, digits),
    dates: (days[index] as readonly number[]).map(dateText),
  }))
  return { amount: moneyText(amount, digits), currency, date: dateText(start), instalments, diagnoses: diagnose(dues, start) }
}

function diagnose(dues: readonly number[], start: number): InstalmentDiagnosis[] {
  return dues.flatMap((due, index) => {
    const found: InstalmentDiagnosis[] = []
    const params = { line: index + 1, date: dateText(due) }
    if (due < start) found.push({ code: 'due-before-invoice', params })
    const before = dues[index - 1]
    if (before !== undefined && due < before) found.push({ code: 'dates-fall', params: { ...params, before: dateText(before) } })
    return found
  })
}

/** The text of a day of the calendar. */
function dateText(day: number): string {
  return formatDay(day) as string
}
