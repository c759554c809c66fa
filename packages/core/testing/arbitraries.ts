import fc from 'fast-check'

/** Decimals that float arithmetic, exponents and long digits get wrong. */
const trickyDecimals: readonly (string | number)[] = [
  0.1,
  0.2,
  1.005,
  4.35,
  1e21,
  1e-7,
  5e-324,
  1.7976931348623157e308,
  -0,
  '-0',
  '0.10',
  '9007199254740993',
  '-9007199254740993',
  '123456789012345678901234567890',
  '0.123456789012345678901234567891',
  '1e3',
  '1E-3',
  2 ** 53,
  -(2 ** 53),
  0.30000000000000004,
  '999999999999999',
  '0.000000000000001',
]

/** Strings of up to 30 digits, with a point anywhere. */
const longDecimals = fc.tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat(30)).map(([sign, digits, places]) => {
  const text = digits.toString().padStart(places + 1, '0')
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`
})

/** Any decimal that the verbs take. */
export const decimals: fc.Arbitrary<string | number> = fc.oneof(
  fc.constantFrom(...trickyDecimals),
  longDecimals,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100),
  fc.integer(),
)

/** What is no decimal, whatever it looks like. */
export const notDecimals: readonly unknown[] = [
  Number.NaN,
  Infinity,
  -Infinity,
  'NaN',
  'Infinity',
  'abc',
  '',
  ' ',
  ' 1 ',
  '1 ',
  '\t1',
  '1\n',
  '0x3',
  '0b1',
  '1_000',
  '1,000',
  '１２',
  '٣',
  '--1',
  '+1',
  '.5',
  '5.',
  '1.2.3',
  '1e',
  'e3',
  '007',
  '-',
  '−1',
  null,
  true,
  false,
  [],
  ['1'],
  {},
  1n,
  Symbol('1'),
  () => 1,
  new Date(0),
  Object('1'),
  Object(1),
]
