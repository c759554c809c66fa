/** The pages in the order of the chapter. */
export const pageIds = ['screening', 'abc', 'rfm', 'terms', 'policies', 'complaint', 'deadline', 'win-rates', 'effort'] as const

export type PageId = (typeof pageIds)[number]

export function isPageId(id: string): id is PageId {
  return (pageIds as readonly string[]).includes(id)
}
