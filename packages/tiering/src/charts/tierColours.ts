/** From dark to light (Brewer's Blues, without its palest). */
const DARK: readonly number[] = [8, 69, 148]
const LIGHT: readonly number[] = [198, 219, 239]

/** A colour for each of so many tiers, from the top: each lighter than the one before. */
export function tierColours(count: number): string[] {
  return Array.from({ length: count }, (_, index) => colourAt(count === 1 ? 0 : index / (count - 1)))
}

function colourAt(part: number): string {
  const channels = DARK.map((dark, channel) => Math.round(dark + ((LIGHT[channel] as number) - dark) * part))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
