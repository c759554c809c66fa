/**
 * Zod schemas of the documents of this package and of what they are applied to. `zod` is an optional peer dependency, needed by this entry alone.
 *
 * A schema accepts exactly what the verbs accept, for it runs their own check; its JSON Schema describes the shape.
 *
 * @module
 */
import { businessDayCalendarSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import { instalmentInvoiceSchema, instalmentPlanSchema } from './schemas/instalments.js'
import {
  creditPolicyFiguresSchema,
  creditRatingSchemeSchema,
  creditReportSchema,
  creditStateSchema,
  deteriorationCaseSchema,
  deteriorationPolicySchema,
  investigationSchemeSchema,
  receivablesCostFiguresSchema,
} from './schemas/judgement.js'
import { creditAccountSchema, limitPolicySchema, orderCaseSchema, orderPolicySchema, orderReleaseSchema } from './schemas/orders.js'
import {
  ageingSchemeSchema,
  dunningCaseSchema,
  dunningSchemeSchema,
  interestRateSchema,
  openItemSchema,
  provisionMatrixSchema,
  rollRateCaseSchema,
  sentLetterSchema,
  splitCaseSchema,
} from './schemas/receivables.js'
import { allocationCaseSchema, creditSchema, creditTermsSchema, invoiceSchema, paymentSchema, settlementCaseSchema } from './schemas/settlement.js'

export {
  ageingSchemeSchema,
  allocationCaseSchema,
  businessDayCalendarSchema,
  creditAccountSchema,
  creditPolicyFiguresSchema,
  creditRatingSchemeSchema,
  creditReportSchema,
  creditSchema,
  creditStateSchema,
  creditTermsSchema,
  deteriorationCaseSchema,
  deteriorationPolicySchema,
  dunningCaseSchema,
  dunningSchemeSchema,
  instalmentInvoiceSchema,
  instalmentPlanSchema,
  interestRateSchema,
  investigationSchemeSchema,
  invoiceSchema,
  limitPolicySchema,
  openItemSchema,
  orderCaseSchema,
  orderPolicySchema,
  orderReleaseSchema,
  paymentSchema,
  provisionMatrixSchema,
  receivablesCostFiguresSchema,
  rollRateCaseSchema,
  sentLetterSchema,
  settlementCaseSchema,
  splitCaseSchema,
}

/**
 * Makes the JSON Schema of every document and input of this entry; the published `json-schema/*.json` are these.
 *
 * @returns JSON Schema (draft 2020-12) by file name, without its ending.
 * @example
 * import { jsonSchemas } from '@clientele/credit/schemas'
 *
 * const names = Object.keys(jsonSchemas())
 * names.slice(0, 5) //=> ['credit-terms', 'invoice', 'payment', 'credit', 'settlement-case']
 * names.slice(5, 9) //=> ['allocation-case', 'instalment-plan', 'instalment-invoice', 'business-day-calendar']
 * names.slice(9, 14) //=> ['open-item', 'split-case', 'ageing-scheme', 'interest-rate', 'dunning-scheme']
 * names.slice(14, 18) //=> ['sent-letter', 'dunning-case', 'provision-matrix', 'roll-rate-case']
 * names.slice(18, 22) //=> ['credit-investigation', 'credit-report', 'credit-rating', 'credit-account']
 * names.slice(22, 26) //=> ['order-policy', 'order-case', 'order-release', 'credit-state']
 * names.slice(26, 29) //=> ['deterioration-case', 'deterioration-policy', 'limit-policy']
 * names.slice(29) //=> ['credit-policy-figures', 'receivables-cost-figures']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = {
    'credit-terms': creditTermsSchema,
    invoice: invoiceSchema,
    payment: paymentSchema,
    credit: creditSchema,
    'settlement-case': settlementCaseSchema,
    'allocation-case': allocationCaseSchema,
    'instalment-plan': instalmentPlanSchema,
    'instalment-invoice': instalmentInvoiceSchema,
    'business-day-calendar': businessDayCalendarSchema,
    'open-item': openItemSchema,
    'split-case': splitCaseSchema,
    'ageing-scheme': ageingSchemeSchema,
    'interest-rate': interestRateSchema,
    'dunning-scheme': dunningSchemeSchema,
    'sent-letter': sentLetterSchema,
    'dunning-case': dunningCaseSchema,
    'provision-matrix': provisionMatrixSchema,
    'roll-rate-case': rollRateCaseSchema,
    'credit-investigation': investigationSchemeSchema,
    'credit-report': creditReportSchema,
    'credit-rating': creditRatingSchemeSchema,
    'credit-account': creditAccountSchema,
    'order-policy': orderPolicySchema,
    'order-case': orderCaseSchema,
    'order-release': orderReleaseSchema,
    'credit-state': creditStateSchema,
    'deterioration-case': deteriorationCaseSchema,
    'deterioration-policy': deteriorationPolicySchema,
    'limit-policy': limitPolicySchema,
    'credit-policy-figures': creditPolicyFiguresSchema,
    'receivables-cost-figures': receivablesCostFiguresSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
