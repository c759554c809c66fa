// A million deadlines of eight business hours: compiled, as columns and as texts, and beside a plain loop over Temporal (temporal-polyfill) that walks the
// windows day by day. The loop is timed on a part of the rows, as it is slow; so are the verbs on the same part. Before anything is timed, all must agree.
// Fewer deadlines can be given: node bench/businessTime.mjs 100000
import { loadavg } from 'node:os'
import { addBusinessTime, businessTimeBetween, compileCalendar } from '@clientele/core/business-time'
import { Temporal } from 'temporal-polyfill'
import { sideBySide } from './sideBySide.mjs'

const ROWS = Number(process.argv[2] ?? 1_000_000)
const PART = Math.ceil(ROWS / 200)
const HOURS = 8
const FIRST = Date.UTC(2024, 0, 1)
const YEARS = 3

const day = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
]
const calendar = {
  kind: 'business-calendar',
  id: 'office',
  version: '1',
  zone: 'Europe/Berlin',
  windows: { mon: day, tue: day, wed: day, thu: day, fri: day },
  closed: [
    '2024-01-01',
    '2024-05-01',
    '2024-12-25',
    '2024-12-26',
    '2025-01-01',
    '2025-05-01',
    '2025-12-25',
    '2025-12-26',
    '2026-01-01',
    '2026-05-01',
  ],
  open: [{ date: '2025-12-27', windows: [['10:00', '14:00']] }],
}
const compiled = compileCalendar(calendar)

/** A reproducible number from 0 up to `bound`. */
const pick = (row, bound) => (Math.imul(row + 1, 2_654_435_761) >>> 0) % bound

const instants = Float64Array.from({ length: ROWS }, (_, row) => FIRST + pick(row, YEARS * 365 * 86_400) * 1000)
const texts = Array.from(instants, (instant) => new Date(instant).toISOString())
const part = texts.slice(0, PART)
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const closed = new Set(calendar.closed)
const opened = new Map(calendar.open.map(({ date, windows }) => [date, windows]))

/** What most would write: from day to day, the edges of each window as Temporal makes them. */
function addPlainly(text, hours) {
  const start = Temporal.Instant.from(text)
  let left = hours * 3600
  for (let date = start.toZonedDateTimeISO(calendar.zone).toPlainDate(); ; date = date.add({ days: 1 })) {
    const name = date.toString()
    for (const [from, to] of opened.get(name) ?? (closed.has(name) ? [] : (calendar.windows[WEEKDAYS[date.dayOfWeek - 1]] ?? []))) {
      const [begin, end] = [from, to].map((time) => date.toPlainDateTime(time).toZonedDateTime(calendar.zone).toInstant())
      const at = Temporal.Instant.compare(start, begin) > 0 ? start : begin
      const seconds = at.until(end).total('seconds')
      if (seconds >= left) return at.add({ seconds: left }).toString()
      if (seconds > 0) left -= seconds
    }
  }
}

const dues = compiled.addBusinessTimeColumn({ instants, seconds: HOURS * 3600 })
const dueTexts = texts.map((text) => compiled.addBusinessTime(text, `PT${HOURS}H`))
part.forEach((text, row) => {
  const expected = addPlainly(text, HOURS)
  if (dueTexts[row] !== expected || addBusinessTime(text, `PT${HOURS}H`, calendar) !== expected)
    throw new Error(`${text}: ${dueTexts[row]}, not ${expected}`)
})
dueTexts.forEach((due, row) => {
  if (Date.parse(due) !== dues[row]) throw new Error(`${texts[row]}: ${dues[row]}, not ${due}`)
})
for (const seconds of compiled.businessTimeBetweenColumn({ from: instants, to: dues })) if (seconds !== HOURS * 3600) throw new Error(`${seconds} s`)
console.log(`${ROWS} deadlines of ${HOURS} business hours; load ${loadavg()[0].toFixed(1)}`)

const few = { rounds: 5, warmup: 1 }
sideBySide(
  `${PART} deadlines`,
  'Temporal, day by day',
  {
    'Temporal, day by day': () => part.map((text) => addPlainly(text, HOURS)),
    'addBusinessTime, the calendar read each time': () => part.map((text) => addBusinessTime(text, `PT${HOURS}H`, calendar)),
    'addBusinessTime, compiled': () => part.map((text) => compiled.addBusinessTime(text, `PT${HOURS}H`)),
    addBusinessTimeColumn: () => compiled.addBusinessTimeColumn({ instants: instants.subarray(0, PART), seconds: HOURS * 3600 }),
  },
  few,
)
sideBySide(
  `${ROWS} deadlines, compiled`,
  'addBusinessTimeColumn',
  {
    addBusinessTimeColumn: () => compiled.addBusinessTimeColumn({ instants, seconds: HOURS * 3600 }),
    businessTimeBetweenColumn: () => compiled.businessTimeBetweenColumn({ from: instants, to: dues }),
    'addBusinessTime, texts': () => texts.map((text) => compiled.addBusinessTime(text, `PT${HOURS}H`)),
    'businessTimeBetween, texts': () => texts.map((text, row) => compiled.businessTimeBetween(text, dueTexts[row])),
  },
  few,
)
const tenth = instants.subarray(0, ROWS / 10)
sideBySide(
  'ten times the rows',
  `addBusinessTimeColumn, ${tenth.length}`,
  {
    [`addBusinessTimeColumn, ${tenth.length}`]: () => compiled.addBusinessTimeColumn({ instants: tenth, seconds: HOURS * 3600 }),
    [`addBusinessTimeColumn, ${ROWS}`]: () => compiled.addBusinessTimeColumn({ instants, seconds: HOURS * 3600 }),
    [`the same, 2,000 business hours each`]: () => compiled.addBusinessTimeColumn({ instants, seconds: 2000 * 3600 }),
  },
  few,
)
const [from] = part
sideBySide(
  '1000 times between two moments ten years apart',
  'compiled',
  {
    compiled: () => Array.from({ length: 1000 }, () => compiled.businessTimeBetween(from, '2036-01-01T00:00:00Z')),
    'the calendar read each time': () => Array.from({ length: 1000 }, () => businessTimeBetween(from, '2036-01-01T00:00:00Z', calendar)),
  },
  few,
)
