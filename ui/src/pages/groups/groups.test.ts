import { describe, expect, it } from 'vitest'
import type { PastedMessage } from '../../backend'
import { emptyGroup, pastedRows, receptionsOf } from './groups'

const message = (who: string | null, words: string, date: string | null = '2026-01-05'): PastedMessage => ({ who, date, time: '10:11', words, only_media: false, similar: [] })

describe('pasted messages', () => {
  const rows = pastedRows([message('张三', '路灯坏了'), message(null, '修路', null), message('李四', '收到')], '2026-01-06')

  it('become no receptions by themselves', () => {
    expect(rows.map((row) => [row.take, row.who, row.date])).toEqual([[false, '张三', '2026-01-05'], [false, '', '2026-01-06'], [false, '李四', '2026-01-05']])
    expect(receptionsOf(rows, emptyGroup(), null)).toEqual([])
  })

  it('become those that the clerk ticks, with the group, its area and its deputies', () => {
    const group = { ...emptyGroup(), id: 'group-1', area: '东关', deputies: ['person-1'] }
    const drafts = receptionsOf(rows.map((row, at) => ({ ...row, take: at < 2, same_as: at === 0 ? 'matter-9' : null })), group, '李敏')
    expect(drafts.map((d) => [d.happened_on, d.form_id, d.chat_group_id, d.deputies, d.recorder])).toEqual([
      ['2026-01-05', 'visit_form.group', 'group-1', ['person-1'], '李敏'], ['2026-01-06', 'visit_form.group', 'group-1', ['person-1'], '李敏'],
    ])
    expect(drafts.map((d) => [d.parties[0]?.name, d.parties[0]?.village, d.matters[0]?.words, d.matters[0]?.same_as])).toEqual([['张三', '东关', '路灯坏了', 'matter-9'], [null, '东关', '修路', null]])
  })
})
