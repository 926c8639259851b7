import { expect, it } from 'vitest'
import type { Column } from '../backend'
import { cellText, headings } from './paper'

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
