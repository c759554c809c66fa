/** Replaces control characters but tab and line feed: no page may hold them, and names are not to steer a terminal. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '\uFFFD')
}
