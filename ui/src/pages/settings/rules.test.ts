// What the builder says becomes a rule, and a rule is shown in the builder that says it.
import { expect, it } from 'vitest'
import type { NextDay } from '../../backend'
import { digits, emptyRule, fromDraft, nextText, toDraft, type RuleForm } from './rules'

const form = (more: Partial<RuleForm>): RuleForm => ({ ...emptyRule('site.station'), ...more })

it.each<[string, Partial<RuleForm>, string]>([
  ['the 15th and 20th', { monthDays: '15日、20日' }, 'FREQ=MONTHLY;BYMONTHDAY=15,20'],
  ['odd months', { monthDays: '15', months: '1,3,5,7,9,11' }, 'FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=15'],
  ['the last day', { monthDays: '最后一天' }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['each Friday', { kind: 'week_days', weekDays: ['FR'] }, 'FREQ=WEEKLY;BYDAY=FR'],
  ['every second week', { kind: 'week_days', weeks: '2', weekDays: ['WE', 'MO'] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE'],
  ['first Monday and Tuesday', { kind: 'nth', weekDays: ['MO', 'TU'] }, 'FREQ=MONTHLY;BYDAY=1MO,1TU'],
])('%s', (_, more, rrule) => {
  const draft = toDraft(form(more))
  expect(draft.rrule).toBe(rrule)
  expect(toDraft(fromDraft({ ...draft, words: '自己的说法' })), 'read back it says the same, in its own words').toEqual({ ...draft, words: '自己的说法' })
})

it('keeps a rule that the builder cannot show as it is', () => {
  const draft = { ...toDraft(form({ kind: 'rrule', rrule: 'FREQ=MONTHLY;BYDAY=1MO,3FR' })), id: 'r' }
  expect(fromDraft(draft).kind).toBe('rrule')
  expect(toDraft(fromDraft(draft)).rrule).toBe('FREQ=MONTHLY;BYDAY=1MO,3FR')
})

it('reads lunar digits however they are written', () => {
  expect(['二、五、八', '农历逢2 5 8', '三六九', '五、十'].map(digits)).toEqual(['2,5,8', '2,5,8', '3,6,9', '5,0'])
})

it('gives other days new words, and counts weekends only where they make a difference', () => {
  const loaded = fromDraft({ ...toDraft(form({ monthDays: '15' })), words: '每月15号' })
  expect(toDraft({ ...loaded, monthDays: '20' }).words).toBe('')
  expect(toDraft(form({ monthDays: '15', weekends: true, shift: 'week_later' })).weekends).toBe(false)
})

it('a next day is told with its weekday, and by the moon with its lunar day', () => {
  const next = { planned: '2026-03-03', held: '2026-03-03', lunar: null } as NextDay
  expect([next, { ...next, lunar: '正月十五' }, { ...next, lunar: '正月十五', held: '2026-03-04' }].map(nextText)).toEqual(['2026-03-03（周二）', '2026-03-03（周二，农历正月十五）', '2026-03-04（周三，原定农历正月十五）'])
})
