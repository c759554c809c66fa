import type { DecimalInput } from '@clientele/core'

/** An amount in whichever currency is asked for, or one for each currency; a currency that is not named has none. */
export type AmountByCurrency = DecimalInput | { readonly [currency: string]: DecimalInput | undefined }
