import { describe, expect, it } from 'vitest'
import { badLists } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkProvisionMatrix, type ProvisionMatrix } from '../index.js'
import { ifrs9ExampleMatrix } from '../templates.js'

const good: ProvisionMatrix = { kind: 'provision-matrix', id: 'usual', version: 1, rates: [{ bucket: 'not-due', percent: '0.5' }] }
const found = (value: unknown): unknown => codesAndPaths(checkProvisionMatrix(value))
const withRate = (rate: unknown): unknown => found({ ...good, rates: [...good.rates, rate] })

describe('checkProvisionMatrix', () => {
  it('takes every optional part, undefined for a part left out, and both kinds of rates up to their bounds', () => {
    const rates = [
      { bucket: 'a', percent: 0 },
      { bucket: 'b', percent: '100.0' },
      { bucket: 'c', lost: '0', of: '1e-30' },
      { bucket: 'd', lost: '7.50', of: 7.5, rate: 1 },
      { bucket: '__proto__', lost: 1, of: '3', rate: undefined },
      { bucket: 'constructor', percent: `33.${'3'.repeat(900)}` },
    ]
    expect(found(deepFreeze({ ...good, format: 1, title: { en: 'Losses', 'zh-CN': '损失' }, rates }))).toEqual([])
    expect(found({ ...good, format: undefined, title: undefined })).toEqual([])
    expect(found(ifrs9ExampleMatrix)).toEqual([])
  })

  it.each([
    [null, [['wrong-type', []]]],
    [undefined, [['missing', []]]],
    [[], [['wrong-type', []]]],
    [
      {},
      [
        ['missing', ['kind']],
        ['missing', ['id']],
        ['missing', ['version']],
        ['missing', ['rates']],
      ],
    ],
    [{ ...good, kind: 'ageing-scheme' }, [['not-allowed', ['kind']]]],
    [{ ...good, id: '' }, [['empty', ['id']]]],
    [{ ...good, version: Number.NaN }, [['wrong-type', ['version']]]],
    [{ ...good, format: 2 }, [['not-allowed', ['format']]]],
    [{ ...good, title: 5 }, [['wrong-type', ['title']]]],
    [{ ...good, buckets: [] }, [['unknown-key', ['buckets']]]],
    [JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":{},')), [['unknown-key', ['__proto__']]]],
    [{ ...good, rates: [] }, [['empty', ['rates']]]],
    [
      { ...good, rates: Object.assign([null], { 2: good.rates[0] }) },
      [
        ['wrong-type', ['rates', 0]],
        ['missing', ['rates', 1]],
      ],
    ],
    [
      { ...good, rates: [Object.create({ bucket: 'a', percent: 1 })] },
      [
        ['missing', ['rates', 0, 'bucket']],
        ['missing', ['rates', 0, 'percent']],
      ],
    ],
  ])('matrix %o', (value, issues) => expect(found(value)).toEqual(issues))

  it.each(badLists)('rates %o', (rates, code) => expect(found({ ...good, rates })).toEqual([[code, ['rates']]]))

  it.each([
    [{ bucket: 'a' }, [['missing', ['percent']]]],
    [{ percent: 1 }, [['missing', ['bucket']]]],
    [{ bucket: '', percent: 1 }, [['empty', ['bucket']]]],
    [{ bucket: 7, percent: 1 }, [['wrong-type', ['bucket']]]],
    [{ bucket: 'a', percent: '-0.1' }, [['too-small', ['percent']]]],
    [{ bucket: 'a', percent: '100.0000000000000000000000001' }, [['too-large', ['percent']]]],
    [{ bucket: 'a', percent: null }, [['not-a-decimal', ['percent']]]],
    [{ bucket: 'a', percent: Number.NaN }, [['not-a-decimal', ['percent']]]],
    [{ bucket: 'a', percent: ' 1 ' }, [['not-a-decimal', ['percent']]]],
    [{ bucket: 'a', percent: '1%' }, [['not-a-decimal', ['percent']]]],
    [{ bucket: 'a', percent: '1e-1001' }, [['too-many-digits', ['percent']]]],
    [{ bucket: 'a', percent: 1, title: 'x' }, [['unknown-key', ['title']]]],
    [
      { bucket: 'a', percent: 1, lost: 1, of: 2 },
      [
        ['unknown-key', ['lost']],
        ['unknown-key', ['of']],
      ],
    ],
    [{ bucket: 'a', percent: 1, rate: 0.01 }, [['unknown-key', ['rate']]]],
    [
      { bucket: 'a', rate: 0.01 },
      [
        ['unknown-key', ['rate']],
        ['missing', ['percent']],
      ],
    ],
    [{ bucket: 'a', lost: 1 }, [['missing', ['of']]]],
    [{ bucket: 'a', of: 1 }, [['missing', ['lost']]]],
    [{ bucket: 'a', lost: -1, of: 2 }, [['too-small', ['lost']]]],
    [{ bucket: 'a', lost: 0, of: 0 }, [['not-above', ['of']]]],
    [
      { bucket: 'a', lost: 'x', of: '-2' },
      [
        ['not-a-decimal', ['lost']],
        ['not-above', ['of']],
      ],
    ],
    [{ bucket: 'a', lost: '2.01', of: 2 }, [['too-large', ['lost']]]],
    [{ bucket: 'a', lost: 1, of: 2, rate: '0.5' }, [['wrong-type', ['rate']]]],
    [{ bucket: 'a', lost: 1, of: 2, rate: Number.NaN }, [['wrong-type', ['rate']]]],
    [{ bucket: 'a', lost: 1, of: 2, percentage: 50 }, [['unknown-key', ['percentage']]]],
  ])('rate %o', (rate, issues) => expect(withRate(rate)).toEqual(issues.map(([code, path]) => [code, ['rates', 1, ...(path as string[])]])))

  it('names each bucket that has a rate already, whatever else is wrong with the rate', () => {
    const rates = [{ bucket: 'a', percent: 1 }, { bucket: 'b', percent: 2 }, { bucket: 'a', lost: 1, of: 2 }, { bucket: 'a' }]
    expect(found({ ...good, rates })).toEqual([
      ['missing', ['rates', 3, 'percent']],
      ['duplicate', ['rates', 2, 'bucket']],
      ['duplicate', ['rates', 3, 'bucket']],
    ])
  })
})
