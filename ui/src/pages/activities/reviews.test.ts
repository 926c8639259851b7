import { expect, it } from 'vitest'
import type { Document } from '../../backend'
import { rowsOf, wanted } from './reviews'

const text = (value: string): object => ({ type: 'text', value })
const columns = ['date', 'kind', 'content', 'attendance', 'review'].map((key) => ({ key: `performance.${key}`, format: key === 'date' ? 'date' : 'text' }))
const row = (id: string, date: string, review: string): object => ({ fact: { kind: 'activity', id }, cells: [{ type: 'date', value: date }, text('参加学习培训'), text('学习'), text('出席'), review ? text(review) : { type: 'empty' }] })
const subject = (id: string, name: string, rows: object[]): object => ({ fact: { kind: 'person', id }, name, parts: [{ part: 'grid', rows: [] }, { part: 'table', columns, rows }] })
const paper = { subjects: [subject('luo', '罗建', [row('a', '2023-02-10', ''), row('b', '2023-03-01', '通过（张三）')]), subject('yao', '姚㛃', [row('a', '2023-02-10', '')])] } as unknown as Document

it('takes each deputy\'s part in each fact, the newest first', () => {
  expect(rowsOf(paper).map((one) => `${one.key} ${one.name} ${one.date} ${one.review}`)).toEqual([
    'activity:b:luo 罗建 2023-03-01 通过（张三）', 'activity:a:luo 罗建 2023-02-10 ', 'activity:a:yao 姚㛃 2023-02-10 ',
  ])
})

it.each([[true, null, 2], [false, null, 3], [true, 'luo', 1], [false, 'yao', 1]] as const)('open only %s, of %s: %i', (open, person, count) => {
  expect(wanted(rowsOf(paper), open, person)).toHaveLength(count)
})
