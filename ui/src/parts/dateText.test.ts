import { describe, expect, it } from 'vitest'
import { addDays, addMonths, monthBounds, parseDate, quarterBounds, spoken, weekday } from './dateText'

const today = '2026-03-10'

describe('a typed date', () => {
  it.each([
    ['0305', '2026-03-05'], ['305', '2026-03-05'], ['3.5', '2026-03-05'], ['3-5', '2026-03-05'], ['3/5', '2026-03-05'], ['3月5日', '2026-03-05'], ['3月5号', '2026-03-05'],
    ['8', '2026-03-08'], ['8日', '2026-03-08'], ['20260305', '2026-03-05'], ['260305', '2026-03-05'], ['2026.3.5', '2026-03-05'], ['2026年3月5日', '2026-03-05'], ['26-3-5', '2026-03-05'],
    ['２０２６．３．５', '2026-03-05'], [' 2026-03-05 ', '2026-03-05'], ['今天', '2026-03-10'], ['昨天', '2026-03-09'], ['前天', '2026-03-08'], ['0229', null],
    ['1332', null], ['2026-02-30', null], ['三月五日', null], ['2026', null], ['2026-03', null], ['x', null], ['12345', null],
  ])('%s is %s', (typed, meant) => {
    expect(parseDate(typed, { today })).toBe(meant)
  })

  it.each([
    ['1228', '2025-12-28'], ['0310', '2026-03-10'], ['12.28', '2025-12-28'], ['20261228', '2026-12-28'],
    ['8', '2026-03-08'], ['10', '2026-03-10'], ['28', '2026-02-28'], ['28日', '2026-02-28'], ['29', '2026-01-29'], ['31', '2026-01-31'], ['32', null], ['0', null],
  ])('%s of something past is %s', (typed, meant) => {
    expect(parseDate(typed, { today, past: true })).toBe(meant)
  })

  it.each([['2026-01-10', '28', '2025-12-28'], ['2026-04-10', '31', '2026-03-31'], ['2024-03-10', '29', '2024-02-29']])('on %s the past day %s is %s', (day, typed, meant) => {
    expect(parseDate(typed, { today: day, past: true })).toBe(meant)
  })

  it.each([['1975', '1975'], ['197508', '1975-08'], ['1975.08', '1975-08'], ['1975年8月', '1975-08'], ['1975年', '1975'], ['19750812', '1975-08-12'], ['1975-13', null]])('%s known in part is %s', (typed, meant) => {
    expect(parseDate(typed, { today, partial: true })).toBe(meant)
  })
})

it('counts days and months over the ends of years', () => {
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(monthBounds('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect([quarterBounds('2026-11'), quarterBounds('2027-01')]).toEqual([{ from: '2026-10-01', to: '2026-12-31' }, { from: '2027-01-01', to: '2027-03-31' }])
  expect(weekday('2026-03-05')).toBe('星期四')
  expect(weekday('2026-03')).toBe('')
  expect(spoken('2026-03')).toBe('2026年3月')
})
