import type { DecimalString } from '@clientele/core'
import { findAlikeNames } from '../report/findAlikeNames.js'
import type { RowBook } from '../rows/types.js'
import { folderFiles } from './folderFiles.js'
import type { Deal, ListRow, PipelineBook, PipelineDiagnosis, PipelineSettings } from './types.js'

/** What to know of the files before trusting figures that are made from them. */
export function diagnosePipeline(
  book: PipelineBook,
  prices: ReadonlyMap<string, DecimalString>,
  { document, sectors, listPrices }: PipelineSettings,
): PipelineDiagnosis[] {
  const { used, rejected } = book.deals
  const undated = used.filter(({ date }) => date === null).length
  const deals = used.filter(({ amount }) => amount !== null).length
  const blank = used.filter(({ account }) => account === '').length
  return [
    ...(rejected.length === 0 ? [] : [{ code: 'deals-rejected', params: { rows: rejected.length } } as const]),
    ...(undated === 0 ? [] : [{ code: 'deals-undated', params: { rows: undated } } as const]),
    ...(deals === 0 || document.currency !== undefined ? [] : [{ code: 'amounts-without-currency', params: { deals } } as const]),
    ...(blank === 0 ? [] : [{ code: 'accounts-blank', params: { rows: blank } } as const]),
    ...diagnoseProducts(used, book.products),
    ...(listPrices === undefined ? [] : diagnosePrices(used, prices)),
    ...diagnoseNames('accounts-unlisted', used, 'account', book.accounts),
    ...diagnoseNames('owners-unlisted', used, 'owner', book.teams),
    ...diagnoseOwners(used, book.teams),
    ...diagnoseSectors(book.accounts, sectors),
    ...(['teams', 'products', 'accounts'] as const).flatMap((list): PipelineDiagnosis[] => {
      const lines = book[list]?.rejected.map(({ line }) => line) ?? []
      return lines.length === 0 ? [] : [{ code: 'list-rows-rejected', params: { file: folderFiles[list].file, lines } }]
    }),
  ]
}

type Unlisted = 'products-unlisted' | 'accounts-unlisted' | 'owners-unlisted'

/** Names that deals have and a list has not; blank ones are none. */
function diagnoseNames(
  code: Unlisted,
  deals: readonly Deal[],
  column: 'product' | 'account' | 'owner',
  list: RowBook<ListRow> | null,
): PipelineDiagnosis[] {
  if (list === null) return []
  const listed = new Set(list.used.map(({ name }) => name))
  const others = deals.map((deal) => deal[column]).filter((name) => name !== '' && !listed.has(name))
  return others.length === 0 ? [] : [{ code, params: { rows: others.length, names: [...new Set(others)].sort() } }]
}

function diagnoseProducts(deals: readonly Deal[], list: RowBook<ListRow> | null): PipelineDiagnosis[] {
  const names = new Set([...deals.map(({ product }) => product), ...(list?.used ?? []).map(({ name }) => name)])
  const alike = findAlikeNames([...names]).map((group): PipelineDiagnosis => ({ code: 'products-alike', params: { names: group } }))
  return [...diagnoseNames('products-unlisted', deals, 'product', list), ...alike]
}

/** Deals that are in the log and have no list price. */
function diagnosePrices(used: readonly Deal[], prices: ReadonlyMap<string, DecimalString>): PipelineDiagnosis[] {
  const names = used.filter(({ date, product }) => date !== null && !prices.has(product)).map(({ product }) => product)
  return names.length === 0 ? [] : [{ code: 'products-unpriced', params: { deals: names.length, names: [...new Set(names)].sort() } }]
}

function diagnoseOwners(deals: readonly Deal[], teams: RowBook<ListRow>): PipelineDiagnosis[] {
  const owners = new Set(deals.map(({ owner }) => owner))
  const names = [...new Set(teams.used.map(({ name }) => name).filter((name) => !owners.has(name)))].sort()
  return names.length === 0 ? [] : [{ code: 'owners-without-deals', params: { number: names.length, names } }]
}

function diagnoseSectors(accounts: RowBook<ListRow> | null, sectors: readonly string[] | undefined): PipelineDiagnosis[] {
  if (accounts === null || sectors === undefined) return []
  const expected = new Set(sectors)
  const others = accounts.used.map(({ group }) => group).filter((sector) => sector !== '' && !expected.has(sector))
  return others.length === 0 ? [] : [{ code: 'sectors-unexpected', params: { number: others.length, names: [...new Set(others)].sort() } }]
}
