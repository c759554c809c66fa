/** What a character takes up: Chinese ones twice as much as Latin ones. */
function widthOf(character: string): number {
  return (character.codePointAt(0) as number) < 0x1100 ? 1 : 2
}

function widthOfAll(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + widthOf(character), 0)
}

/** Breaks a text into lines of at most so many Latin characters' width, 2 or more: after a space where there is one, otherwise anywhere. */
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
