/**
 * A text may take so many characters of a link. Browsers open links of some hundred thousand characters, and what sends links cuts them off far earlier.
 */
export const LONGEST_IN_LINK = 200_000

/** Whether a link holds a text; what it does not hold is left out of it, and its page says so. */
export function fitsLink(text: string): boolean {
  return text.length <= LONGEST_IN_LINK && new URLSearchParams({ '': text }).toString().length <= LONGEST_IN_LINK
}
