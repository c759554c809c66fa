import fc from 'fast-check'
import type { ChangeFactor, GroupConversion, SalesPeriod } from '../src/index.js'
import { permutationsOf } from './permutationsOf.js'

/** Two periods of one form. */
export interface PeriodChange {
  readonly before: SalesPeriod
  readonly after: SalesPeriod
}

const cents = fc.nat(5_000_000).map((units) => units / 100)
const factors = {
  deals: fc.oneof(fc.constant(0), fc.nat(500), cents),
  winRate: fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
  averageValue: cents,
}
const cycleDays = fc.integer({ min: 1, max: 4000 }).map((tenths) => tenths / 10)

const counts = fc.nat(60).chain((entered) => fc.nat(entered).map((converted) => ({ entered, converted })))

/** Groups, some of which have nobody. */
export const anyGroups: fc.Arbitrary<GroupConversion[]> = fc
  .uniqueArray(fc.constantFrom<string | null>('ads', 'web', 'mail', 'fairs', null), { maxLength: 5 })
  .chain((names) => fc.tuple(...names.map((group) => counts.map((count) => ({ group, ...count })))))

const pairs = (period: fc.Arbitrary<SalesPeriod>): fc.Arbitrary<PeriodChange> => fc.record({ before: period, after: period })

/** Changes of factors, with and without days. */
export const factorChanges: fc.Arbitrary<PeriodChange> = pairs(
  fc.record({ ...factors, cycleDays }, { requiredKeys: ['deals', 'winRate', 'averageValue'] }),
)

/** Changes of groups and what they are worth. */
export const groupValueChanges: fc.Arbitrary<PeriodChange> = pairs(
  fc.record({ groups: anyGroups, averageValue: factors.averageValue, cycleDays }, { requiredKeys: ['groups', 'averageValue'] }),
)

/** Changes of the rate of groups, of whom someone entered. */
export const rateChanges: fc.Arbitrary<PeriodChange> = pairs(
  fc.record({ groups: anyGroups.filter((groups) => groups.some(({ entered }) => entered > 0)) }),
)

/** What each factor adds, as the plain mean over all orders in which one after another becomes as it is after. */
export function naiveParts({ before, after }: PeriodChange, asked: readonly ChangeFactor[]): number[] {
  const orders = permutationsOf(asked)
  const sums = new Map(asked.map((factor) => [factor, 0]))
  for (const order of orders) {
    const changed = new Set<ChangeFactor>()
    for (const factor of order) {
      const without = naiveWorth({ before, after }, changed)
      changed.add(factor)
      sums.set(factor, (sums.get(factor) as number) + naiveWorth({ before, after }, changed) - without)
    }
  }
  return asked.map((factor) => (sums.get(factor) as number) / orders.length)
}

/** What sales would be worth, or which rate they would have, if only some factors were as they are after. */
export function naiveWorth({ before, after }: PeriodChange, changed: ReadonlySet<ChangeFactor>): number {
  const of = (factor: ChangeFactor): SalesPeriod => (changed.has(factor) ? after : before)
  const isRate = before.averageValue === undefined
  const deals = before.groups === undefined ? Number(of('volume').deals) : isRate ? 1 : enteredOf(of('volume').groups)
  const rate = before.groups === undefined ? Number(of('rate').winRate) : naiveRate({ before, after }, of('mix'), of('rate'))
  const value = isRate ? 1 : Number(of('value').averageValue)
  return (deals * rate * value) / Number(of('speed').cycleDays ?? 1)
}

function naiveRate({ before, after }: PeriodChange, mix: SalesPeriod, rate: SalesPeriod): number {
  const other = (side: SalesPeriod): SalesPeriod => (side === before ? after : before)
  const sharing = enteredOf(mix.groups) > 0 ? mix : other(mix)
  const all = enteredOf(sharing.groups)
  return (sharing.groups ?? []).reduce((sum, { group, entered }) => {
    const own = [rate, other(rate)].map((side) => side.groups?.find((one) => one.group === group)).find((one) => (one?.entered ?? 0) > 0)
    return own === undefined ? sum : sum + ((entered / all) * own.converted) / own.entered
  }, 0)
}

/** How many entered in all groups. */
export function enteredOf(groups: readonly GroupConversion[] = []): number {
  return groups.reduce((sum, { entered }) => sum + entered, 0)
}
