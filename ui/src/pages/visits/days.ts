// How a reception day reads, and what its form sends.
import type { DayDraft, DayRow } from '../../backend'

export type Status = 'came' | 'excused' | 'absent'
export const STATUS: Record<Status, string> = { came: '到', excused: '请假', absent: '缺席' }

export const HELD: { value: boolean | null; label: string }[] = [{ value: true, label: '已举行' }, { value: false, label: '未举行' }, { value: null, label: '未确认' }]

export interface DutyForm { person_id: string | null; name: string | null; status: Status | null; reason: string }
export interface DayForm { id: string | null; date: string | null; site_id: string | null; hours: string; held: boolean | null; duty: DutyForm[] }

export function heldText(day: DayRow, today: string): { text: string; look: string } {
  if (day.held === true) return { text: '已举行', look: 'tag done' }
  if (day.held === false) return { text: '未举行', look: 'tag grey' }
  return day.date > today ? { text: '未到', look: 'tag todo' } : { text: '按值班表，未确认', look: 'tag doing' }
}

export function formOf(day: DayRow | 'new' | null, today: string): DayForm {
  if (day === null || day === 'new') return { id: null, date: today, site_id: null, hours: '', held: null, duty: [] }
  return {
    id: day.id, date: day.date, site_id: day.site_id, hours: day.hours ?? '', held: day.held,
    duty: day.deputies.map((d) => ({ person_id: d.id, name: d.id ? null : d.name, status: d.status, reason: d.reason ?? '' })),
  }
}

/** Persons chosen in the picker, with what was already marked for those who stay. */
export function withPersons(duty: readonly DutyForm[], persons: readonly string[], others: readonly string[]): DutyForm[] {
  const keep = (person_id: string | null, name: string | null): DutyForm =>
    duty.find((d) => d.person_id === person_id && d.name === name) ?? { person_id, name, status: null, reason: '' }
  return [...persons.map((id) => keep(id, null)), ...others.map((name) => keep(null, name))]
}

export function toDraft(form: DayForm): DayDraft {
  return {
    id: form.id, date: form.date ?? '', site_id: form.site_id, hours: form.hours.trim() || null, held: form.held,
    duty: form.duty.map((d) => ({ ...d, reason: d.status === 'excused' || d.status === 'absent' ? d.reason.trim() || null : null })),
  }
}
