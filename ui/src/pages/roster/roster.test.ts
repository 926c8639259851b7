// The roster from the window: proposed, exchanged by hand, accepted; leave and a change of duty.
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { createRouter, createMemoryHistory } from 'vue-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import App from '../../App.vue'
import { useHost, type DutyBalance, type ProposedDay } from '../../backend'
import { openFake } from '../../backend/fake'
import { router as real } from '../../router'
import { recounted, twice, wished, withPersons } from './roster'

const day = (date: string, ...who: string[]): ProposedDay => ({
  activity_id: null, date, planned_on: null, weekday: '', site_id: 's', site: '东关', rule_id: null, hours: null, kept: true, estimated: false,
  deputies: who.map((id) => ({ person_id: id, name: id, upper: false })),
})
const row = (id: string, planned: number, upper = false): DutyBalance['rows'][number] => ({ person_id: id, name: id, level: '镇', upper, site: '东关', group: '东关镇代表', planned, proposed: 0, served: 0, came: 0, excused: 0, absent: 0, last: null })
const balance: DutyBalance = { from: '', to: '', rows: [row('甲', 2), row('乙', 1, true)], groups: [{ group: '东关镇代表', deputies: 2, least: 1, most: 2 }] }

it('an exchange by hand keeps who stays, knows the level of who comes, and is to be written', () => {
  const changed = withPersons(day('2026-03-20', '甲'), ['乙'], balance, () => '')
  expect([changed.kept, changed.deputies]).toEqual([false, [{ person_id: '乙', name: '乙', upper: true }]])
})

it('counts follow an exchange, and so does the spread', () => {
  const now = recounted(balance, [day('2026-03-20', '甲')], [day('2026-03-20', '乙')])
  expect(now.rows.map((one) => one.planned)).toEqual([1, 2])
  expect(recounted(balance, [], [day('2026-03-20', '甲')]).groups[0]).toMatchObject({ least: 1, most: 3 })
})

it('who sits twice on a date is told once', () => {
  expect(twice([day('2026-03-20', '甲'), day('2026-03-20', '甲'), day('2026-03-21', '甲')])).toEqual(['2026-03-20 甲 当天排了两处，请核对。'])
})

it('numbers that are typed hold for every site, else each keeps its own', () => {
  const wishes = { own: 1, upper: 1, borrow: true, notice_days: 3, sites: [{ site_id: 's', own: 2, upper: 0 }] }
  expect([wished(wishes, 1, 1).sites.length, wished(wishes, 2, null).sites.length, wished(wishes, 2, null).upper]).toEqual([1, 0, 2])
})

let app: VueWrapper
beforeEach(async () => {
  setActivePinia(createPinia())
  useHost(openFake(new URLSearchParams()))
  const router = createRouter({ history: createMemoryHistory(), routes: real.options.routes })
  await router.push('/roster')
  app = mount(App, { global: { plugins: [router] }, attachTo: document.body })
  await vi.dynamicImportSettled()
  await vi.waitFor(() => expect(app.find('[data-testid=roster-day]').exists()).toBe(true))
})
afterEach(() => app.unmount())

const tap = async (testid: string): Promise<void> => {
  ;(document.querySelector(`[data-testid="${testid}"]`) as HTMLElement).click()
  await flushPromises()
}

it('a day that is near and whose notice has not gone out has its notice at hand', async () => {
  await vi.waitFor(() => expect(app.find('[data-testid=notice-due]').exists()).toBe(true))
  expect(app.get('[data-testid=notice-due]').text()).toContain('2026-12-15 星期二 镇联络站')
})

it('a proposal is shown with what it lacks, and written when it is accepted', async () => {
  const before = app.findAll('[data-testid=roster-day]').length
  await tap('roster-propose')
  expect(app.findAll('[data-testid=roster-day]')).toHaveLength(before + 1)
  expect(app.get('[data-testid=roster-unmet]').text()).toContain('没有可排的县代表（2人请假）')
  expect(app.text()).toContain('原定 2026-12-20')
  expect(app.findAll('[data-testid=roster-exchange]').length, 'days that passed stay').toBeLessThan(before + 1)
  await tap('roster-exchange')
  expect(app.find('[data-testid=roster-pick]').exists()).toBe(true)
  await tap('roster-accept')
  expect(app.get('[data-testid=toast]').text()).toContain('已采用排班，共1个接待日')
  expect(app.findAll('[data-testid=roster-day]')).toHaveLength(before + 1)
  expect(app.find('[data-testid=roster-accept]').exists()).toBe(false)
})

it('a proposal that was not accepted is not left at the first asking', async () => {
  await tap('roster-propose')
  await tap('menu-home')
  expect(app.get('[data-testid=toast]').text()).toContain('排班建议还没有采用')
  expect(app.find('[data-testid=roster-accept]').exists()).toBe(true)
  await tap('menu-home')
  await vi.waitFor(() => expect(app.find('[data-testid=roster]').exists()).toBe(false))
})

it('the balance stands level by level, and leave without a deputy is refused in words', async () => {
  await tap('roster-view-balance')
  app.get<HTMLInputElement>('[data-testid=roster-view-balance]').element.dispatchEvent(new Event('change'))
  await flushPromises()
  expect(app.findAll('[data-testid=balance-row]')).toHaveLength(12)
  app.get<HTMLInputElement>('[data-testid=roster-view-changes]').element.dispatchEvent(new Event('change'))
  await flushPromises()
  await tap('new-leave')
  await tap('leave-save')
  expect(document.querySelector('[data-testid=leave-dialog]')?.textContent).toContain('没有选请假的代表')
  expect(document.activeElement?.getAttribute('data-testid'), 'the field has the cursor').toBe('leave-person')
})
