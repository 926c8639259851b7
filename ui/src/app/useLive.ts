// A query whose answer stays current: it is asked again when its input changes and when data changed.
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { call, failureOf, type Failure, type Input, type Name, type Output } from '../backend'
import { useSession } from './session'

export interface Live<T> {
  data: Ref<T | null>
  failure: Ref<Failure | null>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/** `input` may give undefined: nothing is asked then. A late answer to an earlier question is dropped. */
export function useLive<K extends Name>(name: K, input: () => Input<K> | undefined): Live<Output<K>> {
  const session = useSession()
  const data = shallowRef<Output<K> | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = shallowRef(false)
  let asked = 0

  async function reload(): Promise<void> {
    const question = input()
    const mine = ++asked
    loading.value = question !== undefined
    if (question === undefined) {
      data.value = null
      return
    }
    try {
      const answer = await call(name, question)
      if (mine === asked) [data.value, failure.value] = [answer, null]
    } catch (thrown) {
      if (mine === asked) failure.value = failureOf(thrown)
      if (failureOf(thrown).code === 'locked') await session.refresh()
    } finally {
      if (mine === asked) loading.value = false
    }
  }

  watch([() => JSON.stringify(input()), () => session.revision], () => void reload(), { immediate: true })
  onScopeDispose(() => (asked += 1))
  return { data, failure, loading, reload }
}
