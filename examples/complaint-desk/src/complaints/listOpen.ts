import type { WorkflowDefinition } from '@clientele/complaints'
import { localizeText } from '@clientele/core'
import type { Connection } from '../database/types.js'
import type { Language } from '../server/languages.js'
import { readDefinition } from '../workflows/readDefinition.js'

interface Row {
  readonly definition: string
  readonly version: string
  readonly step: string
  readonly complaints: readonly object[]
}

/** The open complaints by the step in which they stand, in the order of their definition; in a step the one that stands there longest comes first. */
export async function listOpen(connection: Connection, language: Language): Promise<object> {
  const rows = await connection.query<Row>(
    `SELECT definition, version, step, json_agg(json_build_object(
       'complaint', id, 'customer', customer, 'sequence', sequence, 'cycle', cycle, 'openedAt', opened_at, 'enteredAt', entered_at
     ) ORDER BY entered_at::timestamptz, id) AS complaints
     FROM complaints WHERE NOT closed GROUP BY definition, version, step ORDER BY definition, version`,
  )
  const names = new Map(rows.map(({ definition, version }) => [JSON.stringify([definition, version]), [definition, version] as const]))
  const listed: object[] = []
  for (const [id, version] of names.values()) {
    const document = await readDefinition(connection, id, version)
    listed.push(
      ...stepsOf(
        document,
        rows.filter((row) => row.definition === id && row.version === version),
        language,
      ),
    )
  }
  return { steps: listed }
}

function stepsOf({ id, version, steps }: WorkflowDefinition, rows: readonly Row[], language: Language): object[] {
  return Object.entries(steps).flatMap(([step, { title, responsible = null }]) =>
    rows
      .filter((row) => row.step === step)
      .map(({ complaints }) => ({ definition: { id, version }, step, title: localizeText(title, language), responsible, complaints })),
  )
}
