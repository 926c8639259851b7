import { expect, it } from 'vitest'
import { draftLabel } from './drafts'

it.each([
  ['reception', '', { happened_on: '2026-01-05', parties: [{ name: '李大柱' }, { name: '张三' }], matters: [{ words: '东关一组水渠年久失修，漏水严重' }] }, '接待登记（新的：2026-01-05 李大柱等2人 东关一组水渠年久失修，漏水严…）'],
  ['reception', 'v1', { happened_on: '2026-01-05', parties: [{ name: '' }], matters: [] }, '接待登记（改已存的：2026-01-05）'],
  ['matter', '#2', { title: '修桥', submitted_on: '2026-02-01', number: 'JY-2026-001' }, '代表建议（新的：JY-2026-001 2026-02-01 修桥）'],
  ['deputy', 'p1', { name: '王建国' }, '代表登记（改已存的：王建国）'],
  ['group', '', null, '微信群（新的）'],
])('a draft of %s %j says which it is', (form, subject, body, label) => {
  expect(draftLabel({ form, subject, body })).toBe(label)
})
