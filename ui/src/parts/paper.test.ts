import { expect, it } from 'vitest'
import type { Column } from '../backend'
import { cellText, headings } from './paper'
import { filtered, moved, sorted, type GridColumn } from './grid'

const column = (label: string, heading?: string): Column => ({ key: label, label, ...(heading ? { heading } : {}), width: 10, align: 'left', format: 'text', mask: 'none', public: true })

it('merges neighbours under one heading and lets the others reach down', () => {
  const [above, below] = headings([column('序号'), column('姓名', '来访人'), column('村', '来访人'), column('问题'), column('电话', '来访人')])
  expect(above?.map((h) => [h.label, h.across, h.down])).toEqual([['序号', 1, 2], ['来访人', 2, 1], ['问题', 1, 2], ['来访人', 1, 1]])
  expect(below?.map((h) => h.label)).toEqual(['姓名', '村', '电话'])
  expect(headings([column('甲'), column('乙')])).toHaveLength(1)
})

it.each([
  [{ type: 'empty' }, 'text', ''], [{ type: 'number', value: 0 }, 'number', '0'], [{ type: 'date', value: '2023-08-05' }, 'month_day', '8月5日'], [{ type: 'date', value: '1975-08' }, 'month_day', '1975-08'],
  [{ type: 'date', value: '1975-08-12' }, 'month', '1975-08'], [{ type: 'share', value: 0.875 }, 'share', '87.5%'], [{ type: 'money', value: -5 }, 'money', '-0.05'], [{ type: 'money', value: 123456 }, 'money', '1234.56'],
] as const)('%j as %s reads %s', (cell, format, text) => {
  expect(cellText(cell, format)).toBe(text)
})

it('filters by every word, sorts with empty ones last, and keeps the cursor inside', () => {
  interface Person { id: string; name: string; n: number | null }
  const columns: GridColumn<Person>[] = [{ key: 'name', label: '', width: 1, text: (p) => p.name }, { key: 'n', label: '', width: 1, text: (p) => String(p.n ?? ''), order: (p) => p.n ?? '' }]
  const rows: Person[] = [{ id: '1', name: '王建国', n: 10 }, { id: '2', name: '王梅', n: null }, { id: '3', name: '李梅', n: 9 }]
  expect(filtered(rows, columns, '王 梅').map((p) => p.id)).toEqual(['2'])
  expect(sorted(rows, columns, { key: 'n', down: false }).map((p) => p.id)).toEqual(['3', '1', '2'])
  expect(sorted(rows, columns, { key: 'n', down: true }).map((p) => p.id)).toEqual(['1', '3', '2'])
  expect([moved('ArrowDown', 2, 3, 10), moved('PageUp', 1, 3, 10), moved('End', 0, 3, 10)]).toEqual([2, 0, 2])
})
