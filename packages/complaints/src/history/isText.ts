/** Whether a value is a text of at least one character: to be asked before a check, for whose path a list would be made of every event. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
