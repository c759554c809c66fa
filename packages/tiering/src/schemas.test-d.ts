import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import type {
  Activity,
  AttritionCase,
  AttritionPolicy,
  BenefitProgramme,
  BgNbdParameters,
  CustomerContract,
  CustomerScore,
  CustomerValue,
  DiscountLadder,
  EquityCase,
  GammaGammaParameters,
  LevelMember,
  LevelProgramme,
  LossRebate,
  MigrationCase,
  PurchaseHistory,
  RetentionCase,
  RetierPolicy,
  RfmScheme,
  RfmSummary,
  Sale,
  TierPlace,
  TierProjection,
  TierRecord,
  TierScheme,
  Transaction,
} from './index.js'
import type {
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
} from './schemas.js'

// The schemas give the interfaces.
expectTypeOf<z.output<typeof tierSchemeSchema>>().toEqualTypeOf<TierScheme>()
expectTypeOf<z.output<typeof rfmSchemeSchema>>().toEqualTypeOf<RfmScheme>()
expectTypeOf<z.output<typeof levelProgrammeSchema>>().toEqualTypeOf<LevelProgramme>()
expectTypeOf<z.output<typeof lossRebateSchema>>().toEqualTypeOf<LossRebate>()
expectTypeOf<z.output<typeof benefitProgrammeSchema>>().toEqualTypeOf<BenefitProgramme>()
expectTypeOf<z.output<typeof retierPolicySchema>>().toEqualTypeOf<RetierPolicy>()
expectTypeOf<z.output<typeof attritionPolicySchema>>().toEqualTypeOf<AttritionPolicy>()
expectTypeOf<z.output<typeof bgNbdParametersSchema>>().toEqualTypeOf<BgNbdParameters>()
expectTypeOf<z.output<typeof gammaGammaParametersSchema>>().toEqualTypeOf<GammaGammaParameters>()
expectTypeOf<z.output<typeof purchaseHistorySchema>>().toEqualTypeOf<PurchaseHistory>()
expectTypeOf<z.output<typeof retentionCaseSchema>>().toEqualTypeOf<RetentionCase>()
expectTypeOf<z.output<typeof saleSchema>>().toEqualTypeOf<Sale>()
expectTypeOf<z.output<typeof customerValueSchema>>().toEqualTypeOf<CustomerValue>()
expectTypeOf<z.output<typeof customerScoreSchema>>().toEqualTypeOf<CustomerScore>()
expectTypeOf<z.output<typeof transactionSchema>>().toEqualTypeOf<Transaction>()
expectTypeOf<z.output<typeof rfmSummarySchema>>().toEqualTypeOf<RfmSummary>()
expectTypeOf<z.output<typeof levelMemberSchema>>().toEqualTypeOf<LevelMember>()
expectTypeOf<z.output<typeof discountLadderSchema>>().toEqualTypeOf<DiscountLadder>()
expectTypeOf<z.output<typeof tierRecordSchema>>().toEqualTypeOf<TierRecord>()
expectTypeOf<z.output<typeof tierPlaceSchema>>().toEqualTypeOf<TierPlace>()
expectTypeOf<z.output<typeof migrationCaseSchema>>().toEqualTypeOf<MigrationCase>()
expectTypeOf<z.output<typeof tierProjectionSchema>>().toEqualTypeOf<TierProjection>()
expectTypeOf<z.output<typeof equityCaseSchema>>().toEqualTypeOf<EquityCase>()
expectTypeOf<z.output<typeof activitySchema>>().toEqualTypeOf<Activity>()
expectTypeOf<z.output<typeof customerContractSchema>>().toEqualTypeOf<CustomerContract>()
expectTypeOf<z.output<typeof attritionCaseSchema>>().toEqualTypeOf<AttritionCase>()
