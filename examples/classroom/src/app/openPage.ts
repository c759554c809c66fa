import { recordChange } from '../history/recordChange.js'
import type { History } from '../history/types.js'
import { computePage } from '../pages/computePage.js'
import type { Fields, Page } from '../pages/types.js'
import type { OpenPage } from './types.js'

/** Opens a page with what a link says; fields that it does not have are left out. */
export function openPage(page: Page<Fields, unknown>, given: Fields): OpenPage {
  const { defaults } = page
  const known = Object.fromEntries(Object.entries(given).filter(([field]) => Object.hasOwn(defaults, field)))
  const computed = computePage(page, defaults)
  const example = { page, history: { present: defaults, past: [] }, computed, lastFields: defaults, lastResult: computed.result }
  return recompute(example, { present: { ...defaults, ...known }, past: [] })
}

/** Changes what is typed on a page. */
export function changePage(open: OpenPage, changes: Fields, isStep: boolean): OpenPage {
  return recompute(open, recordChange(open.history, changes, isStep))
}

/** Gives a page another history; what it was last without fault stays on the screen while it is at fault. */
export function recompute(open: OpenPage, history: History): OpenPage {
  if (history.present === open.history.present) return { ...open, history }
  const computed = computePage(open.page, history.present)
  return computed.result === undefined
    ? { ...open, history, computed }
    : { ...open, history, computed, lastFields: history.present, lastResult: computed.result }
}
