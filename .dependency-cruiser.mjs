// Who imports whom: see docs/architecture.md. `.ci/boundaries.test.ts` proves that each rule bites.

const TESTS = '\\.test(-d)?\\.ts$|^packages/[^/]+/testing/'

/** What says, draws, offers or declares; the rest of a package is logic. */
const SURFACE = '^packages/[^/]+/src/(schemas|explain|charts|templates|locales)[./]'

const installed = (names) => `(^|/)node_modules/(${names})/`

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'domains-know-only-core',
      'A domain package imports core and never another; a host composes them.',
      { path: '^packages/([^/]+)/' },
      { path: '^packages/', pathNot: '^packages/(core|$1)/' },
    ),
    forbid(
      'packages-meet-at-their-entries',
      'What another package may use stands in its exports map.',
      { path: '^(packages|examples)/([^/]+)/' },
      { path: '^packages/[^/]+/src/(?!locales/)[^/]+/', pathNot: '^$1/$2/' },
    ),
    forbid(
      'logic-has-no-surface',
      'Whoever imports a verb gets no schemas, sentences, charts or templates with it.',
      { path: '^packages/[^/]+/src/', pathNot: [SURFACE, TESTS] },
      { path: SURFACE },
    ),
    forbid(
      'zod-is-for-schemas',
      'zod is an optional peer dependency of one entry.',
      { path: '^packages/[^/]+/src/', pathNot: ['^packages/[^/]+/src/schemas(\\.ts$|/)', TESTS] },
      { path: installed('zod') },
    ),
    forbid(
      'arithmetic-is-for-core',
      'Decimals and dates have one home; the others import @clientele/core.',
      { path: '^packages/(?!core/)[^/]+/src/', pathNot: TESTS },
      { path: installed('decimal\\.js|date-fns|@date-fns/[^/]+|temporal-polyfill') },
    ),
    forbid(
      'zones-are-for-core-zones',
      'Time zones have one home within core.',
      { path: '^packages/core/src/', pathNot: ['^packages/core/src/zones/', TESTS] },
      { path: installed('temporal-polyfill') },
    ),
    forbid(
      'dates-need-no-zones',
      'Whoever asks for decimals, checks or whole days gets no time zones with it.',
      { path: '^packages/core/src/(index|checks|days|decimal)\\.ts$' },
      { path: installed('temporal-polyfill'), reachable: true },
    ),
    forbid(
      'packages-run-anywhere',
      'The packages run in browsers and workers too.',
      { path: '^packages/[^/]+/src/', pathNot: TESTS },
      { dependencyTypes: ['core'] },
    ),
    forbid('tests-are-not-imported', 'A test proves, and offers nothing.', { pathNot: TESTS }, { path: TESTS }),
    forbid('packages-know-no-example', 'Examples use the packages.', { path: '^packages/' }, { path: '^examples/' }),
    forbid('everything-is-found', 'What is not found escapes the other rules.', {}, { couldNotResolve: true }),
    forbid('no-cycles', 'What imports each other is one thing.', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|out)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['@clientele/source', 'import', 'node', 'default', 'types'] },
  },
}
