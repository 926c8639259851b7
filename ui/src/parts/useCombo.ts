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
  /** `now` is what the field says: `text` may learn of it only later. */
  typed: (now?: string) => void
  /** A click shows what there is and marks nothing: the Enter after it must not choose. */
  show: () => void
  move: (by: number) => void
  /** Enter: true when it picked or kept something. */
  enter: () => boolean
  leave: () => void
}

/** `..` asks for the last record's value (。。 on a Chinese keyboard). It is nobody's name. */
export const DOTS = /^[.。．]{2}$/

export function useCombo(rules: ComboRules): Combo {
  const open = ref(false)
  const marked = ref(-1)
  const dirty = ref(false)
  let written = ''
  /** What was put in meanwhile (by `..`, say) is not the clerk's to be taken over. */
  const isTyped = (): boolean => dirty.value && rules.text.value === written
  const found = computed(() => matching(rules.choices(), dirty.value ? rules.text.value : ''))

  function typed(now = rules.text.value): void {
    dirty.value = true
    open.value = true
    written = now
    const text = now.trim()
    // Where new text is welcome, Chinese that only begins like a choice must not turn into it.
    const certain = !rules.free() || /^[a-z]+$/i.test(text) || exactly(rules.choices(), text) !== null
    marked.value = text !== '' && certain && matching(rules.choices(), text).length > 0 ? 0 : -1
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

  function keep(): void {
    const text = rules.text.value.trim()
    if (DOTS.test(text)) rules.text.value = ''
    rules.keep(DOTS.test(text) ? '' : text)
  }

  function enter(): boolean {
    const choice = open.value ? found.value[marked.value] : undefined
    const wasTyped = isTyped()
    close()
    if (choice) rules.pick(choice)
    else if (wasTyped) keep()
    return choice !== undefined || wasTyped
  }

  /** Leaving by Tab or mouse takes what Enter would have taken; the field shows it. */
  function leave(): void {
    const wasTyped = isTyped()
    const choice = found.value[marked.value]
    close()
    if (!wasTyped) return
    const same = exactly(rules.choices(), rules.text.value) ?? choice
    if (same) rules.pick(same)
    else keep()
  }

  return { open, marked, found, typed, show, move, enter, leave }
}
