import { readBook } from './readBook.js'
import { rememberLast } from './rememberLast.js'

/** Reads a list of purchases, of which the last one is remembered. */
export const readBookOnce = rememberLast(readBook)
