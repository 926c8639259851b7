// Which days the calendar shows, and what a planned day brings to its form.
import type { CalendarDay, PlannedDay } from '../../backend'
import { addDays } from '../../parts/dateText'

export type Span = 'month' | 'week'
export const SPANS: { value: Span; label: string }[] = [{ value: 'month', label: '月' }, { value: 'week', label: '周' }]
export const WEEKDAYS = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日']

/** A reception day by the plan, before it is entered; or an extra one. */
export interface Planned { date: string; site_id: string | null; hours: string | null; rule_id: string | null; planned_on: string | null }

/** The Monday of a day's week. */
export function monday(date: string): string {
  return addDays(date, -((new Date(date).getUTCDay() + 6) % 7))
}

/** Whole weeks that show a month, or one week. */
export function shown(span: Span, date: string): { from: string; to: string } {
  if (span === 'week') return { from: monday(date), to: addDays(monday(date), 6) }
  const first = `${date.slice(0, 7)}-01`
  const last = addDays(moved('month', first, 1), -1)
  return { from: monday(first), to: addDays(monday(last), 6) }
}

/** The same day of another month, or its last one; or of another week. */
export function moved(span: Span, date: string, by: number): string {
  if (span === 'week') return addDays(date, 7 * by)
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + by
  const month = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  const days = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
  return `${month}-${String(Math.min(Number(date.slice(8)), days)).padStart(2, '0')}`
}

export function heading(span: Span, date: string): string {
  const { from, to } = shown('week', date)
  return span === 'month' ? `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月` : `${from} 至 ${to}`
}

export function weeks(days: readonly CalendarDay[]): CalendarDay[][] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, at) => days.slice(at * 7, at * 7 + 7))
}

/** Marks of a day: 休 and 班, and 推算 where the year has no notice yet. */
export function mark(day: CalendarDay): string {
  if (day.off) return day.estimated ? '休（推算）' : '休'
  return day.work ? '班' : ''
}

export function toForm(day: PlannedDay): Planned {
  return { date: day.held ?? day.planned, site_id: day.site_id, hours: day.hours, rule_id: day.rule_id, planned_on: day.planned }
}

export function extra(date: string, site_id: string | null): Planned {
  return { date, site_id, hours: null, rule_id: null, planned_on: null }
}

/** Days of the plan that were moved, joined or called off, each once, in the order of their plan. */
export function changes(days: readonly CalendarDay[]): PlannedDay[] {
  const all = days.flatMap((day) => [...day.receptions.map((r) => r.day), ...day.moved]).filter((day) => day.why !== null)
  const seen = new Set<string>()
  const once = all.filter((day) => {
    const key = `${day.site_id}|${day.rule_id}|${day.planned}|${day.held}`
    return seen.has(key) ? false : seen.add(key)
  })
  return once.sort((a, b) => a.planned.localeCompare(b.planned))
}

/** Years in view without a notice. */
export function unannounced(days: readonly CalendarDay[]): string[] {
  return [...new Set(days.filter((day) => day.estimated).map((day) => day.date.slice(0, 4)))]
}
