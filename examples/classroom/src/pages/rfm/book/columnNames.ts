import type { ColumnName } from './types.js'

export const columns: readonly ColumnName[] = ['customer', 'date', 'amount']

/** What columns are called, in capitals or not, with or without blanks, low lines and hyphens between words, and a unit in brackets after them. */
export const columnNames: { readonly [column in ColumnName]: readonly string[] } = {
  customer: [
    ...[
      'customer',
      'customer id',
      'customer no',
      'customer name',
      'customer code',
      'client',
      'client id',
      'client name',
      'buyer',
      'member',
      'member id',
    ],
    ...['客户', '客户名', '客户名称', '客户姓名', '客户编号', '客户代码', '客户号', '客户id', '顾客', '顾客名称', '顾客姓名', '顾客编号', '顾客id'],
    ...[
      '会员',
      '会员名',
      '会员编号',
      '会员号',
      '会员id',
      '买家',
      '购买人',
      '用户',
      '用户id',
      '客戶',
      '客戶名稱',
      '客戶編號',
      '顧客',
      '顧客名稱',
      '顧客編號',
    ],
  ],
  date: [
    ...['date', 'order date', 'purchase date', 'transaction date', 'invoice date', 'sales date', 'date of purchase', 'day'],
    ...[
      '日期',
      '订单日期',
      '购买日期',
      '交易日期',
      '下单日期',
      '下单时间',
      '成交日期',
      '成交时间',
      '销售日期',
      '消费日期',
      '付款日期',
      '订单时间',
      '购买时间',
    ],
    ...['交易时间', '消费时间', '开票日期', '訂單日期', '購買日期', '交易時間', '銷售日期', '消費日期'],
  ],
  amount: [
    ...[
      'amount',
      'order amount',
      'purchase amount',
      'sales amount',
      'net amount',
      'revenue',
      'sales',
      'turnover',
      'value',
      'order value',
      'total',
      'spend',
    ],
    ...[
      '金额',
      '销售额',
      '销售金额',
      '订单金额',
      '消费金额',
      '购买金额',
      '交易金额',
      '成交金额',
      '成交额',
      '交易额',
      '实付金额',
      '付款金额',
      '总额',
      '总金额',
    ],
    ...['营业额', '消费额', '金額', '銷售額', '銷售金額', '訂單金額', '消費金額', '購買金額', '交易金額', '總金額'],
  ],
}

const columnOf = new Map(columns.flatMap((column) => columnNames[column].map((name) => [plain(name), column] as const)))

/** Which column a name stands for; undefined where it stands for none. */
export function findColumn(name: string): ColumnName | undefined {
  return columnOf.get(plain(name))
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[(（[【].*$/, '')
    .replace(/[\s_-]/g, '')
}
