import { describe, expect, it } from 'vitest'
import { pipelineConfig } from '../../testing/trial.js'
import { checkConfig } from './checkConfig.js'

const wrong = (changes: object, documentChanges: object = {}) =>
  checkConfig(pipelineConfig(changes, documentChanges)).map(({ code, path }) => [code, path.join('.')])

describe('what a config says of a sales pipeline', () => {
  it('is enough by itself, and needs no currency', () => {
    expect(checkConfig(pipelineConfig())).toEqual([])
    expect(
      checkConfig(pipelineConfig({ by: 'owner', cohorts: { by: 'month', matureAfter: 'P90D' }, sectors: ['retail'], asOf: '2026-01-31' })),
    ).toEqual([])
  })

  it.each([
    [{ by: 'country' }, [['not-allowed', 'pipeline.by']]],
    [{ cohorts: { by: 'decade' } }, [['not-allowed', 'pipeline.cohorts.by']]],
    [{ cohorts: { by: 'month', matureAfter: '90 days' } }, [['not-a-duration', 'pipeline.cohorts.matureAfter']]],
    [{ sectors: [] }, [['empty', 'pipeline.sectors']]],
    [{ sectors: ['retail', ''] }, [['empty', 'pipeline.sectors.1']]],
    [{ asOf: '2026-02-30' }, [['not-a-calendar-date', 'pipeline.asOf']]],
    [{ stage: 'engaging' }, [['unknown-key', 'pipeline.stage']]],
  ])('is not %j', (changes, expected) => {
    expect(wrong(changes)).toEqual(expected)
  })

  it('has a pipeline that the library takes', () => {
    expect(wrong({}, { stages: [] })).toEqual([['empty', 'pipeline.document.stages']])
    expect(wrong({ document: null, cohorts: 1 })).toEqual([['wrong-type', 'pipeline.document']])
  })
})
