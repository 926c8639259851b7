import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h, reactive } from 'vue'
import { beforeEach, expect, it } from 'vitest'
import { useHost, type Backend } from '../backend'
import type { FieldSpec } from '../parts/fields'
import FormFields from '../parts/FormFields.vue'
import { useRepeat } from './useRepeat'

interface Contact { people: number | null; promoted: string; date: string | null; village: string | null; deputies: string[]; other_deputies: string[] }
const FIELDS: FieldSpec<Contact>[] = [
  { key: 'people', label: '人数', kind: 'number' },
  { key: 'promoted', label: '宣传内容', kind: 'text' },
  { key: 'date', label: '日期', kind: 'date' },
  { key: 'village', label: '村', kind: 'name', list: 'villages' },
  { key: 'deputies', others: 'other_deputies', label: '代表', kind: 'persons' },
]
beforeEach(() => setActivePinia(createPinia()))

/** Types dot by dot, as hands do, and leaves the field. */
async function dots(last: Partial<Contact> | null, field: string): Promise<Contact> {
  useHost({ call: () => Promise.resolve(last) } as unknown as Backend)
  const form = reactive<Contact>({ people: 3, promoted: '', date: '2023-12-01', village: null, deputies: [], other_deputies: [] })
  const page = mount(defineComponent(() => {
    const repeat = useRepeat<Contact>(() => 'contact', () => form, (draft) => draft as Contact)
    return () => h('div', { onInputCapture: repeat.onInput, onChangeCapture: repeat.onChange }, h(FormFields<Contact>, { fields: FIELDS, modelValue: form, testid: 'f' }))
  }), { attachTo: document.body })
  const at = page.get(`[data-testid="f-${field}"]`)
  const box = at.element instanceof HTMLInputElement ? at : at.get('input')
  await box.trigger('focus')
  for (const text of ['.', '..']) {
    // Where the field was filled at once, the second dot may already be gone.
    await box.setValue(text)
    await flushPromises()
  }
  await box.trigger('change')
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
  ['promoted', null, { promoted: '' }],
  ['village', { village: '仁庄' }, { village: '仁庄' }],
  ['village', null, { village: null }],
  ['date', { date: '2023-12-01' }, { date: '2023-12-01' }],
  ['date', { date: '2024-01-02' }, { date: '2024-01-02' }],
  ['deputies', { deputies: ['a'] }, { deputies: ['a'], other_deputies: [] }],
  ['deputies', { other_deputies: ['张三'] }, { deputies: [], other_deputies: ['张三'] }],
  ['deputies', {}, { deputies: [], other_deputies: [] }],
] as const)('%s after %j is %j', async (field, last, now) => {
  expect(await dots(last as unknown as Partial<Contact> | null, field)).toMatchObject(now)
})
