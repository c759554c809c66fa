/** The files of a pipeline's folder, and which column of each holds what. */
export const folderFiles = {
  deals: {
    file: 'sales_pipeline.csv',
    columns: {
      deal: 'opportunity_id',
      owner: 'sales_agent',
      product: 'product',
      account: 'account',
      status: 'deal_stage',
      date: 'engage_date',
      closed: 'close_date',
      amount: 'close_value',
    },
  },
  teams: { file: 'sales_teams.csv', columns: { name: 'sales_agent', group: 'regional_office' } },
  products: { file: 'products.csv', columns: { name: 'product' } },
  /** The same file where prices are asked for. */
  prices: { file: 'products.csv', columns: { name: 'product', price: 'sales_price' } },
  accounts: { file: 'accounts.csv', columns: { name: 'account', group: 'sector' } },
} as const
