import type { Address } from '../address/types.js'
import type { History } from '../history/types.js'
import type { Computed } from '../pages/computePage.js'
import type { Fields, Page } from '../pages/types.js'

/** A page that is loaded, with what was typed on it. */
export interface OpenPage {
  readonly page: Page<Fields, unknown>
  readonly history: History
  readonly computed: Computed<unknown>
  /** What stood in the fields when they were last without fault, and what came of it. */
  readonly lastFields: Fields
  readonly lastResult: unknown
}

/** What is shown to be copied: something that computes, or a policy. */
interface Copied {
  readonly type: 'code' | 'policy'
  readonly text: string
}

/** All that the screen is made from. */
export interface AppState {
  readonly address: Omit<Address, 'fields'>
  /** Nothing while it is loaded, and at home. */
  readonly open?: OpenPage
  readonly hasFailed?: boolean
  readonly copied?: Copied
  /** Said once, to eyes and ears. */
  readonly notice?: string
}

/** What can be done to it. */
export interface Actions {
  change(changes: Fields, isStep: boolean): void
  undo(): void
  reset(): void
  setAddress(changes: Partial<Omit<Address, 'fields'>>): void
  copyLink(): void
  showCopy(type: Copied['type']): void
  copyShown(): void
  closeCopy(): void
  print(): void
}
