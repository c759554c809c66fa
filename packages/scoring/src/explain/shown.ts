/** A decimal with a typographic minus sign. */
export function shown(value: string): string {
  return value.replace('-', '−')
}
