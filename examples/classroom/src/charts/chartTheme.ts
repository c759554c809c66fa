import type { Config } from 'vega-lite'

const FONT = "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

/** What is told apart by colour, in its order. */
export const CATEGORY_COLOURS = ['#0f766e', '#b45309', '#475569', '#6d28d9', '#be123c', '#0369a1'] as const

/** How charts look: as the pages do. */
export function chartTheme(isLarge: boolean): Config {
  const size = isLarge ? 18 : 13
  return {
    background: 'transparent',
    font: FONT,
    view: { stroke: 'transparent' },
    bar: { color: '#0f766e' },
    range: { category: [...CATEGORY_COLOURS] },
    title: { anchor: 'start', fontSize: size + 2, fontWeight: 600, color: '#1c2a2e', offset: 12 },
    axis: {
      labelFontSize: size,
      titleFontSize: size,
      labelColor: '#475569',
      titleColor: '#475569',
      titleFontWeight: 500,
      gridColor: '#e6eaeb',
      domainColor: '#b9c3c6',
      tickColor: '#b9c3c6',
      labelLimit: 300,
      // Beyond Vega's own limit of 200, an axis' title stands upon its labels.
      maxExtent: 340,
      labelSeparation: 8,
    },
    legend: { labelFontSize: size, titleFontSize: size, labelColor: '#475569', titleColor: '#475569', titleFontWeight: 500, orient: 'bottom' },
    text: { fontSize: size },
  }
}
