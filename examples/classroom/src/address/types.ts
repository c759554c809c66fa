import type { PageId } from '../pages/pageIds.js'
import type { Fields, Language } from '../pages/types.js'

/** All that a link restores. */
export interface Address {
  readonly page: PageId | 'home'
  readonly language: Language
  readonly isLarge: boolean
  readonly areAnswersShown: boolean
  /** What was typed, as far as it is not the page's example. */
  readonly fields: Fields
}
