import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import DateField from './DateField.vue'
import TextPicker from './TextPicker.vue'
import NumberField from './NumberField.vue'

it.each([
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

it('a picker is selected whole at every click, but not while something is typed in it', async () => {
  const field = mount(TextPicker, { props: { choices: [], modelValue: '水利站' }, attachTo: document.body }).get('input')
  const clicked = async (): Promise<(number | null)[]> => {
    field.element.setSelectionRange(1, 1)
    await field.trigger('click')
    return [field.element.selectionStart, field.element.selectionEnd]
  }
  field.element.focus()
  expect([await clicked(), await clicked()]).toEqual([[0, 3], [0, 3]])
  await field.setValue('水利局')
  expect(await clicked()).toEqual([1, 1])
})
