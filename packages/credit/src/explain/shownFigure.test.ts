import { Decimal, decimalText } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { roundApart, shownChange, shownFigure } from './shownFigure.js'

describe('shownFigure', () => {
  it.each([
    ['0', '0', '0'],
    ['25.5', '25.5', '+25.5'],
    ['-25.5', '−25.5', '−25.5'],
    ['10684.93150684931506849315', 'about 10684.93', 'about +10684.93'],
    ['0.125', 'about 0.13', 'about +0.13'],
    ['-0.125', 'about −0.13', 'about −0.13'],
    ['0.001', '0.001', '+0.001'],
    ['-0.0012345', 'about −0.0012', 'about −0.0012'],
    ['0.004', '0.004', '+0.004'],
    ['0.0049', '0.0049', '+0.0049'],
    ['0.00499', 'about 0.005', 'about +0.005'],
    ['0.005', 'about 0.01', 'about +0.01'],
    ['99.999', 'about 100', 'about +100'],
  ])('shows %s as %s, and as a change as %s', (figure, expected, change) => {
    expect([shownFigure(figure, en), shownChange(figure, en)]).toEqual([expected, change])
  })

  it('has the space before figures that Chinese has', () => {
    expect(shownFigure('25.5', zhCN)).toBe(' 25.5')
    expect(shownFigure('25.555', zhCN)).toBe('约 25.56')
    expect(shownChange('25.555', zhCN)).toBe('约 +25.56')
  })
})

describe('roundApart', () => {
  const third = new Decimal(200).div(3)
  it.each([
    ['79.9999', ['80'], '79.9999'],
    ['79.99995', ['80'], '79.99995'],
    ['79.999949', ['80'], '79.9999'],
    ['80', ['80'], '80'],
    ['80.005', ['80.005'], '80.005'],
    ['80.004', ['80', '80.005'], '80.004'],
    ['66.666', ['60', '80'], '66.67'],
    ['66.666', [], '66.67'],
    ['-0.001', ['0'], '-0.001'],
    [decimalText(third), ['66.67'], '66.667'],
  ])('rounds %s, with the bounds %j, to %s', (figure, bounds, expected) => {
    const rounded = roundApart(
      new Decimal(figure),
      bounds.map((bound) => new Decimal(bound)),
    )
    expect(decimalText(rounded)).toBe(expected)
  })

  it('never moves a figure onto a bound or over it', () => {
    const figures = fc.integer({ min: -30_000, max: 30_000 }).map((units) => new Decimal(units).div(7000))
    const bounds = fc.array(
      fc.integer({ min: -50, max: 50 }).map((units) => new Decimal(units).div(8)),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(figures, bounds, (figure, among) => {
        const rounded = roundApart(figure, among)
        expect(rounded.minus(figure).abs().lte('0.005')).toBe(true)
        for (const bound of among) expect(rounded.cmp(bound)).toBe(figure.cmp(bound))
      }),
    )
  })
})
