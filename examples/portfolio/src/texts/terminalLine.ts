import { withoutControls } from './withoutControls.js'

/** A text as one line that steers no terminal. */
export function terminalLine(text: string): string {
  return withoutControls(text).replaceAll('\n', ' ')
}
