// Writing files out: where to, how far, and what was written.
import { shallowRef, ref } from 'vue'
import { backend, call, type Drive, type Written } from '../backend'
import { useAct } from '../app/useAct'

export function useOut() {
  const act = useAct()
  const drives = shallowRef<Drive[]>([])
  const path = ref('')
  const written = shallowRef<Written | null>(null)

  async function refresh(): Promise<void> {
    drives.value = (await act.run(() => call('drives', null))) ?? []
    const stick = drives.value[0]
    if (path.value === '' && stick) path.value = stick.path
  }

  async function browse(): Promise<void> {
    path.value = (await backend().pickFolder('选择文件夹')) ?? path.value
  }

  async function write(work: (out: string) => Promise<Written>): Promise<Written | null> {
    written.value = null
    written.value = await act.run(() => work(path.value.trim()))
    return written.value
  }

  function cancel(): void {
    void call('cancel', null)
  }
  return { drives, path, written, busy: act.busy, failure: act.failure, refresh, browse, write, cancel }
}
