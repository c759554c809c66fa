const LONGEST = 60

/** Shows an unknown value as code would, in no language and short, so that an issue can quote it and stay JSON. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return clip(JSON.stringify(value))
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value === 'bigint') return clip(`${value}n`)
  if (value === null || typeof value === 'undefined' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return '[…]'
  return typeof value === 'object' ? '{…}' : typeof value
}

function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
