// 办实事: empty values, the fields of the form, the columns of the list.
import type { DeedDraft, DeedRow } from '../../backend'
import { showMoney, tidy, type FieldSpec } from '../../parts/fields'
import type { GridColumn } from '../../parts/sheet/column'

export function emptyDeed(today: string, like: DeedDraft | null = null): DeedDraft {
  return {
    id: null, happened_on: like?.happened_on ?? today, deputies: [], other_deputies: [], category_id: null, content: '', village: null, place: null, villages: null, households: null, people: null, money: null,
    source_id: null, progress: '已完成', visit_id: null, matter_id: null, campaigns: [], note: null, late_reason: null,
  }
}

export function deedToSend(form: DeedDraft): DeedDraft {
  return tidy(form, ['content'])
}

const PROGRESS = ['已完成', '推进中'].map((value) => ({ value, label: value }))

export const DEED_FIELDS: FieldSpec<DeedDraft>[] = [
  { key: 'happened_on', label: '办理日期', kind: 'date', past: true },
  { key: 'category_id', label: '实事类别', kind: 'pick', list: 'deed' },
  { key: 'village', label: '实施地点（村）', kind: 'name', list: 'villages' },
  { key: 'deputies', label: '代表', kind: 'persons', others: 'other_deputies', required: true, wide: true, hint: '几位代表一起办的都写上，只登记一次。' },
  { key: 'content', label: '实事内容', kind: 'long', required: true, wide: true },
  { key: 'villages', label: '涉及村数', kind: 'number' },
  { key: 'households', label: '受益户数', kind: 'number' },
  { key: 'people', label: '受益人数', kind: 'number' },
  { key: 'money', label: '投入资金', kind: 'money' },
  { key: 'source_id', label: '资金来源', kind: 'pick', list: 'fund_source' },
  { key: 'progress', label: '完成情况', kind: 'radio', options: PROGRESS },
]

export const DEED_MORE: FieldSpec<DeedDraft>[] = [
  { key: 'place', label: '其他地点', kind: 'text' },
  { key: 'campaigns', label: '专项活动', kind: 'tags', list: 'campaigns', wide: true },
  { key: 'late_reason', label: '补录原因', kind: 'text', hint: '当时没有登记、现在补上的才填。' },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

const count = (n: number | null): string => (n === null ? '' : String(n))

export const COLUMNS: GridColumn<DeedRow>[] = [
  { key: 'date', label: '日期', width: 112, text: (d) => d.date ?? '' },
  { key: 'deputy', label: '代表', width: 130, text: (d) => d.deputy },
  { key: 'category', label: '类别', width: 116, text: (d) => d.category ?? '' },
  { key: 'content', label: '实事内容', width: 220, grow: true, text: (d) => d.content },
  { key: 'village', label: '村', width: 90, text: (d) => d.village ?? '' },
  { key: 'households', label: '户', width: 60, align: 'right', text: (d) => count(d.households), order: (d) => d.households ?? 0 },
  { key: 'people', label: '人', width: 60, align: 'right', text: (d) => count(d.people), order: (d) => d.people ?? 0 },
  { key: 'money', label: '资金（元）', width: 118, align: 'right', text: (d) => showMoney(d.money), order: (d) => d.money ?? 0 },
  { key: 'source', label: '来源', width: 90, text: (d) => d.source ?? '' },
  { key: 'progress', label: '完成情况', width: 90, text: (d) => (d.voided ? '已作废' : (d.progress ?? '')), typed: (d) => d.progress ?? '', look: (d) => (d.voided ? 'tag grey' : d.progress === '推进中' ? 'tag doing' : '') },
]
