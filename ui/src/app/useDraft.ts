// What is being typed survives a killed program: saved half a second after the last key, and on leaving.
import { onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import { call, type Draft } from '../backend'

export const DRAFT_DELAY = 500

export interface Drafting<T> {
  /** A draft found on opening; null when there is none or it was dealt with. */
  offered: Ref<Draft | null>
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
  let timer: ReturnType<typeof setTimeout> | null = null
  let stored = JSON.stringify(body())
  let closed = false

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    const now = JSON.stringify(body())
    if (closed || now === stored || isEmpty(body())) return
    stored = now
    await call('save_draft', { form, subject: subject(), body: body() })
  }

  async function drop(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    stored = JSON.stringify(body())
    offered.value = null
    await call('drop_draft', { form, subject: subject() })
  }

  async function look(): Promise<void> {
    const drafts = await call('drafts', null)
    offered.value = drafts.find((draft) => draft.form === form && draft.subject === subject()) ?? null
  }

  watch(body, () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void flush(), DRAFT_DELAY)
  }, { deep: true })
  watch(subject, () => void look(), { immediate: true })
  onBeforeUnmount(() => {
    void flush()
    closed = true
  })

  return {
    offered,
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
