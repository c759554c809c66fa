/** Files are read up to so many bytes: more freeze a browser. */
export const MOST_BYTES = 20_000_000

/** What a file holds; or why it is not read. */
export type Decoded = { readonly text: string } | { readonly refused: 'too-large' | 'workbook' }

const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** An Excel workbook is an archive, an old one a compound document: neither is text. */
const WORKBOOKS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/** Decodes a file: UTF-8 with or without a mark; UTF-16 with one, as Excel saves "Unicode text"; else GB18030, as Excel in China saves CSV. */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length > MOST_BYTES) return { refused: 'too-large' }
  const startsWith = (start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)
  if (WORKBOOKS.some(startsWith)) return { refused: 'workbook' }
  const marked = MARKS.find((mark) => startsWith(mark.bytes))
  if (marked !== undefined) return { text: new TextDecoder(marked.encoding).decode(bytes) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes) }
  }
}
