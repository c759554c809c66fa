import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRepeated } from './findRepeated.js'

/** Finds them by looking at all that stand before. */
const naively = (texts: readonly (string | undefined)[]): [number, number][] =>
  texts.flatMap((text, index) => (text !== undefined && text !== '' && texts.indexOf(text) < index ? [[index, texts.indexOf(text)]] : []))

/** The place at which the search for a text begins in a table of 8,192. */
const placeOf = (text: string): number => {
  let hash = text.length
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return (hash ^ (hash >>> 15)) & 8191
}

describe('findRepeated', () => {
  it('finds what a naive program finds', () => {
    const texts = fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('__proto__', '', undefined, 'INV-1', 'INV-2'))
    fc.assert(
      fc.property(fc.array(texts), (list) => {
        expect([...findRepeated(list)]).toEqual(naively(list))
      }),
    )
  })

  it('finds the same among texts that were chosen to stand in each other’s way', () => {
    const texts: string[] = []
    for (let number = 0; texts.length < 2500; number++) if (placeOf(`ID-${number}`) < 200) texts.push(`ID-${number}`)
    const list = [...texts, undefined, '', texts[7] as string, 'other', texts[2400] as string, 'other']
    expect([...findRepeated(list)]).toEqual([
      [2502, 7],
      [2504, 2400],
      [2505, 2503],
    ])
  })
})
