// 将写入: what saving this form would write, asked again shortly after the last change.
import { onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import { call, type ReceptionDraft, type ReceptionPreview } from '../../backend'

const DELAY = 300

export function usePreview(draft: () => ReceptionDraft): Ref<ReceptionPreview | null> {
  const preview = shallowRef<ReceptionPreview | null>(null)
  let timer: ReturnType<typeof setTimeout> | null = null
  let asked = 0

  async function ask(): Promise<void> {
    const mine = ++asked
    try {
      const answer = await call('preview_reception', draft())
      if (mine === asked) preview.value = answer
    } catch {
      // Only a look ahead: what is really wrong is said on saving.
      if (mine === asked) preview.value = null
    }
  }

  watch(() => JSON.stringify(draft()), () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void ask(), DELAY)
  }, { immediate: true })
  onBeforeUnmount(() => {
    if (timer) clearTimeout(timer)
    asked += 1
  })
  return preview
}
