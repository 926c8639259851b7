import { expect, it } from 'vitest'
import type { DeadlineDraft, DeadlineRow } from '../../backend'
import { changeOf, deadlineToSend, holdsNow, lengthText } from './deadlines'

const own = (id: string, since: string): DeadlineDraft => ({ id, kind: 'return', amount: 5, unit: 'working_day', article: '本站规定', since })

it.each([['month', '3 个月'], ['day', '3 日'], ['working_day', '3 个工作日']] as const)('3 of %s are said %s', (unit, text) => {
  expect(lengthText({ amount: 3, unit })).toBe(text)
})

it('a change begins with what holds, from today; a length that is missing is left for the program to say', () => {
  const row: DeadlineRow = { kind: 'return', name: '退办', amount: 10, unit: 'working_day', article: '参照河南省办法第十四条', own: [] }
  const form = changeOf(row, '2026-11-22')
  expect(form).toEqual({ id: null, kind: 'return', amount: 10, unit: 'working_day', article: '参照河南省办法第十四条', since: '2026-11-22' })
  expect(deadlineToSend({ ...form, amount: null, since: null, article: ' 第十四条 ' })).toMatchObject({ amount: 0, since: '', article: '第十四条' })
})

it('of the own settings the latest that has begun holds', () => {
  expect([holdsNow([own('a', '2025-01-01'), own('b', '2026-01-01'), own('c', '2027-01-01')], '2026-11-22'), holdsNow([own('c', '2027-01-01')], '2026-11-22')]).toEqual(['b', null])
})
