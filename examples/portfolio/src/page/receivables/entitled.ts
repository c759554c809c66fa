import { labelsOf } from '@clientele/core/charts'
import type { Ageing, LossAllowance, ProvisionMatrix } from '@clientele/credit'
import { bucketTitle } from '../../texts/receivables/bucketTitle.js'
import type { ReceivablesInput } from '../types.js'

/*
 * The library's charts, and its sentences on the allowance, call buckets by their ids, as an ageing and an allowance carry no titles.
 * Here the titles stand for the ids, wherever these are: what says of what stays as it is.
 */

type Entitle = (id: string) => string

const NOT_DUE = 'not-due'

/** An ageing for a chart. */
export function entitledAgeing(ageing: Ageing, input: ReceivablesInput): Ageing {
  const entitle = entitler(input)
  const rename = <Balance extends { readonly buckets: Ageing['currencies'][number]['buckets'] }>(balance: Balance): Balance => ({
    ...balance,
    buckets: balance.buckets.map((bucket) => ({ ...bucket, id: entitle(bucket.id) })),
  })
  return { ...ageing, currencies: ageing.currencies.map((one) => rename({ ...one, customers: one.customers.map(rename) })) }
}

/** An allowance for a chart and for sentences. */
export function entitledAllowance(allowance: LossAllowance, input: ReceivablesInput): LossAllowance {
  const entitle = entitler(input)
  const currencies = allowance.currencies.map((one) => ({ ...one, buckets: one.buckets.map((bucket) => ({ ...bucket, id: entitle(bucket.id) })) }))
  return { ...allowance, currencies }
}

/** The matrix for sentences on such an allowance. */
export function entitledMatrix(matrix: ProvisionMatrix, input: ReceivablesInput): ProvisionMatrix {
  const entitle = entitler(input)
  return { ...matrix, rates: matrix.rates.map((rate) => ({ ...rate, bucket: entitle(rate.bucket) })) }
}

/** What is not due keeps its id, which the library has words for. */
function entitler(input: ReceivablesInput): Entitle {
  const buckets = input.settings.ageing.buckets.map(({ id }) => ({ id, title: bucketTitle(id, input) }))
  const titles = labelsOf([{ id: NOT_DUE, title: NOT_DUE }, ...buckets])
  return (id) => (id === NOT_DUE ? id : (titles.get(id) ?? id))
}
