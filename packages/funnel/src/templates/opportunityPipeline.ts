import type { Pipeline, StageEffect } from '../pipeline/types.js'
import { lossReasons } from './lossReasons.js'

const legalReview: StageEffect = { effect: 'request-legal-review', title: { en: 'legal review of the contract', 'zh-CN': '合同法务审核' } }

const afterSigning: readonly StageEffect[] = [
  {
    effect: 'send-welcome-pack',
    title: { en: 'welcome pack with the service manual', 'zh-CN': '发送欢迎资料包（含服务手册）' },
    documents: ['service-manual'],
  },
  { effect: 'open-after-sales-ticket', title: { en: 'ticket to after-sales', 'zh-CN': '向售后部门派发工单' }, to: 'after-sales' },
  { effect: 'send-payment-plan', title: { en: 'payment plan to finance', 'zh-CN': '向财务部门推送付款计划' }, to: 'finance' },
]

/**
 * The stages of an opportunity (textbook S3): need confirmed, proposal and quote, contract negotiation, signed and paid. Each is a milestone with evidence:
 * the requirement document and the quotation are the text's, the draft of the contract, the signed contract and the proof of payment go on in its way.
 * Negotiating asks for legal review; signing sends the welcome pack with the service manual, a ticket to after-sales and the payment plan to finance.
 * Deals are lost for the objections of S4. How likely the deals of a stage are won is unknown until there is history to tell it by, which is not 0. The
 * parts of the funnel are those of S2: needs are confirmed and proposals made in the middle, the bottom closes.
 */
export const opportunityPipeline: Pipeline = {
  kind: 'pipeline',
  id: 'opportunity-pipeline',
  version: '1',
  format: 1,
  title: { en: 'Opportunity pipeline', 'zh-CN': '商机销售流程' },
  stages: [
    {
      id: 'need-confirmed',
      title: { en: 'need confirmed', 'zh-CN': '需求确认' },
      band: 'middle',
      evidence: [{ id: 'requirement-document', title: { en: 'requirement document', 'zh-CN': '需求文档' } }],
      winPercent: null,
    },
    {
      id: 'quoted',
      title: { en: 'proposal and quote', 'zh-CN': '方案报价' },
      band: 'middle',
      evidence: [{ id: 'quotation', title: { en: 'quotation', 'zh-CN': '报价单' } }],
      winPercent: null,
    },
    {
      id: 'negotiating',
      title: { en: 'contract negotiation', 'zh-CN': '合同谈判' },
      band: 'bottom',
      evidence: [{ id: 'draft-contract', title: { en: 'draft contract', 'zh-CN': '合同草案' } }],
      winPercent: null,
      onEnter: [legalReview],
    },
    {
      id: 'signed-and-paid',
      title: { en: 'signed and paid', 'zh-CN': '签约付款' },
      band: 'bottom',
      evidence: [
        { id: 'signed-contract', title: { en: 'signed contract', 'zh-CN': '已签署的合同' } },
        { id: 'proof-of-payment', title: { en: 'proof of payment', 'zh-CN': '付款凭证' } },
      ],
      winPercent: null,
      onEnter: afterSigning,
    },
  ],
  won: 'won',
  lost: 'lost',
  lossReasons,
  skips: 'refuse',
  regressions: 'allow',
}
