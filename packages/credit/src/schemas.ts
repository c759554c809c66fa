/**
 * Zod schemas of the documents of this package and of what they are applied to. `zod` is an optional peer dependency, needed by this entry alone.
 *
 * A schema accepts exactly what the verbs accept, for it runs their own check; its JSON Schema describes the shape.
 *
 * @module
 */
import * as z from 'zod'
import { businessCalendarSchema, instalmentInvoiceSchema, instalmentPlanSchema } from './schemas/instalments.js'
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
  businessCalendarSchema,
  creditSchema,
  creditTermsSchema,
  dunningCaseSchema,
  dunningSchemeSchema,
  instalmentInvoiceSchema,
  instalmentPlanSchema,
  interestRateSchema,
  invoiceSchema,
  openItemSchema,
  paymentSchema,
  provisionMatrixSchema,
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
 * names.slice(5, 9) //=> ['allocation-case', 'instalment-plan', 'instalment-invoice', 'business-calendar']
 * names.slice(9, 14) //=> ['open-item', 'split-case', 'ageing-scheme', 'interest-rate', 'dunning-scheme']
 * names.slice(14) //=> ['sent-letter', 'dunning-case', 'provision-matrix', 'roll-rate-case']
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
    'business-calendar': businessCalendarSchema,
    'open-item': openItemSchema,
    'split-case': splitCaseSchema,
    'ageing-scheme': ageingSchemeSchema,
    'interest-rate': interestRateSchema,
    'dunning-scheme': dunningSchemeSchema,
    'sent-letter': sentLetterSchema,
    'dunning-case': dunningCaseSchema,
    'provision-matrix': provisionMatrixSchema,
    'roll-rate-case': rollRateCaseSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
