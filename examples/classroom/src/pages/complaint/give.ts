import { isInputError } from '@clientele/core'
import { showHeadline } from './barHeight.js'
import { type Trial, trials } from './chapter.js'
import { type ComplaintFields, defaults, toldBy } from './fields.js'
import { type Entry, readLog, writeLog } from './log.js'
import { localOf, moveOn, type Pace, readMoment } from './moments.js'
import type { PersonId } from './people.js'
import { acceptedOf, decide, playCase } from './playCase.js'
import { actorOf, type ShownComplaint } from './words.js'

/** Where the focus goes when what had it is no more: what can be done now. */
export const CAN_DO = 'can-do'
export const FORM = 'command-form'

/** Gives a command. What is refused takes the place of what was refused before, and time does not pass; what is faulty is shown to be filled in. */
export function give(shown: ShownComplaint, type: string, actor: PersonId): void {
  const { fields, result } = shown
  const played = inputOr(() => playCase(readLog(fields.log)), result)
  const local = inputOr(() => localOf(readMoment(fields.at, 'at')), undefined)
  const entry: Entry = [type, actor, fields.at.trim(), toldBy(type, fields)]
  const decision = inputOr(() => decide(entry, played.state), undefined)
  if (local === undefined) focusOn('field-at')
  else if (decision === undefined) openForm(shown, type, actor)
  else {
    const moved = decision.ok ? { at: moveOn(local, result.pace), form: '' } : {}
    shown.change({ log: writeLog([...acceptedOf(played), compact(entry)]), actor, ...moved }, { isStep: true })
    keepFocus()
    showHeadline()
  }
}

/** Opens the form of a command, or closes it. */
export function openForm(shown: ShownComplaint, type: string, actor: PersonId = actorOf(shown).id): void {
  shown.change({ form: type, actor }, { isStep: true })
  if (type === '') keepFocus()
  else document.querySelector<HTMLElement>(`#${FORM} :is(input, select)`)?.focus()
}

/** Sets the page to something to try; how fast time passes, and which deadline is looked at, stay. */
export function tryOut(shown: ShownComplaint, trial: Trial): void {
  const { log, ...changes } = trials[trial]
  const { chosen, pace } = shown.result
  const clock = chosen.policy.clocks[0]?.id ?? defaults.clock
  shown.change({ ...defaults, clock, pace, ...changes, log: writeLog(log) } as Partial<ComplaintFields>, { isStep: true })
  showHeadline()
}

/** Moves the clock on, from the last moment that was one. */
export function passTime(shown: ShownComplaint, pace: Pace): void {
  const local = inputOr(() => localOf(readMoment(shown.fields.at, 'at')), shown.result.local)
  shown.change({ at: moveOn(local, pace) }, { isStep: true })
}

/** What comes of input, or something else where it is at fault. */
function inputOr<T, Other>(step: () => T, otherwise: Other): T | Other {
  try {
    return step()
  } catch (error) {
    if (!isInputError(error)) throw error
    return otherwise
  }
}

/** Without an empty list of fields. */
function compact([type, actor, at, told = {}]: Entry): Entry {
  return Object.keys(told).length === 0 ? [type, actor, at] : [type, actor, at, told]
}

/** A button that moved to another place has lost the focus. */
function keepFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body) focusOn(CAN_DO)
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus({ preventScroll: true })
}
