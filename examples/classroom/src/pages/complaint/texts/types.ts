import type { Trial } from '../chapter.js'
import type { FormField } from '../fields.js'
import type { Pace } from '../moments.js'

/** What is said on the page; what the packages say, they say themselves. */
export interface ComplaintPageTexts {
  readonly case: string
  readonly steps: string
  readonly stepDone: string
  readonly stepNow: string
  readonly stepSentBack: string
  readonly stepLeftOut: string
  readonly stepOf: string
  readonly allDone: string
  readonly cycle: string
  /** A person and the role. */
  readonly person: string
  readonly done: string
  readonly refused: string
  /** What is added where the customer does not agree, and how it goes on then. */
  readonly customerDisputes: string
  readonly wayBack: string
  readonly stands: string
  readonly stillStands: string
  readonly closed: string
  readonly next: string
  readonly nextOfAnyone: string
  readonly or: string
  readonly who: string
  readonly when: string
  readonly at: string
  readonly moveOn: { readonly [pace in Exclude<Pace, 'none'>]: string }
  readonly pace: string
  readonly paces: { readonly [pace in Pace]: string }
  readonly can: string
  readonly cannot: string
  readonly tryIt: string
  readonly isNext: string
  readonly asksFor: string
  readonly doNext: string
  readonly do: string
  readonly cancel: string
  readonly form: string
  readonly upheld: string
  readonly rejected: string
  readonly accepted: string
  readonly disputed: string
  readonly hints: { readonly [field in FormField]?: string }
  readonly trials: string
  readonly trial: { readonly [trial in Trial]: string }
  readonly path: string
  readonly deadlines: string
  readonly deadlinesNow: string
  readonly clock: string
  readonly calendar: string
  readonly start: string
  readonly due: string
  readonly now: string
  readonly met: string
  readonly more: string
  readonly history: string
  readonly inSentences: string
  readonly passedOver: string
  readonly data: string
  readonly log: string
  readonly logHint: string
  readonly handout: {
    readonly people: string
    readonly name: string
    readonly role: string
    readonly limit: string
    readonly noLimit: string
    readonly upTo: string
    readonly none: string
    readonly promised: string
  }
}
