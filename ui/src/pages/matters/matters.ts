// Matters: how a state looks, what a step asks for, what is sent.
import type { Matter, MatterDraft, MatterRow, StepDraft, StepKind } from '../../backend'
import type { GridColumn } from '../../parts/grid'

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

function tidy<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, typeof value === 'string' ? value.trim() || null : value])) as T
}

export function stepToSend(draft: StepDraft): StepDraft {
  return tidy(draft)
}

export function emptyMatter(today: string): MatterDraft {
  return { id: null, kind: '建议', number: null, title: null, words: null, category_id: null, submitted_on: today, period: '闭会期间', lead: [], co: [], other_lead: [], other_co: [], confidential: false, note: null }
}

export function matterToSend(draft: MatterDraft): MatterDraft {
  return tidy(draft)
}

export const COLUMNS: GridColumn<MatterRow>[] = [
  { key: 'state', label: '状态', width: 86, text: (m) => m.state, look: (m) => stateLook(m.state) },
  { key: 'no', label: '编号', width: 84, text: (m) => m.no ?? '' },
  { key: 'kind', label: '类型', width: 90, text: (m) => m.kind },
  { key: 'title', label: '内容', width: 200, grow: true, text: (m) => m.title },
  { key: 'who', label: '谁提出的', width: 116, text: (m) => m.visitor ?? m.lead ?? '' },
  { key: 'submitted', label: '提出', width: 108, text: (m) => m.submitted },
  { key: 'unit', label: '承办单位', width: 106, text: (m) => m.unit ?? '' },
  { key: 'replied', label: '答复', width: 108, text: (m) => m.replied ?? '' },
  { key: 'satisfied', label: '满意度', width: 98, text: (m) => m.satisfied ?? '' },
  { key: 'next', label: '下一步', width: 150, text: (m) => m.next },
]
