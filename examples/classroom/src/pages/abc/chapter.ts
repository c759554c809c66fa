/** Three tiers, as in the chapter. */
export const tiers = ['A', 'B', 'C'] as const

export type Tier = (typeof tiers)[number]

/** The tiers that end at a cut; the last takes all others. */
export const cutTiers = ['A', 'B'] as const

/** How customers are sorted into tiers, by the types of the package's schemes: the two ways of the texts, and the usual one between them. */
export const ways = ['share-of-customers', 'share-of-value', 'threshold'] as const

export type Way = (typeof ways)[number]

/** Rows to type customers into; the last two are empty in the example. */
export const customers = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10', 'K11', 'K12'] as const

export type CustomerId = (typeof customers)[number]

/** Profits of a year in 1,000 yuan. The second text (S2) gives shares and no figures: of these, A brings in 70 %, B 22 %, C 8 %. */
export const profits: { readonly [customer in CustomerId]?: string } = {
  K1: '360',
  K2: '340',
  K3: '90',
  K4: '70',
  K5: '60',
  K6: '25',
  K7: '20',
  K8: '15',
  K9: '12',
  K10: '8',
}

/** The months of which there are sales, and the day from which they are seen. */
export const months = ['2024-04', '2024-05', '2024-06'] as const
export const AS_OF = '2024-07-15'
export const CURRENCY = 'CNY'

export type Month = (typeof months)[number]

/** Sales by month. The chapter (S1) gives the way and the threshold, and no figures: K2 sells for exactly 500,000 a month, K6 gave something back. */
export const sales: { readonly [customer in CustomerId]?: readonly [string, string, string] } = {
  K1: ['900000', '480000', '600000'],
  K2: ['500000', '600000', '400000'],
  K3: ['350000', '0', '400000'],
  K4: ['150000', '120000', '180000'],
  K5: ['80000', '90000', '70000'],
  K6: ['60000', '45000', '-15000'],
  K7: ['20000', '30000', '25000'],
  K8: ['9000', '12000', '6000'],
  K9: ['', '', '15000'],
  K10: ['3000', '', '1500'],
}
