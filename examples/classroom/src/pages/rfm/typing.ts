import type { Shown } from '../types.js'
import type { ScoredBook } from './computeRfm.js'
import type { RfmFields } from './fields.js'

/** A longer text is scored when whoever types it pauses, for it takes longer than a key. */
const QUICK = 20_000
const PAUSE = 300

let pausing: ReturnType<typeof setTimeout> | undefined

/** Takes what is typed. */
export function takeTyped(shown: Shown<RfmFields, ScoredBook>, textarea: HTMLTextAreaElement): void {
  clearTimeout(pausing)
  if (textarea.value.length <= QUICK) take(shown, textarea)
  else pausing = setTimeout(() => take(shown, textarea), PAUSE)
}

/** Takes what was typed at once, for the text is left. */
export function settleTyped(shown: Shown<RfmFields, ScoredBook>, textarea: HTMLTextAreaElement): void {
  clearTimeout(pausing)
  take(shown, textarea)
}

/** A text that is gone belongs to a page that was left. */
function take(shown: Shown<RfmFields, ScoredBook>, textarea: HTMLTextAreaElement): void {
  if (textarea.isConnected && textarea.value !== shown.fields.csv) shown.change({ csv: textarea.value, file: '' })
}
