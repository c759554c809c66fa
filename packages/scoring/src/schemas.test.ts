import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { books, scorecards } from '../testing/arbitraries.js'
import { outcomeOdds } from '../testing/outcomes.js'
import { rulebooks } from '../testing/rulebooks.js'
import { spoil } from '../testing/spoil.js'
import { decisionTables } from '../testing/tables.js'
import {
  type Candidate,
  checkOutcomeOdds,
  checkRulebook,
  checkScorecard,
  type DecisionTable,
  rankByPromethee,
  type Scorecard,
  scoreCandidate,
  standardDeviationWeights,
} from './index.js'
import {
  candidateSchema,
  decisionTableSchema,
  jsonSchemas,
  outcomeOddsSchema,
  printedTotalSchema,
  rulebookSchema,
  scorecardSchema,
  unweightedTableSchema,
} from './schemas.js'
import * as templates from './templates.js'

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
const validators = Object.fromEntries(Object.entries(jsonSchemas()).map(([name, schema]) => [name, ajv.compile(schema)]))

const accepted = (candidate: unknown): boolean => {
  const { id, ratings } = (candidate ?? {}) as Candidate
  const anything: Scorecard = {
    kind: 'scorecard',
    id: 'any',
    version: 1,
    scale: { min: '-1e999', max: '1e999' },
    criteria: [
      { id: 'none', weight: 1, missing: 'neutral' },
      ...Object.keys(ratings ?? {})
        .filter((key) => key !== '')
        .map((key) => ({ id: key, weight: 1, missing: 'neutral' as const })),
    ],
  }
  try {
    return id !== undefined && scoreCandidate(candidate as Candidate, anything) !== undefined
  } catch {
    return false
  }
}

describe('schemas accept what the verbs accept', () => {
  it('scorecards, and nearly scorecards', () => {
    fc.assert(fc.property(scorecards, (card) => accepts(scorecardSchema, card)))
    fc.assert(
      fc.property(scorecards.chain(spoil), (value) => accepts(scorecardSchema, value) === (checkScorecard(value).length === 0)),
      { numRuns: 2000 },
    )
  })

  it('candidates, and nearly candidates', () => {
    const candidates = books.filter(({ candidates: list }) => list.length > 0).map(({ candidates: list }) => list[0] as Candidate)
    const named = candidates.filter(({ ratings }) => !Object.hasOwn(ratings, '') && !Object.hasOwn(ratings, 'none'))
    fc.assert(
      fc.property(named.chain(spoil), (value) => accepts(candidateSchema, value) === accepted(value)),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(named, (candidate) => accepts(printedTotalSchema, { ...candidate, printed: '1.5' })))
    for (const printed of [undefined, null, 'x', Number.NaN]) expect(accepts(printedTotalSchema, { id: 'a', ratings: {}, printed })).toBe(false)
  })

  it('outcome odds, and nearly outcome odds', () => {
    fc.assert(fc.property(outcomeOdds, (odds) => accepts(outcomeOddsSchema, odds)))
    fc.assert(
      fc.property(outcomeOdds.chain(spoil), (value) => accepts(outcomeOddsSchema, value) === (checkOutcomeOdds(value).length === 0)),
      { numRuns: 1000 },
    )
  })

  it('rulebooks, and nearly rulebooks', () => {
    fc.assert(
      fc.property(rulebooks, (rulebook) => {
        expect(rulebookSchema.parse(rulebook)).toEqual(rulebook)
      }),
    )
    fc.assert(
      fc.property(rulebooks.chain(spoil), (value) => accepts(rulebookSchema, value) === (checkRulebook(value).length === 0)),
      { numRuns: 1000 },
    )
  })

  it('decision tables, and nearly decision tables', () => {
    const ranks = (table: unknown): boolean => {
      try {
        return rankByPromethee(table as DecisionTable).method === 'promethee'
      } catch {
        return false
      }
    }
    fc.assert(fc.property(decisionTables, (table) => accepts(decisionTableSchema, table) && validators['decision-table']?.(table) === true))
    fc.assert(
      fc.property(decisionTables.chain(spoil), (value) => accepts(decisionTableSchema, value) === ranks(value)),
      { numRuns: 1500 },
    )
  })

  it('tables without weights, and nearly tables', () => {
    const weighs = (table: unknown): boolean => {
      try {
        return standardDeviationWeights(table as DecisionTable).method === 'standard-deviation'
      } catch {
        return false
      }
    }
    const tables = fc.tuple(decisionTables, fc.boolean()).map(([table, bare]) => ({
      ...table,
      criteria: table.criteria.map(({ weight, ...criterion }) => (bare ? criterion : { ...criterion, weight })),
    }))
    fc.assert(fc.property(tables, (table) => accepts(unweightedTableSchema, table) && validators['unweighted-table']?.(table) === true))
    fc.assert(
      fc.property(tables.chain(spoil), (value) => accepts(unweightedTableSchema, value) === weighs(value)),
      { numRuns: 1500 },
    )
    const bare = { alternatives: ['A'], criteria: [{ id: 'c' }], values: [[1]] }
    expect([accepts(unweightedTableSchema, bare), accepts(decisionTableSchema, bare)]).toEqual([true, false])
    expect([validators['unweighted-table']?.(bare), validators['decision-table']?.(bare)]).toEqual([true, false])
  })

  it('and speak with their codes, paths and messages', () => {
    const value = { ...templates.customerScreening, criteria: [{ id: 'x', weight: -1 }] }
    expect(scorecardSchema.safeParse(value).error?.issues.map(({ path, message }) => ({ path, message }))).toEqual(
      checkScorecard(value).map(({ path, message }) => ({ path, message })),
    )
  })

  it('and give back what they were given', () => {
    fc.assert(
      fc.property(scorecards, (card) => {
        expect(scorecardSchema.parse(card)).toEqual(card)
      }),
    )
  })
})

describe('JSON Schema', () => {
  it('takes every template, and all that the verbs take', () => {
    for (const template of Object.values(templates)) expect(validators[template.kind]?.(template)).toBe(true)
    fc.assert(fc.property(scorecards, (card) => validators['scorecard']?.(JSON.parse(JSON.stringify(card))) === true))
    fc.assert(
      fc.property(books, ({ candidates }) =>
        candidates.every((candidate) => validators['candidate']?.(JSON.parse(JSON.stringify(candidate))) === true),
      ),
    )
  })

  it('takes every document of odds that is learned', () => {
    fc.assert(fc.property(outcomeOdds, (odds) => validators['outcome-odds']?.(JSON.parse(JSON.stringify(odds))) === true))
  })

  it('takes every rulebook', () => {
    fc.assert(fc.property(rulebooks, (rulebook) => validators['rulebook']?.(JSON.parse(JSON.stringify(rulebook))) === true))
  })

  it('refuses what has another shape', () => {
    expect(validators['scorecard']?.({ ...templates.customerScreening, criteria: [] })).toBe(false)
    expect(validators['scorecard']?.({ ...templates.customerScreening, colour: 'red' })).toBe(false)
    expect(validators['candidate']?.({ id: 'a', ratings: { x: true } })).toBe(false)
    expect(validators['rulebook']?.({ ...templates.leadGrading, rules: [] })).toBe(false)
    expect(validators['rulebook']?.({ ...templates.leadGrading, rules: [{ id: 'x', when: { all: [] }, grade: 'A' }] })).toBe(false)
    expect(validators['printed-total']?.({ id: 'a', ratings: { x: 1 } })).toBe(false)
    expect(validators['outcome-odds']?.({ kind: 'outcome-odds', id: 'a', version: 1, smoothing: 1, won: 0, lost: 0, fields: [] })).toBe(false)
  })
})
