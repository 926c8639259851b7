// What is being typed survives a killed program: saved half a second after the last key, and on leaving.
import { onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import { call, failureOf, type Draft, type Failure } from '../backend'

export const DRAFT_DELAY = 500

export interface Drafting<T> {
  /** A draft found on opening; null when there is none or it was dealt with. */
  offered: Ref<Draft | null>
  /** Why the draft could not be kept; typing goes on, and the next change tries again. */
  failure: Ref<Failure | null>
  accept: () => T | null
  discard: () => Promise<void>
  /** After saving the form: the draft is of no more use. */
  drop: () => Promise<void>
  flush: () => Promise<void>
  /** What the form holds now counts as unchanged: it was just loaded. */
  settle: () => void
}

export function useDraft<T>(form: string, subject: () => string, body: () => T, isEmpty: (body: T) => boolean): Drafting<T> {
  const offered = shallowRef<Draft | null>(null)
  const failure = shallowRef<Failure | null>(null)
  let timer: ReturnType<typeof setTimeout> | null = null
  let stored = JSON.stringify(body())
  let closed = false
  /** Whose draft it is: the address has changed already when a page is left. */
  let whose = subject()

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    const now = JSON.stringify(body())
    if (closed || now === stored || isEmpty(body())) return
    stored = now
    try {
      await call('save_draft', { form, subject: whose, body: body() })
      failure.value = null
    } catch (thrown) {
      stored = ''
      failure.value = failureOf(thrown)
    }
  }

  async function drop(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    stored = JSON.stringify(body())
    offered.value = null
    try {
      await call('drop_draft', { form, subject: whose })
      failure.value = null
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  async function look(): Promise<void> {
    const drafts = await call('drafts', null)
    offered.value = drafts.find((draft) => draft.form === form && draft.subject === whose) ?? null
  }

  watch(body, () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void flush(), DRAFT_DELAY)
  }, { deep: true })
  watch(subject, (now) => {
    void flush()
    whose = now
    void look()
  })
  void look()
  onBeforeUnmount(() => {
    void flush()
    closed = true
  })

  return {
    offered,
    failure,
    accept() {
      const found = offered.value
      offered.value = null
      return found ? (found.body as T) : null
    },
    discard: drop,
    drop,
    flush,
    settle: () => (stored = JSON.stringify(body())),
  }
}
