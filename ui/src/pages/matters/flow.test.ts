// From the board: a step is written on the spot; the voter who is not satisfied leads straight to another round.
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import App from '../../App.vue'
import { call, useHost } from '../../backend'
import { openFake } from '../../backend/fake'
import { router as real } from '../../router'

let app: VueWrapper
let router: Router
beforeEach(async () => {
  setActivePinia(createPinia())
  useHost(openFake(new URLSearchParams()))
  router = createRouter({ history: createMemoryHistory(), routes: real.options.routes })
  await router.push('/board')
  app = mount(App, { global: { plugins: [router] }, attachTo: document.body })
  await vi.waitFor(() => expect(app.find('[data-testid=board]').exists()).toBe(true), 5000)
})
afterEach(() => app.unmount())

// The dialog stands at the end of the body.
const at = (testid: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`)
async function shown(testid: string): Promise<HTMLElement> {
  return vi.waitFor(() => {
    const found = at(testid)
    if (!found) throw new Error(`${testid} is not there`)
    return found
  }, 3000)
}
async function press(testid: string): Promise<void> {
  ;(await shown(testid)).click()
  await flushPromises()
}
async function type(testid: string, text: string): Promise<void> {
  const box = (await shown(testid)) as HTMLInputElement
  box.value = text
  box.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
  box.dispatchEvent(new Event('blur'))
  await flushPromises()
}
const columnOf = (card: string): string | undefined => at(card)?.closest<HTMLElement>('[data-column]')?.dataset.testid

it('a card is taken up and handed on without leaving the board, and the deadline that follows is said', async () => {
  const card = 'card-matter-4'
  expect(columnOf(card)).toBe('column-点单')
  await press('card-step-matter-4')
  await press('save-step')
  await vi.waitFor(() => expect(columnOf(card)).toBe('column-接单'), 3000)

  await press('card-step-matter-4')
  await type('step-unit', '环保所')
  const due = await shown('step-due')
  expect(due.textContent).toBe('期限：转办 2026-11-22，15日，本站规定 → 2026-12-07')
  await press('save-step')
  await vi.waitFor(() => expect(columnOf(card)).toBe('column-派单'), 3000)
  expect(at(card)?.textContent).toContain('环保所：答复')
  expect(router.currentRoute.value.path).toBe('/board')
})

it('who is told and not satisfied is offered another round at once; the old reply stays in view', async () => {
  await press('card-step-matter-2')
  expect((await shown('step-words') as HTMLTextAreaElement).value).toBe('告知办理情况：已更换水泵电机，11月18日恢复供水。')
  await type('step-grade', '不满意')
  await press('save-step')
  await press('step-reopen')
  await type('step-words', '水压仍然不足')
  await press('save-step')
  await vi.waitFor(() => expect(columnOf('card-matter-2')).toBe('column-接单'), 3000)
  expect(at('card-matter-2')?.textContent).toContain('第二次办理')

  await router.push('/matters/matter-2')
  expect((await shown('reply-before')).textContent).toContain('已更换水泵电机')
  const matter = await call('matter', { id: 'matter-2' })
  expect(matter.rounds.map((round) => round.steps.map((step) => step.kind))).toEqual([['recorded', 'handed', 'replied', 'told'], ['reopened']])
})

it('a step is corrected in place, and only the last one may be voided', async () => {
  await router.push('/matters/matter-2')
  await shown('matter-page')
  await vi.waitFor(() => expect(document.querySelectorAll('[data-testid=correct-step]')).toHaveLength(2))
  expect(document.querySelectorAll('[data-testid=void-step]')).toHaveLength(1)
  await press('correct-step')
  expect((await shown('step-unit') as HTMLInputElement).value).toBe('水利站')
  await type('step-unit', '镇人民政府')
  await press('save-step')
  await vi.waitFor(() => expect(at('matter-units')?.textContent).toContain('镇人民政府（主办）'), 3000)
})

it('a telling that does not say by whom is made whole before anything is closed', async () => {
  await press('card-step-matter-2')
  await press('save-step')
  await vi.waitFor(() => expect(at('card-step-matter-2')?.textContent).toBe('办结'), 3000)
  await press('card-step-matter-2')
  await shown('step-way')
  expect(document.querySelector('.el-dialog__title')?.textContent).toBe('修改：登记告知')
  expect(at('step-why')?.textContent).toContain('请补写后再办结')
})

it('arrows walk over the cards, past an empty column, and not into what is folded', async () => {
  const cards = document.querySelectorAll<HTMLElement>('[data-card]')
  cards[0]?.focus()
  const go = (key: string): string | undefined => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    return document.activeElement?.closest('article')?.dataset.testid
  }
  expect(['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft'].map(go)).toEqual(['card-suggestion-2', 'card-matter-1', 'card-matter-1', 'card-matter-2', 'card-matter-2', 'card-suggestion-2'])
})

it('what is refused is said once, at its field; beside the button is the way to it', async () => {
  await router.push('/matters/matter-1')
  await press('more-steps')
  await press('offer-extended')
  await press('save-step')
  const line = await shown('refused')
  expect(document.querySelector('[data-testid=step-form]')?.textContent.split('没有写原因').length, 'said once').toBe(2)
  expect(at('failure')).toBeNull()
  line.click()
  expect(document.activeElement).toBe(at('step-words'))
})

it('a unit that is left open is marked as 待补, and is what is to be said next', async () => {
  await press('card-step-matter-4')
  await press('save-step')
  await vi.waitFor(() => expect(columnOf('card-matter-4')).toBe('column-接单'), 3000)
  await press('card-step-matter-4')
  expect((await shown('unit-open')).textContent).toBe('待补')
  await press('save-step')
  await vi.waitFor(() => expect(at('card-matter-4')?.textContent).toContain('承办单位待补'), 3000)
  await press('card-unit-matter-4')
  await type('step-unit', '环保所')
  await press('save-step')
  await vi.waitFor(() => expect(at('card-matter-4')?.textContent).toContain('环保所：答复'), 3000)
})

it('a step with words in it is not closed at the first asking', async () => {
  await press('card-step-matter-2')
  await type('step-words', '已经告知')
  const shut = async (): Promise<void> => {
    document.querySelector<HTMLElement>('.el-dialog__headerbtn')?.click()
    await flushPromises()
  }
  await shut()
  expect(at('toast')?.textContent).toContain('有改动还没有保存')
  expect((at('step-words') as HTMLTextAreaElement).value).toBe('已经告知')
})
