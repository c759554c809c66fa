import { formatDay } from '@clientele/core/days'
import type { ReadRelease } from '../accounts/readReleases.js'
import type { BreachCode } from './policyTypes.js'
import { refuseFor, refuseRelease } from './refuseRelease.js'
import { type ReleaseRights, type RoleRight, releaseRights } from './releaseRights.js'
import type { FoundBreach, Situation } from './situation.js'
import type { AppliedRelease, Breach, RefusedRelease, ReleaseRefusal } from './types.js'

/** A breach with who may release it, where it is held, and the release that lets it pass, where one does. */
interface JudgedBreach {
  readonly found: FoundBreach
  readonly rights: ReleaseRights | undefined
  readonly release: ReadRelease | undefined
}

/** A release that lets a breach pass. */
interface AppliedRead {
  readonly release: ReadRelease
  /** The last day that one of the day of the decision might have, for all that this one lets pass; Infinity beyond the calendar. */
  readonly latest: number
}

/** What became of the account's releases. */
export interface JudgedReleases {
  readonly breaches: readonly JudgedBreach[]
  /** Those that let a breach pass, in the account's order. */
  readonly applied: readonly AppliedRead[]
  readonly refused: readonly RefusedRelease[]
}

/** Which held breaches a release would let pass, and why not everything. */
interface Judgement {
  readonly release: ReadRelease
  readonly lets: ReadonlySet<BreachCode>
  readonly reasons: readonly ReleaseRefusal[]
}

type RightsByBreach = ReadonlyMap<BreachCode, ReleaseRights>

/** Tells of each breach who may release it and who did, and of each release that does not let everything pass, why not. */
export function judgeReleases(found: readonly FoundBreach[], situation: Situation): JudgedReleases {
  const held = releaseRights(codesOf(found, 'hold'), situation)
  const always = refuseAlways(found)
  const judged = situation.account.releases.map((release) => judge(release, held, always, situation))
  const first = new Map([...held.keys()].map((code) => [code, judged.find(({ lets }) => lets.has(code))?.release]))
  return {
    breaches: found.map((breach) => {
      const isHeld = breach.response === 'hold'
      return { found: breach, rights: isHeld ? held.get(breach.code) : undefined, release: isHeld ? first.get(breach.code) : undefined }
    }),
    applied: judged.flatMap(({ release }) => {
      const untils = [...held].filter(([code]) => first.get(code) === release).map(([, { rights }]) => (rights.get(release.role) as RoleRight).until)
      return untils.length === 0 ? [] : [{ release, latest: Math.min(...untils) }]
    }),
    refused: judged.flatMap(tellRefused),
  }
}

function codesOf(found: readonly FoundBreach[], response: FoundBreach['response']): Set<BreachCode> {
  return new Set(found.filter((breach) => breach.response === response).map(({ code }) => code))
}

/** Why no release at all lets everything pass. */
function refuseAlways(found: readonly FoundBreach[]): ReleaseRefusal[] {
  if (found.length === 0) return [{ code: 'nothing-held', params: {} }]
  return [...codesOf(found, 'refuse')].map((breach) => ({ code: 'refusal-final', params: { breach } }))
}

function judge(release: ReadRelease, held: RightsByBreach, always: readonly ReleaseRefusal[], situation: Situation): Judgement {
  const own = refuseRelease(release, situation)
  if (release.order !== situation.order.id) return { release, lets: new Set(), reasons: own }
  const against = [...held].map(([code, rights]) => ({ code, reasons: refuseFor(code, release, rights, situation) }))
  const passed = against.filter(({ reasons }) => own.length + reasons.length === 0)
  return {
    release,
    lets: new Set(passed.map(({ code }) => code)),
    reasons: [...own, ...against.flatMap(({ reasons }) => reasons), ...always],
  }
}

function tellRefused({ release, reasons }: Judgement, index: number): RefusedRelease[] {
  return reasons.length === 0 ? [] : [{ index, order: release.order, ...tellRelease(release), reasons }]
}

/** A breach as results tell it. */
export function tellBreach({ found, rights, release }: JudgedBreach): Breach {
  const may = { releasableBy: rights?.releasableBy ?? [], offers: rights?.offers ?? [] }
  return { ...found, ...may, ...(release === undefined ? {} : { released: tellRelease(release) }) } as Breach
}

/** A release as results tell it. */
export function tellRelease({ by, role, until }: ReadRelease): AppliedRelease {
  return { by, role, until: dateOf(until) }
}

function dateOf(day: number): string {
  return formatDay(day) as string
}
