import type { InvestigationScheme } from '../investigation/types.js'

/**
 * The textbook's three reports (S1, 客戶信用管理): the basics alone for a small customer of low risk; the background too, which here is the text's other
 * three groups of customer data and the five Cs, for an ordinary one of moderate risk; everything, with finances and what third parties say, for one who
 * is important or relatively risky. Which sources each section rests on, and how long it stays fresh, are examples.
 */
export const threeDepthInvestigation: InvestigationScheme = {
  kind: 'credit-investigation',
  id: 'three-depth-investigation',
  version: '1',
  format: 1,
  title: { en: 'Reports of three depths', 'zh-CN': '三种深度的报告' },
  depthBySize: { small: 'brief', ordinary: 'standard', important: 'in-depth' },
  depthByRisk: { low: 'brief', moderate: 'standard', high: 'in-depth' },
  sections: [
    {
      id: 'basics',
      title: { en: 'Basics', 'zh-CN': '基础资料' },
      from: 'brief',
      facts: [
        { id: 'name', title: { en: 'name', 'zh-CN': '名称' } },
        { id: 'address', title: { en: 'address', 'zh-CN': '地址' } },
        { id: 'legalRepresentative', title: { en: 'legal representative', 'zh-CN': '法定代表人' } },
        { id: 'legalForm', title: { en: 'legal form', 'zh-CN': '组织形式' } },
        { id: 'founded', title: { en: 'founding date', 'zh-CN': '成立日期' } },
      ],
      sources: ['direct'],
      validFor: 'P2Y',
    },
    {
      id: 'trade',
      title: { en: 'State of trade', 'zh-CN': '交易现状' },
      from: 'standard',
      facts: [
        { id: 'reputation', title: { en: 'reputation', 'zh-CN': '声誉' } },
        { id: 'creditState', title: { en: 'credit state', 'zh-CN': '信用状况' } },
        { id: 'creditProblems', title: { en: 'credit problems that appeared', 'zh-CN': '出现的信用问题' } },
      ],
      sources: ['direct'],
      validFor: 'P1Y',
    },
    {
      id: 'characteristics',
      title: { en: 'Characteristics', 'zh-CN': '客户特征' },
      from: 'standard',
      facts: [
        { id: 'management', title: { en: 'management ideas', 'zh-CN': '经营观念' } },
        { id: 'size', title: { en: 'size', 'zh-CN': '规模' } },
        { id: 'territory', title: { en: 'territory served', 'zh-CN': '服务区域' } },
        { id: 'growth', title: { en: 'growth potential', 'zh-CN': '发展潜力' } },
      ],
      sources: ['direct'],
      validFor: 'P1Y',
    },
    {
      id: 'business',
      title: { en: 'State of business', 'zh-CN': '业务状况' },
      from: 'standard',
      facts: [
        { id: 'salesRecord', title: { en: 'sales record', 'zh-CN': '销售业绩' } },
        { id: 'competitors', title: { en: 'relations with other competitors', 'zh-CN': '与其他竞争者的关系' } },
        { id: 'cooperation', title: { en: 'attitude to cooperation', 'zh-CN': '合作态度' } },
      ],
      sources: ['direct'],
      validFor: 'P1Y',
    },
    {
      id: 'five-cs',
      title: { en: 'The five Cs (rated 1 to 5)', 'zh-CN': '5C 评价（1 至 5 分）' },
      from: 'standard',
      facts: [
        { id: 'character', title: { en: 'character', 'zh-CN': '品质' } },
        { id: 'capacity', title: { en: 'capacity', 'zh-CN': '能力' } },
        { id: 'capital', title: { en: 'capital', 'zh-CN': '资本' } },
        { id: 'collateral', title: { en: 'collateral', 'zh-CN': '抵押' } },
        { id: 'conditions', title: { en: 'conditions', 'zh-CN': '条件' } },
      ],
      validFor: 'P1Y',
    },
    {
      id: 'finances',
      title: { en: 'Finances', 'zh-CN': '财务状况' },
      from: 'in-depth',
      facts: [
        { id: 'assets', title: { en: 'assets', 'zh-CN': '资产' } },
        { id: 'netWorth', title: { en: 'net worth', 'zh-CN': '净资产' } },
        { id: 'profit', title: { en: 'profit', 'zh-CN': '利润' } },
      ],
      sources: ['indirect'],
      validFor: 'P1Y',
    },
    {
      id: 'references',
      title: { en: 'What third parties say', 'zh-CN': '第三方信息' },
      from: 'in-depth',
      sources: ['indirect'],
      validFor: 'P6M',
    },
  ],
}
