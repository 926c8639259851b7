// Undo and redo of saved entries, by button and by key. Inside text the text's own undo works (the engine has no key for it).
import { useSession } from './session'
import { call, failureOf } from '../backend'

export function inText(target: EventTarget | null): boolean {
  // A sheet's text box while nothing is typed in it.
  if (target instanceof HTMLElement && target.dataset.idle !== undefined) return false
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type)
  return target instanceof HTMLElement && target.isContentEditable
}

export async function takeBack(which: 'undo' | 'redo'): Promise<void> {
  const session = useSession()
  try {
    const { label } = await call(which, null)
    session.tell(label)
  } catch (thrown) {
    session.tell(failureOf(thrown).message)
  }
}
