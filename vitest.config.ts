import { defineConfig } from 'vitest/config'

const conditions = ['@clientele/source']

/** The packages' tests run under three zones: UTC, one ahead of it, and one half an hour off with daylight saving time. */
const zones = ['UTC', 'Asia/Shanghai', 'America/St_Johns']

const inZone = (zone: string) => ({
  extends: true as const,
  test: { name: zone, env: { TZ: zone }, include: ['packages/*/src/**/*.test.ts'], setupFiles: ['.ci/zone.ts'] },
})

const MINUTE = 60_000

/** What is built and shown in a browser. */
const IN_BROWSER = 'examples/classroom/src/**/*.browser.test.ts'

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // A worker thread cannot have a zone of its own.
    pool: 'forks',
    maxWorkers: '100%',
    // Property tests are slow where the machine is busy; none waits for anything.
    testTimeout: MINUTE,
    projects: [
      ...zones.map(inZone),
      { extends: true, test: { name: 'examples', include: ['examples/*/src/**/*.test.ts'], exclude: [IN_BROWSER] } },
      {
        extends: true,
        test: { name: 'classroom', include: [IN_BROWSER], globalSetup: ['examples/classroom/testing/serveClassroom.ts'], testTimeout: 2 * MINUTE },
      },
      { extends: true, test: { name: 'repository', include: ['.ci/*.test.ts'], exclude: ['.ci/pack.test.ts'] } },
      { extends: true, test: { name: 'pack', include: ['.ci/pack.test.ts'], testTimeout: 5 * MINUTE, hookTimeout: 10 * MINUTE } },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.test-d.ts', '**/types.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 95, branches: 95 },
    },
  },
})
