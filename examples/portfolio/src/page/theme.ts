import type { Config } from 'vega-lite'

const FONT = "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

/** How charts look: as the page does. */
export const chartTheme: Config = {
  background: 'transparent',
  font: FONT,
  view: { stroke: 'transparent' },
  bar: { color: '#0f766e' },
  range: { category: ['#0f766e', '#d97706', '#475569', '#7c3aed', '#be123c', '#0369a1'] },
  title: { anchor: 'start', fontSize: 14, fontWeight: 600, color: '#1c2a2e', offset: 12 },
  axis: {
    labelColor: '#475569',
    titleColor: '#475569',
    titleFontWeight: 500,
    gridColor: '#e6eaeb',
    domainColor: '#b9c3c6',
    tickColor: '#b9c3c6',
    labelLimit: 300,
  },
  legend: { labelColor: '#475569', titleColor: '#475569', titleFontWeight: 500, orient: 'bottom', columnPadding: 28 },
}

/** How the page looks, on screen and on paper. */
export const stylesheet = `
:root { --ink: #1c2a2e; --soft: #5b6b70; --line: #dde4e6; --wash: #f4f7f7; --accent: #0f766e; --warm: #fdf5e6; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 15px/1.55 ${FONT}; }
main { max-width: 1120px; margin: 0 auto; padding: 40px 28px 56px; }
h1 { margin: 0; font-size: 30px; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 44px 0 12px; font-size: 19px; }
h3 { margin: 0 0 2px; font-size: 15px; }
p { margin: 6px 0; }
.soft { color: var(--soft); }
.note { margin-top: 18px; padding: 10px 14px; border-left: 3px solid #d97706; background: var(--warm); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 12px; margin: 26px 0 12px; padding: 0; list-style: none; }
.tiles li { padding: 12px 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--wash); overflow-wrap: anywhere; }
.tiles strong { display: block; font-size: 21px; line-height: 1.35; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; }
.tiles span { color: var(--soft); font-size: 13px; }
.equation { font-variant-numeric: tabular-nums; }
.findings { margin: 0; padding-left: 20px; }
.findings li { margin: 4px 0; overflow-wrap: anywhere; }
.side { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 28px; align-items: start; }
.charts { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 28px; align-items: start; }
figure { margin: 0; }
.picture { margin-top: 32px; }
.picture figure + figure { margin-top: 28px; }
.tiering .scroll { margin: 14px 0; }
.tiering td:first-child, .tiering .expected { white-space: nowrap; }
.tiering .bar { width: 22%; }
.ageing td:first-child { white-space: nowrap; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { color: var(--soft); font-size: 13px; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: 12.5px; vertical-align: bottom; border-bottom: 2px solid var(--line); }
th, td { padding: 6px 10px; }
td { border-bottom: 1px solid var(--line); vertical-align: top; }
.date { white-space: nowrap; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
th.number { white-space: normal; }
.name { overflow-wrap: anywhere; min-width: 130px; }
.formula { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
.written { font: 12.5px/1.5 ui-monospace, 'Cascadia Mono', Menlo, monospace; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 420px; }
.mark { width: 22px; padding-left: 0; padding-right: 0; color: #d97706; text-align: center; }
tr.selected td { background: #f0f8f6; }
.grade { display: inline-block; min-width: 26px; padding: 0 7px; border-radius: 10px; text-align: center; font-weight: 600; color: var(--soft); background: #e8edee; }
.grade-0 { color: #fff; background: var(--accent); }
.grade-1 { color: #115e56; background: #c9e7e2; }
.bar { width: 34%; min-width: 90px; }
.bar i { display: block; height: 9px; margin-top: 7px; border-radius: 2px; background: var(--accent); }
a { color: inherit; }
.part { margin-top: 64px; padding-top: 28px; border-top: 1px solid var(--line); }
header + .soft { margin-top: 14px; }
header + .part { margin-top: 26px; }
tfoot td { font-weight: 600; }
.small { font-size: 13px; }
.compact { font-size: 13.5px; }
.compact th, .compact td { padding: 5px 6px; }
.compact .bar { width: 48px; min-width: 48px; }
.rows .number:first-child { width: 64px; }
.explained { break-inside: avoid; }
footer { margin-top: 48px; padding-top: 14px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; }
@media (max-width: 760px) { .charts { grid-template-columns: minmax(0, 1fr); } }
@media print {
  @page { margin: 14mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  table, .compact { font-size: 8.5pt; }
  th, td { padding: 3px 5px; }
  .tiles strong { font-size: 14pt; }
  .tiles { gap: 8px; grid-template-columns: repeat(5, minmax(0, 1fr)); }
  thead { display: table-header-group; }
  tr, figure, .tiles li { break-inside: avoid; }
  h2 { break-after: avoid; }
  .scroll { overflow: visible; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
