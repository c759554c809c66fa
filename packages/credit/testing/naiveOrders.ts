import { UTCDate } from '@date-fns/utc'
import { add, differenceInCalendarDays } from 'date-fns'
import type {
  AccountGrade,
  BelowStandardRule,
  Breach,
  BreachCode,
  BreachResponse,
  Commitment,
  CreditAccount,
  CreditDeposit,
  CreditExposure,
  CreditGuarantee,
  ExposedPart,
  ExposureDiagnosis,
  OpenItem,
  OrderDecision,
  OrderDiagnosis,
  OrderRelease,
  OverdueRule,
  RefusedRelease,
  ReleaseRefusal,
  ReleaseRule,
} from '../src/index.js'
import { type DecisionCase, parts } from './accounts.js'
import { digitsOf } from './naiveSettlement.js'

/** A fraction, its denominator above 0. */
type Fraction = readonly [bigint, bigint]
type Amount = string | number

const ZERO: Fraction = [0n, 1n]

/**
 * Decides an order slowly and plainly, as the semantics say it, in fractions of whole currency units and with dates as text. It shares no code with
 * the package.
 */
export function naiveDecision({ orderCase: { order, account }, policy, asOf }: DecisionCase): OrderDecision {
  const entry = account.orders?.find(({ id }) => id === order.id)
  const others = { ...account, orders: account.orders?.filter((one) => one !== entry) }
  const currency = policy.exposure.convert?.to ?? account.currency
  const worth = worthIn(policy, account.currency)
  const more = [order, ...(account.limit.amount === null ? [] : [{ amount: account.limit.amount }])]
  const { exposure, exact } = expose(others, policy, asOf, more)
  const amount = worth(order.amount, order.currency)
  const limit = account.limit.amount === null ? null : worth(account.limit.amount)
  const found = breachesOf(account, policy, asOf, exact, amount, limit)
  const excess = limit === null ? ZERO : minus(plus(exact, amount), limit)
  const excessRate = limit === null || limit[0] === 0n ? null : nearest(excess, limit)
  const rulesOf = (code: BreachCode) => (policy.release ?? []).filter(({ breach }) => breach === code)
  const reaches = ({ upToPercentOverLimit: upTo }: ReleaseRule) =>
    upTo === undefined || compare(times(excess, [100n, 1n]), times(fraction(upTo), limit ?? ZERO)) <= 0
  const mayRelease = (code: BreachCode) => rulesOf(code).filter(reaches)

  const general = (release: OrderRelease): ReleaseRefusal[] => {
    const reasons: ReleaseRefusal[] = []
    if ((release.date ?? '0000') > asOf) reasons.push({ code: 'not-begun', params: { date: release.date as string } })
    if (release.until < asOf) reasons.push({ code: 'expired', params: { until: release.until } })
    if (release.currency !== undefined && release.currency !== order.currency) {
      reasons.push({ code: 'other-currency', params: { currency: release.currency, order: order.currency } })
    } else if (release.amount !== undefined && compare(fraction(order.amount), fraction(release.amount)) > 0) {
      const texts = { amount: money(fraction(release.amount), order.currency), order: money(fraction(order.amount), order.currency) }
      reasons.push({ code: 'order-grown', params: { ...texts, currency: order.currency } })
    }
    return reasons
  }
  const special = (release: OrderRelease, breach: BreachCode): ReleaseRefusal[] => {
    if (release.breaches !== undefined && !release.breaches.includes(breach)) return [{ code: 'breach-not-named', params: { breach } }]
    const releasableBy = mayRelease(breach).map(({ role }) => role)
    const rule = rulesOf(breach).find(({ role }) => role === release.role)
    if (rule === undefined) return [{ code: 'role-too-low', params: { breach, releasableBy } }]
    const reasons: ReleaseRefusal[] = []
    if (!reaches(rule)) {
      const upToPercent = plain(rule.upToPercentOverLimit as Amount)
      const facts = { upToPercent, excess: money(excess, currency, 'ceiling'), excessRate }
      reasons.push({ code: 'excess-too-great', params: { breach, ...facts, releasableBy } })
    }
    if (release.date !== undefined) {
      const latest = later(release.date, rule.validFor)
      if (release.until > latest) reasons.push({ code: 'valid-too-long', params: { breach, until: release.until, latest } })
    }
    return reasons
  }

  const releases = account.releases ?? []
  const passed: { readonly release: OrderRelease; readonly code: BreachCode }[] = []
  const breaches = found.map((breach): Breach => {
    if (breach.response === 'refuse') return { ...breach, releasableBy: [], offers: [] } as Breach
    const allowed = mayRelease(breach.code)
    const by = releases.find((release) => release.order === order.id && [...general(release), ...special(release, breach.code)].length === 0)
    if (by !== undefined) passed.push({ release: by, code: breach.code })
    return {
      ...breach,
      releasableBy: allowed.map(({ role }) => role),
      offers: allowed.map(({ role, validFor }) => ({ role, until: later(asOf, validFor) })),
      ...(by === undefined ? {} : { released: { by: by.by, role: by.role, until: by.until } }),
    } as Breach
  })

  const refusedReleases: RefusedRelease[] = []
  releases.forEach((release, index) => {
    const reasons: ReleaseRefusal[] = []
    if (release.order !== order.id) reasons.push({ code: 'other-order', params: { order: release.order } })
    else {
      reasons.push(...general(release))
      const codes = (response: BreachResponse) => new Set(found.filter((one) => one.response === response).map(({ code }) => code))
      for (const code of codes('hold')) reasons.push(...special(release, code))
      for (const breach of codes('refuse')) reasons.push({ code: 'refusal-final', params: { breach } })
      if (found.length === 0) reasons.push({ code: 'nothing-held', params: {} })
    }
    const { order: id, by, role, until } = release
    if (reasons.length > 0) refusedReleases.push({ index, order: id, by, role, until, reasons })
  })

  const isRefused = breaches.some(({ response }) => response === 'refuse')
  const isHeld = breaches.some(({ response, released }) => response === 'hold' && released === undefined)
  const decision = isRefused ? 'refuse' : isHeld ? 'hold' : 'approve'
  const inOrder = releases.filter((release) => passed.some((one) => one.release === release))
  const first = inOrder.filter(({ until }) => inOrder.every((release) => release.until >= until))[0]
  const undated = inOrder.flatMap((release): OrderDiagnosis[] => {
    const { by, role, until, date } = release
    const latest = passed
      .filter((one) => one.release === release)
      .map(({ code }) => later(asOf, rulesOf(code).find((rule) => rule.role === role)?.validFor as string))
      .sort()[0] as string
    return date === undefined && until > latest ? [{ code: 'release-undated', params: { by, role, until, latest } }] : []
  })
  return {
    order: order.id,
    customer: account.customer,
    ...(account.company === undefined ? {} : { company: account.company }),
    asOf,
    decision,
    currency,
    exposure: exposure.total,
    amount: money(amount, currency),
    asked: { amount: money(fraction(order.amount), order.currency), currency: order.currency },
    limit: limit === null ? null : money(limit, currency),
    available: limit === null ? null : money(minus(limit, exact), currency, 'floor'),
    availableAfter: limit === null ? null : money(minus(minus(limit, exact), amount), currency, 'floor'),
    parts: exposure.parts,
    breaches,
    ...(decision === 'approve' && first !== undefined
      ? {
          release: {
            by: first.by,
            role: first.role,
            until: first.until,
            amount: money(fraction(order.amount), order.currency),
            currency: order.currency,
          },
        }
      : {}),
    refusedReleases,
    diagnoses: [...exposure.diagnoses, ...diagnosesOf(account, policy, asOf, entry, order.id), ...undated],
    policies: exposure.policies,
  }
}

/** Measures an exposure, as {@link naiveDecision} does. */
export function naiveExposure(account: CreditAccount, policy: DecisionCase['policy'], asOf: string): CreditExposure {
  return expose(account, policy, asOf, []).exposure
}

function expose(
  account: CreditAccount,
  policy: DecisionCase['policy'],
  asOf: string,
  more: readonly { amount: Amount; currency?: string | undefined }[],
) {
  const currency = policy.exposure.convert?.to ?? account.currency
  const worth = worthIn(policy, account.currency)
  const used = new Set<string>()
  const total = (list: readonly { amount: Amount | Fraction; currency?: string | undefined }[]): Fraction => {
    let sum = ZERO
    for (const { amount, currency: own = account.currency } of list) {
      used.add(own)
      sum = plus(sum, worth(amount, own))
    }
    return sum
  }
  const { items = [], deliveries = [], orders = [], deposits = [], guarantees = [] } = account
  const dated = (list: readonly Commitment[]) => list.filter(({ date }) => date === undefined || date <= asOf)
  const inForce = (list: readonly CreditDeposit[]) => list.filter(({ validFrom = '', validUntil = 'Z' }) => validFrom <= asOf && asOf <= validUntil)
  const isJointOnly = policy.exposure.jointGuaranteesOnly === true
  const expired = (list: readonly CreditDeposit[]) => list.filter(({ validUntil = 'Z' }) => validUntil < asOf)
  const toCome = (list: readonly CreditDeposit[]) => list.filter(({ validFrom = '' }) => validFrom > asOf)
  const jointly = (inForce(guarantees) as CreditGuarantee[]).filter(({ joint }) => !isJointOnly || joint === true)
  const notJoint = (inForce(guarantees) as CreditGuarantee[]).filter(({ joint }) => isJointOnly && joint !== true)
  const present = items.filter(({ date }) => date <= asOf)
  const exact = {
    receivables: total(present.map((item) => ({ amount: openOf(item, asOf), currency: item.currency }))),
    deliveries: total(dated(deliveries)),
    orders: total(dated(orders)),
    deposits: minus(ZERO, total(inForce(deposits))),
    guarantees: minus(ZERO, total(jointly)),
  }
  const counted = parts.filter((part) => policy.exposure.count.includes(part))
  const sum = counted.reduce((all, part) => plus(all, exact[part]), ZERO)

  const diagnoses: ExposureDiagnosis[] = []
  const laterItems = items.length - present.length
  if (laterItems > 0) diagnoses.push({ code: 'items-after-as-of', params: { count: laterItems } })
  const laterApplications = present.flatMap(({ applications = [] }) => applications.filter(({ date }) => date > asOf)).length
  if (laterApplications > 0) diagnoses.push({ code: 'applications-after-as-of', params: { count: laterApplications } })
  for (const [part, list] of [
    ['deliveries', deliveries],
    ['orders', orders],
  ] as const) {
    const count = list.length - dated(list).length
    if (count > 0) diagnoses.push({ code: 'commitments-after-as-of', params: { part, count } })
  }
  const tell = (
    code: 'security-expired' | 'security-not-begun' | 'guarantees-not-joint',
    part: 'deposits' | 'guarantees',
    list: readonly CreditDeposit[],
  ) => {
    if (list.length > 0) diagnoses.push({ code, params: { part, count: list.length, amount: money(total(list), currency) } })
  }
  tell('security-expired', 'deposits', expired(deposits))
  tell('security-expired', 'guarantees', expired(guarantees))
  tell('security-not-begun', 'deposits', toCome(deposits))
  tell('security-not-begun', 'guarantees', toCome(guarantees))
  tell('guarantees-not-joint', 'guarantees', notJoint)
  total(more)
  for (const from of [...used].sort()) {
    if (from !== currency)
      diagnoses.push({ code: 'converted', params: { from, to: currency, rate: plain(policy.exposure.convert?.rates[from] as Amount) } })
  }

  const { kind, id, version } = policy
  const exposure: CreditExposure = {
    customer: account.customer,
    ...(account.company === undefined ? {} : { company: account.company }),
    asOf,
    currency,
    total: money(sum, currency),
    parts: shownParts(exact, counted, sum, currency),
    diagnoses,
    policies: [{ kind, id, version }],
  }
  return { exposure, exact: sum }
}

/** Gives a unit more to the part that was cut most, again and again. */
function shownParts(exact: Record<ExposedPart['part'], Fraction>, counted: readonly string[], sum: Fraction, currency: string): ExposedPart[] {
  const digits = digitsOf(currency)
  const shown = new Map(parts.map((part) => [part, rounded(exact[part], digits, counted.includes(part) ? 'floor' : 'half-up')]))
  const lacking = () =>
    rounded(sum, digits, 'half-up') - parts.filter((part) => counted.includes(part)).reduce((all, part) => all + (shown.get(part) as bigint), 0n)
  const raised = new Set<string>()
  while (lacking() > 0n) {
    const left = parts.filter((part) => counted.includes(part) && !raised.has(part))
    const cut = (part: ExposedPart['part']) => minus(exact[part], [shown.get(part) as bigint, 10n ** BigInt(digits)])
    const most = left.find((part) => left.every((other) => compare(cut(part), cut(other)) >= 0)) as ExposedPart['part']
    shown.set(most, (shown.get(most) as bigint) + 1n)
    raised.add(most)
  }
  return parts.map((part) => ({ part, amount: text(shown.get(part) as bigint, digits), counted: counted.includes(part) }))
}

type FoundBreach = Pick<Breach, 'code' | 'params' | 'response'>

function breachesOf(
  account: DecisionCase['orderCase']['account'],
  { exposure, breaches }: DecisionCase['policy'],
  asOf: string,
  exact: Fraction,
  amount: Fraction,
  limit: Fraction | null,
): FoundBreach[] {
  const currency = exposure.convert?.to ?? account.currency
  const worth = worthIn({ exposure }, account.currency)
  const list: FoundBreach[] = []
  const look = <Rule extends { response: BreachResponse }>(code: BreachCode, judge: (rule: Rule) => Breach['params'] | undefined) => {
    const given = breaches[code]
    for (const one of given === undefined ? [] : Array.isArray(given) ? given : [given]) {
      const rule = (typeof one === 'string' ? { response: one } : one) as Rule
      const params = judge(rule)
      if (params !== undefined) list.push({ code, params, response: rule.response } as FoundBreach)
    }
  }
  look('over-limit', () => {
    if (limit === null) return undefined
    const excess = minus(plus(exact, amount), limit)
    if (excess[0] <= 0n) return undefined
    const texts = { exposure: money(exact, currency), order: money(amount, currency), limit: money(limit, currency) }
    return { ...texts, excess: money(excess, currency, 'ceiling'), excessRate: limit[0] === 0n ? null : nearest(excess, limit) }
  })
  const { validUntil } = account.limit
  look('limit-expired', () => (validUntil !== undefined && validUntil < asOf ? { validUntil } : undefined))
  look('overdue', ({ days = 1, minimumAmount = 0, skipDisputed }: OverdueRule & { response: BreachResponse }) => {
    const present = (account.items ?? []).filter(({ date }) => date <= asOf)
    const looked = present.filter((item) => !(skipDisputed === true && item.disputed === true))
    const credits = looked.filter((item) => openOf(item, asOf)[0] < 0n)
    const late = looked.filter((item) => {
      const overdue = daysBetween(item.due, asOf)
      return openOf(item, asOf)[0] > 0n && overdue >= 1 && overdue >= days
    })
    const sum = [...late, ...credits].reduce((all, item) => plus(all, worth(openOf(item, asOf), item.currency)), ZERO)
    const minimum = fraction((typeof minimumAmount === 'object' ? minimumAmount[currency] : minimumAmount) ?? 0)
    if (sum[0] <= 0n || compare(sum, minimum) < 0) return undefined
    const sorted = [...late].sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1))
    const daysOverdue = daysBetween((sorted[0] as OpenItem).due, asOf)
    const amount = /^[0.]+$/.test(money(sum, currency)) ? money(sum, currency, 'ceiling') : money(sum, currency)
    return { days, amount, minimumAmount: money(minimum, currency), daysOverdue, items: sorted.map(({ id }) => id) }
  })
  const level = account.dunningLevel ?? 0
  look('dunning-level', ({ from = 1 }: { from?: number; response: BreachResponse }) => (level >= from ? { level, from } : undefined))
  look('guarantee-expired', () => {
    const expired = (account.guarantees ?? []).filter((one) => one.validUntil !== undefined && one.validUntil < asOf)
    if (expired.length === 0) return undefined
    const sum = expired.reduce((all, one) => plus(all, worth(one.amount, one.currency)), ZERO)
    const last = expired
      .map((one) => one.validUntil as string)
      .sort()
      .at(-1) as string
    return { count: expired.length, amount: money(sum, currency), validUntil: last }
  })
  const report = account.report !== undefined && account.report.date <= asOf ? account.report : undefined
  const depths = ['brief', 'standard', 'in-depth'] as const
  look('report-missing', ({ depth }: { depth?: (typeof depths)[number]; response: BreachResponse }) => {
    const isDeep = report !== undefined && (depth === undefined || depths.indexOf(report.depth) >= depths.indexOf(depth))
    return isDeep ? undefined : { depth: report?.depth ?? null, required: depth ?? null }
  })
  look('report-stale', ({ validFor = 'P1Y' }: { validFor?: string; response: BreachResponse }) => {
    if (report === undefined) return undefined
    const last = later(report.date, validFor)
    return asOf > last ? { date: report.date, validUntil: last } : undefined
  })
  look('below-standard', ({ grades }: BelowStandardRule) => {
    if (account.grade === undefined) return undefined
    const grade = typeof account.grade === 'string' ? account.grade : account.grade.grade
    if (grades !== undefined) return grades.includes(grade) ? undefined : { grade, grades, known: true }
    return (account.grade as AccountGrade).meetsStandard === false ? { grade, grades: null, known: true } : undefined
  })
  const standard = breaches['below-standard']
  const ungraded = account.grade === undefined || typeof account.grade === 'string'
  if (typeof standard === 'object' && standard.unknown !== undefined && ungraded && (account.grade === undefined || standard.grades === undefined)) {
    const params = { grade: (account.grade as string | undefined) ?? null, grades: standard.grades ?? null, known: false }
    list.push({ code: 'below-standard', params, response: standard.unknown })
  }
  look('account-blocked', () => (account.blocked === true ? {} : undefined))
  return list
}

function diagnosesOf(
  account: DecisionCase['orderCase']['account'],
  { breaches }: DecisionCase['policy'],
  asOf: string,
  entry: Commitment | undefined,
  order: string,
): OrderDiagnosis[] {
  const list: OrderDiagnosis[] = []
  if (entry !== undefined) {
    const currency = entry.currency ?? account.currency
    list.push({ code: 'order-in-account', params: { order, amount: money(fraction(entry.amount), currency), currency } })
  }
  const { validUntil } = account.limit
  if (validUntil !== undefined && validUntil < asOf && breaches['limit-expired'] === undefined) {
    list.push({ code: 'limit-expired-ignored', params: { validUntil } })
  }
  const rule = breaches['below-standard']
  const asksGrades = typeof rule === 'object' && rule.grades !== undefined
  const isAnswered = typeof rule === 'object' && rule.unknown !== undefined
  if (rule !== undefined && !isAnswered && (account.grade === undefined || (typeof account.grade === 'string' && !asksGrades))) {
    list.push({ code: 'standard-unknown', params: { grade: (account.grade as string | undefined) ?? null } })
  }
  const hasReport = account.report !== undefined && account.report.date <= asOf
  if (breaches['report-stale'] !== undefined && breaches['report-missing'] === undefined && !hasReport) {
    list.push({ code: 'report-age-unknown', params: {} })
  }
  return list
}

function openOf({ amount, applications = [] }: OpenItem, asOf: string): Fraction {
  return applications.reduce((open, { date, settles }) => (date > asOf ? open : minus(open, fraction(settles))), fraction(amount))
}

/** What an amount is worth in the currency of the exposure. */
function worthIn({ exposure: { convert } }: Pick<DecisionCase['policy'], 'exposure'>, account: string) {
  const to = convert?.to ?? account
  return (amount: Amount | Fraction, currency: string = account): Fraction => {
    const exact = typeof amount === 'object' ? amount : fraction(amount)
    return currency === to ? exact : times(exact, fraction(convert?.rates[currency] as Amount))
  }
}

/** The day a duration after another; durations have one unit here. */
function later(date: string, duration: string): string {
  const [, count, unit] = /^P(\d+)([YMWD])$/.exec(duration) as unknown as [string, string, 'Y' | 'M' | 'W' | 'D']
  const key = { Y: 'years', M: 'months', W: 'weeks', D: 'days' }[unit]
  return add(new UTCDate(`${date}T00:00:00Z`), { [key]: Number(count) })
    .toISOString()
    .slice(0, 10)
}

function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(new UTCDate(`${to}T00:00:00Z`), new UTCDate(`${from}T00:00:00Z`))
}

/** Reads a decimal such as -12.5 or 1e6. */
function fraction(value: Amount): Fraction {
  const [, sign, whole, decimals = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value)) as unknown as string[]
  const units = BigInt(`${sign}${whole}${decimals}`)
  const places = decimals.length - Number(exponent)
  return places >= 0 ? [units, 10n ** BigInt(places)] : [units * 10n ** BigInt(-places), 1n]
}

/** A decimal as it is written without need. */
function plain(value: Amount): string {
  const [units, whole] = fraction(value)
  const rest = String(units % whole).padStart(String(whole).length - 1, '0')
  return `${units / whole}.${rest}`.replace(/\.?0*$/, '')
}

function plus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d + c * b, b * d]
}

function minus(a: Fraction, [c, d]: Fraction): Fraction {
  return plus(a, [-c, d])
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d]
}

function compare(a: Fraction, b: Fraction): number {
  const [difference] = minus(a, b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The number that is nearest to a quotient, by way of 40 decimal digits of it. */
function nearest([a, b]: Fraction, [c, d]: Fraction): number {
  const [dividend, divisor] = [a * d, b * c]
  const shift = Math.max(0, String(divisor).length - String(dividend).length) + 40
  return Number(`${(dividend * 10n ** BigInt(shift)) / divisor}e-${shift}`)
}

function rounded([a, b]: Fraction, digits: number, mode: 'half-up' | 'floor' | 'ceiling'): bigint {
  const units = a * 10n ** BigInt(digits)
  const floor = units / b - (units % b < 0n ? 1n : 0n)
  if (mode === 'floor') return floor
  if (mode === 'ceiling') return floor * b === units ? floor : floor + 1n
  const size = units < 0n ? -units : units
  const half = (2n * size + b) / (2n * b)
  return units < 0n ? -half : half
}

function money(value: Fraction, currency: string, mode: 'half-up' | 'floor' | 'ceiling' = 'half-up'): string {
  return text(rounded(value, digitsOf(currency), mode), digitsOf(currency))
}

function text(units: bigint, digits: number): string {
  const size = String(units < 0n ? -units : units).padStart(digits + 1, '0')
  const point = size.length - digits
  return `${units < 0n ? '-' : ''}${size.slice(0, point)}${digits === 0 ? '' : '.'}${size.slice(point)}`
}
