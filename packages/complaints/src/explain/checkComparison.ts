import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkKeys,
  checkRecord,
  checkText,
  codedBy,
  filled,
  listOf,
  membersOf,
  ownValue,
} from '@clientele/core/checks'
import { compareWorkflows } from '../versions/compareWorkflows.js'
import type { DefinitionComparison, StuckComplaint, StuckReason } from '../versions/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'

/** Two versions of a definition that nothing is wrong with. */
export interface ReadVersions {
  readonly before: ReadWorkflow
  readonly after: ReadWorkflow
}

/** What a version is, is checked against the definition. */
const any: Check = () => {}

const reasons: CodeChecks<StuckReason> = {
  'step-missing': { step: checkText, version: any },
  'return-step-missing': { step: checkText, version: any },
  'no-way-out': { step: checkText, lacking: listOf(checkText) },
}

const checkShape: Check = membersOf({
  stuck: listOf(membersOf({ complaint: checkText, step: checkText, reasons: filled(codedBy<StuckReason>(reasons)) })),
  migrations: listOf(membersOf({ complaint: checkText, from: checkText, to: checkText })),
})

/** Reads the definitions; adds an issue for all that is wrong with them or a comparison, and where it is not theirs: what differs is worked out again. */
export function checkComparisonOfVersions(value: unknown, definitions: unknown, issues: Issue[]): ReadVersions | undefined {
  const versions = readVersions(definitions, issues)
  checkShape(value, ['comparison'], issues)
  if (issues.length > 0 || versions === undefined) return undefined
  const { before, after } = versions
  const expected = { changes: compareWorkflows(before, after), policies: [before.policy, after.policy] }
  checkAgrees(value, expected, ['comparison'], issues)
  const { stuck, migrations } = value as DefinitionComparison
  stuck.forEach((one, index) => checkStuck(one, versions, ['comparison', 'stuck', index], issues))
  migrations.forEach(({ from, to }, index) => {
    const path = ['comparison', 'migrations', index]
    checkAmong(from, [...before.steps.keys()], [...path, 'from'], issues)
    checkAmong(to, [...after.steps.keys()], [...path, 'to'], issues)
  })
  return versions
}

function readVersions(value: unknown, issues: Issue[]): ReadVersions | undefined {
  if (!checkRecord(value, ['definitions'], issues)) return undefined
  checkKeys(value, ['before', 'after'], [], issues)
  const before = readWorkflow(ownValue(value, 'before'), ['before'], issues)
  const after = readWorkflow(ownValue(value, 'after'), ['after'], issues)
  return before === undefined || after === undefined ? undefined : { before, after }
}

function checkStuck({ step, reasons: why }: StuckComplaint, { before, after }: ReadVersions, path: Path, issues: Issue[]): void {
  checkAmong(step, [...before.steps.keys()], [...path, 'step'], issues)
  why.forEach(({ code, params }, index) => {
    const place = [...path, 'reasons', index, 'params']
    if (code === 'no-way-out') checkAmong(params.step, [...after.steps.keys()], [...place, 'step'], issues)
    else checkAgrees(params, { version: after.policy.version }, place, issues)
  })
}
