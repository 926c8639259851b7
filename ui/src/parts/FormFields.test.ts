import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h, reactive } from 'vue'
import { beforeEach, expect, it } from 'vitest'
import { REPEAT, type FieldSpec } from './fields'
import FormFields from './FormFields.vue'

interface Contact { people: number | null; promoted: string; date: string | null; deputies: string[]; others: string[] }
const FIELDS: FieldSpec<Contact>[] = [
  { key: 'people', label: '人数', kind: 'number' },
  { key: 'promoted', label: '宣传内容', kind: 'text' },
  { key: 'date', label: '日期', kind: 'date' },
  { key: 'deputies', others: 'others', label: '代表', kind: 'persons' },
]
beforeEach(() => setActivePinia(createPinia()))

/** Types dot by dot, as hands do, and leaves the field. */
async function dots(last: Partial<Contact>, field: string): Promise<Contact> {
  const form = reactive<Contact>({ people: 3, promoted: '', date: null, deputies: [], others: [] })
  const page = mount(defineComponent(() => () => h(FormFields<Contact>, { fields: FIELDS, modelValue: form, testid: 'f' })), {
    attachTo: document.body,
    global: { provide: { [REPEAT as symbol]: (key: keyof Contact) => Promise.resolve(last[key] ?? null) } },
  })
  const at = page.get(`[data-testid="f-${field}"]`)
  const box = at.element instanceof HTMLInputElement ? at : at.get('input')
  await box.trigger('focus')
  for (const text of ['.', '..']) {
    // Where the field was filled at once, the second dot may already be gone.
    await box.setValue(text)
    await flushPromises()
  }
  await box.trigger('blur')
  await flushPromises()
  page.unmount()
  return form
}

// `..` repeats the last record's value in every kind of field, and leaves no dot behind where it says nothing.
it.each([
  ['people', { people: 12 }, { people: 12 }],
  ['people', {}, { people: null }],
  ['promoted', { promoted: '秸秆禁烧' }, { promoted: '秸秆禁烧' }],
  ['promoted', {}, { promoted: '' }],
  ['date', { date: '2023-12-01' }, { date: '2023-12-01' }],
  ['deputies', { deputies: ['a'] }, { deputies: ['a'], others: [] }],
  ['deputies', { others: ['张三'] }, { deputies: [], others: ['张三'] }],
  ['deputies', {}, { deputies: [], others: [] }],
] as const)('%s after %j is %j', async (field, last, now) => {
  expect(await dots(last as unknown as Partial<Contact>, field)).toMatchObject(now)
})
