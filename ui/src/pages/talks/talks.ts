// 谈心室: empty values, the fields of the form, the columns of the list.
import type { TalkDraft, TalkParty, TalkRow } from '../../backend'
import { tidy, type FieldSpec } from '../../parts/fields'
import type { GridColumn } from '../../parts/sheet/column'

export const SIDES = ['甲方', '乙方'] as const

export function emptySide(side: string): TalkParty {
  return { id: null, side, name: '', village: null, phone: null }
}

export function emptyTalk(today: string, like: TalkDraft | null = null): TalkDraft {
  return {
    id: null, happened_on: like?.happened_on ?? today, time: null, site_id: like?.site_id ?? null, place: null, subject: '', kind_id: null, parties: SIDES.map(emptySide), deputies: [...(like?.deputies ?? [])],
    other_deputies: [], guests: null, process: null, result_id: null, agreement: null, follow_up_on: null, follow_up: null, confidential: false, recorder: like?.recorder ?? null, matter_id: null, campaigns: [], note: null, late_reason: null,
  }
}

/** Rows in which nothing was written are left out. */
export function talkToSend(form: TalkDraft): TalkDraft {
  const parties = form.parties.map((party) => tidy(party, ['side', 'name'])).filter((party) => party.id !== null || party.name !== '')
  return { ...tidy(form, ['happened_on', 'subject']), parties }
}

/** Problems name rows that were sent; the form may hold empty ones before them. */
export function fieldInTalk(form: TalkDraft, field: string): string {
  const [list, number, ...rest] = field.split('.')
  if (list !== 'parties') return field
  const kept = form.parties.flatMap((party, at) => (party.id !== null || party.name.trim() !== '' ? [at] : []))
  return ['parties', kept[Number(number)] ?? number, ...rest].join('.')
}

export const TALK_FIELDS: FieldSpec<TalkDraft>[] = [
  { key: 'happened_on', label: '日期', kind: 'date', past: true, required: true },
  { key: 'site_id', label: '地点', kind: 'pick', list: 'sites' },
  { key: 'kind_id', label: '矛盾类型', kind: 'pick', list: 'conflict' },
  { key: 'subject', label: '事由', kind: 'long', required: true, wide: true, placeholder: '一句话写明因什么事谈心' },
]

export const TALK_COURSE: FieldSpec<TalkDraft>[] = [
  { key: 'deputies', label: '参与代表', kind: 'persons', others: 'other_deputies', wide: true },
  { key: 'process', label: '过程', kind: 'long', wide: true, rows: 3 },
  { key: 'result_id', label: '结果', kind: 'radio', list: 'talk_result' },
]

export const TALK_MORE: FieldSpec<TalkDraft>[] = [
  { key: 'guests', label: '特邀人员', kind: 'text', placeholder: '如 派出所王某、司法所李某' },
  { key: 'time', label: '时间', kind: 'text', placeholder: '如 9:20' },
  { key: 'place', label: '其他地点', kind: 'text' },
  { key: 'agreement', label: '协议内容', kind: 'long', wide: true, hint: '签字的协议书作为附件添加。' },
  { key: 'follow_up_on', label: '回访日期', kind: 'date' },
  { key: 'follow_up', label: '回访情况', kind: 'text' },
  { key: 'recorder', label: '记录人', kind: 'text' },
  { key: 'confidential', label: '保密', kind: 'tick', placeholder: '当事人要求保密' },
  { key: 'campaigns', label: '专项活动', kind: 'tags', list: 'campaigns', wide: true },
  { key: 'late_reason', label: '补录原因', kind: 'text', hint: '当时没有登记、现在补上的才填。' },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

export const TALK_COLUMNS: GridColumn<TalkRow>[] = [
  { key: 'date', label: '日期', width: 112, text: (t) => t.date },
  { key: 'number', label: '编号', width: 124, text: (t) => t.number },
  { key: 'parties', label: '当事人', width: 130, text: (t) => t.parties ?? '' },
  { key: 'kind', label: '矛盾类型', width: 96, text: (t) => t.kind ?? '' },
  { key: 'subject', label: '事由', width: 200, grow: true, text: (t) => t.subject },
  { key: 'deputy', label: '参与代表', width: 140, text: (t) => t.deputy },
  { key: 'result', label: '结果', width: 88, text: (t) => (t.voided ? '已作废' : (t.result ?? '')), look: (t) => (t.voided ? 'tag grey' : '') },
  { key: 'follow_up_on', label: '回访日期', width: 112, text: (t) => t.follow_up_on ?? '' },
]
