import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { type Issue, isInputError } from '../src/index.js'
import { spoil as spoilAny } from './spoil.js'

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

/** The tests of a package's schemas. */
export interface SchemaTests {
  /**
   * Tests that a schema accepts exactly what the verbs accept, and that its JSON Schema accepts all of that; it is told a document's or
   * input's name, schema, valid examples, and what its check or verb says of it.
   */
  readonly describeSchema: (described: {
    readonly name: string
    readonly schema: z.ZodType
    readonly examples: fc.Arbitrary<unknown>
    readonly issuesOf: (value: unknown) => readonly Issue[]
  }) => void
  /** Whether a value, as JSON would carry it, has the shape that a published JSON Schema describes. */
  readonly isValid: (name: string, value: unknown) => boolean
}

/** Makes the tests of a package's schemas from what it publishes as JSON Schema, and a way to spoil what they accept. */
export function schemaTests(jsonSchemas: () => { readonly [name: string]: object }, spoil = spoilAny): SchemaTests {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
  const validators = Object.fromEntries(Object.entries(jsonSchemas()).map(([name, schema]) => [name, ajv.compile(schema)]))

  const isValid: SchemaTests['isValid'] = (name, value) => {
    const carried = JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one))
    return validators[name]?.(JSON.parse(carried)) === true
  }

  const describeSchema: SchemaTests['describeSchema'] = ({ name, schema, examples, issuesOf }) => {
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

  return { describeSchema, isValid }
}
