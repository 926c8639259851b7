// The board of the four orders: what stands in which column, what is narrowed, how the days that are left are said.
import type { Choice, DueWithin, FourOrders, MatterRow, StepKind } from '../../backend'
import { matching } from '../../parts/match'

export const ORDERS: { order: FourOrders; who: string }[] = [
  { order: '点单', who: '群众提出' },
  { order: '接单', who: '代表接下' },
  { order: '派单', who: '单位承办' },
  { order: '销单', who: '答复告知' },
]

export const DUES: { value: DueWithin; label: string }[] = [
  { value: 'soon', label: '快到期' },
  { value: 'overdue', label: '已逾期' },
  { value: 'just_overdue', label: '刚逾期' },
  { value: 'untold', label: '还没告知' },
]

/** `逾期3天`, `今天到期`, `剩5天`. */
export function leftText(left: number | null): string {
  if (left === null) return ''
  if (left < 0) return `逾期${-left}天`
  return left === 0 ? '今天到期' : `剩${left}天`
}

/** Overdue is the only filled tag. */
export function leftLook(row: Pick<MatterRow, 'urgency'>): string {
  if (row.urgency === 'overdue' || row.urgency === 'just_overdue') return 'tag late'
  return row.urgency === 'soon' ? 'tag doing soon' : row.urgency === 'fine' ? 'tag grey' : ''
}

export interface Narrow {
  kind: string
  due: DueWithin | ''
  unit: string | null
  words: string
}

export function isDue(row: MatterRow, due: DueWithin): boolean {
  if (due === 'untold') return row.state === '已答复'
  if (due === 'overdue') return row.urgency === 'overdue' || row.urgency === 'just_overdue'
  return row.urgency === due
}

const parts = (names: string | null): string[] => names?.split('、') ?? []

/** Deputies are found by initials too, as everywhere. */
function isFound(row: MatterRow, words: string, deputies: readonly Choice[]): boolean {
  if (words.trim() === '') return true
  const named = [...parts(row.taken_by), ...parts(row.lead), ...row.co]
  const text = [row.no, row.title, row.visitor, row.source, row.unit, ...named].filter((one) => one !== null).join(' ')
  return matching([{ label: text, note: null, initials: '' }, ...deputies.filter((deputy) => named.includes(deputy.label))], words).length > 0
}

export function narrowed(rows: readonly MatterRow[], by: Narrow, deputies: readonly Choice[]): MatterRow[] {
  const heard = (row: MatterRow): boolean => row.kind === '社情民意'
  const ofKind = (row: MatterRow): boolean => by.kind === '' || (by.kind === '社情民意' ? heard(row) : by.kind === '建议' ? !heard(row) : row.kind === by.kind)
  return rows.filter((row) => ofKind(row) && (by.due === '' || isDue(row, by.due)) && (by.unit === null || parts(row.unit).includes(by.unit)) && isFound(row, by.words, deputies))
}

export interface Column {
  order: FourOrders
  who: string
  open: MatterRow[]
  /** Closed within the last month. */
  closed: MatterRow[]
}

/** What is due first stands first; without a deadline the oldest. */
function byUrgency(a: MatterRow, b: MatterRow): number {
  return (a.left ?? Infinity) === (b.left ?? Infinity) ? a.submitted.localeCompare(b.submitted) : (a.left ?? Infinity) - (b.left ?? Infinity)
}

/** A closed one that asks for something, such as a promise to be followed up, stands among the open ones. */
export function columnsOf(rows: readonly MatterRow[]): Column[] {
  return ORDERS.map(({ order, who }) => {
    const here = rows.filter((row) => row.order === order)
    const done = (row: MatterRow): boolean => row.state === '已办结' && row.next === '' && !row.dissatisfied
    return { order, who, open: here.filter((row) => !done(row)).sort(byUrgency), closed: here.filter(done).sort((a, b) => (b.closed ?? '').localeCompare(a.closed ?? '')) }
  })
}

/** What the columns add up to, in words: of `all` matters only those that are asked for are shown. */
export function countText(columns: readonly Column[], all: number): string {
  const [open, closed] = [columns.flatMap((column) => column.open), columns.reduce((sum, column) => sum + column.closed.length, 0)]
  const folded = closed > 0 ? `，另有近一个月办结的 ${closed} 件收在列底` : ''
  const some = open.length + closed < all ? `按条件（全部 ${all} 件）：` : ''
  return `${some}四列共 ${open.length} 件，其中逾期 ${open.filter((row) => (row.left ?? 0) < 0).length} 件${folded}`
}

/** What its button does: of a closed one that promised something, to follow it up. */
export function stepOf(row: MatterRow): StepKind | null {
  return row.step ?? (row.state === '已办结' && row.next !== '' ? 'followed' : null)
}

/** Who stands for it on its card. */
export function facesOf(row: MatterRow): string {
  return row.taken_by ? `${row.taken_by} 接单` : row.lead ? `${row.lead} 领衔` : row.visitor ? `${row.visitor} 反映` : ''
}
