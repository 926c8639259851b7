import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mount } from '@vue/test-utils'
import { defineComponent, nextTick, ref } from 'vue'
import { useHost, type Backend, type Draft } from '../backend'
import { draftPath } from './facts'
import { useSession } from './session'
import { DRAFT_DELAY, useDraft } from './useDraft'

const calls = vi.fn()
let stored: Draft[] = []

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers()
  calls.mockReset()
  stored = []
  useHost({ call: (name: string, input: unknown) => (calls(name, input), Promise.resolve(name === 'drafts' ? stored : null)) } as unknown as Backend)
})
afterEach(() => vi.useRealTimers())

function open(): { form: { words: string }; draft: ReturnType<typeof useDraft<{ words: string }>>; close: () => void } {
  const form = ref({ words: '' })
  let draft: ReturnType<typeof useDraft<{ words: string }>> | undefined
  const page = mount(defineComponent({ setup: () => ((draft = useDraft('reception', () => '', () => form.value, (body) => body.words === '')), () => null) }))
  if (!draft) throw new Error('the page was not set up')
  return { form: form.value, draft, close: () => page.unmount() }
}

const saves = (): unknown[] => calls.mock.calls.filter(([name]) => name === 'save_draft').map(([, input]) => (input as { body: { words: string } }).body.words)

async function write(form: { words: string }, words: string): Promise<void> {
  form.words = words
  await nextTick()
}

it('is saved half a second after the last key, once', async () => {
  const { form } = open()
  await write(form, '路灯')
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY - 100)
  await write(form, '路灯坏了')
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY - 1)
  expect(saves(), 'the last key was less than half a second ago').toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(saves()).toEqual(['路灯坏了'])
  await vi.advanceTimersByTimeAsync(5000)
  expect(saves(), 'nothing changed since').toHaveLength(1)
})

it('is saved at once on leaving the page, and not at all when nothing was typed or the form was saved', async () => {
  const left = open()
  await write(left.form, '水渠')
  left.close()
  await vi.advanceTimersByTimeAsync(0)
  expect(saves()).toEqual(['水渠'])

  open().close()
  const done = open()
  await write(done.form, '低保')
  await done.draft.drop()
  done.close()
  await vi.advanceTimersByTimeAsync(5000)
  expect(saves()).toEqual(['水渠'])
  expect(calls).toHaveBeenCalledWith('drop_draft', { form: 'reception', subject: '' })
})

it('is offered again when the form is next opened', async () => {
  stored = [{ form: 'matter', subject: '', saved_at: '', body: {} }, { form: 'reception', subject: '', saved_at: '2026-11-21T10:32:00', body: { words: '水渠' } }]
  const { draft } = open()
  await vi.advanceTimersByTimeAsync(0)
  expect(draft.offered.value?.saved_at).toBe('2026-11-21T10:32:00')
  expect(draft.accept()).toEqual({ words: '水渠' })
  expect(draft.offered.value).toBeNull()
})

it('is told of once it is kept, for the page that is shown by then', async () => {
  const { form, close } = open()
  const before = useSession().revision
  form.words = '路灯'
  await nextTick()
  close()
  expect(useSession().revision, 'not before').toBe(before)
  await vi.runAllTimersAsync()
  expect(useSession().revision).toBe(before + 1)
})

it('belongs to the record that was open, though the address has changed when the page is left', async () => {
  const at = ref('a')
  const form = ref({ words: '' })
  const page = mount(defineComponent({ setup: () => (useDraft('contact', () => at.value, () => form.value, (body) => body.words === ''), () => null) }))
  await write(form.value, '路灯')
  at.value = ''
  await nextTick()
  page.unmount()
  await vi.advanceTimersByTimeAsync(0)
  expect(calls.mock.calls.filter(([name]) => name === 'save_draft').map(([, input]) => input)).toEqual([{ form: 'contact', subject: 'a', body: { words: '路灯' } }])
})

it('that was offered is never written over: what is typed before the answer is kept beside it', async () => {
  const old: Draft = { form: 'reception', subject: '', saved_at: '', body: { words: '水渠' } }
  const kept = (name: string): unknown[] => calls.mock.calls.filter(([called]) => called === name).map(([, input]) => (input as Draft).subject)
  stored = [old]
  const { form, draft } = open()
  await write(form, '路灯')
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY)
  await draft.drop()
  expect([kept('save_draft'), kept('drop_draft')], 'saving the second form drops its own draft').toEqual([['#2'], ['#2']])
  expect(draft.offered.value).toEqual(old)

  await write(form, '低保')
  expect(draft.accept()).toEqual({ words: '水渠' })
  await write(form, '水渠又坏')
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY)
  expect(kept('save_draft'), 'taken up, it is written on').toEqual(['#2', '#2', ''])
  expect([draftPath('deed', '#2'), draftPath('matter', 'm1#3')]).toEqual(['/deeds/new?go=on&draft=2', '/matters/m1/edit?go=on&draft=3'])
})
