// How the clerk left a list: read once, kept a moment after each change.
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { call } from '../backend'
import { emptyView, readView, type ViewState } from '../parts/sheet/view'

/** Pulling a column's edge changes the view at every step. */
const SETTLED = 400

/** `key` names the list, such as `contacts`. */
export function useView(key: string): Ref<ViewState> {
  const view = ref(emptyView()) as Ref<ViewState>
  let kept = ''
  let timer = 0

  function keep(): void {
    window.clearTimeout(timer)
    const value = JSON.stringify(view.value)
    if (value === kept) return
    kept = value
    void call('keep_view', { key, value })
  }

  void call('view', { key }).then((found) => {
    if (kept !== '') return
    view.value = readView(found)
    kept = JSON.stringify(view.value)
  })
  watch(view, () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(keep, SETTLED)
  })
  onScopeDispose(() => timer !== 0 && keep())
  return view
}
