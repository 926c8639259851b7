// Matters: how a state looks, what their form asks for, what is sent, the columns of their list.
import type { MatterDraft, MatterRow } from '../../backend'
import { tidy, type FieldSpec } from '../../parts/fields'
import type { GridColumn } from '../../parts/sheet/column'
import { leftLook, leftText } from './board'

export const TABS = [{ path: '/board', label: '四单看板' }, { path: '/matters', label: '列表' }, { path: '/units', label: '单位排名' }] as const

export const STATES: MatterRow['state'][] = ['登记', '已接单', '已退回', '办理中', '已中止', '已答复', '已告知', '已办结']
export const KINDS: MatterDraft['kind'][] = ['建议', '批评', '意见', '议案']

const LOOKS: Record<string, string> = { 登记: 'todo', 已接单: 'todo', 已退回: 'again', 办理中: 'doing', 已中止: 'grey', 已答复: 'again', 已告知: 'again', 已办结: 'done' }

export function stateLook(state: string): string {
  return `tag ${LOOKS[state] ?? 'grey'}`
}

export function emptyMatter(today: string): MatterDraft {
  return {
    id: null, kind: '建议', number: null, title: null, words: null, category_id: null, nature_id: null, submitted_on: today, period: '闭会期间', session_id: null, lead: [], co: [], other_lead: [], other_co: [],
    confidential: false, publicity: null, repeated: null, talk_wanted: false, no_written_reply: false, supervised: false, supervisor: null, congress_on: null, published_on: null, campaigns: [], note: null, motion_id: null, petition: false,
  }
}

export function matterToSend(draft: MatterDraft): MatterDraft {
  // Which motion it is says nothing of a suggestion.
  return tidy({ ...draft, motion_id: draft.kind === '议案' ? draft.motion_id : null }, ['kind', 'submitted_on'])
}

const same = (value: string): { value: string; label: string } => ({ value, label: value })

export const MATTER_FIELDS: FieldSpec<MatterDraft>[] = [
  { key: 'kind', label: '类型', kind: 'radio', options: KINDS.map(same), wide: true },
  { key: 'motion_id', label: '哪一种', kind: 'radio', list: 'motion', wide: true, hint: '不选就按议案算。要几名代表联名，由法律规定，不够的不能保存。', when: (form) => form.kind === '议案' },
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
  { key: 'petition', label: '信访', kind: 'tick', placeholder: '按信访件办理，期限按信访工作条例' },
  { key: 'campaigns', label: '专项活动', kind: 'tags', list: 'campaigns', wide: true },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
/** A round of handling, as its papers call it. */
export function roundText(round: number): string {
  return `第${NUMERALS[round - 1] ?? round}次办理`
}

/** Papers of the newest round first, those of the whole matter among them; within a round the program's order holds. */
export function newestFirst<T extends { label: string }>(papers: readonly T[]): T[] {
  const rounds = papers.map(({ label }) => NUMERALS.indexOf(/第(.)次办理/.exec(label)?.[1] ?? ''))
  const newest = Math.max(...rounds)
  const place = (at: number): number => (rounds[at] === -1 ? newest : (rounds[at] ?? newest))
  return papers.map((paper, at) => ({ paper, at })).sort((a, b) => place(b.at) - place(a.at)).map(({ paper }) => paper)
}

export const COLUMNS: GridColumn<MatterRow>[] = [
  { key: 'state', label: '状态', width: 86, text: (m) => m.state, look: (m) => stateLook(m.state) },
  { key: 'no', label: '编号', width: 112, text: (m) => m.no ?? '' },
  { key: 'kind', label: '类型', width: 90, text: (m) => m.kind },
  { key: 'title', label: '内容', width: 160, grow: true, text: (m) => m.title },
  { key: 'who', label: '谁提出的', width: 104, text: (m) => m.visitor ?? m.lead ?? '' },
  { key: 'submitted', label: '提出', width: 112, text: (m) => m.submitted },
  { key: 'unit', label: '承办单位', width: 100, text: (m) => m.unit ?? '' },
  { key: 'due', label: '期限', width: 112, text: (m) => m.due ?? '' },
  // Without a deadline it stands last.
  { key: 'left', label: '剩余', width: 114, text: (m) => leftText(m.left), look: leftLook, order: (m) => m.left ?? 1_000_000 },
  { key: 'satisfied', label: '满意度', width: 86, off: true, text: (m) => m.satisfied ?? '' },
  { key: 'next', label: '下一步', width: 130, text: (m) => m.next },
  { key: 'order', label: '四单', width: 72, off: true, text: (m) => m.order },
  { key: 'taken_by', label: '接单代表', width: 104, off: true, text: (m) => m.taken_by ?? '' },
  { key: 'replied', label: '答复', width: 112, off: true, text: (m) => m.replied ?? '' },
  { key: 'round', label: '第几次办理', width: 112, off: true, text: (m) => roundText(m.round), order: (m) => m.round },
]
