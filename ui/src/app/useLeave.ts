// Leaving what is not saved: the first time it is said, the next time it is left. One way for forms, dialogs and pages.
import type { Ref } from 'vue'
import { useSession } from './session'

/** A double click is one wish. */
const TWICE = 300
/** Who was told longer ago, the message being gone, is told again. */
const SHOWN = 10_000

/** Whether it may be left. `held` is what would be lost, null when nothing would be; `again` how soon a second wish counts. */
export function useLeave(held: () => string | null, words: string, again = 0): () => boolean {
  const session = useSession()
  let told = { what: '', at: -Infinity }
  return () => {
    const what = held()
    if (what === null) return true
    const since = told.what === what ? performance.now() - told.at : Infinity
    if (since <= SHOWN) return since >= again
    told = { what, at: performance.now() }
    session.tell(words)
    return false
  }
}

export interface DialogLeave {
  /** What the dialog holds now counts as unchanged. */
  settle: () => void
  changed: () => boolean
  /** For Esc, × and a click outside. */
  leave: () => void
}

/** `holds` gives what is typed in the dialog, undefined while nothing is. */
export function useDialogLeave(root: Ref<HTMLElement | null>, holds: () => unknown, close: () => void): DialogLeave {
  const now = (): string | undefined => JSON.stringify(holds())
  let before = now()
  const changed = (): boolean => now() !== undefined && now() !== before
  const mayLeave = useLeave(() => (changed() ? (now() ?? null) : null), '有改动还没有保存。再按一次 Esc，或再关一次，就放弃改动。', TWICE)

  function leave(): void {
    const at = document.activeElement
    // What is still being typed counts: a field takes its text over when it is left.
    if (at instanceof HTMLElement && root.value?.contains(at)) {
      at.blur()
      at.focus()
    }
    if (mayLeave()) close()
  }
  return { settle: () => void (before = now()), changed, leave }
}
