// The calendar of the practice station: weekdays and reception days; holidays only as far as pages need them.
import type { CalendarAsk, CalendarDay, DayRow, HolidayDraft, HolidayPreview, HolidaySource, HolidayYearRow, PlannedDay, RuleDraft, RulePreview, RuleRow } from '../bindings'
import { addDays, weekday } from '../../parts/dateText'
import { PLACES } from './codes'
import { TODAY } from './world'

const STATION = 'site.station'
const siteOf = (id: string | null): string => PLACES.sites.find((site) => site.id === id)?.label ?? ''

export const FIRST_RULE: RuleDraft = { id: 'rule-1', site_id: STATION, words: '每月15日', rrule: 'FREQ=MONTHLY;BYMONTHDAY=15', lunar: null, daily: false, hours: '上午9:00—11:30', since: null, until: null, shift: 'next_workday', weekends: true, collision: null }
/** The 15th of November 2026 is a Sunday. */
const MOVED: PlannedDay = { site_id: STATION, site: '镇联络站', rule_id: 'rule-1', planned: '2026-11-15', held: '2026-11-16', why: '2026-11-15 是星期日，顺延到下一个工作日 2026-11-16', hours: '上午9:00—11:30', estimated: false, activity_id: null }

const plannedOf = (row: DayRow): PlannedDay => ({ site_id: row.site_id, site: row.site ?? '', rule_id: null, planned: row.date, held: row.held === false ? null : row.date, why: row.held === false ? '取消' : null, hours: row.hours, estimated: false, activity_id: row.id })

export function calendar({ from, to, site_id }: CalendarAsk, rows: DayRow[]): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const of = rows.filter((row) => row.date === date && (site_id === null || row.site_id === site_id))
    const receptions = of.map((row) => ({ day: plannedOf(row), deputies: row.deputies }))
    if (date === MOVED.held) receptions.push({ day: MOVED, deputies: [] })
    days.push({ date, weekday: weekday(date), lunar: null, holiday: date.endsWith('10-01') ? '国庆节' : null, off: date.endsWith('10-01'), work: false, estimated: date >= '2027', receptions, moved: date === MOVED.planned ? [MOVED] : [], activities: [] })
  }
  return days
}

export function ruleRow(draft: RuleDraft): RuleRow {
  return { site: siteOf(draft.site_id), understood: draft.rrule !== null || draft.lunar !== null || draft.daily, draft }
}

export function previewRule(draft: RuleDraft): RulePreview {
  const words = draft.words || FIRST_RULE.words
  return { words, understood: ruleRow(draft).understood, days: [{ ...MOVED, planned: addDays(TODAY, 7), held: addDays(TODAY, 8), why: '是节假日，顺延', lunar: draft.lunar === null ? null : '十月廿二' }] }
}

export function holidayYears(entered: readonly HolidayDraft[]): HolidayYearRow[] {
  const shipped: HolidayYearRow = { year: 2026, announced: true, own: false, id: null, notice: '国办发明电〔2025〕7号', issued_on: '2025-11-04', days: [{ date: '2026-10-01', name: '国庆节', off: true }, { date: '2026-10-10', name: '国庆节', off: false }] }
  const own = entered.map((draft, at) => ({ ...draft, announced: true, own: true, id: `holiday-${at}` }))
  const open: HolidayYearRow = { year: 2027, announced: false, own: false, id: null, notice: null, issued_on: null, days: [{ date: '2027-01-01', name: '元旦', off: true }] }
  return [...(own.some((row) => row.year === 2027) ? [] : [open]), ...own, shipped]
}

export function readHolidays({ text }: HolidaySource): HolidayPreview {
  const draft = { year: 2027, notice: null, issued_on: null, days: [{ date: '2027-01-01', name: '元旦', off: true }] }
  return { draft, notes: [], unread: text?.includes('值班') ? ['妥善安排好值班'] : [] }
}
