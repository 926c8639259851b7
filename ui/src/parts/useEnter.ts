// Enter walks from field to field and never saves. Keydown only: the Enter that commits pinyin comes as keydown 229
// and then as an ordinary keyup, so keyup must not be used at all.
import type { Ref } from 'vue'

export type EnterAction = 'none' | 'next' | 'save' | 'save_and_new'
export type KeyFacts = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export function composing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229
}

export function enterAction(event: KeyFacts, inTextarea: boolean): EnterAction {
  if (composing(event)) return 'none'
  const control = event.ctrlKey || event.metaKey
  if (control && event.key.toLowerCase() === 's') return 'save'
  if (event.key !== 'Enter') return 'none'
  if (control) return 'save_and_new'
  if (inTextarea || event.altKey || event.shiftKey) return 'none'
  return 'next'
}

const FIELDS = 'input:not([disabled]):not([readonly]):not([type=hidden]), select:not([disabled]), textarea:not([disabled])'

/** Fields that Enter visits, in order: of radio buttons of one name only one. */
export function fieldsOf(root: HTMLElement): HTMLElement[] {
  const seen = new Set<string>()
  return [...root.querySelectorAll<HTMLInputElement>(FIELDS)].filter((field) => {
    if (field.tabIndex < 0 || field.type === 'checkbox') return false
    if (field.type !== 'radio') return true
    if (seen.has(field.name)) return false
    seen.add(field.name)
    return true
  })
}

/** Focuses the field after `from`; after the last one the button marked `data-save`. */
export function focusNext(root: HTMLElement, from: Element): void {
  const fields = fieldsOf(root)
  const radio = from instanceof HTMLInputElement && from.type === 'radio'
  const at = fields.findIndex((field) => field === from || (radio && (field as HTMLInputElement).name === from.name))
  const next = at >= 0 ? fields[at + 1] : undefined
  goTo(next ?? root.querySelector<HTMLElement>('[data-save]'))
}

/** Focuses a field; typing then takes the place of what it says. */
function goTo(field: HTMLElement | null): void {
  field?.focus()
  if (field instanceof HTMLInputElement && field.type === 'text') field.select()
}

export interface EnterSaves {
  save: () => void
  saveAndNew?: () => void
}

/** The keydown handler for a form's root element. */
export function useEnter(root: Ref<HTMLElement | null>, does: EnterSaves): (event: KeyboardEvent) => void {
  return (event) => {
    const target = event.target
    if (!root.value || !(target instanceof HTMLElement)) return
    const action = enterAction(event, target instanceof HTMLTextAreaElement)
    if (action === 'none') return
    if (action === 'next' && !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    event.preventDefault()
    // What is still being typed counts: a field takes its text over when it is left.
    if (action !== 'next') target.blur()
    if (action === 'next') focusNext(root.value, target)
    else if (action === 'save') does.save()
    else (does.saveAndNew ?? does.save)()
  }
}

/** Focuses the first field whose text was not understood; while there is one, nothing may be saved in its place. */
export function focusWrong(root: HTMLElement | null): boolean {
  const wrong = root?.querySelector<HTMLElement>('[aria-invalid=true]')
  wrong?.focus()
  return wrong instanceof HTMLElement
}

/** Focuses the field that a problem is about: the nearest element with that `data-field`, or with a shorter key. */
export function focusField(root: HTMLElement | null, field: string): void {
  for (let key = field; root && key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
    const box = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"]`)
    // A chip's × comes before the field it belongs to, and an Enter on it would take the chip away.
    const input = box?.querySelector<HTMLElement>('input, select, textarea') ?? box?.querySelector<HTMLElement>('button')
    if (input) {
      goTo(input)
      box?.scrollIntoView({ block: 'center' })
      return
    }
  }
}
