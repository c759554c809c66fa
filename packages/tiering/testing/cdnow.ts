import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestContext } from 'vitest'

const FILE = fileURLToPath(new URL('../../../../shared/data/cdnow/cdnow_customers_summary_with_transactions.csv', import.meta.url))

/** The 2,357 customers of CDNOW that the papers on BG/NBD and Gamma-Gamma fit, ages in weeks; the test is skipped where they are missing. */
export function readCdnow({ skip }: TestContext): {
  customer: string
  repeatPurchases: number
  lastPurchaseAge: number
  age: number
  meanSpend: string
}[] {
  skip(!existsSync(FILE), `${FILE} is missing`)
  const lines = readFileSync(FILE, 'utf8').trimEnd().split(/\r?\n/).slice(1)
  return lines.map((line) => {
    const [customer = '', repeatPurchases, lastPurchaseAge, age, meanSpend = ''] = line.split(',')
    return { customer, repeatPurchases: Number(repeatPurchases), lastPurchaseAge: Number(lastPurchaseAge), age: Number(age), meanSpend }
  })
}
