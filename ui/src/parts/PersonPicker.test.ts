import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import PersonPicker from './PersonPicker.vue'

const choices = [['p1', '王建国'], ['p2', '李秀英'], ['p3', '李强'], ['p4', '李强']].map(([id = '', label = '']) => ({ id, label, note: null, initials: '', spelling: '' }))

it('keeps a name that the roster lacks where only the roster is offered, and says so', async () => {
  const form = mount(PersonPicker, { props: { choices, persons: [], only: true } })
  await form.get('input').setValue('zlz')
  await form.get('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(form.get('input').element.value).toBe('zlz')
  expect(form.get('[role=alert]').text()).toBe('没有找到“zlz”，请改正或从列表中选。')
  expect(form.get('input').attributes('aria-invalid'), 'nothing is saved in its place').toBe('true')
  await form.get('input').setValue('zl')
  expect(form.find('[role=alert]').exists()).toBe(false)
  form.unmount()
})

it.each([
  ['王建国、李秀英', ['p1', 'p2'], []],
  ['甲、乙、甲 丙', [], ['甲', '乙', '丙']],
  ['李秀英，甲，李强', ['p2'], ['甲', '李强']],
])('%s typed at once', async (typed, wanted, strangers) => {
  const both = ref({ persons: [] as string[], others: [] as string[] })
  const form = mount(defineComponent(() => () => h(PersonPicker, {
    choices, persons: both.value.persons, others: both.value.others,
    'onUpdate:persons': (persons: string[]) => (both.value = { ...both.value, persons }),
    'onUpdate:others': (others: string[]) => (both.value = { ...both.value, others }),
  })))
  await form.get('input').setValue(typed)
  await form.get('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(both.value).toEqual({ persons: wanted, others: strangers })
  form.unmount()
})
