import { describe, expect, it } from 'vitest'
import { someHours, weekOf } from '../../testing/calendars.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkCalendar } from '../business-time.js'

const good = { kind: 'business-calendar', id: 'office', version: 1, zone: 'Asia/Shanghai', windows: weekOf('mon') }

describe('checkCalendar', () => {
  it.each([
    good,
    { ...good, zone: 'UTC' },
    { ...good, zone: 'Australia/Lord_Howe', closed: ['2026-01-01'], open: [{ date: '2026-01-04', windows: someHours }] },
    { ...good, windows: {}, open: [{ date: '2026-01-04', windows: someHours }] },
  ])('takes %j', (calendar) => expect(checkCalendar(calendar)).toEqual([]))

  it.each([
    [undefined, [['missing', []]]],
    [[], [['wrong-type', []]]],
    [
      {},
      [
        ['missing', ['kind']],
        ['missing', ['id']],
        ['missing', ['version']],
        ['missing', ['zone']],
        ['missing', ['windows']],
      ],
    ],
    [{ ...good, zone: undefined }, [['missing', ['zone']]]],
    [{ ...good, zone: '' }, [['empty', ['zone']]]],
    [{ ...good, zone: 8 }, [['wrong-type', ['zone']]]],
    [{ ...good, zone: 'Asia/Peking' }, [['unknown-zone', ['zone']]]],
    [{ ...good, zone: '+08:00' }, [['unknown-zone', ['zone']]]],
    [{ ...good, zone: '__proto__' }, [['unknown-zone', ['zone']]]],
    [{ ...good, windows: undefined }, [['missing', ['windows']]]],
    [{ ...good, windows: { mon: [] } }, [['empty', ['windows']]]],
    [{ ...good, windows: { mon: [['09:00', '09:00']] } }, [['not-above', ['windows', 'mon', 0, 1]]]],
    [Object.assign(Object.create({ zone: 'Asia/Shanghai' }), { ...good, zone: undefined }), [['missing', ['zone']]]],
  ])('refuses %j', (calendar, issues) => expect(codesAndPaths(checkCalendar(calendar))).toEqual(issues))

  it('takes lists with a constructor of their own', () => {
    const odd = <One>(...ones: readonly One[]) => Object.assign([...ones], { constructor: true })
    const calendar = {
      ...good,
      windows: { mon: odd(['09:00', '17:00']) },
      closed: odd('2026-01-01'),
      open: odd({ date: '2026-01-04', windows: odd() }),
    }
    expect(checkCalendar(calendar)).toEqual([])
  })
})
