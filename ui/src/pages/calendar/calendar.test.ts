// Which days are shown, and which reasons are listed.
import { expect, it } from 'vitest'
import type { CalendarDay, PlannedDay } from '../../backend'
import { changes, heading, mark, moved, shown, toForm, unannounced, weeks } from './calendar'

const planned = (more: Partial<PlannedDay>): PlannedDay => ({ site_id: 's', site: '镇联络站', rule_id: 'r', planned: '2026-02-20', held: '2026-02-24', why: '春节', hours: null, estimated: false, activity_id: null, ...more })
const day = (date: string, more: Partial<CalendarDay> = {}): CalendarDay => ({ date, weekday: '', lunar: null, holiday: null, off: false, work: false, estimated: false, receptions: [], moved: [], activities: [], ...more })

it('shows whole weeks that begin on Monday', () => {
  expect(shown('month', '2026-02-17')).toEqual({ from: '2026-01-26', to: '2026-03-01' })
  expect(shown('month', '2021-02-10'), 'four weeks exactly').toEqual({ from: '2021-02-01', to: '2021-02-28' })
  expect(shown('week', '2026-03-01'), 'a Sunday ends its week').toEqual({ from: '2026-02-23', to: '2026-03-01' })
})

it('goes to the next month without skipping a short one', () => {
  expect(moved('month', '2026-01-31', 1)).toBe('2026-02-28')
  expect(moved('month', '2026-01-15', -1)).toBe('2025-12-15')
  expect(moved('week', '2026-12-30', 1)).toBe('2027-01-06')
  expect(heading('month', '2026-02-17')).toBe('2026年2月')
})

it('marks days off and make-up workdays, and says what is a guess', () => {
  expect(mark(day('2026-02-20', { off: true }))).toBe('休')
  expect(mark(day('2026-02-28', { work: true }))).toBe('班')
  expect(mark(day('2027-02-06', { off: true, estimated: true }))).toBe('休（推算）')
  expect(unannounced([day('2026-12-31'), day('2027-01-01', { estimated: true }), day('2027-01-02', { estimated: true })])).toEqual(['2027'])
})

it('lists a day that was moved once, though both its dates are in view', () => {
  const move = planned({})
  const days = [day('2026-02-20', { moved: [move] }), day('2026-02-24', { receptions: [{ day: move, deputies: [] }, { day: planned({ why: null, planned: '2026-02-24' }), deputies: [] }] })]
  expect(changes(days)).toEqual([move])
  expect(weeks(days).length).toBe(1)
})

it('brings the rule and the day by it to the form', () => {
  expect(toForm(planned({}))).toEqual({ date: '2026-02-24', site_id: 's', hours: null, rule_id: 'r', planned_on: '2026-02-20' })
})
