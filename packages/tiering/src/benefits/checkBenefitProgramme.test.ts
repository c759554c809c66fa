import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { type BenefitProgramme, checkBenefitProgramme, type TierBenefits } from '../index.js'

const tier: TierBenefits = {
  tier: 'A',
  terms: 'N/30',
  ladder: {
    type: 'incremental',
    steps: [
      { from: '0', percent: '1' },
      { from: '100', percent: '2' },
    ],
  },
  services: ['some'],
  owner: 'someone',
}
const good: BenefitProgramme = { kind: 'benefit-programme', id: 'usual', version: 1, tiers: [tier] }
const found = (value: unknown): unknown => codesAndPaths(checkBenefitProgramme(value))
const foundWith = (others: object): unknown => found({ ...good, ...others })
const inTier = (others: object): unknown =>
  foundWith({
    tiers: [
      { ...tier, tier: 'B' },
      { ...tier, ...others },
    ],
  })
const inLadder = (others: object): unknown => inTier({ ladder: { ...tier.ladder, ...others } })
const inStep = (others: object): unknown => inLadder({ steps: [tier.ladder.steps[0], { ...tier.ladder.steps[1], ...others }] })
const STEP = ['tiers', 1, 'ladder', 'steps', 1]

describe('checkBenefitProgramme', () => {
  it('takes every optional part, and undefined for a part left out', () => {
    const steps = [
      { from: 0.5, percent: 0 },
      { from: '0.5000000000000000000001', percent: 100 },
      { from: '1e3', percent: '0.1' },
    ]
    const all = { ...tier, tier: '__proto__', title: { en: 'A' }, ladder: { type: 'all-units', steps }, visits: 'P2W', roster: true }
    const tiers = [all, { ...tier, tier: 'constructor', services: [], owner: { en: 'x', 'zh-CN': '某' }, roster: false }]
    expect(found(deepFreeze({ ...good, tiers, format: 1, title: 'Usual', currency: 'CNY' }))).toEqual([])
    expect(foundWith({ format: undefined, title: undefined, currency: undefined })).toEqual([])
    expect(inTier({ title: undefined, visits: undefined, roster: undefined })).toEqual([])
  })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(found(value)).toEqual([[code, []]])
    expect(foundWith({ tiers: [tier, value] })).toEqual([[code, ['tiers', 1]]])
    expect(inTier({ ladder: value })).toEqual([[code, ['tiers', 1, 'ladder']]])
    expect(inLadder({ steps: [{ from: 0, percent: 1 }, value] })).toEqual([[code, STEP]])
  })
  it.each([...badLists, [undefined, 'missing'], [[], 'empty']] as const)('refuses the tiers or steps %o', (value, code) => {
    expect(foundWith({ tiers: value })).toEqual([[code, ['tiers']]])
    expect(inLadder({ steps: value })).toEqual([[code, ['tiers', 1, 'ladder', 'steps']]])
  })
  it.each([...badLists, [undefined, 'missing']] as const)('refuses the services %o', (value, code) => {
    expect(inTier({ services: value })).toEqual([[code, ['tiers', 1, 'services']]])
  })
  it.each(badTexts)('refuses the text %o', (value, code) => {
    for (const field of ['tier', 'terms', 'owner']) expect(inTier({ [field]: value })).toEqual([[code, ['tiers', 1, field]]])
    expect(inTier({ services: ['some', value] })).toEqual([[code, ['tiers', 1, 'services', 1]]])
    expect(foundWith({ id: value })).toEqual([[code, ['id']]])
  })
  it.each([
    [undefined, 'missing'],
    [null, 'not-a-decimal'],
    [Number.NaN, 'not-a-decimal'],
    [' 1 ', 'not-a-decimal'],
    ['0x3', 'not-a-decimal'],
    ['1e1000', 'too-many-digits'],
    ['-0.01', 'too-small'],
  ])('refuses %o for an amount and a percentage', (value, code) => {
    expect(inStep({ from: value })).toEqual([[code, [...STEP, 'from']]])
    expect(inStep({ percent: value })).toEqual([[code, [...STEP, 'percent']]])
  })
  it.each([
    [{ from: '0' }, [['not-above', [...STEP, 'from']]]],
    [{ from: '-0' }, [['not-above', [...STEP, 'from']]]],
    [{ percent: '100.01' }, [['too-large', [...STEP, 'percent']]]],
    [{ to: 5 }, [['unknown-key', [...STEP, 'to']]]],
  ])('refuses the step %o', (others, issues) => expect(inStep(others)).toEqual(issues))

  it.each([
    [{ kind: 'tier-scheme' }, [['not-allowed', ['kind']]]],
    [{ version: '' }, [['empty', ['version']]]],
    [{ title: 7 }, [['wrong-type', ['title']]]],
    [{ currency: 'cny' }, [['unknown-currency', ['currency']]]],
    [{ benefits: [] }, [['unknown-key', ['benefits']]]],
  ])('refuses %o', (others, issues) => expect(foundWith(others)).toEqual(issues))
  it.each([
    [{ tier: 'B' }, [['duplicate', ['tiers', 1, 'tier']]]],
    [{ title: '' }, [['empty', ['tiers', 1, 'title']]]],
    [{ owner: { en: '' } }, [['empty', ['tiers', 1, 'owner', 'en']]]],
    [{ visits: 'monthly' }, [['not-a-duration', ['tiers', 1, 'visits']]]],
    [{ visits: null }, [['not-a-duration', ['tiers', 1, 'visits']]]],
    [{ visits: 'P0D' }, [['not-above', ['tiers', 1, 'visits']]]],
    [{ roster: 'yes' }, [['wrong-type', ['tiers', 1, 'roster']]]],
    [{ discount: 5 }, [['unknown-key', ['tiers', 1, 'discount']]]],
    [{ ladder: { ...tier.ladder, type: 'each' } }, [['not-allowed', ['tiers', 1, 'ladder', 'type']]]],
    [{ ladder: { ...tier.ladder, currency: 'CNY' } }, [['unknown-key', ['tiers', 1, 'ladder', 'currency']]]],
  ])('refuses the tier %o', (others, issues) => expect(inTier(others)).toEqual(issues))

  it('compares a step with the highest one before, and names everything that is wrong', () => {
    const steps = [
      { from: 10, percent: 1 },
      { from: 5, percent: 'x' },
      { from: 'y', percent: 2 },
      { from: 7, percent: 3 },
      { from: 11, percent: 4 },
    ]
    expect(inTier({ ladder: { steps }, terms: '' })).toEqual([
      ['empty', ['tiers', 1, 'terms']],
      ['missing', ['tiers', 1, 'ladder', 'type']],
      ['not-above', ['tiers', 1, 'ladder', 'steps', 1, 'from']],
      ['not-a-decimal', ['tiers', 1, 'ladder', 'steps', 1, 'percent']],
      ['not-a-decimal', ['tiers', 1, 'ladder', 'steps', 2, 'from']],
      ['not-above', ['tiers', 1, 'ladder', 'steps', 3, 'from']],
    ])
  })
})
