const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g

/** Sentences, each on one line, whatever the names and texts in them are. */
export function onOneLine(sentences: readonly string[]): string[] {
  return sentences.map((sentence) => sentence.replace(LINE_BREAKS, ' '))
}
