// 将写入: what saving this form would write.
import type { Ref } from 'vue'
import type { ReceptionDraft, ReceptionPreview } from '../../backend'
import { useLookAhead } from '../../app/useLookAhead'

export function usePreview(draft: () => ReceptionDraft): Ref<ReceptionPreview | null> {
  return useLookAhead('preview_reception', draft)
}
