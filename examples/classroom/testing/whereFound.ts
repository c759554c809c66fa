import { existsSync } from 'node:fs'
import { it } from 'vitest'

export const CHROMIUM = '/usr/bin/chromium'

/** A test that needs a browser; `.ci/run` installs it. */
export const itInBrowser = existsSync(CHROMIUM) ? it : it.skip
