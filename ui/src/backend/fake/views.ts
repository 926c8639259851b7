// Lists and states derived from the practice facts, as the program derives them.
import type { DayRow, DeputyRow, Matter, MatterRow, OnDuty, StepKind, VisitRow } from '../bindings'
import type { Level } from '../index'
import { weekday } from '../../parts/dateText'
import { codeLabel, labelOf, PLACES } from './codes'
import { TODAY, type Facts, type StoredDay, type StoredMatter, type StoredVisit } from './world'

export function nameOf(facts: Facts, id: string): string {
  return facts.deputies.find((deputy) => deputy.id === id)?.name ?? '（名册外）'
}

export function deputyRows(facts: Facts): DeputyRow[] {
  return facts.deputies.map((d) => {
    const missing = [['出生年月', d.birth], ['政治面貌', d.party_id], ['学历', d.education_id], ['联系电话', d.phone]].flatMap(([label, value]) => (value ? [] : [label as string]))
    const town = d.mandates.find((m) => m.level === '镇')?.constituency_id
    return {
      id: d.id, name: d.name, sex: d.sex, nation: codeLabel('nation', d.nation_id), birth: d.birth, party: codeLabel('party', d.party_id), edu: codeLabel('education', d.education_id),
      unit: d.unit, post: d.post, phone: d.phone, idno: d.id_number ? d.id_number.slice(0, 6) + '********' + d.id_number.slice(14) : null, constituency: town ? Number(town.split('.')[1]) : null,
      group: labelOf(PLACES.teams, d.team_id), levels: d.mandates.map((m) => m.level as Level), receptions: facts.visits.filter((v) => v.draft.deputies.includes(d.id)).length, missing, voided: false,
    }
  })
}

function live(matter: StoredMatter): StoredMatter['steps'] {
  return matter.steps.filter((step) => !step.voided)
}

export function stateOf(matter: StoredMatter): MatterRow['state'] {
  const kinds = live(matter).map((step) => step.kind)
  if (kinds.includes('closed')) return '已办结'
  if (kinds.includes('told')) return '已告知'
  if (kinds.includes('replied')) return '已答复'
  return kinds.includes('handed') ? '办理中' : '登记'
}

const NEXT: Record<MatterRow['state'], [string, StepKind[]]> = {
  登记: ['联络站：答复或转办', ['handed', 'answered', 'guided', 'taken_up']],
  办理中: ['承办单位：答复', ['replied', 'handed']],
  已答复: ['联络站：告知反映人', ['told', 'handed']],
  已告知: ['联络站：办结', ['closed']],
  已办结: ['', []],
}

export function matterRow(facts: Facts, matter: StoredMatter): MatterRow {
  const d = matter.draft
  const last = <T>(pick: (step: StoredMatter['steps'][number]) => T | null): T | null => live(matter).reduce<T | null>((found, step) => pick(step) ?? found, null)
  const state = stateOf(matter)
  return {
    id: d.id, no: d.number, kind: d.kind, title: d.title ?? d.words ?? '', lead: d.lead.map((id) => nameOf(facts, id)).concat(d.other_lead).join('、') || null, co: d.co.map((id) => nameOf(facts, id)),
    visitor: matter.visit ? matter.who : null, source: matter.visit ? (facts.visits.find((v) => v.draft.id === matter.visit)?.number ?? null) : '代表提出', submitted: d.submitted_on,
    handed: last((s) => (s.kind === 'handed' ? s.happened_on : null)), unit: last((s) => (s.kind === 'handed' ? s.unit : null)), replied: last((s) => (s.kind === 'replied' ? s.happened_on : null)),
    result: last((s) => s.result), satisfied: last((s) => s.grade), closed: last((s) => (s.kind === 'closed' ? s.happened_on : null)), state, next: NEXT[state][0],
  }
}

export function matterPage(facts: Facts, matter: StoredMatter): Matter {
  const row = matterRow(facts, matter)
  return {
    row, words: matter.draft.words, category: codeLabel('category', matter.draft.category_id), nature: null, confidential: matter.draft.confidential,
    raised: [{ id: `raised-${matter.draft.id}`, who: matter.visit ? matter.who : (row.lead ?? '代表'), fact: matter.visit ? { kind: 'visit', id: matter.visit } : null }],
    rounds: [{ id: `round-${matter.draft.id}`, ordinal: 1, steps: live(matter) }], offers: NEXT[row.state][1],
  }
}

export function visitRow(facts: Facts, visit: StoredVisit): VisitRow {
  const d = visit.draft
  const first = d.matters[0]
  const stored = facts.matters.find((m) => m.visit === d.id)
  const row = stored ? matterRow(facts, stored) : null
  const party = d.parties[0]
  return {
    id: d.id, number: visit.number, date: d.happened_on, place: labelOf(PLACES.sites, d.site_id), deputies: d.deputies.map((id) => nameOf(facts, id)).concat(d.other_deputies), visitor: party ? (party.name ?? '匿名') : null,
    village: party?.village ?? null, phone: party?.phone ?? null, people: d.people ?? d.parties.length, form: codeLabel('visit_form', d.form_id), category: codeLabel('category', first?.category_id ?? null), content: d.matters.map((m) => m.words).join('；'),
    route: codeLabel('route', first?.route_id ?? null), unit: first?.unit ?? null, done: row?.closed ?? null, satisfied: row?.satisfied ?? null, state: row?.state ?? '登记', missing: d.site_id ? [] : ['接待地点'], voided: visit.voided,
  }
}

export function dayRow(facts: Facts, day: StoredDay): DayRow {
  return {
    id: day.id, date: day.date, weekday: weekday(day.date), site_id: day.site_id, site: labelOf(PLACES.sites, day.site_id), hours: day.hours, held: day.held,
    deputies: day.duty.map((duty) => ({ id: duty.person_id, name: duty.person_id ? nameOf(facts, duty.person_id) : (duty.name ?? ''), status: duty.status as OnDuty['status'], reason: duty.reason, planned: day.date > TODAY })),
    visits: facts.visits.filter((v) => !v.voided && v.draft.happened_on === day.date && v.draft.site_id === day.site_id).length,
  }
}
