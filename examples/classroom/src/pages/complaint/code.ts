import type { ComplaintCommand } from '@clientele/complaints'
import { literal } from '../../code/literal.js'
import { AS_IN_CASE, opening, type StoryTexts } from './chapter.js'
import type { Complaint } from './computeComplaint.js'
import type { ComplaintFields } from './fields.js'
import { people } from './people.js'
import { commandOf } from './playCase.js'
import { story } from './texts/story.js'

/** TypeScript that gives the commands one after the other, and says what came of each. */
export function code(_: ComplaintFields, { outcomes, state, clocks, moment }: Complaint): string {
  const given = outcomes.map(({ entry }) => `  ${commandLiteral(commandOf(entry))},\n`)
  const acting = people.filter(({ id }) => id === opening.by.id || outcomes.some(({ entry }) => entry[1] === id))
  const came = outcomes.map(({ decision }) => (decision.ok ? decision.events.map(({ type }) => type) : decision.reasons.map(({ code }) => code)))
  const due = clocks.clocks.map((clock) => [clock.clock, clock.status, clock.due])
  return `import { type ComplaintCommand, complaintClocks, decideComplaint, openComplaint, replayComplaint } from '@clientele/complaints'
import { chinaClocks, chinaOfficeHours, eightSteps } from '@clientele/complaints/templates'

${acting.map((person) => `const ${person.id} = ${literal(person)}\n`).join('')}const opened = openComplaint(${commandLiteral(opening)}, eightSteps)
const events = opened.ok ? [...opened.events] : []
const commands: ComplaintCommand[] = [
${given.join('')}]
commands.map((command) => {
  const decision = decideComplaint({ command, state: replayComplaint(events, eightSteps) }, eightSteps)
  if (decision.ok) events.push(...decision.events)
  return decision.ok ? decision.events.map(({ type }) => type) : decision.reasons.map(({ code }) => code)
})
//=> ${literal(came)}
replayComplaint(events, eightSteps).step
//=> ${literal(state.step)}
const options = { at: ${literal(moment)}, definition: eightSteps, calendars: { china: chinaOfficeHours } }
complaintClocks(events, chinaClocks, options).clocks.map(({ clock, status, due }) => [clock, status, due])
//=> ${literal(due)}
`
}

/** A command with its texts, given by a constant. */
function commandLiteral({ type, at, by, ...command }: ComplaintCommand): string {
  const told = Object.entries(command).map(
    ([field, value]) => [field, value === AS_IN_CASE ? story.en.texts[field as keyof StoryTexts] : value] as const,
  )
  const rest = literal(Object.fromEntries(told)).slice(1, -1).trim()
  return `{ type: ${literal(type)}, at: ${literal(at)}, by: ${by.id}${rest === '' ? '' : `, ${rest}`} }`
}
