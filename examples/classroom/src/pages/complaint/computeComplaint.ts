import type { AvailableCommands, ComplaintClocks, Decision, ShortestPath } from '@clientele/complaints'
import { chinaClocks } from '@clientele/complaints/templates'
import type { Issue } from '@clientele/core'
import { checkChoice, throwIssues } from '@clientele/core/checks'
import type { Attempt } from '../types.js'
import { opening } from './chapter.js'
import { type ComplaintFields, defaults, isFormCommand, toldBy } from './fields.js'
import { readLog } from './log.js'
import { localOf, type Pace, paces, readMoment } from './moments.js'
import { type Next, nextOf, pathOf } from './nextOf.js'
import { allClocks, eachClock, type OneClock } from './oneClock.js'
import { type Person, people, personCalled } from './people.js'
import { decide, type Played, playCase, workflow } from './playCase.js'
import { type StepShown, stepsOf } from './stepsOf.js'

export interface Complaint extends Played {
  readonly actor: Person
  /** The moment as clocks in China show it. */
  readonly local: string
  readonly moment: string
  readonly pace: Pace
  readonly available: AvailableCommands
  readonly path: ShortestPath | undefined
  readonly next: Next | undefined
  readonly steps: readonly StepShown[]
  /** All deadlines, and each by itself. */
  readonly clocks: ComplaintClocks
  readonly oneByOne: { readonly [clock: string]: OneClock }
  readonly chosen: OneClock
}

const choices = { actor: people.map(({ id }) => id), pace: paces, clock: chinaClocks.clocks.map(({ id }) => id) }

/** Plays the case as far as it was clicked, and tells what can be done now and by when. */
export function computeComplaint(fields: ComplaintFields, attempt: Attempt): Complaint | undefined {
  const played = attempt(
    () => playCase(readLog(fields.log)),
    () => 'log',
  )
  const moment = attempt(
    () => readMoment(fields.at, 'at'),
    () => 'at',
  )
  const areChosen = Object.entries(choices).map(([field, allowed]) =>
    attempt(
      () => chosenAmong(fields[field] ?? '', allowed),
      () => field,
    ),
  )
  attempt(() => tryForm(fields, played ?? playCase([]), moment ?? opening.at), formFieldOf)
  if (played === undefined || moment === undefined || areChosen.includes(undefined)) return undefined
  const clocks = attempt(() => allClocks(played.events, moment), clockFieldOf)
  if (clocks === undefined) return undefined
  return describe(fields, played, moment, clocks)
}

function describe(fields: ComplaintFields, played: Played, moment: string, clocks: ComplaintClocks): Complaint {
  const { state } = played
  const actor = personCalled(fields.actor)
  const path = pathOf(state)
  const available = workflow.availableCommands({ state, actor, at: moment })
  const oneByOne = eachClock(played.events, moment)
  return {
    ...played,
    actor,
    local: localOf(moment),
    moment,
    pace: fields.pace as Pace,
    available,
    path,
    next: path && nextOf({ state, path, available, at: moment, fields }),
    steps: stepsOf(played, path),
    clocks,
    oneByOne,
    chosen: oneByOne[fields.clock] as OneClock,
  }
}

function chosenAmong(chosen: string, allowed: readonly string[]): string {
  const issues: Issue[] = []
  checkChoice(chosen, allowed, [], issues)
  throwIssues(issues)
  return chosen
}

/** What is wrong with what is typed for the command whose form is open. */
function tryForm(fields: ComplaintFields, { state }: Played, at: string): Decision | undefined {
  const { form, actor } = fields
  return isFormCommand(form) ? decide([form, personCalled(actor).id, at, toldBy(form, fields)], state) : undefined
}

function formFieldOf(path: Issue['path']): string {
  const field = String(path.at(-1))
  return Object.hasOwn(defaults, field) ? field : 'log'
}

function clockFieldOf([subject, field]: Issue['path']): string {
  return subject === 'options' && field === 'at' ? 'at' : 'log'
}
