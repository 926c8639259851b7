// The reception form: how it is loaded, previewed and saved.
import { computed, watch } from 'vue'
import { call, type OnRoster, type Problem } from '../../backend'
import { useEntry } from '../../app/useEntry'
import { useSession } from '../../app/session'
import { emptyReception, fieldInForm, fieldToFill, follow, formOf, isUntouched, toDraft, type ReceptionForm } from './reception'
import { usePreview } from './usePreview'

export function useReception() {
  const session = useSession()
  const today = (): string => session.state?.today ?? ''
  const entry = useEntry<ReceptionForm>(emptyReception(today()), {
    draft: 'reception',
    empty: (like) => emptyReception(today(), like),
    load: async (id) => formOf(await call('reception', { id })),
    save: (form) => call('save_reception', toDraft(form)),
    remove: (id) => call('void_facts', [{ kind: 'visit', id }]),
    isEmpty: isUntouched,
    fieldOf: fieldToFill,
  })
  const preview = usePreview(() => toDraft(entry.form.value))
  let proposed: OnRoster = { deputies: [], other_deputies: [] }
  watch(() => preview.value?.rostered, (rostered) => {
    if (!rostered || !entry.isNew.value) return
    follow(entry.form.value, proposed, rostered)
    proposed = rostered
  })
  const doubts = computed<Problem[]>(() => (preview.value?.doubts ?? []).map((p) => ({ ...p, field: fieldInForm(entry.form.value, p.field) })))
  return { entry, preview, doubts }
}
