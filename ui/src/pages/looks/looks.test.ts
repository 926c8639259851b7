import { describe, expect, it } from 'vitest'
import type { ColumnLook } from '../../backend'
import { moved, said } from './looks'

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
  it('says how many are hidden', () => {
    expect(said([column('a'), column('b', 0, { hidden: true })])).toBe('1 列，隐藏 1 列')
  })
})
