import { type Issue, isInputError } from '@clientele/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { jsonSchemas } from '../src/schemas.js'
import { spoil } from './spoil.js'

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
const validators = Object.fromEntries(Object.entries(jsonSchemas()).map(([name, schema]) => [name, ajv.compile(schema)]))

/** Whether a value, as JSON would carry it, has the shape that a published JSON Schema describes. */
export function isValid(name: string, value: unknown): boolean {
  const carried = JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one))
  return validators[name]?.(JSON.parse(carried)) === true
}

/** What a verb says against its input: nothing where it takes it. */
export function issuesOfVerb(run: () => unknown): readonly Issue[] {
  try {
    run()
    return []
  } catch (error) {
    if (isInputError(error)) return error.issues
    throw error
  }
}

/** A document's or input's name, schema, valid examples, and what its check or verb says of it. */
interface DescribedSchema {
  readonly name: string
  readonly schema: z.ZodType
  readonly examples: fc.Arbitrary<unknown>
  readonly issuesOf: (value: unknown) => readonly Issue[]
}

/** Tests that a schema accepts exactly what the verbs accept, and that its JSON Schema accepts all of that. */
export function describeSchema({ name, schema, examples, issuesOf }: DescribedSchema): void {
  describe(`the schema of ${name}`, () => {
    it('gives back what the verbs take, and so does its JSON Schema', () => {
      fc.assert(
        fc.property(examples, (value) => {
          expect(issuesOf(value)).toEqual([])
          expect(schema.parse(value)).toEqual(value)
          expect(isValid(name, value)).toBe(true)
        }),
        { numRuns: 50 },
      )
    })

    it('accepts of what is nearly one exactly what the verbs accept', () => {
      const counts = { accepted: 0, refused: 0 }
      fc.assert(
        fc.property(examples.chain(spoil), (value) => {
          const isAccepted = issuesOf(value).length === 0
          expect(schema.safeParse(value).success).toBe(isAccepted)
          if (isAccepted && value !== undefined) expect(isValid(name, value)).toBe(true)
          counts[isAccepted ? 'accepted' : 'refused'] += 1
        }),
        { numRuns: 250 },
      )
      expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(1)
    })
  })
}
