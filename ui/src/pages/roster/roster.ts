// What the clerk changes in a proposed roster, and what follows from it.
import type { DayRow, DutyBalance, ProposedDay, RosterWishes } from '../../backend'

export const VIEWS = [
  { value: 'days', label: '排班' },
  { value: 'balance', label: '值班次数' },
  { value: 'changes', label: '请假与调班' },
] as const

/** Names of one level on a day. */
export function namesOf(day: ProposedDay, upper: boolean): string {
  return day.deputies.filter((d) => d.upper === upper).map((d) => d.name).join('、')
}

/** A day with other deputies; it is no longer left as it stands. */
export function withPersons(day: ProposedDay, persons: string[], known: DutyBalance, label: (id: string) => string): ProposedDay {
  const of = (id: string): ProposedDay['deputies'][number] => {
    const row = known.rows.find((r) => r.person_id === id)
    return day.deputies.find((d) => d.person_id === id) ?? { person_id: id, name: row?.name ?? label(id), upper: row?.upper ?? false }
  }
  return { ...day, kept: false, deputies: [...persons.map(of), ...day.deputies.filter((d) => d.person_id === null)] }
}

/** How often each is on duty when the proposal is changed by hand. */
export function recounted(balance: DutyBalance, before: ProposedDay[], now: ProposedDay[]): DutyBalance {
  const count = (days: ProposedDay[], id: string): number => days.filter((day) => day.deputies.some((d) => d.person_id === id)).length
  const rows = balance.rows.map((row) => ({ ...row, planned: row.planned + count(now, row.person_id) - count(before, row.person_id) }))
  const groups = balance.groups.map((group) => {
    const counts = rows.filter((row) => row.group === group.group).map((row) => row.planned)
    return { ...group, least: Math.min(...counts), most: Math.max(...counts) }
  })
  return { ...balance, rows, groups }
}

/** Who sits twice on one date: the clerk may want it so, but is told. */
export function twice(days: ProposedDay[]): string[] {
  const seen = new Set<string>()
  const found = new Set<string>()
  for (const day of days) {
    for (const deputy of day.deputies) {
      const key = `${day.date} ${deputy.name}`
      if (deputy.person_id !== null && seen.has(`${day.date} ${deputy.person_id}`)) found.add(`${key} 当天排了两处，请核对。`)
      seen.add(`${day.date} ${deputy.person_id}`)
    }
  }
  return [...found]
}

/** A day that stands, as a proposal would show it. */
export function standing(day: DayRow, balance: DutyBalance): ProposedDay {
  const upper = (id: string | null): boolean => balance.rows.some((row) => row.person_id === id && row.upper)
  const there = day.deputies.filter((d) => d.status !== 'excused' && d.status !== 'absent')
  return {
    activity_id: day.id, date: day.date, planned_on: null, weekday: day.weekday, site_id: day.site_id, site: day.site ?? '', rule_id: null, hours: day.hours, kept: true, estimated: false,
    deputies: there.map((d) => ({ person_id: d.id, name: d.name, upper: upper(d.id) })),
  }
}

/** What an exchange of numbers makes of the wishes; a site's own numbers give way to what is typed here. */
export function wished(wishes: RosterWishes, upper: number | null, own: number | null): RosterWishes {
  const same = upper === wishes.upper && own === wishes.own
  return { ...wishes, upper: upper ?? wishes.upper, own: own ?? wishes.own, sites: same ? wishes.sites : [] }
}
