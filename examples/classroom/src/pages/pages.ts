import type { Fields, Page } from './types.js'

/** The pages in the order of the chapter; each is loaded when it is opened. */
export const pages = {
  screening: async () => (await import('./screening/page.js')).page,
  abc: async () => (await import('./abc/page.js')).page,
  rfm: async () => (await import('./rfm/page.js')).page,
  terms: async () => (await import('./terms/page.js')).page,
  policies: async () => (await import('./policies/page.js')).page,
  complaint: async () => (await import('./complaint/page.js')).page,
  deadline: async () => (await import('./deadline/page.js')).page,
  'win-rates': async () => (await import('./win-rates/page.js')).page,
  effort: async () => (await import('./effort/page.js')).page,
}

export type PageId = keyof typeof pages

export const pageIds = Object.keys(pages) as readonly PageId[]

export function isPageId(id: string): id is PageId {
  return Object.hasOwn(pages, id)
}

/** Loads a page; what its fields and its result are, it knows itself. */
export function loadPage(id: PageId): Promise<Page<Fields, unknown>> {
  return pages[id]() as Promise<unknown> as Promise<Page<Fields, unknown>>
}
