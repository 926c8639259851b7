// The list under a text field: what it offers, which line is marked, what Enter and leaving do.
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Choice } from '../backend'
import { exactly, matching } from './match'

export interface ComboRules {
  choices: () => readonly Choice[]
  text: Ref<string>
  /** Text that is no choice may be kept. */
  free: () => boolean
  /** What text that is no choice would become, such as 新增单位; said in the last line of the list. */
  fresh?: () => string
  pick: (choice: Choice) => void
  keep: (text: string) => void
}

export interface Combo {
  /** What the field says was typed and not yet taken over. */
  isTyped: () => boolean
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

/** The last line of a list whose field takes new text too: the text as it was typed. */
export const AS_TYPED = 'as typed'

/** `..` asks for the last record's value (。。 on a Chinese keyboard). It is nobody's name. */
export const DOTS = /^[.。．]{2}$/

export function useCombo(rules: ComboRules): Combo {
  const open = ref(false)
  const marked = ref(-1)
  const dirty = ref(false)
  let written = ''
  /** What was put in meanwhile (by `..`, say) is not the clerk's to be taken over. */
  const isTyped = (): boolean => dirty.value && rules.text.value === written
  const found = computed(() => {
    const typed = dirty.value ? rules.text.value.trim() : ''
    const known = matching(rules.choices(), typed)
    // Where nothing is like it the text is kept anyway.
    const open = rules.free() && typed !== '' && known.length > 0 && exactly(rules.choices(), typed) === null && !DOTS.test(typed)
    return open ? [...known, { id: AS_TYPED, label: `${rules.fresh?.() ?? '新增'}：${typed}`, note: null, initials: '', spelling: '' }] : known
  })

  function typed(now = rules.text.value): void {
    dirty.value = true
    open.value = true
    written = now
    const text = now.trim()
    const first = matching(rules.choices(), text)[0]
    // Where new text is welcome, what is found only by its note (the village of a deputy, say) must not take its place.
    const meant = first !== undefined && (!rules.free() || /^[a-z]+$/i.test(text) || first.label.includes(text))
    marked.value = text !== '' && meant ? 0 : -1
  }

  function show(): void {
    if (!open.value) dirty.value = false
    open.value = true
  }

  function move(by: number): void {
    show()
    const last = found.value.length - 1
    // Up from the first line is the last one: the text as it was typed.
    marked.value = rules.free() && by < 0 && marked.value <= 0 ? last : Math.min(last, Math.max(0, marked.value + by))
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
    if (choice && choice.id !== AS_TYPED) rules.pick(choice)
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
    if (same && same.id !== AS_TYPED) rules.pick(same)
    else keep()
  }

  return { isTyped, open, marked, found, typed, show, move, enter, leave }
}
