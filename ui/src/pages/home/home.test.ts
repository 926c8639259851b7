import { expect, test } from 'vitest'
import { dueTag, reminderPath } from './home'

const fact = { kind: 'matter', id: 'm' }

test('a deadline is said in words, and only an overdue one is filled', () => {
  expect(dueTag({ label: '', left: -3, urgency: 'just_overdue', fact })).toEqual({ look: 'tag late', text: '逾期3天' })
  expect(dueTag({ label: '', left: 0, urgency: 'soon', fact }).text).toBe('今天到期')
  expect(dueTag({ label: '', left: 20, urgency: 'fine', fact })).toEqual({ look: 'tag todo', text: '剩20天' })
  expect(dueTag({ label: '', left: null, urgency: null, fact }).text).toBe('待办')
})

test('one thing opens itself, several open their list', () => {
  expect(reminderPath({ about: 'overdue', label: '', count: 1, late: true, fact })).toBe('/matters/m')
  expect(reminderPath({ about: 'overdue', label: '', count: 2, late: true, fact })).toBe('/matters?due=overdue')
})
