// The reception form's life: load, draft, preview, save.
import { computed, ref, watch, type Ref } from 'vue'
import { call, type Problem, type Saved } from '../../backend'
import { useAct } from '../../app/useAct'
import { useDraft } from '../../app/useDraft'
import { useSession } from '../../app/session'
import { emptyReception, fieldInForm, formOf, isUntouched, toDraft, type ReceptionForm } from './reception'
import { usePreview } from './usePreview'

export function useReception(subject: () => string) {
  const session = useSession()
  const act = useAct()
  const today = (): string => session.state?.today ?? ''
  const form = ref(emptyReception(today())) as Ref<ReceptionForm>
  const draft = useDraft('reception', subject, () => form.value, isUntouched)
  const preview = usePreview(() => toDraft(form.value))
  const inForm = (problems: readonly Problem[]): Problem[] => problems.map((p) => ({ ...p, field: fieldInForm(form.value, p.field) }))
  const failure = computed(() => act.failure.value && { ...act.failure.value, problems: inForm(act.failure.value.problems) })
  const problems = computed(() => failure.value?.problems ?? [])
  const doubts = computed(() => inForm(preview.value?.doubts ?? []))

  watch(subject, async (id) => {
    const loaded = id === '' ? null : await act.run(() => call('reception', { id }))
    form.value = loaded ? formOf(loaded) : emptyReception(today())
    draft.settle()
  }, { immediate: true })

  async function save(): Promise<Saved | null> {
    const saved = await act.run(() => call('save_reception', toDraft(form.value)))
    if (saved) await draft.drop()
    return saved
  }

  function another(): void {
    form.value = emptyReception(today(), form.value)
    draft.settle()
  }

  function take(): void {
    form.value = draft.accept() ?? form.value
  }

  async function voidIt(): Promise<Saved | null> {
    const id = subject()
    return id === '' ? null : act.run(() => call('void_visit', { id }))
  }
  return { form, draft, preview, busy: act.busy, failure, problems, doubts, save, another, take, voidIt }
}
