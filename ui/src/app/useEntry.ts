// The life of a form: load what is corrected or begin anew, keep a draft of what is typed, save, void.
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { type Draft, type Failure, type Problem, type Saved } from '../backend'
import { copyOf } from './copy'
import { useAct } from './useAct'
import { useDraft } from './useDraft'
import { mended } from './useMended'

export interface EntryOf<F> {
  /** Name under which drafts of this form are kept. */
  draft: string
  /** What a new form begins with; the one after another may keep some of it. */
  empty: (like: F | null) => F | Promise<F>
  load: (id: string) => Promise<F>
  save: (form: F) => Promise<Saved>
  remove?: (id: string) => Promise<Saved>
  /** Nothing of the clerk's own is in it yet: no draft is kept of such a form. */
  isEmpty: (form: F) => boolean
  /** Where a problem stands in the form, if not where it stands in what was sent. */
  fieldOf?: (form: F, field: string) => string
}

export interface Entry<F> {
  form: Ref<F>
  subject: () => string
  isNew: ComputedRef<boolean>
  busy: Ref<boolean>
  /** What is corrected, or what a new one begins with, stands in the form. */
  ready: Ref<boolean>
  failure: ComputedRef<Failure | null>
  problems: ComputedRef<Problem[]>
  /** A field was changed: what was refused there is no longer said. */
  mend: (field: string) => void
  offered: Ref<Draft | null>
  draftFailure: Ref<Failure | null>
  canRemove: boolean
  /** Something was typed since it was loaded. */
  changed: () => boolean
  save: () => Promise<Saved | null>
  remove: () => Promise<Saved | null>
  /** Begins the next one. */
  another: () => Promise<void>
  take: () => void
  discard: () => Promise<void>
}

/** `first` stands in the form until the loading is done. The subject is the `id` of the route; none for a new one. */
export function useEntry<F extends object>(first: F, of: EntryOf<F>): Entry<F> {
  const route = useRoute()
  const act = useAct()
  const form = ref(first) as Ref<F>
  const subject = (): string => (typeof route.params.id === 'string' ? route.params.id : '')
  /** Of several unfinished ones the address says which. */
  const whose = (): string => (typeof route.query.draft === 'string' ? `${subject()}#${route.query.draft}` : subject())
  const draft = useDraft(of.draft, whose, () => form.value, of.isEmpty)
  const fieldOf = (field: string): string => of.fieldOf?.(form.value, field) ?? field
  const failure = computed(() => act.failure.value && { ...act.failure.value, problems: act.failure.value.problems.map((p) => ({ ...p, field: fieldOf(p.field) })) })

  /** Without it there is nothing to save: what stands in the form is not what was to be corrected. */
  let begun = false
  let loaded = ''
  const ready = ref(false)

  async function begin(id: string, like: F | null): Promise<void> {
    const found = await act.run(async () => (id === '' ? of.empty(like) : of.load(id)))
    begun = found !== null
    if (found) form.value = copyOf(found)
    loaded = JSON.stringify(form.value)
    draft.settle()
    ready.value = true
  }
  watch(whose, () => void begin(subject(), null), { immediate: true })

  const take = (): void => void (form.value = draft.accept() ?? form.value)
  // Whoever comes from the home page has already said that they go on with it.
  watch([draft.offered, ready], () => route.query.go === 'on' && ready.value && draft.offered.value && take())

  async function save(): Promise<Saved | null> {
    const saved = begun ? await act.run(() => of.save(form.value)) : null
    if (saved) await draft.drop()
    return saved
  }

  async function remove(): Promise<Saved | null> {
    const { remove: does } = of
    const gone = does && subject() !== '' ? await act.run(() => does(subject())) : null
    if (gone) await draft.drop()
    return gone
  }

  return {
    form, subject, isNew: computed(() => subject() === ''), busy: act.busy, ready, failure, problems: computed(() => failure.value?.problems ?? []),
    mend: (field) => (act.failure.value = mended(act.failure.value, field, fieldOf)),
    offered: draft.offered, draftFailure: draft.failure, canRemove: of.remove !== undefined, changed: () => JSON.stringify(form.value) !== loaded, save, remove,
    another: () => begin('', copyOf(form.value)),
    take,
    discard: draft.discard,
  }
}
