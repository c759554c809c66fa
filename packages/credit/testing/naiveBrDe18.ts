const normalizeSpace = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')

/** KoSIT's rule BR-DE-18, written as its Schematron has it, on what is left of a text when XML has read it. */
export function satisfiesBrDe18(text: string): boolean {
  const note = text.replace(/\r\n?/g, '\n')
  const lines = note.split(/\r?\n/).filter((line) => normalizeSpace(line).startsWith('#'))
  return lines.every(
    (line) =>
      /(^|\r?\n)#(SKONTO)#TAGE=([0-9]+#PROZENT=[0-9]+\.[0-9]{2})(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/.test(normalizeSpace(line)) &&
      /^[ \t\r\n]*\n/.test(note.split(/#[^\n]+#/).at(-1) as string),
  )
}
