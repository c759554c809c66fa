import { expect } from 'vitest'
import type { VegaLiteSpecification } from '../src/charts.js'
import { en } from '../src/locales/en.js'
import type { FunnelLocale } from '../src/locales/types.js'
import { zhCN } from '../src/locales/zh-CN.js'
import { compileChart, renderChart } from './compileChart.js'
import { vegaLiteIssues } from './vegaLiteIssues.js'

/** Expects a chart to be plain JSON that Vega-Lite has a schema for, to be the same each time, and to be drawn without a warning, in both languages. */
export async function expectPicture(draw: (locale: FunnelLocale) => VegaLiteSpecification): Promise<void> {
  for (const locale of [en, zhCN]) {
    const chart = draw(locale)
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    expect(draw(locale)).toEqual(chart)
    expect(vegaLiteIssues(chart)).toEqual([])
    expect(compileChart(chart).warnings).toEqual([])
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
    expect(svg).not.toMatch(/\p{Cs}/u)
  }
}
