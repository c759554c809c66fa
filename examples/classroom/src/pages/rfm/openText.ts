import { isInputError } from '@clientele/core'
import { parseDay } from '@clientele/core/days'
import type { Shown } from '../types.js'
import { decodeFile } from './book/decodeFile.js'
import { readBookOnce } from './book/readBookOnce.js'
import type { ScoredBook } from './computeRfm.js'
import { defaults, type RfmFields } from './fields.js'
import type { RfmTexts } from './texts/types.js'

/** The day of the last purchase; undefined where no date can be read. */
export function lastDay(csv: string): string | undefined {
  let last: string | undefined
  try {
    for (const { date } of readBookOnce(csv).purchases) if (!Number.isNaN(parseDay(date)) && (last === undefined || date > last)) last = date
  } catch (error) {
    if (!isInputError(error)) throw error
  }
  return last
}

/** Changes the fields to another list of purchases, as of its own end; which customers were chosen belongs to the one before. */
export function openText(csv: string, file: string): Partial<RfmFields> {
  const asOf = lastDay(csv)
  const isExample = csv === defaults.csv
  return { csv, file: isExample ? '' : file, customer: '', segment: '', ...(asOf === undefined ? {} : { asOf }) }
}

/** Opens a file; if it cannot be, says in `place` why. */
export async function openFile(file: File, shown: Shown<RfmFields, ScoredBook>, said: RfmTexts, place: HTMLElement): Promise<void> {
  place.textContent = ''
  try {
    const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()))
    // Meanwhile another page may have been asked for.
    if (!place.isConnected) return
    if ('refused' in decoded) place.textContent = said.refused[decoded.refused]
    else shown.change(openText(decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), file.name), { isStep: true })
  } catch (error) {
    console.error(error)
    place.textContent = said.failed
  }
}
