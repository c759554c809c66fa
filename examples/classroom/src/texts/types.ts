import type { PageId } from '../pages/pageIds.js'

/** What is said around the pages. */
export interface ShellTexts {
  readonly title: string
  readonly subtitle: string
  readonly skip: string
  readonly navigation: string
  readonly home: string
  readonly language: string
  readonly large: string
  readonly undo: string
  readonly reset: string
  readonly print: string
  readonly copyLink: string
  readonly copyCode: string
  readonly copyPolicy: string
  readonly copied: string
  readonly linkCopied: string
  /** Where the browser does not let a page copy. */
  readonly copyByHand: string
  readonly linkByHand: string
  readonly close: string
  readonly codeTitle: string
  readonly policyTitle: string
  readonly loading: string
  readonly notLoaded: string
  readonly stale: string
  /** Before what is wrong with something that has no field of its own. */
  readonly fault: string
  readonly tools: string
  readonly oneFile: string
  readonly teaching: {
    readonly title: string
    readonly question: string
    readonly exercises: string
    readonly show: string
    readonly hide: string
    readonly answer: string
    /** Where numbers were changed. */
    readonly ofExample: string
  }
  readonly handout: {
    readonly name: string
    readonly class: string
    readonly date: string
    readonly question: string
    readonly exercises: string
    readonly answers: string
    /** In place of the exercises, which are about the chapter's example, where numbers were changed. */
    readonly ofChanged: readonly string[]
  }
  readonly chart: {
    readonly drawing: string
    readonly failed: string
  }
  readonly pages: { readonly [page in PageId]: { readonly title: string; readonly summary: string } }
}
