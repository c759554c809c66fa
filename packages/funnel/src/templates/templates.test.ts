import { describe, expect, it } from 'vitest'
import { advanceDeal, checkPipeline, type Pipeline, type StageChange } from '../index.js'
import * as templates from '../templates.js'

const { opportunityPipeline, textbookFunnel } = templates

/** Every text by language in a document. */
function textsIn(value: unknown): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return []
  return 'en' in value ? [value as Record<string, string>] : Object.values(value).flatMap(textsIn)
}

describe.each(Object.entries(templates))('the template %s', (name, template) => {
  it('is plain JSON that its own check takes, named after its id', () => {
    expect(JSON.parse(JSON.stringify(template))).toEqual(template)
    expect(checkPipeline(template)).toEqual([])
    expect(template.id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())).toBe(name)
  })

  it('has a title, as every stage, loss reason, evidence and effect of it has, in both languages', () => {
    const entries = template.stages.flatMap(({ evidence = [], onEnter = [] }) => [...evidence, ...onEnter])
    for (const one of [template, ...template.stages, ...template.lossReasons, ...entries]) {
      expect(textsIn((one as { readonly title?: unknown }).title)).toHaveLength(1)
    }
    for (const text of textsIn(template))
      expect(text).toEqual({ en: expect.stringMatching(/^\p{ASCII}+$/u), 'zh-CN': expect.stringMatching(/^\p{Script=Han}/u) })
  })

  it('knows of no stage how likely its deals are won, and loses them for the objections of S4', () => {
    for (const { winPercent } of template.stages) expect(winPercent).toBeNull()
    expect(template.lossReasons.map((reason) => (typeof reason === 'string' ? reason : reason.id))).toEqual([
      'time',
      'price',
      'brand-or-source',
      'competitors',
    ])
  })
})

describe('the textbook', () => {
  const named = ({ stages }: Pipeline): unknown => stages.map(({ id, title, band }) => [id, (title as Record<string, string>)['zh-CN'], band])

  it('S1 and S2: the neck of each stage, in the part of the funnel that it is in', () => {
    expect(named(textbookFunnel)).toEqual([
      ['potential', '潜在客户', 'top'],
      ['prospect', '准客户', 'middle'],
      ['customer', '现实客户', 'bottom'],
      ['partner', '长期支持者或合作伙伴', undefined],
    ])
  })

  it('S3: the stages of an opportunity', () => {
    expect(named(opportunityPipeline)).toEqual([
      ['need-confirmed', '需求确认', 'middle'],
      ['quoted', '方案报价', 'middle'],
      ['negotiating', '合同谈判', 'bottom'],
      ['signed-and-paid', '签约付款', 'bottom'],
    ])
  })

  it('S3: no stage of an opportunity is skipped, and a negotiation may go back to a new quote', () => {
    const passed: StageChange[] = opportunityPipeline.stages.slice(0, 3).map(({ id, evidence = [] }, index) => ({
      deal: 'D-1',
      at: `2024-03-0${index + 1}`,
      to: id,
      evidence: evidence.map((entry) => (typeof entry === 'string' ? entry : entry.id)),
    }))
    const quoteAgain = { deal: 'D-1', at: '2024-03-10', to: 'quoted' }
    expect(advanceDeal({ change: quoteAgain, history: passed }, opportunityPipeline)).toMatchObject({ ok: true, from: 'negotiating', to: 'quoted' })
    const late = passed[2] as StageChange
    expect(advanceDeal({ change: late, history: passed.slice(0, 1) }, opportunityPipeline)).toMatchObject({
      reasons: [{ code: 'skipped-stage', params: { skipped: ['quoted'] } }],
    })
    const unpaid = { deal: 'D-1', at: '2024-03-10', to: 'signed-and-paid', evidence: ['signed-contract'] }
    expect(advanceDeal({ change: unpaid, history: passed }, opportunityPipeline)).toMatchObject({
      reasons: [{ code: 'missing-evidence', params: { missing: ['proof-of-payment'] } }],
    })
  })

  it('S1: customers may come in anywhere, and are not asked for evidence', () => {
    const buys = { deal: 'walk-in', at: '2024-03-01', to: 'customer' }
    expect(advanceDeal({ change: buys, history: [] }, textbookFunnel)).toMatchObject({ ok: true, skipped: ['potential', 'prospect'] })
  })
})
