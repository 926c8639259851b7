// What the whole window knows: whether the station is open, its code lists, what was just saved, how far long work is.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { backend, call, type Choice, type Choices, type State, type ProgressStep } from '../backend'

const NOTHING: Choices = { deputies: [], sites: [], villages: [], units: [], teams: [], constituencies: [], residents: [], campaigns: [], chat_groups: [], sessions: [], codes: {} }
export const ZOOMS = [
  { label: '标准', factor: 1 },
  { label: '大', factor: 1.15 },
  { label: '特大', factor: 1.3 },
] as const

export const useSession = defineStore('session', () => {
  const state = shallowRef<State | null>(null)
  const choices = shallowRef<Choices>(NOTHING)
  /** Rises with each change of data; what is shown reloads. */
  const revision = ref(0)
  const progress = shallowRef<ProgressStep | null>(null)
  const saved = shallowRef<{ label: string; undo: boolean } | null>(null)
  const zoom = ref(Number(localStorage.getItem('zoom') ?? '1') || 1)

  async function refresh(): Promise<void> {
    state.value = await call('state', null)
    if (state.value.exists && !state.value.locked) choices.value = await call('choices', null)
  }

  async function changed(): Promise<void> {
    revision.value += 1
    if (state.value?.exists && !state.value.locked) choices.value = await call('choices', null)
  }

  async function lock(): Promise<void> {
    state.value = await call('lock', null)
    choices.value = NOTHING
  }

  async function setZoom(factor: number): Promise<void> {
    zoom.value = factor
    localStorage.setItem('zoom', String(factor))
    await backend().setZoom(factor)
  }

  function tell(label: string, undo = false): void {
    saved.value = { label, undo }
  }

  async function listen(): Promise<void> {
    await backend().onChanged(() => void changed())
    await backend().onProgress((step) => (progress.value = step))
    if (zoom.value !== 1) await backend().setZoom(zoom.value)
  }

  function codes(list: string): Choice[] {
    return choices.value.codes[list] ?? []
  }

  return { state, choices, revision, progress, saved, zoom, refresh, changed, lock, setZoom, tell, listen, codes }
})
