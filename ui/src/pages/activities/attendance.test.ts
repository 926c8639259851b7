import { describe, expect, it } from 'vitest'
import type { AttendanceDraft } from '../../backend'
import { allCame, counts, marked, withMore } from './attendance'

const row = (person: string, more: Partial<AttendanceDraft> = {}): AttendanceDraft => ({ person_id: person, name: null, planned: true, status: null, reason: null, capacity: null, half_days: null, sits_in: false, absent_sort: null, ...more })

describe('attendance', () => {
  it('everybody came but those already marked otherwise', () => {
    const rows = allCame([row('a'), row('b', { status: 'excused', reason: '因病' }), row('c')])
    expect(rows.map((r) => [r.status, r.reason])).toEqual([['came', null], ['excused', '因病'], ['came', null]])
  })
  it('a reason goes with the absence it explains', () => {
    expect(marked(row('a', { status: 'excused', reason: '因病' }), 'came').reason).toBeNull()
    expect(marked(row('a', { status: 'excused', reason: '因病' }), 'absent').reason).toBe('因病')
  })
  it('adds a group without naming anybody twice', () => {
    expect(withMore([row('a')], [row('a'), row('b')]).map((r) => r.person_id)).toEqual(['a', 'b'])
    expect(withMore([row('', { person_id: null, name: '外来' })], [row('', { person_id: null, name: '另一位' })])).toHaveLength(2)
  })
  it('who only sat in was neither expected nor counted', () => {
    expect(counts([row('a', { status: 'came' }), row('b', { status: 'came', planned: false }), row('c', { status: 'came', sits_in: true }), row('d', { status: 'absent' }), row('e')])).toEqual({ planned: 3, came: 2, excused: 0, absent: 1, unmarked: 1 })
  })
})
