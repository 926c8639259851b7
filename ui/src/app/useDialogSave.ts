// Saving what a dialog or a small form holds: not while a field shows text that was not understood; what was refused stays
// to be mended; what was saved is told, with the way back. Ctrl+S saves, Enter walks on.
import { computed, nextTick, type ComputedRef, type Ref } from 'vue'
import type { Problem, Saved } from '../backend'
import { focusField, focusWrong, useEnter } from '../parts/useEnter'
import { useSession } from './session'
import { useAct, type Act } from './useAct'
import { mended, useMended } from './useMended'

export interface DialogSave extends Act {
  problems: ComputedRef<Problem[]>
  save: () => Promise<void>
  onKeydown: (event: KeyboardEvent) => void
}

/** `write` sends it, or gives null where there is nothing to send; `done` comes after it was saved. */
export function useDialogSave(root: Ref<HTMLElement | null>, write: () => Promise<Saved> | null, done: () => unknown): DialogSave {
  const session = useSession()
  const act = useAct()
  useMended(root, (field) => (act.failure.value = mended(act.failure.value, field)))

  async function save(): Promise<void> {
    // What is still being typed is taken over when its field is left.
    await nextTick()
    if (focusWrong(root.value)) return
    const saved = await act.run(async () => write())
    if (!saved) return focusField(root.value, act.failure.value?.problems[0]?.field ?? '')
    session.tell(saved.label, true)
    await done()
  }
  return { ...act, problems: computed(() => act.failure.value?.problems ?? []), save, onKeydown: useEnter(root, { save: () => void save() }) }
}
