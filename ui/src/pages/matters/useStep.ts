// The step that is being written: of which matter, and what is put in already.
import { shallowRef, type ShallowRef } from 'vue'
import { call, type Failure, type Matter, type StepDraft, type StepKind } from '../../backend'
import { useAct } from '../../app/useAct'
import { emptyStep } from './steps'

export interface Stepping {
  matter: ShallowRef<Matter | null>
  step: ShallowRef<StepDraft | null>
  failure: ShallowRef<Failure | null>
  /** A new step: the matter is read anew, so that who is meant and who is untold are those of now. */
  begin: (matterId: string, kind: StepKind) => Promise<void>
  correct: (matterId: string, stepId: string) => Promise<void>
  close: () => void
}

export function useStep(today: () => string): Stepping {
  const { failure, run } = useAct()
  const matter = shallowRef<Matter | null>(null)
  const step = shallowRef<StepDraft | null>(null)

  async function open(id: string, draft: (of: Matter) => StepDraft | Promise<StepDraft>): Promise<void> {
    await run(async () => {
      const of = await call('matter', { id })
      const made = await draft(of)
      matter.value = of
      step.value = made
    })
  }
  return {
    matter, step, failure,
    begin: (id, kind) => open(id, (of) => emptyStep(of, kind, today())),
    correct: (id, stepId) => open(id, () => call('step_draft', { id: stepId })),
    close: () => (step.value = null),
  }
}
