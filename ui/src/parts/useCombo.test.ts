import { ref } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { useCombo } from './useCombo'

const choices = ['水利站/slz', '上水村/ssc', '王建国/wjg', '王建/wj'].map((word) => {
  const [label = '', initials = ''] = word.split('/')
  return { id: initials, label, note: label === '王建' ? '河东村' : null, initials, spelling: '' }
})

function type(typed: string, free: boolean, then: 'enter' | 'leave'): string {
  const text = ref('')
  const [pick, keep] = [vi.fn(), vi.fn()]
  const combo = useCombo({ choices: () => choices, text, free: () => free, pick, keep })
  text.value = typed
  combo.typed()
  combo[then]()
  return pick.mock.calls[0] ? `选 ${(pick.mock.calls[0][0] as { label: string }).label}` : keep.mock.calls[0] ? `写 ${String(keep.mock.calls[0][0])}` : ''
}

describe('a field with choices', () => {
  it.each([
    ['wjg', true, 'enter', '选 王建国'],
    ['王建', true, 'enter', '选 王建'],
    ['水', true, 'enter', '选 水利站'],
    ['水', true, 'leave', '选 水利站'],
    ['河东', true, 'enter', '写 河东'],
    ['水', false, 'enter', '选 水利站'],
    ['新单位', true, 'leave', '写 新单位'],
    ['上水村', true, 'leave', '选 上水村'],
    ['wjg', true, 'leave', '选 王建国'],
    ['上', false, 'leave', '选 上水村'],
    ['没有', false, 'leave', '写 没有'],
  ] as const)('%s (free: %s), then %s: %s', (typed, free, then, outcome) => {
    expect(type(typed, free, then)).toBe(outcome)
  })

  it('has the text as it was typed for its last line, one key up from the first', () => {
    const text = ref('')
    const [pick, keep] = [vi.fn(), vi.fn()]
    const combo = useCombo({ choices: () => choices, text, free: () => true, fresh: () => '新增单位', pick, keep })
    text.value = '水'
    combo.typed()
    expect(combo.found.value.map((choice) => choice.label)).toEqual(['水利站', '上水村', '新增单位：水'])
    combo.move(-1)
    combo.enter()
    expect([pick.mock.calls.length, keep.mock.calls]).toEqual([0, [['水']]])
  })

  it('does nothing on Enter when nothing was typed, even after a click, so that Enter walks on', () => {
    const [pick, keep] = [vi.fn(), vi.fn()]
    const combo = useCombo({ choices: () => choices, text: ref('王建国'), free: () => true, pick, keep })
    combo.show()
    expect(combo.enter()).toBe(false)
    combo.leave()
    expect(pick).not.toHaveBeenCalled()
    expect(keep).not.toHaveBeenCalled()
  })
})
