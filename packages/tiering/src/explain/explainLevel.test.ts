import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainLevel } from '../explain.js'
import { assignLevel, type LevelMember, type LevelProgramme } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { airlineLevels } from '../templates.js'

const asOf = '2024-06-30'
const travelled = (points: number | string, more: Partial<LevelMember> = {}): LevelMember => ({
  customer: 'C-1',
  points: [{ date: '2024-02-10', points }],
  ...more,
})
const hard: LevelProgramme = { ...airlineLevels, softLanding: false }
const say = (member: LevelMember, programme = airlineLevels, locale = en): readonly string[] =>
  explainLevel(assignLevel(member, programme, { asOf }), programme, locale).sentences

describe('explainLevel', () => {
  it('says which level is reached by points of the past and by half of those expected, what is lacking, and until when it is kept', () => {
    const points = [
      { date: '2024-02-10', points: 20000 },
      { date: '2024-09-01', points: 16000, forecast: true },
    ]
    const member = { customer: 'C-1', points, level: 'silver', since: '2023-05-01' }
    expect(say(member)).toEqual([
      'As of 2024-06-30, customer C-1 has the level "gold" under the programme "Airline levels".',
      'Points that count: 28000, which are 20000 of the last 12 months and 8000 of those expected in the next 12 months.',
      'The points reach the level "gold", which begins at 25000.',
      'The level rises from "silver" to "gold".',
      'Expected points: 16000, of which 50% count: 8000.',
      'The next level, "platinum", begins at 50000; lacking: 22000.',
      'It has been held since 2024-06-30.',
      'Without any other points it is kept until 2025-06-29.',
    ])
    expect(say(member, airlineLevels, zhCN)).toEqual([
      '截至 2024-06-30，按会员计划“航空公司会员等级”，客户 C-1 的等级为“金卡”。',
      '计入的积分：28000，其中最近 12 个月的积分 20000，今后 12 个月的预计积分计入 8000。',
      '积分达到等级“金卡”，该等级自 25000 起。',
      '由等级“银卡”升为“金卡”。',
      '预计积分：16000，按 50% 计入：8000。',
      '更高一级“白金卡”自 50000 起，还差 22000。',
      '自 2024-06-30 起持有该等级。',
      '若没有其他积分，可保级至 2025-06-29。',
    ])
  })

  it('says of a level that the points do not reach why it is kept, and that it is the highest', () => {
    const member = travelled('12000.5', { level: 'platinum', since: '2024-05-01' })
    expect(say(member)).toEqual([
      'As of 2024-06-30, customer C-1 has the level "platinum" under the programme "Airline levels".',
      'Points that count: 12000.5, all of the last 12 months.',
      'The points reach the level "silver", which begins at 10000.',
      'The previous level, "platinum", is kept until 2025-04-30, as levels last for 12 months; the points alone reach "silver".',
      'This is the highest level.',
      'It has been held since 2024-05-01.',
      'Without any other points it is kept until 2025-04-30.',
    ])
    expect(say(member, airlineLevels, zhCN).slice(3, 5)).toEqual([
      '等级有效期为 12 个月，原等级“白金卡”保级至 2025-04-30；仅凭积分可达等级“银卡”。',
      '这已是最高等级。',
    ])
    expect(say(travelled(5, { level: 'silver', since: '2024-05-01' }))[3]).toBe(
      'The previous level, "silver", is kept until 2025-04-30, as levels last for 12 months; the points alone reach none.',
    )
  })

  it('says how a level falls: by one, to nothing, or to what the points reach', () => {
    const old = { since: '2023-05-01' }
    expect(say(travelled(5, { ...old, level: 'platinum' })).slice(2, 5)).toEqual([
      'The points reach no level: the lowest, "silver", begins at 10000.',
      'The level "platinum" is no longer kept, and gives way to the one below, "gold"; the points alone reach none.',
      'The next level, "platinum", begins at 50000; lacking: 49995.',
    ])
    expect(say(travelled(5, { ...old, level: 'silver' }))).toEqual([
      'As of 2024-06-30, customer C-1 has no level under the programme "Airline levels".',
      'Points that count: 5, all of the last 12 months.',
      'The points reach no level: the lowest, "silver", begins at 10000.',
      'The level "silver", the lowest, is no longer kept, and there is none below it.',
      'The next level, "silver", begins at 10000; lacking: 9995.',
    ])
    expect(say(travelled(10000, { ...old, level: 'platinum' }), hard)[3]).toBe('The level "platinum" is no longer kept, and gives way to "silver".')
    expect(say(travelled(5, { ...old, level: 'platinum' }), hard)[3]).toBe('The level "platinum" is no longer kept, and no level takes its place.')
    const inChinese = [
      [5, 'platinum', airlineLevels, '原等级“白金卡”不再保留，降一级，为“金卡”；仅凭积分达不到任何等级。'],
      [5, 'silver', airlineLevels, '原等级“银卡”是最低等级，不再保留，此后没有等级。'],
      [10000, 'platinum', hard, '原等级“白金卡”不再保留，降为“银卡”。'],
      [5, 'platinum', hard, '原等级“白金卡”不再保留，此后没有等级。'],
    ] as const
    for (const [points, level, programme, sentence] of inChinese) expect(say(travelled(points, { ...old, level }), programme, zhCN)[3]).toBe(sentence)
    expect(say(travelled(5), airlineLevels, zhCN).slice(0, 3)).toEqual([
      '截至 2024-06-30，按会员计划“航空公司会员等级”，客户 C-1 没有等级。',
      '计入的积分：5，均属最近 12 个月。',
      '积分未达到任何等级：最低等级“银卡”自 10000 起。',
    ])
  })

  it('says of a first level that it is new, and of one without a bound that it is kept without end', () => {
    expect(say(travelled(50000))[3]).toBe('The level "platinum" is new; there was none before.')
    expect(say(travelled(50000), airlineLevels, zhCN)[3]).toBe('新获等级“白金卡”，此前没有等级。')
    const everybody: LevelProgramme = { ...airlineLevels, levels: [{ id: 'member', from: '-100' }] }
    expect(say(travelled('-0.5', { level: 'member' }), everybody)).toEqual([
      'As of 2024-06-30, customer C-1 has the level "member" under the programme "Airline levels".',
      'Points that count: −0.5, all of the last 12 months.',
      'The points reach the level "member", which begins at −100.',
      'This is the highest level.',
      'It is kept indefinitely, even without further points.',
    ])
    expect(say(travelled(0, { level: 'member' }), everybody, zhCN).at(-1)).toBe('即使没有其他积分，也可一直保级。')
  })

  it('says how many entries do not count', () => {
    const points = ['2021-01-01', '2023-06-30', '2024-07-01'].map((date) => ({ date, points: 1 }))
    const expected = ['2024-06-30', '2025-07-01'].map((date) => ({ date, points: 1, forecast: true }))
    const member = { customer: 'C-1', points: [...points, ...expected] }
    expect(say(member).slice(3, 5)).toEqual([
      'Entries of expected points that do not count, as their day has passed or lies further ahead than 12 months: 2.',
      'Entries of points that do not count: dated later than 2024-06-30: 1; older than 12 months: 2.',
    ])
    expect(say(member, airlineLevels, zhCN).slice(3, 5)).toEqual([
      '日期已过，或晚于今后 12 个月，因而未计入的预计积分：2 笔。',
      '未计入的积分：晚于 2024-06-30 的 1 笔；早于最近 12 个月的 2 笔。',
    ])
  })

  it('explains whatever is assigned, also frozen and through JSON, and leaves no placeholder', () => {
    const level = fc.constantFrom(undefined, 'platinum', 'gold', 'silver')
    const entry = fc.record({
      date: fc.constantFrom('2022-01-01', '2024-01-01', '2024-09-01'),
      points: fc.integer({ min: -5000, max: 60000 }),
      forecast: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 3 }),
        level,
        fc.constantFrom('2023-01-01', '2024-03-01', undefined),
        fc.boolean(),
        (points, had, since, soft) => {
          const programme = deepFreeze({ ...airlineLevels, softLanding: soft })
          const member = { customer: 'C-1', points, level: had, since: had === undefined ? undefined : since }
          const assignment = deepFreeze(assignLevel(member, programme, { asOf }))
          const said = explainLevel(assignment, programme, zhCN)
          expect(JSON.stringify(said)).not.toMatch(/[{]\w+[}]|undefined|null/)
          expect(explainLevel(JSON.parse(JSON.stringify(assignment)), JSON.parse(JSON.stringify(programme)), zhCN)).toEqual(said)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('refuses what is no assignment, or is of another programme', () => {
    const assignment = assignLevel(travelled(30000, { level: 'silver', since: '2023-05-01' }), airlineLevels, { asOf })
    const refuse = (changed: object, programme: unknown = airlineLevels) =>
      issuesOf(() => explainLevel({ ...assignment, ...changed }, programme as never))
    expect(issuesOf(() => explainLevel(undefined as never, undefined as never))).toEqual([
      ['missing', ['programme']],
      ['missing', ['assignment']],
    ])
    expect(refuse({ asOf: 'x', reasons: [{ code: 'level-kept', params: null }, null], toNext: {} })).toEqual([
      ['not-a-calendar-date', ['assignment', 'asOf']],
      ...['level', 'from', 'lacking'].map((key) => ['missing', ['assignment', 'toNext', key]]),
      ['wrong-type', ['assignment', 'reasons', 0, 'params']],
      ['wrong-type', ['assignment', 'reasons', 1]],
    ])
    expect(refuse({}, { ...airlineLevels, version: '2' })).toEqual([['other-policy', ['assignment', 'policies']]])
    expect(refuse({}, { ...airlineLevels, levels: [{ id: 'member', from: 0 }] })).toEqual([['outdated-input', ['assignment', 'level']]])
    const [first, ...others] = airlineLevels.levels as [LevelProgramme['levels'][number], ...LevelProgramme['levels']]
    const changed = { ...airlineLevels, levels: [first, { ...others[0], id: 'gold', from: '27000' }, { id: 'silver', from: '10000' }] }
    expect(refuse({}, changed)).toEqual([['outdated-input', ['assignment', 'reasons', 0, 'params', 'from']]])
    expect(refuse({}, { ...changed, levels: [{ ...first, from: 60000 }, ...airlineLevels.levels.slice(1)] })).toEqual([
      ['outdated-input', ['assignment', 'toNext', 'from']],
      ['outdated-input', ['assignment', 'toNext', 'lacking']],
    ])
    expect(refuse({ points: '5', earned: null })).toEqual([
      ['outdated-input', ['assignment', 'points']],
      ['outdated-input', ['assignment', 'earned']],
    ])
    expect(refuse({ reasons: [{ code: 'level-gained', params: { from: 'bronze', level: 'silver' } }] })).toEqual([
      ['outdated-input', ['assignment', 'reasons', 0, 'params', 'level']],
      ['outdated-input', ['assignment', 'reasons', 0, 'params', 'from']],
    ])
    expect(refuse({ reasons: [{ code: 'forecast-counted', params: { points: '5', percent: '20', counted: '0' } }] })).toEqual([
      ['outdated-input', ['assignment', 'reasons', 0, 'params', 'percent']],
    ])
  })
})
