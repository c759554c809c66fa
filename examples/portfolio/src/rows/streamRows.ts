import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { Refusal } from '../command/Refusal.js'
import type { CsvRow } from './types.js'

/** No row is longer; what is, comes from a quotation mark that is never closed. */
const LONGEST_ROW = 1_000_000

const LINE_BREAK = /\r\n|\n|\r/g

/**
 * Reads a CSV file as a stream, and hands each row to a function; blank lines are no rows.
 *
 * Lines are counted here, because csv-parse 7.0.3 counts a CRLF inside quotation marks twice. Quotation marks are read leniently, so
 * that a stray one spoils its own row only; `wellQuoted` tells such rows.
 */
export async function streamRows(file: string, takeRow: (row: CsvRow) => void): Promise<void> {
  let line = 1
  const takeRecord = (written: unknown): null => {
    const { record, raw } = written as { record: string[]; raw: string }
    const text = raw.replace(/\r?\n$|\r$/, '')
    const lastLine = line + countLineBreaks(text)
    if (text !== '') takeRow({ line, lastLine, raw: text, fields: record, wellQuoted: isWellQuoted(text) })
    line = lastLine + 1
    return null
  }
  const parser = parse({
    raw: true,
    on_record: takeRecord,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_ROW,
  })
  try {
    await pipeline(createReadStream(file), decodeText(file), parser.resume())
  } catch (error) {
    throw error instanceof CsvError ? new Refusal('row-endless', { file, line }) : error
  }
}

/** A file in another encoding, such as GBK, is refused: its names would be garbled. */
function decodeText(file: string): (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<string> {
  return async function* (chunks) {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    try {
      for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
      yield decoder.decode()
    } catch (error) {
      throw error instanceof TypeError ? new Refusal('file-not-utf-8', { file }) : error
    }
  }
}

function countLineBreaks(text: string): number {
  return text.match(LINE_BREAK)?.length ?? 0
}

/** Whether every field is either free of quotation marks, or stands in a pair of them with the inner ones doubled (RFC 4180). */
function isWellQuoted(text: string): boolean {
  return !text.includes('"') || /^(?:"(?:[^"]|"")*"|[^",]*)(?:,(?:"(?:[^"]|"")*"|[^",]*))*$/.test(text)
}
