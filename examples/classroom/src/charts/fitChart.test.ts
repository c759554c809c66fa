import { describe, expect, it } from 'vitest'
import { fitChart, narrowPictures } from './fitChart.js'

const phone = { width: 360, isLarge: false }
const projector = { width: 360, isLarge: true }

describe('fitChart', () => {
  it('gives a chart that has a width that of its place', () => {
    expect(fitChart({ width: 420, mark: 'bar' }, phone)).toEqual({ width: 360, mark: 'bar', autosize: { type: 'fit-x', contains: 'padding' } })
    expect(fitChart({ mark: 'bar' }, phone)).toEqual({ mark: 'bar' })
  })

  it('breaks titles into lines, those of pictures too, and keeps what else is said of them', () => {
    const chart = { title: { text: 'From contribution to profit, by credit policy', offset: 10 }, vconcat: [{ title: 'n/60' }, { mark: 'bar' }] }
    expect(fitChart(chart, phone)).toEqual({
      title: { text: ['From contribution to profit, by credit', 'policy'], offset: 10 },
      vconcat: [{ title: { text: ['n/60'] } }, { mark: 'bar' }],
    })
  })

  it('gives bars with large names more room, where they have less', () => {
    const steps = [16, 30].map((step) => fitChart({ vconcat: [{ height: { step } }] }, projector))
    expect(steps).toEqual([{ vconcat: [{ height: { step: 24 } }] }, { vconcat: [{ height: { step: 30 } }] }])
    expect(fitChart({ height: 200 }, projector)).toEqual({ height: 200 })
    expect(fitChart({ height: { step: 16 } }, phone)).toEqual({ height: { step: 16 } })
  })
})

describe('narrowPictures', () => {
  it('takes from each picture what is too much, and leaves what fits alone', () => {
    const chart = { vconcat: [{ width: 420 }, { width: 150 }, { mark: 'bar' }] }
    expect(narrowPictures(chart, 100)).toEqual({ vconcat: [{ width: 320 }, { width: 120 }, { mark: 'bar' }] })
    expect(narrowPictures(chart, 0)).toBeUndefined()
    expect(narrowPictures({ width: 420 }, 100)).toBeUndefined()
  })
})
