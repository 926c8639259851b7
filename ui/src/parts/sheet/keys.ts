// What a key means in a sheet, on a selected cell and in one that is being typed in.
import { composing } from '../useEnter'
import type { Move } from './range'

export type KeyFacts = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export type SheetAction =
  | { does: 'move'; move: Move; extend: boolean }
  | { does: 'open' | 'edit' | 'clear' | 'all' | 'fill' | 'mark' | 'menu' | 'leave' }
  | { does: 'line' | 'cancel' | 'choose_up' | 'choose_down' }
  | { does: 'commit'; move: Move | null }

const MOVES: Record<string, Move> = {
  ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', PageUp: 'page_up', PageDown: 'page_down', Home: 'row_start', End: 'row_end',
}
const FAR: Record<string, Move> = { Home: 'first', End: 'last', ArrowUp: 'top', ArrowDown: 'bottom', ArrowLeft: 'row_start', ArrowRight: 'row_end' }
const CONTROL: Record<string, SheetAction> = { a: { does: 'all' }, d: { does: 'fill' }, Enter: { does: 'open' } }
const PLAIN: Record<string, SheetAction> = { F2: { does: 'edit' }, Delete: { does: 'clear' }, Backspace: { does: 'clear' }, Escape: { does: 'leave' }, ' ': { does: 'mark' } }

export interface Idle {
  /** Nothing can be typed here: Enter opens the row, Tab leaves. */
  readOnly: boolean
  /** Rows have boxes to tick. */
  ticks: boolean
}

/** On a selected cell. Letters mean nothing here: they arrive as text, from the keyboard or from an input method alike. */
export function idleAction(event: KeyFacts, idle: Idle): SheetAction | null {
  if (composing(event)) return null
  const control = event.ctrlKey || event.metaKey
  if (event.altKey) return event.key === 'ArrowDown' && !control ? { does: 'menu' } : null
  const move = control ? FAR[event.key] : MOVES[event.key]
  if (move) return { does: 'move', move, extend: event.shiftKey }
  if (control) return CONTROL[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null
  if (event.key === 'Enter') return idle.readOnly ? { does: 'open' } : { does: 'move', move: event.shiftKey ? 'up' : 'down', extend: false }
  if (event.key === 'Tab') return idle.readOnly ? null : { does: 'move', move: event.shiftKey ? 'previous' : 'next', extend: false }
  if (event.key === ' ' && (!idle.ticks || event.shiftKey)) return null
  return PLAIN[event.key] ?? null
}

export interface Typing {
  /** Begun by typing, so that arrows leave the cell; after F2 they move in the text. */
  over: boolean
  /** Ctrl+Enter and Alt+Enter make a new line. */
  long: boolean
  /** A list of choices is open. */
  choosing: boolean
}

/** In a cell that is being typed in; null leaves the key to the text. */
export function typingAction(event: KeyFacts, typing: Typing): SheetAction | null {
  if (composing(event)) return null
  const control = event.ctrlKey || event.metaKey
  if (event.key === 'Escape') return { does: 'cancel' }
  if (event.key === 'Tab') return { does: 'commit', move: event.shiftKey ? 'previous' : 'next' }
  if (event.key === 'Enter') {
    if (control || event.altKey) return typing.long ? { does: 'line' } : { does: 'commit', move: null }
    return { does: 'commit', move: event.shiftKey ? 'up' : 'down' }
  }
  if (control) return event.key.toLowerCase() === 's' ? { does: 'commit', move: null } : null
  if (typing.choosing && event.key === 'ArrowUp') return { does: 'choose_up' }
  if (typing.choosing && event.key === 'ArrowDown') return { does: 'choose_down' }
  const move = MOVES[event.key]
  return typing.over && move && !event.shiftKey && !event.altKey ? { does: 'commit', move } : null
}
