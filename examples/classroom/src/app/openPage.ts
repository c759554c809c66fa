import { recordChange } from '../history/recordChange.js'
import type { History } from '../history/types.js'
import { type Computed, computePage } from '../pages/computePage.js'
import type { Fields, Page } from '../pages/types.js'
import type { OpenPage } from './types.js'

/** Opens a page with what a link says; fields that it does not have are left out. */
export function openPage(page: Page<Fields, unknown>, given: Fields): OpenPage {
  const { defaults } = page
  const known = Object.fromEntries(Object.entries(given).filter(([field]) => Object.hasOwn(defaults, field)))
  const present = { ...defaults, ...known }
  const computed = computePage(page, present)
  return { page, history: { present, past: [] }, computed, ...withoutFaults(page, present, computed) }
}

/** The result of a link; where it is at fault, of the link with the example's texts in the fields at fault, or else of the example. */
function withoutFaults(
  page: Page<Fields, unknown>,
  fields: Fields,
  { result, issues }: Computed<unknown>,
): Pick<OpenPage, 'lastFields' | 'lastResult'> {
  if (result !== undefined) return { lastFields: fields, lastResult: result }
  const mended = { ...fields, ...Object.fromEntries([...issues.keys()].map((field) => [field, page.defaults[field] ?? ''])) }
  const second = computePage(page, mended)
  if (second.result !== undefined) return { lastFields: mended, lastResult: second.result }
  return { lastFields: page.defaults, lastResult: computePage(page, page.defaults).result }
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
