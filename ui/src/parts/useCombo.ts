// The list under a text field: what it offers, which line is marked, what Enter and leaving do.
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Choice } from '../backend'
import { exactly, matching } from './match'

export interface ComboRules {
  choices: () => readonly Choice[]
  text: Ref<string>
  /** Text that is no choice may be kept. */
  free: () => boolean
  pick: (choice: Choice) => void
  keep: (text: string) => void
}

export interface Combo {
  open: Ref<boolean>
  marked: Ref<number>
  found: ComputedRef<Choice[]>
  typed: () => void
  /** A click shows what there is and marks nothing: the Enter after it must not choose. */
  show: () => void
  move: (by: number) => void
  /** Enter: true when it picked or kept something. */
  enter: () => boolean
  leave: () => void
}

export function useCombo(rules: ComboRules): Combo {
  const open = ref(false)
  const marked = ref(-1)
  const dirty = ref(false)
  const found = computed(() => matching(rules.choices(), dirty.value ? rules.text.value : ''))

  function typed(): void {
    dirty.value = true
    open.value = true
    const text = rules.text.value.trim()
    // Where new text is welcome, Chinese that only begins like a choice must not turn into it.
    const certain = !rules.free() || /^[a-z]+$/i.test(text) || exactly(rules.choices(), text) !== null
    marked.value = text !== '' && certain && found.value.length > 0 ? 0 : -1
  }

  function show(): void {
    if (!open.value) dirty.value = false
    open.value = true
  }

  function move(by: number): void {
    show()
    const last = found.value.length - 1
    marked.value = Math.min(last, Math.max(0, marked.value + by))
  }

  function close(): void {
    open.value = false
    dirty.value = false
    marked.value = -1
  }

  function enter(): boolean {
    const choice = open.value ? found.value[marked.value] : undefined
    const wasDirty = dirty.value
    close()
    if (choice) rules.pick(choice)
    else if (wasDirty) rules.keep(rules.text.value.trim())
    return choice !== undefined || wasDirty
  }

  /** Leaving by Tab or mouse takes what Enter would have taken; the field shows it. */
  function leave(): void {
    const wasDirty = dirty.value
    const choice = found.value[marked.value]
    close()
    if (!wasDirty) return
    const same = exactly(rules.choices(), rules.text.value) ?? choice
    if (same) rules.pick(same)
    else rules.keep(rules.text.value.trim())
  }

  return { open, marked, found, typed, show, move, enter, leave }
}
