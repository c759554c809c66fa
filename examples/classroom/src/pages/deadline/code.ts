import type { BusinessCalendar } from '@clientele/core/business-time'
import { literal } from '../../code/literal.js'
import { numberOf } from '../../fields/numberOf.js'
import { templateIds, templateNames, templates } from './chapter.js'
import type { Deadline } from './computeDeadline.js'
import type { DeadlineFields } from './fields.js'
import { durationOf } from './promise.js'

/** TypeScript that computes the deadline on the screen. */
export function code(fields: DeadlineFields, result: Deadline): string {
  const { kind, calendar, start, due, dueDate, seconds } = result
  const template = templateIds.find((id) => templates[id] === calendar)
  const given = template === undefined ? ownCalendar(calendar) : `const calendar = ${templateNames[template]}`
  const verbs =
    kind === 'time' ? ['addBusinessTime', 'businessTimeBetween', 'traceBusinessTime'] : ['addBusinessDays', 'businessTimeBetween', 'startOfDay']
  return `${kind === 'time' ? '' : `import { addCalendarDays } from '@clientele/core'\n`}import { ${template === undefined ? `type BusinessCalendar, ` : ''}${verbs.join(', ')} } from '@clientele/core/business-time'
${template === undefined ? '' : `import { ${templateNames[template]} } from '@clientele/complaints/templates'\n`}
${given}
const start = ${literal(start.moment)}
${kind === 'time' ? timeCode(fields, result) : daysCode(fields, result)}businessTimeBetween(start, due, calendar) //=> ${seconds}
`

  function timeCode(typed: DeadlineFields, { trace }: Deadline): string {
    const spans = trace === undefined ? '' : spansCode(trace)
    return `const due = addBusinessTime(start, ${literal(durationOf(typed))}, calendar)
due //=> ${literal(due)}
${spans}`
  }

  function daysCode(typed: DeadlineFields, { start: { local } }: Deadline): string {
    return `const date = addBusinessDays(${literal(local.slice(0, 10))}, ${numberOf(typed.days)}, calendar)
date //=> ${literal(dueDate)}
const due = startOfDay(addCalendarDays(date, 1), calendar.zone)
due //=> ${literal(due)}
`
  }
}

/** The time that counts, stretch by stretch. */
function spansCode({ spans }: NonNullable<Deadline['trace']>): string {
  const counted = spans.filter((span) => span.counted).map(({ fromLocal, seconds }) => [fromLocal, seconds])
  return `const counted = traceBusinessTime(start, due, calendar).spans.filter((span) => span.counted)
counted.map(({ fromLocal, seconds }) => [fromLocal, seconds])
//=> ${literal(counted)}
`
}

function ownCalendar(calendar: BusinessCalendar): string {
  const members = Object.entries(calendar).map(([key, value]) => `  ${key}: ${literal(value)},`)
  return `const calendar: BusinessCalendar = {\n${members.join('\n')}\n}`
}
