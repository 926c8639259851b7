import { expect, it } from 'vitest'
import { TABS as MATTERS } from './matters/matters'
import { TABS } from './contacts/contacts'
import { beside, groupsOf } from './tabs'

it('at most five stand beside each other, whichever is open', () => {
  expect(TABS.map((tab) => beside(TABS, tab.path).length)).toEqual([5, 5, 5, 5, 5, 4, 4, 4, 4])
  expect(groupsOf(TABS)).toEqual([{ label: '接待群众', path: '/visits' }, { label: '联系走访', path: '/contacts' }])
})

it('few need no groups', () => {
  expect([groupsOf(MATTERS).length, beside(MATTERS, '/units').length]).toEqual([0, 3])
})
