import type { ReportDepth } from '@clientele/credit'

/** What the teacher says around the computed results, as templates with `{placeholders}`. */
export interface Texts {
  readonly screening: ScreeningTexts
  readonly credit: CreditTexts
  readonly decisions: DecisionTexts
  readonly tiers: TierTexts
}

/** Around the weighted scores. */
export interface ScreeningTexts {
  readonly title: string
  readonly introduction: string
  readonly criterion: string
  readonly weight: string
  readonly computed: string
  readonly printed: string
  readonly formulas: string
  readonly result: string
  readonly stability: string
  readonly stabilityExplained: string
  readonly methods: string
  readonly misprint: string
  readonly misprintHarmless: string
  readonly averages: string
  readonly averagesExplained: string
}

/** Around the credit terms. */
export interface CreditTexts {
  readonly title: string
  readonly introduction: string
  readonly from: string
  readonly to: string
  readonly percent: string
  readonly payable: string
  readonly inWords: string
  readonly whoPaysWhen: string
  /** A payment of {amount} on {date}. */
  readonly pays: string
  readonly yearlyCost: string
  readonly yearlyCostExplained: string
}

/** Around tiers. */
export interface TierTexts {
  readonly title: string
  readonly threshold: string
  readonly customer: string
  readonly total: string
  readonly average: string
  readonly tier: string
  readonly shares: string
  readonly score: string
  readonly concentration: string
  /** That {percent} percent of the revenue are theirs. */
  readonly topShare: string
  readonly rfm: string
  readonly levels: string
  readonly rebate: string
  readonly benefits: string
  /** The terms of {tier}, read by the credit package: {terms}. */
  readonly terms: string
  readonly again: string
  readonly warning: string
}

/** Around credit decisions. */
export interface DecisionTexts {
  readonly title: string
  readonly reports: string
  /** Who needs which report. */
  readonly customers: { readonly [Depth in ReportDepth]: string }
  readonly standard: string
  readonly orders: string
  /** An order, decided as it comes, and with a release. */
  readonly asks: string
  readonly asksReleased: string
  readonly change: string
  readonly cost: string
  readonly policies: string
  readonly policy: string
  readonly contribution: string
  readonly opportunity: string
  readonly badDebt: string
  readonly collection: string
  readonly profit: string
}

export const english: Texts = {
  screening: {
    title: 'Sales Management, chapter 7: screening customers by weighted score',
    introduction: 'Weights and ratings both run from 1 to 5; a total is the sum of weight × rating.',
    criterion: 'Criterion',
    weight: 'Weight',
    computed: 'Total, computed',
    printed: 'Total, as printed',
    formulas: 'How each total comes about',
    result: 'The result',
    stability: 'How far each weight may move',
    stabilityExplained: 'Weights are a matter of opinion: one of them moves, the others stay as they are.',
    methods: 'Do other methods agree?',
    misprint: 'A misprint to find',
    misprintHarmless:
      'The order is the same either way, because even {printed} is below the {next} of {above}; the conclusion holds, the number does not.',
    averages: 'A word to mind',
    averagesExplained:
      'The text calls the totals "weighted averages". They are weighted sums; the averages are the sums divided by {weights}: {averages}.',
  },
  credit: {
    title: 'Sales Management, chapter 7: credit terms',
    introduction: 'An invoice of {amount} of {date}, under the terms {terms}:',
    from: 'From',
    to: 'To',
    percent: 'Off (%)',
    payable: 'To pay',
    inWords: 'In words',
    whoPaysWhen: 'Who pays when',
    pays: '{amount} arrives on {date}:',
    yearlyCost: 'What it costs not to take the discount',
    yearlyCostExplained: 'Not to take a discount is to borrow from the seller for the days between.',
  },
  decisions: {
    title: 'Sales Management, chapter 7: credit decisions',
    reports: 'How deep a credit report must be',
    customers: {
      brief: 'A small customer of low risk:',
      standard: 'A customer of ordinary size and moderate risk:',
      'in-depth': 'An important customer of high risk:',
    },
    standard: 'The credit standard',
    orders: 'Orders of customer D, who owes 80000.00 CNY, has a limit of 100000.00 CNY and has left a deposit of 5000.00 CNY',
    asks: '{order}, {amount} CNY:',
    asksReleased: '{order}, {amount} CNY, released by the sales manager Li:',
    change: 'A sudden change, a year later',
    cost: 'What receivables cost (sales of 10000 yuan a day, collected after 30 days)',
    policies: 'Two credit policies: 60 days become 90 (in ten thousand yuan; capital costs 10% of a year of 360 days)',
    policy: 'Policy',
    contribution: 'Contribution',
    opportunity: 'Opportunity cost',
    badDebt: 'Bad-debt cost',
    collection: 'Collection cost',
    profit: 'Profit',
  },
  tiers: {
    title: 'Sales Management, chapter 7: tiers of customers',
    threshold: 'ABC by average monthly sales: above 500000 yuan a month is A',
    customer: 'Customer',
    total: 'Three months',
    average: 'A month',
    tier: 'Tier',
    shares: 'ABC by shares: 20, 30 and 50% of the customers',
    score: 'Three criteria (profit, growth, brand value) behind the tier: 4 points or more of 5 are A, 2.5 or more B',
    concentration: 'The case: 18% of the customers gave 65% of the revenue',
    topShare: '18% of these 50 customers are 9, who bring in {percent}% of the revenue.',
    rfm: 'RFM: recency, frequency, monetary value',
    levels: 'Named levels: an airline counts travel and, by half, what is booked',
    rebate: 'Named levels: a casino gives back losses in kind',
    benefits: 'Managing by tier: terms, stepped discount and service of an order of 150000.00 CNY',
    terms: 'Payable under the terms {terms} for 10000.00 CNY of 2024-03-01: {windows}.',
    again: 'Tiers are not fixed: at the review of January',
    warning: 'Early warning of loss',
  },
}

export const chinese: Texts = {
  screening: {
    title: '《销售管理》第 7 章：用加权评分筛选客户',
    introduction: '权重与评分都采用 1 至 5 分；总分 = Σ 权重 × 评分。',
    criterion: '标准',
    weight: '权重',
    computed: '总分（计算）',
    printed: '总分（书中）',
    formulas: '各总分的算式',
    result: '结果',
    stability: '每项权重可以变动多少',
    stabilityExplained: '权重因人而异：让其中一项变动，其余不变。',
    methods: '换用其他方法，结果是否一致',
    misprint: '找出印刷错误',
    misprintHarmless: '两种情况下排序相同，因为即使是 {printed} 也低于 {above} 的 {next}：结论成立，数字却错了。',
    averages: '用词须留意',
    averagesExplained: '书中把总分称为“加权平均分”。其实它们是加权和；平均分是总和除以 {weights}：{averages}。',
  },
  credit: {
    title: '《销售管理》第 7 章：信用条件',
    introduction: '{date} 开具的发票，金额 {amount}，信用条件为 {terms}：',
    from: '自',
    to: '至',
    percent: '折扣（%）',
    payable: '应付',
    inWords: '用文字说明',
    whoPaysWhen: '何时付款，结果如何',
    pays: '{date} 收到 {amount}：',
    yearlyCost: '放弃现金折扣的成本',
    yearlyCostExplained: '不享受折扣而晚付款，等于向卖方借用这段时间的资金。',
  },
  decisions: {
    title: '《销售管理》第 7 章：信用决策',
    reports: '信用调查报告的深度',
    customers: { brief: '规模小、风险低的客户：', standard: '规模一般、风险中等的客户：', 'in-depth': '重要且风险高的客户：' },
    standard: '信用标准',
    orders: '客户 D 的订单：已欠 80000.00 CNY，信用额度 100000.00 CNY，信用保证金 5000.00 CNY',
    asks: '{order}，{amount} CNY：',
    asksReleased: '{order}，{amount} CNY，由销售经理 Li 放行：',
    change: '一年后信用状况的突变',
    cost: '应收账款的成本（日赊销额 10000 元，平均收现期 30 天）',
    policies: '两种信用政策：信用期由 60 天延长至 90 天（单位：万元；资本成本率 10%，一年按 360 天计）',
    policy: '政策',
    contribution: '边际贡献',
    opportunity: '机会成本',
    badDebt: '坏账成本',
    collection: '收账费用',
    profit: '利润',
  },
  tiers: {
    title: '《销售管理》第 7 章：客户等级管理',
    threshold: '按月均销售额的 ABC 分类：月均 50 万元以上为 A 级',
    customer: '客户',
    total: '三个月合计',
    average: '月均',
    tier: '等级',
    shares: '按比例的 ABC 分类：客户数的 20%、30%、50%',
    score: '等级背后的三项标准（利润、成长、品牌价值）：5 分制，4 分及以上为 A，2.5 分及以上为 B',
    concentration: '案例：18% 的客户贡献 65% 的收入',
    topShare: '这 50 家客户的 18% 是 9 家，贡献收入的 {percent}%。',
    rfm: 'RFM：最近一次消费、消费频率、消费金额',
    levels: '命名等级：航空公司计入已飞行里程，已预订的行程按一半计入',
    rebate: '命名等级：赌场以实物返还部分损失',
    benefits: '按等级管理：150000.00 CNY 订单的付款条件、阶梯折扣与服务',
    terms: '付款条件 {terms}，2024-03-01 的 10000.00 CNY 应付：{windows}。',
    again: '等级不是固定的：一月的复评',
    warning: '流失预警',
  },
}
