/** The types of credits, which columns hold as indexes. */
export const creditTypes = ['credit-note', 'write-off'] as const
export const CREDIT_NOTE = 0
export const NO_TYPE = 255
