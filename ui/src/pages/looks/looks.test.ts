import { describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import type { ColumnLook, RegisterLook, SetLook } from '../../backend'
import { basesOf, moved, ownRegister, ownSet, said, withOwn } from './looks'

const column = (key: string, part = 0, more: Partial<ColumnLook> = {}): ColumnLook => ({ key, part, boxed: false, label: key, shipped_label: key, heading: null, width: 20, align: 'left', hidden: false, own: false, public: false, type: 'text', list: null, choices: [], ...more })
const keys = (columns: ColumnLook[]): string => columns.map((c) => c.key).join('')

describe('columns of a register', () => {
  const columns = [column('a'), column('b'), column('c', 1), column('d', 1)]
  it.each([[0, 1, 'bacd'], [1, -1, 'bacd'], [0, -1, 'abcd'], [1, 1, 'abcd'], [2, -1, 'abcd'], [3, -1, 'abdc'], [3, 1, 'abcd']] as const)('column %d moved by %d: %s', (at, by, now) => {
    expect(keys(moved(columns, at, by)), 'within its table, and not beyond it').toBe(now)
  })
  it('boxes stay where they are', () => {
    expect(keys(moved([column('a', 0, { boxed: true }), column('b')], 0, 1))).toBe('ab')
  })
  it('takes a new column of the station\'s own into what is being changed', () => {
    const look = (columns: ColumnLook[]): RegisterLook => ({ key: '03', title: '活动', columns }) as unknown as RegisterLook
    const now = [{ ...look([column('a'), column('gone', 0, { own: true }), column('c', 1)]), title: '改了标题' }]
    const stored = [look([column('a'), column('new', 0, { own: true }), column('c', 1)])]
    expect(withOwn(now, stored).map((one) => [one.title, keys(one.columns)])).toEqual([['改了标题', 'anewc']])
  })
  it('says how many are hidden', () => {
    expect(said([column('a'), column('b', 0, { hidden: true })])).toBe('1 列，隐藏 1 列')
  })
})

it('bases a register of the station\'s own on a list of the ten', () => {
  const registers = [{ key: '01', look: 'list', own: null }, { key: '02', look: 'card', own: null }, { key: 'k', look: 'list', own: { based_on: 1, filters: [] } }]
  expect(basesOf({ registers } as unknown as SetLook).map((one) => one.key)).toEqual(['01'])
})

it('copies a set and a register that the page watches', () => {
  const base = { key: 'k', number: 3, title: '活动', name: '活动', columns: [column('a')] } as unknown as RegisterLook
  const set = reactive({ id: 'ten', name: '十表', shipped: true, registers: [base] }) as unknown as SetLook
  const own = ownSet(set)
  expect([own.id, own.shipped, own.name]).toEqual([null, false, '本站十表'])
  const [first] = own.registers
  if (first) first.title = '改了'
  expect([first?.title, base.title], 'the one that stands is left alone').toEqual(['改了', '活动'])
  expect(ownRegister(set.registers[0] ?? base)).toMatchObject({ key: '', title: '活动（本站）', own: { based_on: 3, filters: [] } })
})
