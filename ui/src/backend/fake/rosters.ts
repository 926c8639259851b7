// The duty roster of the practice facts: who served least comes first.
import type { Between, DutyBalance, LeaveDraft, LeaveRow, ProposedDay, Roster, RosterAhead, RosterAsk, RosterProposal, SwapDraft, SwapRow } from '../bindings'
import { weekday } from '../../parts/dateText'
import { labelOf, PLACES } from './codes'
import { dayRow, nameOf } from './views'
import { TODAY, type Facts, type StoredDay } from './world'

const LEVELS = { own: '镇代表', upper: '县代表' }
const WISHES = { own: 1, upper: 1, borrow: true, notice_days: 3, sites: [] }
const leaves: LeaveRow[] = []
const swaps: SwapRow[] = []

const isUpper = (facts: Facts, id: string | null): boolean => facts.deputies.some((d) => d.id === id && d.mandates.some((m) => m.level !== '镇'))
const group = (facts: Facts, id: string): string => `${labelOf(PLACES.sites, facts.deputies.find((d) => d.id === id)?.site_id ?? null) ?? '未定站点的'}${isUpper(facts, id) ? LEVELS.upper : LEVELS.own}`

function balanceOf(facts: Facts, proposed: ProposedDay[]): DutyBalance {
  const count = (id: string): number => proposed.filter((day) => !day.kept && day.deputies.some((d) => d.person_id === id)).length
  const served = (id: string): StoredDay[] => facts.days.filter((day) => day.duty.some((d) => d.person_id === id))
  const rows = facts.deputies.map((d) => {
    const id = d.id ?? ''
    const mine = served(id)
    return {
      person_id: id, name: d.name, level: isUpper(facts, id) ? '县' : '镇', upper: isUpper(facts, id), site: labelOf(PLACES.sites, d.site_id), group: group(facts, id), proposed: count(id), planned: mine.length + count(id),
      served: mine.filter((day) => day.date <= TODAY).length, came: 0, excused: 0, absent: 0, last: mine.map((day) => day.date).filter((date) => date <= TODAY).sort().at(-1) ?? null,
    }
  })
  const groups = [...new Set(rows.map((row) => row.group))].map((name) => {
    const counts = rows.filter((row) => row.group === name).map((row) => row.planned)
    return { group: name, deputies: counts.length, least: Math.min(...counts), most: Math.max(...counts) }
  })
  return { from: '2026-01-01', to: '2026-12-31', rows, groups }
}

function between(facts: Facts, { from, to }: { from: string; to: string }): StoredDay[] {
  return facts.days.filter((day) => day.date >= from && day.date <= to).sort((a, b) => (a.date < b.date ? -1 : 1))
}

export function roster(facts: Facts, ask: Between): Roster {
  return { levels: LEVELS, wishes: WISHES, days: between(facts, ask).map((day) => dayRow(facts, day)), balance: balanceOf(facts, []), gaps: [], swaps, leaves }
}

/** The first day after today, as if it were near. */
export function ahead(facts: Facts): RosterAhead {
  const next = between(facts, { from: TODAY, to: '9999' })[0]
  const gap = (day: StoredDay): RosterAhead['empty'][number] => ({ activity_id: day.id, date: day.date, weekday: weekday(day.date), site_id: day.site_id, site: labelOf(PLACES.sites, day.site_id) ?? '', wished: 0, rostered: day.duty.length })
  return { empty: [], notice_due: next ? [gap(next)] : [] }
}

/** The 20th of December at a point, which nobody is rostered for; the rest stays. */
export function propose(facts: Facts, ask: RosterAsk): RosterProposal {
  const kept: ProposedDay[] = between(facts, ask).map((day) => {
    const row = dayRow(facts, day)
    return {
      activity_id: row.id, date: row.date, planned_on: null, weekday: row.weekday, site_id: row.site_id, site: row.site ?? '', rule_id: null, hours: row.hours, kept: true, estimated: false,
      deputies: row.deputies.map((d) => ({ person_id: d.id, name: d.name, upper: isUpper(facts, d.id) })),
    }
  })
  const town = facts.deputies.find((d) => !isUpper(facts, d.id) && !leaves.some((leave) => leave.person_id === d.id))
  const open: ProposedDay = {
    activity_id: null, date: '2026-12-21', planned_on: '2026-12-20', weekday: weekday('2026-12-21'), site_id: 'site.dongguan', site: '东关联络点', rule_id: null, hours: '9:00—11:30', kept: false, estimated: false,
    deputies: town ? [{ person_id: town.id, name: town.name, upper: false }] : [],
  }
  const days = [...kept, ...(ask.to >= open.date ? [open] : [])]
  return { from: ask.from, to: ask.to, levels: LEVELS, days, unmet: ['2026-12-21 东关联络点：没有可排的县代表（2人请假），只排镇代表。'], balance: balanceOf(facts, days) }
}

export function accept(facts: Facts, days: ProposedDay[], id: () => string): void {
  for (const day of days.filter((one) => !one.kept)) {
    const duty = day.deputies.map((d) => ({ person_id: d.person_id, name: d.person_id ? null : d.name, status: null, reason: null }))
    const stored = { id: day.activity_id ?? id(), date: day.date, site_id: day.site_id ?? 'site.station', hours: day.hours, held: null, duty }
    const at = facts.days.findIndex((one) => one.id === stored.id)
    if (at >= 0) facts.days[at] = stored
    else facts.days.push(stored)
  }
}

export function saveLeave(facts: Facts, draft: LeaveDraft, id: string): void {
  const row = { id, person_id: draft.person_id, name: nameOf(facts, draft.person_id), since: draft.since, until: draft.until ?? draft.since, reason: draft.reason, rostered: [] }
  leaves.splice(0, leaves.length, ...leaves.filter((leave) => leave.id !== id), row)
}

export function voidLeave(id: string): void {
  leaves.splice(0, leaves.length, ...leaves.filter((leave) => leave.id !== id))
}

export function saveSwap(facts: Facts, draft: SwapDraft, id: string): void {
  const day = facts.days.find((one) => one.id === draft.activity_id)
  if (!day) return
  day.duty = day.duty.map((d) => (d.person_id === draft.person_id ? { ...d, person_id: draft.by_person_id, status: null } : d))
  swaps.push({
    id, activity_id: day.id, date: day.date, site: labelOf(PLACES.sites, day.site_id), person_id: draft.person_id, name: nameOf(facts, draft.person_id), by_person_id: draft.by_person_id, by_name: nameOf(facts, draft.by_person_id),
    other_activity_id: draft.other_activity_id, other_date: null, agreed_on: draft.agreed_on ?? TODAY, reason: draft.reason,
  })
}
