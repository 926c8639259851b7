// Setting up a station: what was filled in, and what is sent.
import type { Level, Station } from '../../backend'

export const LEVELS: Level[] = ['镇', '县', '市', '省', '全国']
export const SITE_KINDS: { value: string; label: string }[] = [
  { value: 'station', label: '联络站' },
  { value: 'point', label: '联络点' },
  { value: 'village_station', label: '村（社区）站' },
  { value: 'room', label: '谈心室' },
]

export type SiteRow = { id: string | null; kind: string; name: string; rule: string; hours: string }

export interface StationForm {
  name: string
  level: string
  county: string
  reports_as: string
  ordinal: string
  since: string | null
  until: string | null
  sites: SiteRow[]
}

export function emptyStation(): StationForm {
  return { name: '', level: '镇', county: '', reports_as: '', ordinal: '', since: null, until: null, sites: [] }
}

export function formOf(station: Station): StationForm {
  return {
    name: station.name, level: station.level, county: station.county ?? '', reports_as: station.reports_as ?? '',
    ordinal: station.term ? String(station.term.ordinal) : '', since: station.term?.since ?? null, until: station.term?.until ?? null,
    sites: station.sites.map((site) => ({ ...site, rule: site.rule ?? '', hours: site.hours ?? '' })),
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

/** Rows without a name are left out; a term needs its number. */
export function stationOf(form: StationForm): Station {
  const ordinal = Number(form.ordinal.normalize('NFKC').trim())
  return {
    name: form.name.trim(), level: form.level, county: orNull(form.county), reports_as: orNull(form.reports_as),
    term: Number.isInteger(ordinal) && ordinal > 0 ? { ordinal, since: form.since, until: form.until } : null,
    sites: form.sites.filter((site) => site.name.trim() !== '').map((site) => ({ id: site.id, kind: site.kind, name: site.name.trim(), rule: orNull(site.rule), hours: orNull(site.hours) })),
  }
}

export function newSite(kind: string): SiteRow {
  return { id: null, kind, name: '', rule: '', hours: '' }
}
