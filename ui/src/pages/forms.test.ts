// What every form does for the keyboard, tried on the reception form and on attendance.
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { ref } from 'vue'
import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import { afterEach, beforeEach, expect, it } from 'vitest'
import App from '../App.vue'
import { useHost, type AttendanceDraft } from '../backend'
import { openFake } from '../backend/fake'
import { router as real } from '../router'
import { expectedOf } from './activities/attendance'
import Attendance from './activities/Attendance.vue'

let app: VueWrapper
let router: Router
beforeEach(async () => {
  setActivePinia(createPinia())
  useHost(openFake(new URLSearchParams()))
  router = createRouter({ history: createWebHashHistory(), routes: real.options.routes })
  await router.push('/home')
  app = mount(App, { global: { plugins: [router] }, attachTo: document.body })
  await settled()
})
afterEach(() => app.unmount())

async function settled(): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    await new Promise((done) => setTimeout(done, 20))
    await flushPromises()
  }
}
async function go(path: string): Promise<void> {
  await router.push(path)
  await settled()
}
async function press(key: string, control = false): Promise<void> {
  ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: control, bubbles: true, cancelable: true }))
  await settled()
}
const box = (testid: string): HTMLInputElement => app.get<HTMLInputElement>(`[data-testid="${testid}"]`).element

it('repeats the last reception in every field, and takes no dots for a name', async () => {
  await go('/visits/new')
  for (const field of ['site', 'deputies', 'party-name-0', 'party-village-0', 'matter-words-0', 'matter-category-0', 'matter-unit-0']) {
    for (const dots of ['.', '..']) await app.get(`[data-testid="${field}"]`).setValue(dots)
    await app.get(`[data-testid="${field}"]`).trigger('change')
    await flushPromises()
    await app.get(`[data-testid="${field}"]`).trigger('blur')
  }
  await settled()
  expect(['site', 'party-name-0', 'party-village-0', 'matter-words-0', 'matter-category-0', 'matter-unit-0'].map((field) => box(field).value)).toEqual(['东关联络点', '苏东', '停河铺', '宅基地界线有争议', '土地', ''])
  expect(app.findAll('[data-testid=deputies-chip]')).toHaveLength(2)
})

it('a correction begins in its first field, is saved by Ctrl+S from anywhere, and leads back', async () => {
  await go('/registers')
  const from = router.currentRoute.value.fullPath
  await go('/visits/visit-1')
  expect(document.activeElement).toBe(box('happened-on'))
  expect([box('happened-on').selectionStart, box('happened-on').selectionEnd], 'typing takes the place of the date').toEqual([0, 10])
  box('happened-on').blur()
  await press('s', true)
  expect(router.currentRoute.value.fullPath).toBe(from)
  expect(app.get('[data-testid=toast]').text()).toContain('已写入')
  expect(document.activeElement, 'the page has the keyboard').toBe(app.get('main').element)
})

it('Esc goes back, and says so first where something was typed; that is kept as a draft of its own', async () => {
  await go('/visits')
  await go('/visits/new')
  await app.get('[data-testid=party-name-0]').setValue('张三')
  await press('Escape')
  expect(router.currentRoute.value.path).toBe('/visits/new')
  expect(app.get('[data-testid=toast]').text()).toContain('还没有保存')
  await press('Escape')
  expect(router.currentRoute.value.path).toBe('/visits')

  await go('/home')
  expect(app.findAll('[data-testid=home-draft]'), 'beside the draft that was offered and not answered').toHaveLength(2)
  await app.findAll('[data-testid=draft-continue]').at(-1)?.trigger('click')
  await settled()
  expect(router.currentRoute.value.fullPath).toBe('/visits/new?go=on&draft=2')
  expect(box('party-name-0').value, 'who comes from the home page is not asked again').toBe('张三')
  expect(document.activeElement).toBe(box('happened-on'))
})

it('an empty reception is refused at its fields, the first of them has the cursor, and what is mended is no longer said', async () => {
  await go('/visits/new')
  await press('s', true)
  const wrong = (): (string | undefined)[] => app.findAll<HTMLElement>('.field.wrong').map((field) => field.element.dataset.field)
  expect(wrong()).toEqual(['parties.0.name', 'matters.0.words'])
  expect(document.activeElement).toBe(box('party-name-0'))
  await app.get('[data-testid=party-anonymous-0]').setValue(true)
  expect([wrong(), app.get('[data-testid=failure] p').text()]).toEqual([['matters.0.words'], '还有 1 处要改。'])
  await app.get('[data-testid=matter-words-0]').setValue('路灯不亮')
  expect([wrong(), app.find('[data-testid=failure]').exists()]).toEqual([[], false])
})

it('a draft says what it is about and is thrown away only when that was asked', async () => {
  await go('/home')
  expect(app.get('[data-testid=home-draft]').text()).toContain('接待登记（新的：')
  await app.get('[data-testid=draft-discard]').trigger('click')
  expect(app.findAll('[data-testid=home-draft]')).toHaveLength(1)
  await app.get('[data-testid=draft-drop]').trigger('click')
  await settled()
  expect(app.find('[data-testid=home-draft]').exists()).toBe(false)
})

it('a list of attendance is one stop of Tab, and its key 2 takes the reason above', async () => {
  const rows = ref<AttendanceDraft[]>(['p1', 'p2', 'p3'].map((person_id) => expectedOf({ person_id, name: null })))
  const list = mount(Attendance, { props: { date: null, modelValue: rows.value, 'onUpdate:modelValue': (now) => void list.setProps({ modelValue: now }) }, attachTo: document.body })
  await flushPromises()
  await list.get('[data-testid=quick-reason]').setValue('因病')
  list.get<HTMLElement>('[data-testid=attendance-0]').element.focus()
  await press('ArrowDown')
  expect(document.activeElement).toBe(list.get('[data-testid=attendance-1]').element)
  await press('2')
  expect(list.props('modelValue').map((row) => [row.status, row.reason])).toEqual([[null, null], ['excused', '因病'], [null, null]])
  expect(list.findAll<HTMLElement>('.list [tabindex], .list select').filter((one) => one.element.tabIndex >= 0).map((one) => one.attributes('data-testid'))).toEqual(['attendance-1'])
  list.unmount()
})
