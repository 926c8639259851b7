// Attendance in a minute: everybody came, and then those who did not.
import type { AttendanceDraft } from '../../backend'

export type Status = 'came' | 'excused' | 'absent' | null
export const STATUSES: { key: string; status: Status; label: string }[] = [
  { key: '1', status: 'came', label: '到场' },
  { key: '2', status: 'excused', label: '请假' },
  { key: '3', status: 'absent', label: '缺席' },
  { key: '0', status: null, label: '未签' },
]

export function statusLabel(status: string | null): string {
  return STATUSES.find((known) => known.status === status)?.label ?? '未签'
}

/** A reason belongs to who did not come. */
export function marked(row: AttendanceDraft, status: Status, reason: string | null = row.reason): AttendanceDraft {
  return { ...row, status, reason: status === 'excused' || status === 'absent' ? reason : null }
}

/** One who is to come, and of whom nothing is known yet. */
export function expectedOf(who: { person_id: string | null; name: string | null }): AttendanceDraft {
  return { ...who, planned: true, status: null, reason: null, capacity: null, half_days: null, sits_in: false, absent_sort: null }
}

/** All that nobody marked yet came. */
export function allCame(rows: readonly AttendanceDraft[]): AttendanceDraft[] {
  return rows.map((row) => (row.status === null ? marked(row, 'came') : row))
}

const same = (a: AttendanceDraft, b: AttendanceDraft): boolean => a.person_id === b.person_id && a.name === b.name

/** More who were to come, behind those that stand; nobody twice. */
export function withMore(rows: readonly AttendanceDraft[], more: readonly AttendanceDraft[]): AttendanceDraft[] {
  return [...rows, ...more.filter((one) => !rows.some((row) => same(row, one)))]
}

export interface Counts {
  planned: number
  came: number
  excused: number
  absent: number
  unmarked: number
}

/** 应到 and 实到 do not count who only sat in. */
export function counts(rows: readonly AttendanceDraft[]): Counts {
  const seated = rows.filter((row) => !row.sits_in)
  const number = (status: Status): number => seated.filter((row) => row.status === status).length
  return { planned: seated.filter((row) => row.planned).length, came: number('came'), excused: number('excused'), absent: number('absent'), unmarked: number(null) }
}
