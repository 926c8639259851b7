import { mount } from '@vue/test-utils'
import { defineComponent, ref } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { enterAction, useEnter, type KeyFacts } from './useEnter'

const key = (more: Partial<KeyFacts>): KeyFacts => ({ key: 'Enter', isComposing: false, keyCode: 13, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

describe('what Enter does', () => {
  it.each([
    ['walks on', key({}), false, 'next'],
    ['is pinyin being committed', key({ keyCode: 229, key: 'Unidentified' }), false, 'none'],
    ['is pinyin being committed, as other engines report it', key({ keyCode: 229 }), false, 'none'],
    ['is composing', key({ isComposing: true }), false, 'none'],
    ['is a new line in a text of many lines', key({}), true, 'none'],
    ['saves and begins anew with Ctrl', key({ ctrlKey: true }), true, 'save_and_new'],
    ['does not save with Ctrl while composing', key({ ctrlKey: true, keyCode: 229 }), false, 'none'],
    ['is nothing with Shift', key({ shiftKey: true }), false, 'none'],
    ['is not S', key({ key: 's', keyCode: 83 }), false, 'none'],
    ['is Ctrl+S', key({ key: 'S', keyCode: 83, ctrlKey: true }), true, 'save'],
  ] as const)('%s', (_, event, inTextarea, action) => {
    expect(enterAction(event, inTextarea)).toBe(action)
  })
})

const save = vi.fn()
const Form = defineComponent({
  setup() {
    const root = ref<HTMLElement | null>(null)
    return { root, onKeydown: useEnter(root, { save }) }
  },
  template: `<div ref="root" @keydown="onKeydown"><input id="a" type="text" /><input type="radio" name="r" id="r1" /><input type="radio" name="r" id="r2" /><input type="checkbox" /><input disabled /><select id="s"></select><textarea id="t"></textarea><input id="z" type="text" /><button data-save id="save">保存</button></div>`,
})

describe('a form', () => {
  it('is walked through by Enter, ends on 保存, and is not saved by it', async () => {
    const form = mount(Form, { attachTo: document.body })
    const order = ['a', 'r1', 's', 't'] as const
    for (const [at, id] of order.entries()) {
      const next = order[at + 1]
      form.find<HTMLElement>(`#${id}`).element.focus()
      await form.find(`#${id}`).trigger('keydown', { key: 'Enter', keyCode: 13 })
      expect(document.activeElement?.id, `after ${id}`).toBe(next ?? 't')
    }
    form.find<HTMLElement>('#z').element.focus()
    await form.find('#z').trigger('keydown', { key: 'Enter', keyCode: 229 })
    expect(document.activeElement?.id, 'a pinyin candidate was open').toBe('z')
    await form.find('#z').trigger('keydown', { key: 'Enter', keyCode: 13 })
    expect(document.activeElement?.id).toBe('save')
    expect(save, 'Enter never saves').not.toHaveBeenCalled()
    form.find<HTMLElement>('#t').element.focus()
    await form.find('#t').trigger('keydown', { key: 's', ctrlKey: true })
    expect(save).toHaveBeenCalledOnce()
    expect(document.activeElement?.id, 'the field was left first, so that it took its text over').not.toBe('t')
    form.unmount()
  })
})
