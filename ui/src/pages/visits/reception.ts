// The reception form: what is typed, and the draft that is sent.
import type { MatterOfVisit, OnRoster, Party, ReceptionDraft } from '../../backend'

export interface PartyForm extends Omit<Party, 'name'> {
  name: string
  anonymous: boolean
}

export interface ReceptionForm extends Omit<ReceptionDraft, 'parties' | 'happened_on' | 'people'> {
  happened_on: string | null
  people: string
  parties: PartyForm[]
}

/** Forms that ask for something of their own. */
export const LETTER = 'visit_form.letter'
export const GROUP = 'visit_form.group'

export const AGES = ['18—35', '36—50', '51—60', '61以上']

export function emptyParty(): PartyForm {
  return { id: null, name: '', anonymous: false, sex: null, age_band: null, village: null, phone: null, id_number: null, resident_id: null }
}

export function emptyMatter(): MatterOfVisit {
  return { id: null, words: '', category_id: null, nature_id: null, route_id: null, unit: null, reply: null, parties: [], same_as: null }
}

/** A new form for today. The next one of the same day keeps place, deputies and recorder. */
export function emptyReception(today: string, like: ReceptionForm | null = null): ReceptionForm {
  return {
    id: null, happened_on: like?.happened_on ?? today, time: null, form_id: like?.form_id ?? 'visit_form.visit', site_id: like?.site_id ?? null, deputies: [...(like?.deputies ?? [])],
    other_deputies: [...(like?.other_deputies ?? [])], people: '', confidential: false, joint: false, chat_group_id: null, written_on: null, parties: [emptyParty()], matters: [emptyMatter()], recorder: like?.recorder ?? null, campaigns: [], note: null, late_reason: null,
  }
}

/** Whether there is nothing of the clerk's own in it yet: no draft is kept of such a form. */
export function isUntouched(form: ReceptionForm): boolean {
  return form.matters.every((matter) => matter.words.trim() === '') && form.parties.every((party) => party.name.trim() === '' && !party.phone && !party.village)
}

/** A Chinese name, with the point of 阿依古丽·买买提. */
const NAME = /^[\p{Script=Han}·]{2,}$/u

/** The persons that one name box seems to hold; one where it holds one name, spaces within it or not. */
export function namesIn(text: string): string[] {
  const parted = text.split(/[、，,；;\n]+/).map((part) => part.trim()).filter((part) => part !== '')
  return parted.flatMap((part) => {
    const words = part.split(/\s+/)
    return words.every((word) => NAME.test(word)) ? words : [part]
  })
}

/** The form with other rows of visitors: `place` says where each of the old ones went. Who raised what goes with them. */
function withParties(form: ReceptionForm, parties: PartyForm[], place: (old: number) => number[]): ReceptionForm {
  return { ...form, parties, matters: form.matters.map((matter) => ({ ...matter, parties: matter.parties.flatMap(place) })) }
}

/** One row of visitors as several: the first keeps what was said of it, the others live where it does. */
export function splitParty(form: ReceptionForm, at: number): ReceptionForm {
  const whole = form.parties[at]
  const names = namesIn(whole?.name ?? '')
  if (!whole || names.length < 2) return form
  const rows = names.map((name, n): PartyForm => (n === 0 ? { ...whole, name } : { ...emptyParty(), name, village: whole.village }))
  const more = names.length - 1
  return withParties(form, [...form.parties.slice(0, at), ...rows, ...form.parties.slice(at + 1)], (old) => (old === at ? rows.map((_, n) => at + n) : [old > at ? old + more : old]))
}

export function withoutParty(form: ReceptionForm, at: number): ReceptionForm {
  return withParties(form, form.parties.filter((_, n) => n !== at), (old) => (old === at ? [] : [old > at ? old - 1 : old]))
}

/** 接待代表 follow the roster of the day and site until the clerk says otherwise. */
export function follow(form: ReceptionForm, proposed: OnRoster, rostered: OnRoster): void {
  const same = (a: string[], b: string[]): boolean => a.join() === b.join()
  if (!same(form.deputies, proposed.deputies) || !same(form.other_deputies, proposed.other_deputies)) return
  form.deputies = [...rostered.deputies]
  form.other_deputies = [...rostered.other_deputies]
}

export function formOf(draft: ReceptionDraft): ReceptionForm {
  return {
    ...draft, people: draft.people === null ? '' : String(draft.people),
    parties: draft.parties.length > 0 ? draft.parties.map((party) => ({ ...party, name: party.name ?? '', anonymous: party.name === null })) : [emptyParty()],
    matters: draft.matters.length > 0 ? draft.matters.map((matter) => ({ ...matter, parties: [...matter.parties] })) : [emptyMatter()],
  }
}

function orNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}

function counted(text: string): number | null {
  const number = Number(text.normalize('NFKC').trim())
  return text.trim() !== '' && Number.isInteger(number) && number > 0 ? number : null
}

/** Empty rows are left out; who raised what is renumbered to the parties that stay. */
export function toDraft(form: ReceptionForm): ReceptionDraft {
  const kept = form.parties.flatMap((party, at) => (party.anonymous || party.name.trim() !== '' ? [at] : []))
  const place = new Map(kept.map((old, now) => [old, now]))
  const parties = form.parties.filter((_, at) => place.has(at)).map(({ anonymous, name, ...party }): Party => ({
    ...party, name: anonymous ? null : name.trim(), village: orNull(party.village), phone: orNull(party.phone), id_number: orNull(party.id_number),
  }))
  const matters = form.matters.filter((matter) => matter.id !== null || matter.words.trim() !== '').map((matter): MatterOfVisit => ({
    ...matter, words: matter.words.trim(), unit: orNull(matter.unit), reply: orNull(matter.reply), parties: matter.parties.flatMap((old) => place.get(old) ?? []),
  }))
  return {
    ...form, happened_on: form.happened_on ?? '', people: counted(form.people), parties, matters,
    chat_group_id: form.form_id === GROUP ? form.chat_group_id : null, written_on: form.form_id === LETTER ? form.written_on : null,
    time: orNull(form.time), recorder: orNull(form.recorder), note: orNull(form.note), late_reason: orNull(form.late_reason),
  }
}

/** Problems name rows of the draft; the form may hold empty rows before them. */
export function fieldInForm(form: ReceptionForm, field: string): string {
  const [list, number, ...rest] = field.split('.')
  const at = Number(number)
  if ((list !== 'parties' && list !== 'matters') || !Number.isInteger(at)) return field
  const rows = list === 'parties'
    ? form.parties.map((party) => party.anonymous || party.name.trim() !== '')
    : form.matters.map((matter) => matter.id !== null || matter.words.trim() !== '')
  const kept = rows.flatMap((filled, index) => (filled ? [index] : []))
  return [list, kept[at] ?? at, ...rest].join('.')
}

/** Where a form that lacks visitors or words is to be filled in: in its first row. */
export function fieldToFill(form: ReceptionForm, field: string): string {
  if (field === 'parties') return 'parties.0.name'
  return field === 'matters' ? 'matters.0.words' : fieldInForm(form, field)
}
