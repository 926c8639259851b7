// What the form does with what the program recognises while it is typed: earlier visits, and where a matter belongs.
import type { Advice, MatterOfVisit, Similar, SimilarAsk } from '../../backend'
import type { PartyForm, ReceptionForm } from './reception'

/** What is asked about a visitor: nothing until there is something to know them by. */
export function similarAsk(form: ReceptionForm, party: PartyForm): SimilarAsk | undefined {
  const said = (text: string | null): string | null => text?.trim() || null
  const name = party.anonymous ? null : said(party.name)
  const words = form.matters.map((matter) => matter.words.trim()).filter(Boolean).join('；') || null
  const phone = said(party.phone)
  if (!form.happened_on || (name ?? phone ?? words) === null) return undefined
  return { name, phone, village: said(party.village), words, date: form.happened_on, id: form.id }
}

/** Which matter a link of an earlier one goes to: the only one, else the first that is not linked yet. */
export function linkTarget(matters: readonly MatterOfVisit[]): number {
  const free = matters.findIndex((matter) => matter.same_as === null)
  return Math.max(free, 0)
}

/** `张三 2026-01-05 JD-2026-0003：路灯坏了`. */
export function similarText(one: Similar): string {
  const who = one.visit_id ? (one.visitor ?? '匿名') : '其他来源'
  return [who, one.village, one.date, one.number].filter(Boolean).join(' ')
}

/** What was filled in by advice, so that other advice may take it back; what the clerk chose stays. */
export interface Preset { route_id: string | null; unit: string | null }

export const NO_PRESET: Preset = { route_id: null, unit: null }

/** Fills in where a matter belongs, or takes back what earlier advice filled in. `by` is what advice filled in last. */
export function follow(matter: MatterOfVisit, advice: Advice, by: Preset, asked = false): Preset {
  const own = matter.route_id !== null && matter.route_id !== by.route_id
  if (own && !asked) return by
  if ((advice.firm || asked) && advice.route_id !== null) {
    if (asked || matter.unit === null || matter.unit.trim() === '' || matter.unit === by.unit) matter.unit = advice.office
    matter.route_id = advice.route_id
    return { route_id: matter.route_id, unit: matter.unit }
  }
  if (by.route_id !== null && matter.route_id === by.route_id) matter.route_id = null
  if (by.unit !== null && matter.unit === by.unit) matter.unit = null
  return NO_PRESET
}
