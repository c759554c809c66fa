import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestContext } from 'vitest'
import type { Pipeline, StageChange } from '../src/index.js'

const FOLDER = fileURLToPath(new URL('../../../../shared/data/pipeline/', import.meta.url))

/** The stage of the data whose date is known. */
export const engaging: Pipeline = {
  kind: 'pipeline',
  id: 'computers',
  version: 1,
  stages: [{ id: 'engaging' }],
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
  currency: 'USD',
}

function readRows(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(FOLDER + name, 'utf8')
    .trimEnd()
    .split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((key, index) => [key, cells[index] ?? '']))
  })
}

/**
 * The 8,800 opportunities of a maker of computer hardware: every one with an engage_date came to `engaging` then, every closed one was won or lost on its close_date for its
 * close_value; the 500 others (Prospecting) have no date. With `listPrices` an opportunity states the price of its product when it comes. The test is skipped where the data are
 * missing.
 */
export function readPipelineData(
  { skip }: TestContext,
  { listPrices = false }: { listPrices?: boolean } = {},
): { readonly log: StageChange[]; readonly undated: number; readonly blankAccounts: number } {
  skip(!existsSync(FOLDER), `${FOLDER} is missing`)
  const regions = new Map(readRows('sales_teams.csv').map((team) => [team['sales_agent'], team['regional_office']]))
  // A product is spelt with and without a space.
  const prices = new Map(readRows('products.csv').map((row) => [row['product']?.replace(' ', ''), row['sales_price']]))
  const rows = readRows('sales_pipeline.csv')
  const log = rows.flatMap((row): StageChange[] => {
    const { opportunity_id: deal = '', sales_agent: agent = '', product = '', account = '', deal_stage: stage = '' } = row
    const { engage_date: engaged = '', close_date: closed = '', close_value: amount = '' } = row
    if (engaged === '') return []
    const attributes = { region: regions.get(agent) ?? null, agent, product, account }
    const price = prices.get(product.replace(' ', '')) as string
    const change = { deal, at: engaged, to: 'engaging', attributes, ...(listPrices ? { amount: price } : {}) }
    return stage === 'Engaging' ? [change] : [change, { deal, at: closed, to: stage.toLowerCase(), amount }]
  })
  return { log, undated: rows.filter((row) => row['engage_date'] === '').length, blankAccounts: rows.filter((row) => row['account'] === '').length }
}
