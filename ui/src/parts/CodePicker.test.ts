import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import CodePicker from './CodePicker.vue'

const choices = [{ id: 'road', label: '道路', note: null, initials: 'dl', spelling: 'daolu' }]

it.each([
  ['blz', 'blz', undefined, '没有找到“blz”，请改正或从列表中选。'],
  ['dl', '道路', 'road', null],
  ['道路', '道路', 'road', null],
  ['..', '', null, null],
])('%s and Enter shows %j', async (typed, shown, sent, said) => {
  const field = mount(CodePicker, { props: { choices, modelValue: null } })
  await field.get('input').setValue(typed)
  await field.get('input').trigger('keydown', { key: 'Enter' })
  expect(field.get('input').element.value).toBe(shown)
  expect(field.emitted('update:modelValue')?.[0]?.[0] ?? undefined).toBe(sent ?? undefined)
  expect(field.find('[role=alert]').exists() ? field.get('[role=alert]').text() : null).toBe(said)
})
