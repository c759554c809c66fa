const MINUTE = 60_000
const HOUR = 60

/** The moment that it is, as the clocks of the host's zone show it: the only place where a clock is read. */
export function localNow(): string {
  const now = new Date()
  const ahead = -now.getTimezoneOffset()
  const shown = new Date(now.getTime() + ahead * MINUTE).toISOString().slice(0, -'Z'.length)
  return `${shown}${ahead < 0 ? '-' : '+'}${padded(Math.floor(Math.abs(ahead) / HOUR))}:${padded(Math.abs(ahead) % HOUR)}`
}

function padded(part: number): string {
  return String(part).padStart(2, '0')
}
