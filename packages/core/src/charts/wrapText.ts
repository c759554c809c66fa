/** What a character takes up: Chinese ones twice as much as Latin ones. */
function widthOf(character: string): number {
  return (character.codePointAt(0) as number) < 0x1100 ? 1 : 2
}

function widthOfAll(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + widthOf(character), 0)
}

/**
 * Breaks a text into lines: after a space where there is one, otherwise anywhere.
 *
 * @param text - Any text, in any script.
 * @param width - The width of so many Latin characters, 2 or more; Chinese ones take up two.
 * @returns The lines, none wider than that, and none empty unless the text is.
 * @example
 * import { wrapText } from '@clientele/core/charts'
 *
 * wrapText('longer than that', 10) //=> ['longer', 'than that']
 * wrapText('信用政策', 4) //=> ['信用', '政策']
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    while (line !== '' && widthOfAll(line + character) > width) {
      const end = line.lastIndexOf(' ') + 1 || line.length
      lines.push(line.slice(0, end).trimEnd())
      line = line.slice(end)
    }
    line += character
  }
  return [...lines, line].filter((one, _, all) => one !== '' || all.length === 1)
}
