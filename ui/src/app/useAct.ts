// Doing something that may fail: busy while it runs, and the failure to show.
import { ref, shallowRef, type Ref } from 'vue'
import { failureOf, type Failure } from '../backend'
import { useSession } from './session'

export interface Act {
  busy: Ref<boolean>
  failure: Ref<Failure | null>
  /** What `work` gave, or null when it failed or was already running. */
  run: <T>(work: () => Promise<T>) => Promise<T | null>
}

export function useAct(): Act {
  const session = useSession()
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)

  async function run<T>(work: () => Promise<T>): Promise<T | null> {
    if (busy.value) return null
    busy.value = true
    failure.value = null
    try {
      return await work()
    } catch (thrown) {
      failure.value = failureOf(thrown)
      if (failure.value.code === 'locked') await session.refresh()
      return null
    } finally {
      busy.value = false
      session.progress = null
    }
  }
  return { busy, failure, run }
}
