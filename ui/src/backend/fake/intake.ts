// Taking in, as the practice station pretends it: earlier visits, where a matter belongs, groups, talks.
import type { Advice, AdviceAsk, ChatGroupDraft, PastedMessage, Similar, SimilarAsk, TalkDraft, TalkRow } from '../bindings'
import { labelOf, PLACES, codeLabel } from './codes'
import { nameOf } from './views'
import type { Facts } from './world'

export const GROUP: ChatGroupDraft & { id: string } = { id: 'group-1', name: '东关片区群', area: '东关', members: 126, deputies: ['person-1'], other_deputies: [], note: null, sort: 0 }

export function similar(facts: Facts, ask: SimilarAsk): Similar[] {
  return facts.visits.filter((visit) => !visit.voided && visit.draft.id !== ask.id && visit.draft.happened_on <= ask.date).flatMap((visit) => {
    const [party] = visit.draft.parties
    const [matter] = visit.draft.matters
    const why = ask.phone !== null && party?.phone === ask.phone ? '同一电话' : ask.name !== null && party?.name === ask.name ? '同名' : null
    if (!why || !matter?.id) return []
    return [{ matter_id: matter.id, visit_id: visit.draft.id, number: visit.number, date: visit.draft.happened_on, visitor: party?.name ?? null, village: party?.village ?? null, content: matter.words, why: [why], same_person: true }]
  })
}

export function advice(ask: AdviceAsk): Advice {
  const of = (key: string, route_id: string | null, office: string | null, says: string): Advice => ({ key, route_id, office, says, basis: '信访工作条例', firm: route_id !== null })
  if (ask.nature_id === 'nature.court') return of('court', 'route.court', '县人民法院', '联络站不办理具体案件，引导到政法机关依法处理。')
  if (ask.nature_id === 'nature.complaint') return of('petition', 'route.petition', '镇信访办', '由有权处理的机关按信访程序登记、受理、答复。')
  return of('accepted', null, null, '属于联络站受理范围。')
}

/** Every line with a name and a colon is a message. */
export function readChat(text: string): PastedMessage[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => {
    const [, who = null, words = line] = /^([^:：]{1,12})[:：](.*)$/.exec(line) ?? []
    return { who, date: null, time: null, words: words.trim(), only_media: /^\[.+\]$/.test(words.trim()), similar: [] }
  })
}

export function talkRow(facts: Facts, talk: TalkDraft & { id: string }, at: number): TalkRow {
  return {
    id: talk.id, number: `TX-2026-${String(at + 1).padStart(3, '0')}`, date: talk.happened_on, place: labelOf(PLACES.sites, talk.site_id), parties: talk.parties.map((p) => p.name).join('、') || null, subject: talk.subject,
    kind: codeLabel('conflict', talk.kind_id), deputy: talk.deputies.map((id) => nameOf(facts, id)).concat(talk.other_deputies).join('、'), result: codeLabel('talk_result', talk.result_id), follow_up_on: talk.follow_up_on,
    follow_up: talk.follow_up, confidential: talk.confidential, attachments: 0, missing: [], voided: false,
  }
}
