import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useHost, type Backend } from '../backend'
import { emptyView, resized } from '../parts/sheet/view'
import { useView } from './useView'

const kept: unknown[] = []
let stored: string | null = null

beforeEach(() => {
  vi.useFakeTimers()
  kept.length = 0
  const call = (name: string, input: unknown): Promise<string | null> => {
    if (name === 'keep_view') kept.push(input)
    return Promise.resolve(name === 'view' ? stored : null)
  }
  useHost({ call } as unknown as Backend)
})
afterEach(() => vi.useRealTimers())

it('gives a list as it was left, and keeps only the last of many changes', async () => {
  stored = JSON.stringify(resized(emptyView(), 'date', 200))
  const scope = effectScope()
  const view = scope.run(() => useView('contacts'))
  if (!view) throw new Error('the scope runs')
  await vi.runAllTimersAsync()
  expect([view.value.widths, kept], 'reading it keeps nothing').toEqual([{ date: 200 }, []])
  for (const width of [201, 202, 203]) view.value = resized(view.value, 'date', width)
  await vi.runAllTimersAsync()
  expect(kept).toEqual([{ key: 'contacts', value: JSON.stringify(resized(emptyView(), 'date', 203)) }])
  view.value = resized(view.value, 'date', 300)
  await Promise.resolve()
  scope.stop()
  expect(kept, 'leaving the page keeps what was changed a moment ago').toHaveLength(2)
})
