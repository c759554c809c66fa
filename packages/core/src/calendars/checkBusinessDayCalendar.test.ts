import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import type { Issue } from '../issues/types.js'
import { checkBusinessDayCalendar } from './checkBusinessDayCalendar.js'

const good = { kind: 'business-calendar', id: 'days', version: '2024' }
const found = (value: unknown): unknown => {
  const issues: Issue[] = []
  checkBusinessDayCalendar(value, ['days'], issues)
  return codesAndPaths(issues).map(([code, path]) => [code, path.slice(1)])
}
const day = [
  ['09:00', '12:00'],
  ['13:00', '24:00'],
]

describe('checkBusinessDayCalendar', () => {
  it('takes every optional part, and undefined for a part left out', () => {
    expect(found(good)).toEqual([])
    const windows = { mon: day, tue: day, wed: [], thu: undefined, fri: [['00:00', '00:01']], sat: [], sun: [['23:59', '24:00']] }
    const open = [
      { date: '2024-01-01', windows: [] },
      { date: '2024-01-02', windows: day },
    ]
    const full = { ...good, format: 1, title: { en: 'Days' }, zone: 'Asia/Shanghai', windows, closed: ['2024-01-01', '2024-01-01'], open }
    expect(found(full)).toEqual([])
    expect(found({ ...full, format: undefined, title: undefined, zone: undefined, windows: undefined, closed: undefined, open: undefined })).toEqual(
      [],
    )
    expect(found({ ...good, windows: {}, open })).toEqual([])
  })

  it.each([
    [undefined, [['missing', []]]],
    ['days', [['wrong-type', []]]],
    [{ ...good, kind: 'calendar' }, [['not-allowed', ['kind']]]],
    [{ ...good, id: 5 }, [['wrong-type', ['id']]]],
    [{ ...good, version: undefined }, [['missing', ['version']]]],
    [{ ...good, format: 0 }, [['not-allowed', ['format']]]],
    [{ ...good, title: '' }, [['empty', ['title']]]],
    [{ ...good, zone: 8 }, [['wrong-type', ['zone']]]],
    [{ ...good, holidays: [] }, [['unknown-key', ['holidays']]]],
    [{ ...good, closed: '2024-01-01' }, [['wrong-type', ['closed']]]],
    [
      { ...good, closed: Object.assign(['2024-02-30'], { 2: 5 }) },
      [
        ['not-a-calendar-date', ['closed', 0]],
        ['missing', ['closed', 1]],
        ['not-a-calendar-date', ['closed', 2]],
      ],
    ],
    [{ ...good, windows: [] }, [['wrong-type', ['windows']]]],
    [{ ...good, windows: { mon: day, monday: day } }, [['unknown-key', ['windows', 'monday']]]],
    [{ ...good, windows: { mon: null } }, [['wrong-type', ['windows', 'mon']]]],
    [
      { ...good, windows: { mon: ['09:00', '17:00'] } },
      [
        ['wrong-type', ['windows', 'mon', 0]],
        ['wrong-type', ['windows', 'mon', 1]],
      ],
    ],
    [{ ...good, windows: { mon: [['09:00']] } }, [['wrong-length', ['windows', 'mon', 0]]]],
    [{ ...good, windows: { mon: [['9:00', '17:00']] } }, [['not-a-time', ['windows', 'mon', 0, 0]]]],
    [{ ...good, windows: { mon: [['09:00', '24:01']] } }, [['not-a-time', ['windows', 'mon', 0, 1]]]],
    [
      { ...good, windows: { mon: [['09:60', 17]] } },
      [
        ['not-a-time', ['windows', 'mon', 0, 0]],
        ['not-a-time', ['windows', 'mon', 0, 1]],
      ],
    ],
    [
      { ...good, windows: { mon: [[undefined, '17:00\n']] } },
      [
        ['missing', ['windows', 'mon', 0, 0]],
        ['not-a-time', ['windows', 'mon', 0, 1]],
      ],
    ],
    [{ ...good, windows: { mon: [...day, ['17:00', '17:00']] } }, [['not-above', ['windows', 'mon', 2, 1]]]],
    [{ ...good, windows: { mon: [['22:00', '06:00']] } }, [['not-above', ['windows', 'mon', 0, 1]]]],
    [{ ...good, open: {} }, [['wrong-type', ['open']]]],
    [{ ...good, open: ['2024-01-01'] }, [['wrong-type', ['open', 0]]]],
    [
      { ...good, open: [{}] },
      [
        ['missing', ['open', 0, 'windows']],
        ['missing', ['open', 0, 'date']],
      ],
    ],
    [
      { ...good, open: [{ date: '2024-01-32', windows: [[]], why: 'x' }] },
      [
        ['unknown-key', ['open', 0, 'why']],
        ['wrong-length', ['open', 0, 'windows', 0]],
        ['not-a-calendar-date', ['open', 0, 'date']],
      ],
    ],
    [
      {
        ...good,
        open: [
          { date: '2024-01-01', windows: day },
          { date: '2024-01-01', windows: [] },
        ],
      },
      [['duplicate', ['open', 1, 'date']]],
    ],
    [{ ...good, windows: {} }, [['empty', ['windows']]]],
    [{ ...good, windows: { mon: [], tue: undefined }, open: [{ date: '2024-01-01', windows: [] }] }, [['empty', ['windows']]]],
    [{ ...good, windows: Object.create({ mon: day }) }, [['empty', ['windows']]]],
  ])('calendar %o', (value, issues) => expect(found(value)).toEqual(issues))
})
