// 走访联系: empty values, the fields of the forms, the columns of the lists.
import type { ConstituencyVisitDraft, ConstituencyVisitRow, ContactDraft, ContactRow, StandingDraft, StandingRow } from '../../backend'
import { tidy, type FieldSpec } from '../../parts/fields'
import type { GridColumn } from '../../parts/sheet/column'

export const TABS = [
  { path: '/visits', label: '接待登记', group: '接待群众' },
  { path: '/visits?tab=days', label: '接待日', group: '接待群众' },
  { path: '/calendar', label: '接待日历', group: '接待群众' },
  { path: '/roster', label: '值班安排', group: '接待群众' },
  { path: '/talks', label: '谈心室', group: '接待群众' },
  { path: '/contacts', label: '联系记录', group: '联系走访' },
  { path: '/standing', label: '联系对象', group: '联系走访' },
  { path: '/rounds', label: '走访选区', group: '联系走访' },
  { path: '/groups', label: '微信群', group: '联系走访' },
] as const

const said = (opinions: ContactDraft['opinions']): ContactDraft['opinions'] => opinions.filter((o) => o.id !== null || o.words.trim() !== '')

export function emptyContact(today: string, like: ContactDraft | null = null): ContactDraft {
  return {
    id: null, happened_on: like?.happened_on ?? today, deputies: [...(like?.deputies ?? [])], other_deputies: [...(like?.other_deputies ?? [])], way_id: like?.way_id ?? 'contact_way.home', voter: null,
    resident_id: null, partner_id: null, people: null, households: null, village: like?.village ?? null, place: null, phone: null, promoted: like?.promoted ?? null, opinion: null, route_id: null,
    outcome: null, reported_on: null, recorder: like?.recorder ?? null, keep: false, opinions: [], campaigns: [], note: null, late_reason: null,
  }
}

export function contactToSend(form: ContactDraft): ContactDraft {
  return { ...tidy(form, ['happened_on']), opinions: said(form.opinions) }
}

const DEPUTIES = { key: 'deputies', label: '代表', kind: 'persons', others: 'other_deputies', required: true, wide: true } as const

export const CONTACT_FIELDS: FieldSpec<ContactDraft>[] = [
  { key: 'happened_on', label: '联系日期', kind: 'date', past: true, required: true },
  { key: 'way_id', label: '联系方式', kind: 'pick', list: 'contact_way' },
  { key: 'village', label: '村', kind: 'name', list: 'villages' },
  DEPUTIES,
  { key: 'voter', label: '选民姓名', kind: 'text' },
  { key: 'people', label: '人数', kind: 'number', hint: '不填就是 1 人。' },
  { key: 'phone', label: '联系电话', kind: 'text' },
  { key: 'promoted', label: '宣传内容', kind: 'text', wide: true },
  { key: 'opinion', label: '选民反映的意见', kind: 'long', wide: true },
  { key: 'route_id', label: '处理去向', kind: 'pick', list: 'contact_route' },
  { key: 'keep', label: '列入表5', kind: 'tick', placeholder: '列为这位代表的联系对象', when: (form) => form.id === null },
]

export const CONTACT_MORE: FieldSpec<ContactDraft>[] = [
  { key: 'partner_id', label: '联系的是代表（结对）', kind: 'pick', list: 'deputies' },
  { key: 'resident_id', label: '就是这位联系对象', kind: 'pick', list: 'residents' },
  { key: 'households', label: '户数', kind: 'number' },
  { key: 'place', label: '其他地点', kind: 'text' },
  { key: 'recorder', label: '记录人', kind: 'text' },
  { key: 'reported_on', label: '小组交流汇报日期', kind: 'date', past: true },
  { key: 'outcome', label: '办理与反馈结果', kind: 'long', wide: true },
  { key: 'campaigns', label: '专项活动', kind: 'tags', list: 'campaigns', wide: true },
  { key: 'late_reason', label: '补录原因', kind: 'text', hint: '当时没有登记、现在补上的才填。' },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

export function emptyStanding(today: string, pairing: boolean): StandingDraft {
  return {
    id: null, person_id: '', partner_id: null, kind_id: pairing ? 'pairing_kind.county' : 'standing_kind.voter', since: today, until: null, target: 2, situation: null, resident_id: null, voter: null,
    sex: null, birth: null, party_id: null, household: null, village: null, address: null, phone: null, campaigns: [], note: null,
  }
}

export function standingToSend(form: StandingDraft): StandingDraft {
  return tidy(form, ['person_id'])
}

const SEXES = ['男', '女'].map((value) => ({ value, label: value }))

export const STANDING_FIELDS: FieldSpec<StandingDraft>[] = [
  { key: 'person_id', label: '代表', kind: 'pick', list: 'deputies', required: true },
  { key: 'voter', label: '选民姓名（户主）', kind: 'text', required: true },
  { key: 'kind_id', label: '联系对象类型', kind: 'pick', list: 'standing_kind' },
  { key: 'village', label: '村', kind: 'name', list: 'villages' },
  { key: 'address', label: '住址（村组）', kind: 'text' },
  { key: 'phone', label: '联系电话', kind: 'text' },
  { key: 'sex', label: '性别', kind: 'radio', options: SEXES },
  { key: 'birth', label: '出生年', kind: 'partial' },
  { key: 'party_id', label: '政治面貌', kind: 'pick', list: 'party' },
  { key: 'household', label: '家庭人口', kind: 'number' },
  { key: 'since', label: '建立联系日期', kind: 'date', past: true },
  { key: 'until', label: '终止日期', kind: 'date' },
  { key: 'target', label: '每年联系几次', kind: 'number' },
  { key: 'situation', label: '主要情况与需求', kind: 'long', wide: true },
  { key: 'campaigns', label: '专项活动', kind: 'tags', list: 'campaigns', wide: true },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

export const PAIRING_FIELDS: FieldSpec<StandingDraft>[] = [
  { key: 'person_id', label: '代表', kind: 'pick', list: 'deputies', required: true },
  { key: 'partner_id', label: '结对的代表', kind: 'pick', list: 'deputies', required: true },
  { key: 'kind_id', label: '结对类型', kind: 'pick', list: 'pairing_kind' },
  { key: 'since', label: '结对日期', kind: 'date', past: true },
  { key: 'until', label: '终止日期', kind: 'date' },
  { key: 'target', label: '每年走访几次', kind: 'number' },
  { key: 'situation', label: '主要情况', kind: 'long', wide: true },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

export function emptyRound(today: string, like: ConstituencyVisitDraft | null = null): ConstituencyVisitDraft {
  return {
    id: null, constituency_id: like?.constituency_id ?? '', happened_on: like?.happened_on ?? today, deputies: [...(like?.deputies ?? [])], other_deputies: [...(like?.other_deputies ?? [])], places: null,
    households: null, people: null, opinion_count: null, settled: null, content: null, opinions: [], campaigns: [], note: null, late_reason: null,
  }
}

export function roundToSend(form: ConstituencyVisitDraft): ConstituencyVisitDraft {
  return { ...tidy(form, ['constituency_id', 'happened_on']), opinions: said(form.opinions) }
}

export const ROUND_FIELDS: FieldSpec<ConstituencyVisitDraft>[] = [
  { key: 'constituency_id', label: '选区', kind: 'pick', list: 'constituencies', required: true },
  { key: 'happened_on', label: '日期', kind: 'date', past: true, required: true },
  { key: 'places', label: '走访村组', kind: 'text' },
  DEPUTIES,
  { key: 'households', label: '走访户数', kind: 'number' },
  { key: 'people', label: '座谈人数', kind: 'number' },
  { key: 'opinion_count', label: '收集意见条数', kind: 'number' },
  { key: 'settled', label: '解决条数', kind: 'number' },
  { key: 'content', label: '走访情况', kind: 'long', wide: true },
  { key: 'campaigns', label: '专项活动', kind: 'tags', list: 'campaigns', wide: true },
  { key: 'late_reason', label: '补录原因', kind: 'text', hint: '当时没有登记、现在补上的才填。' },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

export const CONTACT_COLUMNS: GridColumn<ContactRow>[] = [
  { key: 'date', label: '日期', width: 112, text: (c) => c.date },
  { key: 'deputy', label: '代表', width: 110, text: (c) => c.deputy },
  { key: 'way', label: '联系方式', width: 96, text: (c) => c.way ?? '' },
  { key: 'voter', label: '选民', width: 90, text: (c) => c.voter ?? '' },
  { key: 'people', label: '人数', width: 72, align: 'right', text: (c) => String(c.people), order: (c) => c.people },
  { key: 'village', label: '村', width: 90, text: (c) => c.village ?? '' },
  { key: 'promoted', label: '宣传内容', width: 140, text: (c) => c.promoted ?? '' },
  { key: 'opinion', label: '反映的意见', width: 180, grow: true, text: (c) => c.opinion ?? '' },
  { key: 'route', label: '处理去向', width: 100, text: (c) => c.route ?? '', look: (c) => (c.voided ? 'tag grey' : '') },
  { key: 'outcome', label: '结果', width: 120, text: (c) => (c.voided ? '已作废' : (c.outcome ?? '')), typed: (c) => c.outcome ?? '' },
]

const due = (s: StandingRow): string => (s.target === null ? String(s.made) : `${s.made}/${s.target}`)

export const STANDING_COLUMNS: GridColumn<StandingRow>[] = [
  { key: 'deputy', label: '代表', width: 100, text: (s) => s.deputy },
  { key: 'constituency', label: '选区', width: 86, text: (s) => s.constituency ?? '' },
  { key: 'whom', label: '联系对象', width: 100, text: (s) => s.whom },
  { key: 'kind', label: '类型', width: 130, text: (s) => s.kind ?? '' },
  { key: 'village', label: '村', width: 90, text: (s) => s.village ?? '' },
  { key: 'address', label: '住址', width: 130, text: (s) => s.address ?? '' },
  { key: 'phone', label: '电话', width: 130, text: (s) => s.phone ?? '' },
  { key: 'since', label: '建立日期', width: 112, text: (s) => s.since ?? '' },
  { key: 'made', label: '本年已联系', width: 118, align: 'right', text: due, order: (s) => s.made, look: (s) => (s.target !== null && s.made < s.target ? 'secondary' : '') },
  { key: 'situation', label: '情况与需求', width: 160, grow: true, text: (s) => s.situation ?? '' },
]

export const ROUND_COLUMNS: GridColumn<ConstituencyVisitRow>[] = [
  { key: 'date', label: '日期', width: 112, text: (r) => r.date },
  { key: 'constituency', label: '选区', width: 90, text: (r) => r.constituency },
  { key: 'deputy', label: '代表', width: 140, text: (r) => r.deputy },
  { key: 'places', label: '走访村组', width: 140, text: (r) => r.places ?? '' },
  { key: 'households', label: '户数', width: 72, align: 'right', text: (r) => String(r.households ?? ''), order: (r) => r.households ?? 0 },
  { key: 'people', label: '座谈人数', width: 102, align: 'right', text: (r) => String(r.people ?? ''), order: (r) => r.people ?? 0 },
  { key: 'opinions', label: '意见条数', width: 102, align: 'right', text: (r) => String(r.opinions ?? ''), order: (r) => r.opinions ?? 0 },
  { key: 'settled', label: '解决条数', width: 102, align: 'right', text: (r) => String(r.settled ?? ''), order: (r) => r.settled ?? 0 },
  { key: 'content', label: '情况', width: 200, grow: true, text: (r) => r.content ?? '' },
]
