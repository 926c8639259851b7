import { expect, it } from 'vitest'
import type { Choice, MatterRow } from '../../backend'
import { columnsOf, countText, leftLook, leftText, narrowed, stepOf, type Narrow } from './board'

const plain = { id: 'a', no: null, kind: '社情民意', title: '路灯坏了', lead: null, co: [], taken_by: null, visitor: '张三', unit: null, unit_step: null, submitted: '2026-11-01', state: '登记', order: '点单', next: '联络站：派单', left: null, urgency: null, dissatisfied: false, closed: null } as unknown as MatterRow
const rowOf = (id: string, more: Partial<MatterRow>): MatterRow => ({ ...plain, id, ...more })

it.each([[-3, '逾期3天'], [0, '今天到期'], [12, '剩12天'], [null, '']])('%s days left are said %s', (left, text) => {
  expect(leftText(left)).toBe(text)
})

it.each([['overdue', 'tag late'], ['just_overdue', 'tag late'], ['soon', 'tag doing soon'], ['fine', 'tag grey'], [null, '']] as const)('%s looks like %s: only overdue is filled', (urgency, look) => {
  expect(leftLook({ urgency })).toBe(look)
})

it('each matter stands in its order, what is due first on top, without a deadline the oldest', () => {
  const rows = [rowOf('late', { order: '派单', left: -2 }), rowOf('far', { order: '派单', left: 20 }), rowOf('none', { order: '派单' }), rowOf('older', { order: '派单', submitted: '2026-10-01' }), rowOf('new', {})]
  expect(columnsOf(rows.reverse()).map((column) => [column.order, column.open.map((row) => row.id)])).toEqual([['点单', ['new']], ['接单', []], ['派单', ['late', 'far', 'older', 'none']], ['销单', []]])
})

it('what was closed is folded, but not while something is owed or somebody is not satisfied', () => {
  const closed = { order: '销单', state: '已办结', next: '' } as const
  const rows = [rowOf('done', closed), rowOf('promise', { ...closed, next: '联络站：跟踪承诺' }), rowOf('unhappy', { ...closed, dissatisfied: true }), rowOf('told', { order: '销单', state: '已告知' })]
  const last = columnsOf(rows)[3]
  expect([last?.open.map((row) => row.id), last?.closed.map((row) => row.id)]).toEqual([['promise', 'unhappy', 'told'], ['done']])
})

it('what is said to be there is what the columns show, with what is folded told apart', () => {
  const rows = [rowOf('late', { order: '派单', left: -2 }), rowOf('new', {}), rowOf('done', { order: '销单', state: '已办结', next: '' })]
  expect(countText(columnsOf(rows), 3)).toBe('四列共 2 件，其中逾期 1 件，另有近一个月办结的 1 件收在列底')
  expect(countText(columnsOf(rows.slice(0, 1)), 3)).toBe('按条件（全部 3 件）：四列共 1 件，其中逾期 1 件')
})

it('the button of a card is the step that comes next, or the following up of a promise', () => {
  const closed = { state: '已办结', step: null } as const
  expect([rowOf('a', { step: 'told' }), rowOf('b', { ...closed, next: '联络站：跟踪承诺（至2026-12-31）' }), rowOf('c', { ...closed, next: '' })].map(stepOf)).toEqual(['told', 'followed', null])
})

const deputies: Choice[] = [{ id: 'p1', label: '王建国', note: null, initials: 'wjg', spelling: 'wangjianguo' }]
const nothing: Narrow = { kind: '', due: '', unit: null, words: '' }
it.each<[string, Partial<Narrow>, string[]]>([
  ['nothing', {}, ['a', 'b', 'c']],
  ['what deputies put forward', { kind: '建议' }, ['b']],
  ['a unit among several', { unit: '水利站' }, ['c']],
  ['overdue, just or long', { due: 'overdue' }, ['b', 'c']],
  ['just overdue', { due: 'just_overdue' }, ['c']],
  ['voters who are to be told', { due: 'untold' }, ['a']],
  ['words of the title', { words: '桥' }, ['b']],
  ['initials of a deputy', { words: 'wjg' }, ['b']],
])('narrows by %s', (_, by, ids) => {
  const rows = [rowOf('a', { state: '已答复' }), rowOf('b', { kind: '批评', title: '修桥', lead: '王建国', urgency: 'overdue' }), rowOf('c', { unit: '农业办、水利站', urgency: 'just_overdue' })]
  expect(narrowed(rows, { ...nothing, ...by }, deputies).map((row) => row.id)).toEqual(ids)
})
