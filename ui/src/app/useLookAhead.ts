// A question about what is being typed, asked shortly after the last change; a late answer to an earlier one is dropped.
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { call, type Input, type Name, type Output } from '../backend'

const DELAY = 300

/** `input` may give undefined: nothing is asked then. Only a look ahead: what is really wrong is said on saving. */
export function useLookAhead<K extends Name>(name: K, input: () => Input<K> | undefined): Ref<Output<K> | null> {
  const answer = shallowRef<Output<K> | null>(null)
  let timer: ReturnType<typeof setTimeout> | null = null
  let asked = 0

  async function ask(question: Input<K>): Promise<void> {
    const mine = ++asked
    try {
      const said = await call(name, question)
      if (mine === asked) answer.value = said
    } catch {
      if (mine === asked) answer.value = null
    }
  }

  watch(() => JSON.stringify(input()), () => {
    if (timer) clearTimeout(timer)
    const question = input()
    asked += 1
    if (question === undefined) answer.value = null
    else timer = setTimeout(() => void ask(question), DELAY)
  }, { immediate: true })
  onScopeDispose(() => {
    if (timer) clearTimeout(timer)
    asked += 1
  })
  return answer
}
