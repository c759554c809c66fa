import type { Issue } from '@clientele/core'
import type { TemplateResult } from 'lit-html'

export type Language = 'en' | 'zh-CN'

/** What stands on a page, as texts by the name of their field: what was typed, right or wrong. */
export interface Fields {
  readonly [field: string]: string
}

/** Does a step of a computation; what its input lacks is kept for the field that it was typed into, and the step gives nothing. */
export type Attempt = <T>(step: () => T, fieldOf: (path: Issue['path']) => string) => T | undefined

/** A page as it is shown: what was typed, and what comes of it. */
export interface Shown<F extends Fields, R> {
  readonly language: Language
  /** Large type, for a projector. */
  readonly isLarge: boolean
  readonly fields: F
  /** Of the fields; where they are at fault, of those before the fault. */
  readonly result: R
  readonly isStale: boolean
  /** What is wrong with a field, in the words of the packages. */
  issuesOf(field: string): readonly string[]
  /** Changes fields; changes of the same fields that follow each other are undone at once, unless they are steps. */
  change(changes: Partial<F>, options?: { readonly isStep?: boolean }): void
}

/** What a teacher says to a page; the answers belong to the exercises, one to one, and are hidden until asked for. */
export interface TeachingTexts {
  readonly question: string
  readonly exercises: readonly string[]
  readonly answers: readonly string[]
}

/** A worked example that can be played with. */
export interface Page<F extends Fields, R> {
  /** The textbook's example. */
  readonly defaults: F
  readonly teaching: { readonly [L in Language]: TeachingTexts }
  /** What comes of the fields; nothing where a step found them at fault. */
  compute(fields: F, attempt: Attempt): R | undefined
  view(shown: Shown<F, R>): TemplateResult
  /** The example as it is given to a class on paper: what is known, and nothing of the result. */
  handout(shown: Shown<F, R>): TemplateResult
  /** TypeScript that computes what is on the screen, and says so after `//=>`. */
  code(fields: F, result: R): string
  /** The policy that is on the screen, as plain JSON. */
  policy(fields: F, result: R): unknown
}
