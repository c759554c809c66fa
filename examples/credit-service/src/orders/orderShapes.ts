import * as z from 'zod'
import { currencyShape, dateShape, idShape, moneyShape, textShape } from '../server/shapes.js'

/** With the client's own `id`, the order is placed once, however often it is sent. `currency` is the customer's unless given. */
export const orderShape = z.strictObject({
  id: idShape.optional(),
  customer: idShape,
  amount: moneyShape,
  currency: currencyShape.optional(),
})

export type NewOrder = z.infer<typeof orderShape>

/** `until` is as late as the policy allows the role unless given; `amount` is how large the order may be. */
export const releaseShape = z.strictObject({
  by: textShape,
  role: idShape,
  until: dateShape.optional(),
  amount: moneyShape.optional(),
})

export type NewRelease = z.infer<typeof releaseShape>
