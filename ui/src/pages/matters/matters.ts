// Matters: how a state looks, what a step asks for, what is sent.
import type { Matter, MatterDraft, MatterRow, StepDraft, StepKind } from '../../backend'
import { tidy, type FieldSpec } from '../../parts/fields'
import type { GridColumn } from '../../parts/sheet/column'

export const STATES: MatterRow['state'][] = ['登记', '办理中', '已答复', '已告知', '已办结']
export const KINDS: MatterDraft['kind'][] = ['建议', '批评', '意见', '议案']

const LOOKS: Record<string, string> = { 登记: 'todo', 办理中: 'doing', 已答复: 'again', 已告知: 'again', 已办结: 'done' }

export function stateLook(state: string): string {
  return `tag ${LOOKS[state] ?? 'grey'}`
}

export const STEP_LABELS: Record<StepKind, string> = {
  recorded: '登记', answered: '登记当场答复', guided: '引导到别处', handed: '转办', taken_up: '转为代表建议', replied: '登记承办单位答复', told: '登记告知反映人', closed: '办结',
}

export type StepField = 'route_id' | 'unit' | 'role' | 'handler' | 'way_id' | 'by_whom' | 'words' | 'document' | 'result_id' | 'grade_id' | 'raised_id'

/** What each step asks for beside its date. */
export const STEP_FIELDS: Record<StepKind, StepField[]> = {
  recorded: ['words'],
  answered: ['by_whom', 'words', 'grade_id'],
  guided: ['route_id', 'unit', 'words'],
  handed: ['route_id', 'unit', 'role', 'handler', 'document', 'words'],
  taken_up: ['words'],
  replied: ['unit', 'by_whom', 'document', 'result_id', 'words'],
  told: ['raised_id', 'way_id', 'by_whom', 'grade_id', 'words'],
  closed: ['result_id', 'words'],
}

export const FIELD_LABELS: Record<StepField, string> = {
  route_id: '处理方式', unit: '单位', role: '办理方式', handler: '承办人', way_id: '告知方式', by_whom: '经办人', words: '内容', document: '文号', result_id: '办理结果', grade_id: '满意度', raised_id: '告知谁',
}

/** A new step; the unit that has the matter is offered as the one that replies. */
export function emptyStep(matter: Matter, kind: StepKind, today: string): StepDraft {
  return {
    id: null, matter_id: matter.row.id, kind, happened_on: today, route_id: null, unit: kind === 'replied' ? matter.row.unit : null, role: null, handler: null, way_id: null,
    by_whom: null, words: null, document: null, result_id: null, grade_id: null, raised_id: kind === 'told' && matter.raised.length === 1 ? (matter.raised[0]?.id ?? null) : null,
  }
}

/** What may be done next; what deputies put forward need not be made so. */
export function offersOf(matter: Matter): StepKind[] {
  return matter.offers.filter((kind) => kind !== 'taken_up' || matter.row.kind === '社情民意')
}

export function stepToSend(draft: StepDraft): StepDraft {
  return tidy(draft, [])
}

export function emptyMatter(today: string): MatterDraft {
  return {
    id: null, kind: '建议', number: null, title: null, words: null, category_id: null, nature_id: null, submitted_on: today, period: '闭会期间', session_id: null, lead: [], co: [], other_lead: [], other_co: [],
    confidential: false, publicity: null, repeated: null, talk_wanted: false, no_written_reply: false, supervised: false, supervisor: null, congress_on: null, published_on: null, campaigns: [], note: null,
  }
}

export function matterToSend(draft: MatterDraft): MatterDraft {
  return tidy(draft, ['kind', 'submitted_on'])
}

const same = (value: string): { value: string; label: string } => ({ value, label: value })

export const MATTER_FIELDS: FieldSpec<MatterDraft>[] = [
  { key: 'kind', label: '类型', kind: 'radio', options: KINDS.map(same), wide: true },
  { key: 'submitted_on', label: '提出日期', kind: 'date', past: true, required: true },
  { key: 'period', label: '时段', kind: 'radio', options: ['会议期间', '闭会期间'].map(same) },
  { key: 'number', label: '编号', kind: 'text', placeholder: '如 5-3-008', hint: '不填就由程序给出。' },
  { key: 'title', label: '案由（标题）', kind: 'text', placeholder: '关于……的建议', wide: true },
  { key: 'lead', label: '领衔代表', kind: 'persons', others: 'other_lead', wide: true },
  { key: 'co', label: '附议代表', kind: 'persons', others: 'other_co', wide: true },
  { key: 'category_id', label: '内容分类', kind: 'pick', list: 'category' },
  { key: 'words', label: '内容（一事一议）', kind: 'long', rows: 5, wide: true },
]

export const MATTER_MORE: FieldSpec<MatterDraft>[] = [
  { key: 'session_id', label: '哪次会议', kind: 'pick', list: 'sessions' },
  { key: 'publicity', label: '公开意见', kind: 'radio', options: ['同意全文公开', '仅公开标题', '不公开'].map(same) },
  { key: 'repeated', label: '是否多年提出', kind: 'radio', options: ['否', '两年', '三年', '三年以上'].map(same) },
  { key: 'talk_wanted', label: '沟通', kind: 'tick', placeholder: '希望承办单位加强沟通' },
  { key: 'no_written_reply', label: '书面答复', kind: 'tick', placeholder: '仅供参考，不需书面答复' },
  { key: 'confidential', label: '保密', kind: 'tick', placeholder: '不在公示版和上报版里显示' },
  { key: 'supervised', label: '重点督办', kind: 'tick', placeholder: '列为重点督办' },
  { key: 'supervisor', label: '督办领导', kind: 'text', when: (form) => form.supervised },
  { key: 'congress_on', label: '报告人代会日期', kind: 'date' },
  { key: 'published_on', label: '公开日期', kind: 'date', past: true },
  { key: 'campaigns', label: '专项活动', kind: 'tags', list: 'campaigns', wide: true },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

export const COLUMNS: GridColumn<MatterRow>[] = [
  { key: 'state', label: '状态', width: 86, text: (m) => m.state, look: (m) => stateLook(m.state) },
  { key: 'no', label: '编号', width: 84, text: (m) => m.no ?? '' },
  { key: 'kind', label: '类型', width: 90, text: (m) => m.kind },
  { key: 'title', label: '内容', width: 200, grow: true, text: (m) => m.title },
  { key: 'who', label: '谁提出的', width: 116, text: (m) => m.visitor ?? m.lead ?? '' },
  { key: 'submitted', label: '提出', width: 112, text: (m) => m.submitted },
  { key: 'unit', label: '承办单位', width: 106, text: (m) => m.unit ?? '' },
  { key: 'replied', label: '答复', width: 112, text: (m) => m.replied ?? '' },
  { key: 'satisfied', label: '满意度', width: 98, text: (m) => m.satisfied ?? '' },
  { key: 'next', label: '下一步', width: 150, text: (m) => m.next },
]
