/**
 * Purchases of eleven customers. Those of A1, B1, B2, C1 and C2 are the terminal's example; the others make it the third text's case: two customers, 18 %
 * of all, give 65 % of the revenue.
 */
const purchases: readonly (readonly [customer: string, amount: string, dates: readonly string[]])[] = [
  ['A1', '6000', ['2024-02-14', '2024-04-02', '2024-05-20', '2024-06-12', '2024-06-28']],
  ['A2', '4400', ['2024-01-22', '2024-03-06', '2024-04-18', '2024-05-27', '2024-06-19']],
  ['B1', '90', ['2023-07-15', '2023-08-02', '2023-08-21', '2023-09-04']],
  ['B2', '2500', ['2024-01-08', '2024-03-11', '2024-05-30']],
  ['B3', '110', ['2023-08-09', '2023-09-13', '2023-10-17', '2023-11-15']],
  ['C1', '800', ['2023-11-11', '2024-03-05']],
  ['C2', '1500', ['2023-12-24']],
  ['C3', '3600', ['2024-06-25']],
  ['C4', '9000', ['2023-08-10']],
  ['C5', '1200', ['2023-10-08', '2024-04-11']],
  ['C6', '800', ['2023-12-01', '2024-02-11']],
]

const lines = purchases.flatMap(([customer, amount, dates]) => dates.map((date) => `${customer},${date},${amount}`))

export const exampleText = ['customer,date,amount', ...lines].join('\n')
