// Where the keyboard is after a page was left by its own button: nowhere, unless the new page takes it.
import { nextTick, onScopeDispose, watch, type Ref } from 'vue'

const LOADING = 2000
const STEP = 50

/** The page itself, and its list once it is there: Tab and the arrows go on from it, Ctrl+Z takes back what was saved. */
export function useLanding(main: Ref<HTMLElement | null>, page: () => string): void {
  let timer = 0
  const isLost = (): boolean => document.activeElement === document.body || document.activeElement === main.value

  function land(left: number): void {
    if (!isLost()) return
    const list = main.value?.querySelector<HTMLElement>('textarea[data-idle]')
    ;(list ?? main.value)?.focus()
    if (!list && left > 0) timer = window.setTimeout(() => land(left - STEP), STEP)
  }

  watch(page, async () => {
    window.clearTimeout(timer)
    await nextTick()
    land(LOADING)
  })
  onScopeDispose(() => window.clearTimeout(timer))
}
