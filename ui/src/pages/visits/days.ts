// How a reception day reads, and what its form sends.
import type { AttendanceDraft, DayDraft, DayRow } from '../../backend'
import { expectedOf } from '../activities/attendance'
import type { Planned } from '../calendar/calendar'

export const HELD: { value: boolean | null; label: string }[] = [{ value: true, label: '已举行' }, { value: false, label: '未举行' }, { value: null, label: '未确认' }]

export interface DayForm { id: string | null; date: string | null; site_id: string | null; hours: string; held: boolean | null; duty: AttendanceDraft[]
  /** Where a day of the plan is entered: its rule, and the day by it. */
  rule_id?: string | null; planned_on?: string | null }

export function heldText(day: DayRow, today: string): { text: string; look: string } {
  if (day.held === true) return { text: '已举行', look: 'tag done' }
  if (day.held === false) return { text: '未举行', look: 'tag grey' }
  return day.date > today ? { text: '还没到日子', look: 'tag todo' } : { text: '按值班表，未确认', look: 'tag doing' }
}

export function formOf(day: DayRow | Planned | 'new' | null, today: string): DayForm {
  if (day === null || day === 'new') return { id: null, date: today, site_id: null, hours: '', held: null, duty: [] }
  if (!('id' in day)) return { ...day, id: null, hours: day.hours ?? '', held: null, duty: [] }
  return {
    id: day.id, date: day.date, site_id: day.site_id, hours: day.hours ?? '', held: day.held,
    duty: day.deputies.map((d) => ({ ...expectedOf({ person_id: d.id, name: d.id ? null : d.name }), planned: d.planned, status: d.status, reason: d.reason })),
  }
}

/** Where somebody came, the day was held. */
export function heldBy(form: DayForm): boolean | null {
  return form.duty.some((d) => d.status === 'came') ? true : form.held
}

export function toDraft(form: DayForm): DayDraft {
  return {
    id: form.id, date: form.date ?? '', site_id: form.site_id, hours: form.hours.trim() || null, held: form.held,
    rule_id: form.rule_id ?? null, planned_on: form.planned_on ?? null,
    duty: form.duty.map(({ person_id, name, status, reason }) => ({ person_id, name, status, reason: reason?.trim() || null })),
  }
}
