// A list with columns of the station's own, and where the keyboard is after many rows were changed.
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useHost, type Backend } from '../backend'
import BatchDialog from './BatchDialog.vue'
import FactList from './FactList.vue'

const asked = vi.fn()
const ANSWERS: Record<string, unknown> = {
  view: null,
  own_columns: [{ id: 'c1', label: '慰问金', type: 'money' }, { id: 'c2', label: '回访', type: 'yes_no' }],
  own_values_of: { walk: { c1: '120050', c2: '0' } },
  cell_fields: [{ key: 'own.c1', label: '慰问金', type: 'money', list: null, words: [] }, { key: 'own.c2', label: '回访', type: 'yes_no', list: null, words: [] }],
  change_cells: { done: true, label: '已修改', problems: [] },
}

beforeEach(() => {
  setActivePinia(createPinia())
  useHost({ call: (name: string, input: unknown) => (asked(name, input), Promise.resolve(ANSWERS[name])) } as unknown as Backend)
  for (const [name, size] of [['clientHeight', 560], ['offsetHeight', 560], ['clientWidth', 1160], ['offsetWidth', 1160]] as const) vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(size)
})
afterEach(() => vi.restoreAllMocks())

it('shows columns of the station\'s own, types in them, and has the keyboard again after a change of many rows', async () => {
  const columns = [{ key: 'who', label: '选民', width: 90, text: (row: { id: string }) => row.id }]
  const list = mount(FactList as never, { props: { kind: 'contact', rows: [{ id: 'walk' }, { id: 'talk' }], columns, label: '走访联系', testid: 'l' } as never, attachTo: document.body })
  await flushPromises()
  const cells = (): string[] => list.findAll('[role=gridcell][data-key]').map((cell) => cell.text())
  expect(cells()).toEqual(['walk', '1200.50', '否', 'talk', '', ''])
  await list.find('[data-testid=l-sheet]').setValue(true)
  const box = list.find<HTMLTextAreaElement>('[data-testid=l-cell]')
  await box.trigger('keydown', { key: 'ArrowRight' })
  await box.setValue('30')
  await box.trigger('keydown', { key: 'Enter' })
  expect(asked).toHaveBeenCalledWith('change_cells', { changes: [{ kind: 'contact', id: 'walk', key: 'own.c1', text: '30' }], skip_bad: true })
  box.element.blur()
  list.findComponent(BatchDialog).vm.$emit('closed')
  expect(document.activeElement).toBe(box.element)
  list.unmount()
})
