import { describe, expect, it } from 'vitest'
import { idleAction, typingAction, type KeyFacts, type SheetAction } from './keys'

/** `Ctrl+Shift+Home` as the browser tells it. */
function key(name: string, more: Partial<KeyFacts> = {}): KeyFacts {
  const parts = name.split('+')
  const last = parts.at(-1) ?? ''
  return { key: last === 'Space' ? ' ' : last, isComposing: false, keyCode: 0, ctrlKey: parts.includes('Ctrl'), metaKey: false, altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift'), ...more }
}
const move = (to: string, extend = false): SheetAction => ({ does: 'move', move: to, extend }) as SheetAction
const commit = (to: string | null): SheetAction => ({ does: 'commit', move: to }) as SheetAction

describe('on a selected cell', () => {
  it.each<[string, SheetAction | null]>([
    ['ArrowUp', move('up')], ['Shift+ArrowRight', move('right', true)], ['Ctrl+ArrowDown', move('bottom')], ['Ctrl+Shift+End', move('last', true)],
    ['Home', move('row_start')], ['Ctrl+Home', move('first')], ['PageDown', move('page_down')], ['Tab', move('next')], ['Shift+Tab', move('previous')],
    ['Enter', move('down')], ['Shift+Enter', move('up')], ['Ctrl+Enter', { does: 'open' }], ['F2', { does: 'edit' }], ['Delete', { does: 'clear' }], ['Backspace', { does: 'clear' }],
    ['Ctrl+a', { does: 'all' }], ['Ctrl+D', { does: 'fill' }], ['Space', { does: 'mark' }], ['Alt+ArrowDown', { does: 'menu' }], ['Escape', { does: 'leave' }],
    ['a', null], ['Ctrl+c', null], ['Ctrl+v', null], ['Ctrl+f', null], ['Ctrl+z', null], ['Alt+1', null],
  ])('%s', (name, action) => {
    expect(idleAction(key(name), { readOnly: false, ticks: true })).toEqual(action)
  })

  it('of a list that is only read, Enter opens the row and Tab leaves', () => {
    expect(idleAction(key('Enter'), { readOnly: true, ticks: false })).toEqual({ does: 'open' })
    expect(idleAction(key('Tab'), { readOnly: true, ticks: false })).toBeNull()
    expect(idleAction(key('Space'), { readOnly: true, ticks: false }), 'there is nothing to tick').toBeNull()
  })

  it('the keys of an input method are its own', () => {
    for (const name of ['Enter', 'Space', 'ArrowDown', 'Escape']) {
      expect(idleAction(key(name, { keyCode: 229 }), { readOnly: false, ticks: true }), name).toBeNull()
      expect(typingAction(key(name, { isComposing: true }), { over: true, long: false, choosing: false }), name).toBeNull()
    }
  })
})

describe('in a cell that is typed in', () => {
  const over = { over: true, long: false, choosing: false }
  it.each<[string, Partial<typeof over>, SheetAction | null]>([
    ['Enter', {}, commit('down')], ['Shift+Enter', {}, commit('up')], ['Tab', {}, commit('next')], ['Shift+Tab', {}, commit('previous')], ['Escape', {}, { does: 'cancel' }],
    ['ArrowLeft', {}, commit('left')], ['ArrowLeft', { over: false }, null], ['Shift+ArrowLeft', {}, null],
    ['ArrowDown', { choosing: true }, { does: 'choose_down' }], ['ArrowDown', { over: false, choosing: true }, { does: 'choose_down' }],
    ['Alt+Enter', { long: true }, { does: 'line' }], ['Ctrl+Enter', { long: true }, { does: 'line' }], ['Ctrl+Enter', {}, commit(null)],
    ['Ctrl+s', {}, commit(null)], ['Ctrl+v', {}, null], ['Ctrl+z', {}, null], ['Delete', {}, null], ['F2', {}, null],
  ])('%s with %j', (name, state, action) => {
    expect(typingAction(key(name), { ...over, ...state })).toEqual(action)
  })
})
