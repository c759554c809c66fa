import { describe, expect, it } from 'vitest'
import { ownConfig, ticketsConfig } from '../../testing/trial.js'
import { checkConfig } from './checkConfig.js'

const issues = (config: unknown): unknown => checkConfig(config).map(({ code, path }) => [code, path])
const withTickets = (changes: object): unknown => issues(JSON.parse(JSON.stringify(ticketsConfig(changes))))

describe('a config', () => {
  it('may have what tickets need, alone or beside the others, and then no currency', () => {
    const { tickets } = ticketsConfig() as { tickets: unknown }
    for (const config of [ticketsConfig(), { ...ownConfig(), tickets }]) expect(issues(config)).toEqual([])
  })

  it('has a currency where there are amounts, or a bad one anywhere', () => {
    const { currency: _, ...others } = ownConfig()
    expect(issues(others)).toContainEqual(['missing', ['currency']])
    expect(issues({ ...(ticketsConfig() as object), currency: 'XXX' })).toEqual([['unknown-currency', ['currency']]])
  })
})

describe('tickets', () => {
  it.each([
    [{ zone: undefined }, [['missing', ['tickets', 'zone']]]],
    [{ zone: 'Berlin' }, [['unknown-zone', ['tickets', 'zone']]]],
    [{ times: 'DD.MM.YYYY' }, [['not-allowed', ['tickets', 'times']]]],
    [{ asOf: '2026-02-30' }, [['not-a-calendar-date', ['tickets', 'asOf']]]],
    [{ colour: 1 }, [['unknown-key', ['tickets', 'colour']]]],
    [{ columns: undefined }, [['missing', ['tickets', 'columns']]]],
    [
      { columns: { case: '', activity: 'a', at: 'a', who: 'b' } },
      [
        ['unknown-key', ['tickets', 'columns', 'who']],
        ['empty', ['tickets', 'columns', 'case']],
        ['duplicate', ['tickets', 'columns', 'at']],
      ],
    ],
  ])('are not %j', (changes, expected) => {
    expect(withTickets(changes)).toEqual(expected)
  })

  it('are looked at on a day of their own where the config says so', () => {
    expect(withTickets({ asOf: '2026-01-31' })).toEqual([])
  })
})
