import type { PageId } from './pageIds.js'
import type { Fields, Page } from './types.js'

/** Each page is a part of its own, and is fetched when it is opened. */
const pages: { readonly [id in PageId]: () => Promise<{ readonly page: unknown }> } = {
  screening: () => import('./screening/page.js'),
  abc: () => import('./abc/page.js'),
  rfm: () => import('./rfm/page.js'),
  terms: () => import('./terms/page.js'),
  policies: () => import('./policies/page.js'),
  complaint: () => import('./complaint/page.js'),
  deadline: () => import('./deadline/page.js'),
  'win-rates': () => import('./win-rates/page.js'),
  effort: () => import('./effort/page.js'),
}

/** Loads a page; what its fields and its result are, it knows itself. */
export async function loadPage(id: PageId): Promise<Page<Fields, unknown>> {
  return (await pages[id]()).page as Page<Fields, unknown>
}
