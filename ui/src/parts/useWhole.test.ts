import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import DateField from './DateField.vue'
import TextPicker from './TextPicker.vue'
import NumberField from './NumberField.vue'

it.each([
  ['a picker', TextPicker, { choices: [], modelValue: '水利站' }, 3],
  ['a date', DateField, { today: '2026-03-05', modelValue: '2026-03-05' }, 10],
  ['a number', NumberField, { modelValue: 12 }, 2],
])('%s that is come to by the mouse is selected whole, and a second click puts the caret', async (_, part, props, length) => {
  const field = mount(part as never, { props: props as never, attachTo: document.body }).find('input')
  const at = (): (number | null)[] => [field.element.selectionStart, field.element.selectionEnd]
  field.element.focus()
  field.element.setSelectionRange(1, 1)
  await field.trigger('click')
  expect(at()).toEqual([0, length])
  field.element.setSelectionRange(1, 1)
  await field.trigger('click')
  expect(at()).toEqual([1, 1])
})
