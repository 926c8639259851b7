// What is being typed survives a killed program: saved half a second after the last key, and on leaving.
import { onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import { call, failureOf, type Draft, type Failure } from '../backend'
import { useSession } from './session'

export const DRAFT_DELAY = 500

export interface Drafting<T> {
  /** A draft found on opening; null when there is none or it was dealt with. */
  offered: Ref<Draft | null>
  /** Why the draft could not be kept; typing goes on, and the next change tries again. */
  failure: Ref<Failure | null>
  accept: () => T | null
  discard: () => Promise<void>
  /** After saving the form: what was kept of it is of no more use. */
  drop: () => Promise<void>
  /** What the form holds now counts as unchanged: it was just loaded. */
  settle: () => void
}

/** Whose draft it is: a second one of the same fact is kept as `fact#2`. */
const factOf = (subject: string): string => subject.split('#')[0] ?? ''

export function useDraft<T>(form: string, subject: () => string, body: () => T, isEmpty: (body: T) => boolean): Drafting<T> {
  const session = useSession()
  const offered = shallowRef<Draft | null>(null)
  const failure = shallowRef<Failure | null>(null)
  let timer: ReturnType<typeof setTimeout> | null = null
  let stored = JSON.stringify(body())
  let closed = false
  /** Under which subject it is kept: the address has changed already when a page is left. */
  let kept = look(subject())
  let writing: Promise<void> = Promise.resolve()

  /** Offers what was left unfinished. What is typed before that is taken up is kept beside it, never over it. */
  async function look(asked: string): Promise<string> {
    const all = await call('drafts', null).catch((): Draft[] => [])
    const mine = all.filter((draft) => draft.form === form && factOf(draft.subject) === factOf(asked))
    if (asked === subject()) offered.value = mine.find((draft) => draft.subject === asked) ?? mine[0] ?? null
    let free = factOf(asked)
    for (let n = 2; mine.some((draft) => draft.subject === free); n += 1) free = `${factOf(asked)}#${n}`
    return free
  }

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      failure.value = null
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  function flush(): void {
    if (timer) clearTimeout(timer)
    timer = null
    const now = JSON.stringify(body())
    if (closed || now === stored || isEmpty(body())) return
    stored = now
    const here = kept
    writing = attempt(async () => call('save_draft', { form, subject: await here, body: JSON.parse(now) as T })).then(() => {
      if (failure.value) stored = ''
    })
  }

  async function drop(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    stored = JSON.stringify(body())
    // Otherwise it could be kept after it was dropped.
    await writing
    await attempt(async () => call('drop_draft', { form, subject: await kept }))
  }

  watch(body, () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(flush, DRAFT_DELAY)
  }, { deep: true })
  watch(subject, (now) => {
    flush()
    kept = look(now)
  })
  onBeforeUnmount(() => {
    const before = stored
    flush()
    closed = true
    // The home page may have read its drafts a moment before.
    if (stored !== before) void writing.then(() => (session.revision += 1))
  })

  return {
    offered,
    failure,
    accept() {
      const found = offered.value
      if (!found) return null
      flush()
      kept = Promise.resolve(found.subject)
      offered.value = null
      return found.body as T
    },
    async discard() {
      const found = offered.value
      offered.value = null
      if (found) await attempt(() => call('drop_draft', { form, subject: found.subject }))
    },
    drop,
    settle: () => (stored = JSON.stringify(body())),
  }
}
