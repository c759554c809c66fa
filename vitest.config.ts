import { defineConfig } from 'vitest/config'

const conditions = ['@clientele/source']

/** The same tests under three zones: UTC, one ahead of it, and one half an hour off with daylight saving time. */
const zones = ['UTC', 'Asia/Shanghai', 'America/St_Johns']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      ...zones.map((zone) => ({
        extends: true as const,
        test: { name: zone, env: { TZ: zone }, include: ['packages/*/src/**/*.test.ts'], pool: 'forks' as const },
      })),
    ],
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts'], exclude: ['**/*.test.ts', '**/*.test-d.ts', '**/types.ts'] },
  },
})
