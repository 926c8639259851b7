// What was refused at a field is said until that field is changed, in whatever way its parts are: typed, ticked, chosen.
import { watch, type Ref } from 'vue'
import type { Failure } from '../backend'

const EVENTS = ['input', 'change', 'click'] as const
/** A click changes something only on these; on the field itself it only puts the caret. */
const CHOSEN = '[role=option], .chip button'

function fieldOf(event: Event): string | null {
  const at = event.target
  if (!(at instanceof HTMLElement) || (event.type === 'click' && at.closest(CHOSEN) === null)) return null
  return at.closest<HTMLElement>('[data-field]')?.dataset.field ?? null
}

/** What is left of a refusal when one field was changed; null when nothing is. `at` says where in the form a problem stands. */
export function mended(failure: Failure | null, field: string, at = (named: string): string => named): Failure | null {
  const left = failure?.problems.filter((problem) => at(problem.field) !== field) ?? []
  if (!failure || left.length === failure.problems.length) return failure
  return left.length === 0 ? null : { ...failure, message: `还有 ${left.length} 处要改。`, problems: left }
}

/** `mend` hears of every field that is changed under `root`. */
export function useMended(root: Ref<HTMLElement | null>, mend: (field: string) => void): void {
  const onEvent = (event: Event): void => {
    const field = fieldOf(event)
    if (field !== null) mend(field)
  }
  watch(root, (now, before) => {
    for (const name of EVENTS) {
      before?.removeEventListener(name, onEvent)
      now?.addEventListener(name, onEvent)
    }
  }, { immediate: true, flush: 'post' })
}
