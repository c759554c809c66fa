import type { Fields } from '../pages/types.js'

/** The fields of a page, and how they were before each change. */
export interface History {
  readonly present: Fields
  /** The oldest first. */
  readonly past: readonly Fields[]
  /** The fields that are being changed, key after key or while a handle is dragged: that is one change. */
  readonly changing?: string
}
