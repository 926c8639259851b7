// What saving does to the practice facts.
import type { DayDraft, MatterDraft, Problem, ReceptionDraft, ReceptionPreview, StepDraft } from '../bindings'
import { codeLabel } from './codes'
import { matterOfVisit, step, TODAY, type Facts, type StoredMatter, type StoredVisit } from './world'
import { dueOf, roundOf, unitsOf } from './life'
import { nameOf } from './views'

export function receptionProblems(draft: ReceptionDraft): Problem[] {
  const problems: Problem[] = []
  if (!draft.happened_on) problems.push({ field: 'happened_on', message: '请填接待日期。' })
  if (draft.parties.length === 0) problems.push({ field: 'parties', message: '请填来访人姓名，或勾选匿名。' })
  if (draft.matters.length === 0) problems.push({ field: 'matters', message: '请填反映的问题。' })
  return problems
}

export function writesOf(facts: Facts, draft: ReceptionDraft): ReceptionPreview['writes'] {
  const names = draft.deputies.map((id) => nameOf(facts, id)).concat(draft.other_deputies)
  return [
    ...(draft.site_id ? [{ register: '表3', label: '接待日' }] : []), { register: '表4', label: `接待登记 ${draft.matters.length} 行` },
    ...(names.length > 0 ? [{ register: '表8', label: `履职（${names.join('、')}）` }] : []),
  ]
}

export function previewReception(facts: Facts, draft: ReceptionDraft): ReceptionPreview {
  const doubts: Problem[] = []
  if (draft.happened_on > TODAY) doubts.push({ field: 'happened_on', message: '日期在今天以后，请核对。' })
  draft.parties.forEach((party, at) => {
    if (party.phone && !/^\d{7,12}$/.test(party.phone)) doubts.push({ field: `parties.${at}.phone`, message: '电话的位数不对，请核对。' })
  })
  const duty = facts.days.find((day) => day.date === draft.happened_on && day.site_id === draft.site_id)?.duty.filter((one) => one.status === null) ?? []
  const rostered = { deputies: duty.flatMap((one) => one.person_id ?? []), other_deputies: duty.flatMap((one) => (one.person_id === null && one.name ? [one.name] : [])) }
  const kept = facts.visits.find((visit) => visit.draft.id === draft.id)
  return { problems: receptionProblems(draft), doubts, writes: writesOf(facts, draft), number: kept?.number ?? `JD-2026-${String(31 + facts.visits.length).padStart(4, '0')}`, rostered }
}

export function saveReception(facts: Facts, draft: ReceptionDraft, id: string): StoredVisit {
  const number = previewReception(facts, draft).number
  const matters = draft.matters.map((matter, at) => ({ ...matter, id: matter.id ?? `${id}-matter-${at}` }))
  const stored: StoredVisit = { number, voided: false, draft: { ...draft, id, matters } }
  const at = facts.visits.findIndex((visit) => visit.draft.id === id)
  if (at >= 0) facts.visits[at] = stored
  else facts.visits.unshift(stored)
  matters.forEach((matter, index) => {
    const old = facts.matters.find((known) => known.draft.id === matter.id)
    if (old) Object.assign(old.draft, { words: matter.words, title: matter.words, category_id: matter.category_id })
    else facts.matters.unshift(matterOfVisit(stored, index, firstSteps(matter, draft.happened_on)))
  })
  if (draft.site_id && !facts.days.some((day) => day.date === draft.happened_on && day.site_id === draft.site_id)) {
    facts.days.push({ id: `activity-of-${id}`, date: draft.happened_on, site_id: draft.site_id, hours: null, held: true, duty: draft.deputies.map((person) => ({ person_id: person, name: null, status: 'came', reason: null })) })
  }
  return stored
}

function firstSteps(matter: ReceptionDraft['matters'][number], date: string): StoredMatter['steps'] {
  const route = codeLabel('route', matter.route_id)
  const steps = [step(`${matter.id}-1`, 'recorded', date)]
  if (matter.route_id === 'route.on_the_spot') steps.push(step(`${matter.id}-2`, 'answered', date, { words: matter.reply }))
  else if (route && matter.route_id !== 'route.suggestion') steps.push(step(`${matter.id}-2`, 'handed', date, { route, unit: matter.unit }))
  return steps
}

export function saveMatter(facts: Facts, draft: MatterDraft, id: string): void {
  const old = facts.matters.find((matter) => matter.draft.id === id)
  const number = draft.number ?? `5-3-${String(facts.matters.length + 1).padStart(3, '0')}`
  if (old) old.draft = { ...draft, id }
  else facts.matters.unshift({ draft: { ...draft, id, number }, visit: null, who: '代表提出', taken_by: [], steps: [step(`${id}-1`, 'recorded', draft.submitted_on)] })
}

export function saveStep(facts: Facts, draft: StepDraft, id: string): void {
  const matter = facts.matters.find((known) => known.draft.id === draft.matter_id)
  if (!matter) return
  const old = matter.steps.find((known) => known.id === draft.id)
  const round = old?.round ?? roundOf(matter) + (draft.kind === 'reopened' ? 1 : 0)
  const units = unitsOf(matter).filter((unit) => unit.round === round)
  const about = draft.assignment_id ?? (draft.kind === 'handed' ? null : units.length === 1 ? (units[0]?.id ?? null) : null)
  const made = step(old?.id ?? id, draft.kind, draft.happened_on, {
    ...dueOf(matter, draft.kind, draft.happened_on, draft.due_on), round, draft: { ...draft, id: old?.id ?? id }, assignment_id: old?.assignment_id ?? about, route: codeLabel('route', draft.route_id), unit: draft.unit ?? units.find((unit) => unit.id === about)?.unit ?? null,
    role: draft.role, way: codeLabel('way', draft.way_id), by_whom: draft.by_whom, words: draft.words, document: draft.document, result: codeLabel('result', draft.result_id), grade: codeLabel('grade', draft.grade_id), attitude: codeLabel('grade', draft.attitude_id),
    promised: draft.promised, promised_on: draft.promised_on, level: draft.kind === 'chased' ? (draft.level ?? 1) : null, told_whom: draft.kind === 'told' ? matter.who : null,
  })
  if (old) Object.assign(old, made)
  else matter.steps.push(made)
  if (draft.kind === 'accepted') matter.taken_by = draft.deputies
  if (draft.kind === 'handed' && draft.petition !== null) matter.draft.petition = draft.petition
}

export function saveDay(facts: Facts, draft: DayDraft, id: string): void {
  const stored = { id, date: draft.date, site_id: draft.site_id ?? 'site.station', hours: draft.hours, held: draft.held, duty: draft.duty }
  const at = facts.days.findIndex((day) => day.id === id)
  if (at >= 0) facts.days[at] = stored
  else facts.days.push(stored)
}
