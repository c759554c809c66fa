import type { CalendarDate, InvalidRows, Issue } from '@clientele/core'
import { checkCalendarDate, checkChoice, isRecord, readOptions } from '@clientele/core/checks'
import { readZone, type Zone } from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'
import type { ConversionCurve } from './types.js'

/** How curves are made, once nothing is wrong with it. */
export interface ReadCurveOptions {
  readonly asOf: CalendarDate
  /** `asOf` as days since 1970-01-01. */
  readonly lastDay: number
  readonly zone: Zone
  readonly method: ConversionCurve['method']
  readonly invalid: InvalidRows
}

const METHODS = ['aalen-johansen', 'kaplan-meier'] as const

/** Reads the options of curves, or adds issues and returns undefined. */
export function readCurveOptions(value: unknown, issues: Issue[]): ReadCurveOptions | undefined {
  const before = issues.length
  const invalid = readOptions(value, ['asOf', 'zone', 'method', 'invalid'], issues)
  if (!isRecord(value)) return undefined
  const { asOf, zone: zoneName = 'UTC', method = 'aalen-johansen' } = { ...value }
  checkCalendarDate(asOf, ['options', 'asOf'], issues)
  const zone = readZone(zoneName, ['options', 'zone'], issues)
  checkChoice(method, METHODS, ['options', 'method'], issues)
  if (issues.length > before || zone === undefined) return undefined
  return { asOf: asOf as CalendarDate, lastDay: parseDay(asOf), zone, method: method as ConversionCurve['method'], invalid }
}
