// Stryker runs the packages' tests thousands of times, so in one zone only, and with every mutant switched in, which is slow.
import { defineConfig } from 'vitest/config'

const conditions = ['@clientele/source']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['packages/*/src/**/*.test.ts'], env: { TZ: 'UTC' }, testTimeout: 60_000 },
})
