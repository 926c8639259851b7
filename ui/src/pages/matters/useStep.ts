// The step that is being written: of which matter, and what is put in already.
import { shallowRef, type ShallowRef } from 'vue'
import { call, type Failure, type Matter, type StepDraft, type StepKind } from '../../backend'
import { useAct } from '../../app/useAct'
import { emptyStep, lackingTelling, stepToSend } from './steps'

export interface Stepping {
  matter: ShallowRef<Matter | null>
  step: ShallowRef<StepDraft | null>
  failure: ShallowRef<Failure | null>
  /** Why another step is asked for than the one that was begun. */
  why: ShallowRef<string>
  /** A new step: the matter is read anew, so that who is meant and who is untold are those of now. */
  begin: (matterId: string, kind: StepKind) => Promise<void>
  correct: (matterId: string, stepId: string) => Promise<void>
  close: () => void
}

export function useStep(today: () => string): Stepping {
  const { failure, run } = useAct()
  const matter = shallowRef<Matter | null>(null)
  const step = shallowRef<StepDraft | null>(null)
  const why = shallowRef('')

  /** Nothing is closed before its telling is whole: that is written first. */
  async function first(of: Matter, kind: StepKind): Promise<StepDraft> {
    const draft = emptyStep(of, kind, today())
    const telling = kind === 'closed' ? lackingTelling(of) : undefined
    const problem = telling && (await call('preview_step', stepToSend(draft))).problems[0]
    if (!problem) return draft
    why.value = problem.message
    return call('step_draft', { id: telling.id })
  }

  async function open(id: string, draft: (of: Matter) => StepDraft | Promise<StepDraft>): Promise<void> {
    why.value = ''
    await run(async () => {
      const of = await call('matter', { id })
      const made = await draft(of)
      matter.value = of
      step.value = made
    })
  }
  return {
    matter, step, failure, why,
    begin: (id, kind) => open(id, (of) => first(of, kind)),
    correct: (id, stepId) => open(id, async (of) => {
      const draft = await call('step_draft', { id: stepId })
      // Whether it is a petition is kept with the matter; the box shows it as it stands.
      return draft.kind === 'handed' && of.row.kind === '社情民意' ? { ...draft, petition: of.row.petition } : draft
    }),
    close: () => (step.value = null),
  }
}
