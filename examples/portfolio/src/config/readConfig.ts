import { readFile } from 'node:fs/promises'
import { Refusal } from '../command/Refusal.js'
import { usingFile } from '../command/usingFile.js'
import { checkConfig } from './checkConfig.js'
import type { PortfolioConfig } from './types.js'

/** Reads and checks a config file, or refuses with everything that is wrong with it. */
export async function readConfig(file: string): Promise<PortfolioConfig> {
  const text = await usingFile(file, () => readFile(file, 'utf8'))
  const config = parseJson(text.replace(/^\uFEFF/, ''), file)
  const issues = checkConfig(config)
  if (issues.length > 0) throw new Refusal('config-wrong', { file }, issues)
  return config as PortfolioConfig
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal('config-not-json', { file, reason: (error as SyntaxError).message })
  }
}
