// Two dots in a field stand for what the newest record of the kind says there; where it says nothing the field is left empty.
import { nextTick } from 'vue'
import { call } from '../backend'
import { DOTS } from '../parts/useCombo'
import { copyOf } from './copy'

type Path = Record<string, unknown>

/** The object that holds the field `matters.0.unit`, and the field's own key. */
function placeOf(form: object, field: string): { holder: Path | undefined; key: string } {
  const keys = field.split('.')
  const key = keys.pop() ?? ''
  return { holder: keys.reduce<Path | undefined>((at, step) => at?.[step] as Path | undefined, form as Path), key }
}

export interface Repeat {
  /** For the capture phase of a form's root: before the field itself looks for a choice or a date that begins with dots. */
  onInput: (event: Event) => void
  /** Likewise. Words may go on after two dots, so these count once the field is left. */
  onChange: (event: Event) => void
  /** Until what is repeated stands in the form. */
  done: () => Promise<void>
}

/** `read` makes a form of what the program keeps. */
export function useRepeat<F extends object>(kind: () => string, form: () => F, read: (draft: unknown) => F): Repeat {
  let busy: Promise<void> = Promise.resolve()

  async function fill(field: string, nothing: unknown): Promise<void> {
    const { holder, key } = placeOf(form(), field)
    if (!holder || !(key in holder)) return
    const before = holder[key]
    // Emptied first: a field hears only of a value that differs.
    holder[key] = Array.isArray(before) ? [] : nothing
    // What cannot be read says nothing.
    const [draft] = await Promise.all([call('last', { kind: kind() }).catch(() => null), nextTick()])
    const last = draft === null ? undefined : placeOf(read(copyOf(draft)), field).holder
    holder[key] = last?.[key] ?? (Array.isArray(before) ? before : nothing)
  }

  function repeat(event: Event, words: boolean): void {
    const box = event.target
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) || !DOTS.test(box.value.trim())) return
    const field = box.closest<HTMLElement>('[data-field]')?.dataset.field
    // A box that says whether it was understood (aria-invalid) holds more than words.
    if (field === undefined || box.hasAttribute('aria-invalid') === words) return
    box.value = ''
    if (!words) {
      // The field must hear of it at once: before the browser's own event reaches it, it may have been drawn anew with the first dot.
      event.stopPropagation()
      box.dispatchEvent(new Event('input', { bubbles: true }))
    }
    // Persons that the roster lacks stand beside those of the roster.
    for (const key of [field, `other_${field}`]) busy = Promise.all([busy, fill(key, words ? '' : null)]).then(() => undefined)
  }

  return { onInput: (event) => repeat(event, false), onChange: (event) => repeat(event, true), done: () => busy }
}
