// Lists and states derived from the practice facts, as the program derives them.
import type { DayRow, DeputyRow, Matter, MatterRow, OnDuty, StepKind, VisitRow } from '../bindings'
import type { Level } from '../index'
import { weekday } from '../../parts/dateText'
import { codeLabel, labelOf, PLACES } from './codes'
import { derived, isUntold, live, offersOf, roundsOf, unitsOf } from './life'
import { TODAY, type Facts, type StoredDay, type StoredMatter, type StoredStep, type StoredVisit } from './world'

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

export function matterRow(facts: Facts, matter: StoredMatter): MatterRow {
  const d = matter.draft
  const steps = live(matter)
  const first = (...kinds: StepKind[]): string | null => steps.find((step) => kinds.includes(step.kind))?.happened_on ?? null
  const last = (pick: (step: StoredStep) => string | null): string | null => steps.reduce<string | null>((found, step) => pick(step) ?? found, null)
  return {
    ...derived(matter), id: d.id, no: d.number, kind: d.kind, title: d.title ?? d.words ?? '', lead: d.lead.map((id) => nameOf(facts, id)).concat(d.other_lead).join('、') || null, co: d.co.map((id) => nameOf(facts, id)),
    taken_by: matter.taken_by.map((id) => nameOf(facts, id)).join('、') || null, visitor: matter.visit ? matter.who : null, source: matter.visit ? (facts.visits.find((v) => v.draft.id === matter.visit)?.number ?? null) : '代表提出', submitted: d.submitted_on,
    handed: first('handed'), replied: first('replied', 'answered'), result: last((s) => s.result), satisfied: last((s) => s.grade), closed: first('closed', 'answered', 'guided'), supervised: d.supervised, petition: d.petition, confidential: d.confidential,
  }
}

export function matterPage(facts: Facts, matter: StoredMatter): Matter {
  const row = matterRow(facts, matter)
  return {
    row, words: matter.draft.words, category: codeLabel('category', matter.draft.category_id), nature: null, confidential: matter.draft.confidential, supervisor: matter.draft.supervisor,
    raised: [{ id: `raised-${matter.draft.id}`, who: matter.visit ? matter.who : (row.lead ?? '代表'), fact: matter.visit ? { kind: 'visit', id: matter.visit } : null, untold: isUntold(matter) }],
    units: unitsOf(matter), links: [], meetings: [], rounds: roundsOf(matter), offers: offersOf(matter),
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
