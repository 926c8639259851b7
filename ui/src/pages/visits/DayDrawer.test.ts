import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useHost, type DayRow } from '../../backend'
import { openFake } from '../../backend/fake'
import { useSession } from '../../app/session'
import DayDrawer from './DayDrawer.vue'

const day: DayRow = { id: 'd1', date: '2026-11-16', weekday: '星期一', site_id: null, site: null, hours: null, held: null, visits: 0, deputies: [] } as unknown as DayRow
const closed = vi.fn()
beforeEach(() => {
  closed.mockReset()
  setActivePinia(createPinia())
  useHost(openFake(new URLSearchParams()))
})
afterEach(() => vi.useRealTimers())

async function open() {
  const drawer = mount(DayDrawer, { props: { day: null as DayRow | null, today: '2026-11-22', onClose: closed }, attachTo: document.body })
  await drawer.setProps({ day: { ...day } })
  await flushPromises()
  const hours = document.querySelector('[data-testid=day-drawer] [data-field=hours] input') as HTMLInputElement
  const type = async (text: string): Promise<void> => {
    hours.value = text
    hours.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  const shut = async (): Promise<void> => {
    ;(document.querySelector('.el-drawer__close-btn') as HTMLElement).click()
    await flushPromises()
  }
  return { drawer, hours, type, shut }
}

it('what is typed stays when the day is read anew, and what is not gives way to it', async () => {
  const { drawer, hours, type } = await open()
  await drawer.setProps({ day: { ...day, hours: '8:00' } })
  expect(hours.value).toBe('8:00')
  await type('9:00—11:30')
  await drawer.setProps({ day: { ...day, notified_on: '2026-11-22' } as DayRow })
  expect(hours.value).toBe('9:00—11:30')
  drawer.unmount()
})

it('it closes at once with nothing changed; with changes it says so first, and a double click is one wish', async () => {
  const { drawer, type, shut } = await open()
  vi.useFakeTimers({ toFake: ['performance'] })
  await type('9:00')
  await shut()
  await shut()
  expect([closed.mock.calls.length, useSession().saved?.label]).toEqual([0, '有改动还没有保存。再按一次 Esc，或再关一次，就放弃改动。'])
  vi.advanceTimersByTime(500)
  await shut()
  expect(closed).toHaveBeenCalledTimes(1)
  drawer.unmount()

  const plain = await open()
  await plain.shut()
  expect(closed).toHaveBeenCalledTimes(2)
  plain.drawer.unmount()
})
