/**
 * Zod schemas of the documents of this package and of what they are applied to. `zod` is an optional peer dependency, needed by this entry alone.
 *
 * A schema accepts exactly what the verbs accept, for it runs their own check; its JSON Schema describes the shape.
 *
 * @module
 */
import * as z from 'zod'
import {
  attritionPolicySchema,
  benefitProgrammeSchema,
  levelProgrammeSchema,
  lossRebateSchema,
  retierPolicySchema,
  rfmSchemeSchema,
  tierSchemeSchema,
} from './schemas/documents.js'
import {
  activitySchema,
  attritionCaseSchema,
  customerContractSchema,
  customerScoreSchema,
  customerValueSchema,
  discountLadderSchema,
  equityCaseSchema,
  levelMemberSchema,
  rfmSummarySchema,
  saleSchema,
  tierProjectionSchema,
  transactionSchema,
} from './schemas/inputs.js'
import { bgNbdParametersSchema, gammaGammaParametersSchema, purchaseHistorySchema, retentionCaseSchema } from './schemas/lifetime.js'
import { migrationCaseSchema, tierPlaceSchema, tierRecordSchema } from './schemas/places.js'

export {
  activitySchema,
  attritionCaseSchema,
  attritionPolicySchema,
  benefitProgrammeSchema,
  bgNbdParametersSchema,
  customerContractSchema,
  customerScoreSchema,
  customerValueSchema,
  discountLadderSchema,
  equityCaseSchema,
  gammaGammaParametersSchema,
  levelMemberSchema,
  levelProgrammeSchema,
  lossRebateSchema,
  migrationCaseSchema,
  purchaseHistorySchema,
  retentionCaseSchema,
  retierPolicySchema,
  rfmSchemeSchema,
  rfmSummarySchema,
  saleSchema,
  tierPlaceSchema,
  tierProjectionSchema,
  tierRecordSchema,
  tierSchemeSchema,
  transactionSchema,
}

/**
 * Makes the JSON Schema of every document and input of this entry; the published `json-schema/*.json` are these.
 *
 * @returns JSON Schema (draft 2020-12) by file name, without its ending.
 * @example
 * import { jsonSchemas } from '@clientele/tiering/schemas'
 *
 * const names = Object.keys(jsonSchemas())
 * names.slice(0, 4) //=> ['tier-scheme', 'rfm-scheme', 'level-programme', 'loss-rebate']
 * names.slice(4, 7) //=> ['benefit-programme', 'retier-policy', 'attrition-policy']
 * names.slice(7, 12) //=> ['sale', 'customer-value', 'customer-score', 'transaction', 'rfm-summary']
 * names.slice(12, 17) //=> ['level-member', 'discount-ladder', 'tier-record', 'tier-place', 'migration-case']
 * names.slice(17, 22) //=> ['tier-projection', 'equity-case', 'activity', 'customer-contract', 'attrition-case']
 * names.slice(22) //=> ['bg-nbd-parameters', 'gamma-gamma-parameters', 'purchase-history', 'retention-case']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = {
    'tier-scheme': tierSchemeSchema,
    'rfm-scheme': rfmSchemeSchema,
    'level-programme': levelProgrammeSchema,
    'loss-rebate': lossRebateSchema,
    'benefit-programme': benefitProgrammeSchema,
    'retier-policy': retierPolicySchema,
    'attrition-policy': attritionPolicySchema,
    sale: saleSchema,
    'customer-value': customerValueSchema,
    'customer-score': customerScoreSchema,
    transaction: transactionSchema,
    'rfm-summary': rfmSummarySchema,
    'level-member': levelMemberSchema,
    'discount-ladder': discountLadderSchema,
    'tier-record': tierRecordSchema,
    'tier-place': tierPlaceSchema,
    'migration-case': migrationCaseSchema,
    'tier-projection': tierProjectionSchema,
    'equity-case': equityCaseSchema,
    activity: activitySchema,
    'customer-contract': customerContractSchema,
    'attrition-case': attritionCaseSchema,
    'bg-nbd-parameters': bgNbdParametersSchema,
    'gamma-gamma-parameters': gammaGammaParametersSchema,
    'purchase-history': purchaseHistorySchema,
    'retention-case': retentionCaseSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
