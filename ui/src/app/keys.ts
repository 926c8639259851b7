// Keys of the whole window. Input methods own Ctrl+Space, Shift and Ctrl+句点: none of these is used.
import { composing } from '../parts/useEnter'
import { inText, takeBack } from './undo'

export interface WindowKeys {
  go: (menu: number) => void
  enter: () => void
  help: () => void
  refresh: () => void
  find: () => void
  print: () => void
  save: (place: ParentNode) => void
}

export function onWindowKey(event: KeyboardEvent, does: WindowKeys): void {
  if (composing(event)) return
  const control = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  const done = (work: () => void): void => {
    event.preventDefault()
    work()
  }
  if (event.key === 'F1') done(does.help)
  else if (event.key === 'F5') done(does.refresh)
  else if (event.altKey && !control && /^[1-8]$/.test(key)) done(() => does.go(Number(key)))
  else if (event.altKey && !control && key === 'n') done(does.enter)
  else if (control && key === 'f') done(does.find)
  else if (control && key === 'p') done(does.print)
  // A form that has the focus has saved itself; a dialog hides the form behind it.
  else if (control && key === 's' && !event.defaultPrevented) done(() => does.save((event.target instanceof Element && event.target.closest('.el-overlay')) || document))
  else if (control && (key === 'z' || key === 'y')) done(() => undoKey(event, key === 'y' || event.shiftKey ? 'redo' : 'undo'))
}

/** 保存 of what is open: of two, that of the drawer above. */
export function saveOf(place: ParentNode): HTMLElement | undefined {
  return [...place.querySelectorAll<HTMLElement>('[data-save]')].filter((button) => button.getClientRects().length > 0).at(-1)
}

function undoKey(event: KeyboardEvent, which: 'undo' | 'redo'): void {
  if (inText(event.target)) document.execCommand(which)
  else void takeBack(which)
}
