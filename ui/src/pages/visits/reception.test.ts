import { describe, expect, it } from 'vitest'
import { emptyMatter, emptyParty, emptyReception, fieldInForm, follow, formOf, GROUP, isUntouched, LETTER, namesIn, splitParty, toDraft, withoutParty } from './reception'

function filled(): ReturnType<typeof emptyReception> {
  const form = emptyReception('2026-03-05')
  form.deputies = ['person-1']
  form.other_deputies = ['外来代表']
  form.parties = [{ ...emptyParty(), name: '' }, { ...emptyParty(), name: ' 张三 ', village: ' 仁庄 ', phone: '' }, { ...emptyParty(), anonymous: true, name: '写了又勾匿名' }]
  form.matters = [{ ...emptyMatter(), words: '  ' }, { ...emptyMatter(), words: ' 路灯坏了 ', unit: ' ', parties: [0, 2] }]
  return form
}

describe('the reception form', () => {
  it('sends only filled rows, and renumbers who raised what', () => {
    const draft = toDraft(filled())
    const none = { id: null, sex: null, age_band: null, village: null, phone: null, id_number: null, resident_id: null }
    expect(draft.parties).toEqual([
      { ...none, name: '张三', village: '仁庄' },
      { ...none, name: null },
    ])
    expect(draft.matters).toEqual([{ ...emptyMatter(), words: '路灯坏了', unit: null, parties: [1] }])
    expect([draft.happened_on, draft.deputies, draft.other_deputies, draft.people]).toEqual(['2026-03-05', ['person-1'], ['外来代表'], null])
  })

  it.each([['3', 3], ['３', 3], ['', null], ['0', null], ['三', null], ['2.5', null]])('people typed as %j are %s', (typed, people) => {
    expect(toDraft({ ...filled(), people: typed }).people).toBe(people)
  })

  it('sends the day of a letter and the group of a message only of those', () => {
    const of = (form_id: string): (string | null)[] => {
      const draft = toDraft({ ...filled(), form_id, written_on: '2026-03-01', chat_group_id: 'group-1' })
      return [draft.written_on, draft.chat_group_id]
    }
    expect([of(LETTER), of(GROUP), of('visit_form.visit')]).toEqual([['2026-03-01', null], [null, 'group-1'], [null, null]])
  })

  it('comes back from a stored reception as it was', () => {
    const draft = toDraft({ ...filled(), people: '2' })
    expect(toDraft(formOf(draft))).toEqual(draft)
  })

  it('shows a problem at the row that was typed, though empty rows were left out', () => {
    const form = filled()
    expect(fieldInForm(form, 'parties.0.phone')).toBe('parties.1.phone')
    expect(fieldInForm(form, 'matters.0.words')).toBe('matters.1.words')
    expect(fieldInForm(form, 'happened_on')).toBe('happened_on')
    expect(fieldInForm(emptyReception('2026-03-05'), 'matters.0.words'), 'nothing typed: the first row').toBe('matters.0.words')
  })

  it('begins with who is rostered, follows another day, and stays as soon as the clerk says otherwise', () => {
    const form = emptyReception('2026-03-05')
    const on = (...deputies: string[]) => ({ deputies, other_deputies: [] })
    const [nobody, friday, monday] = [on(), on('person-1'), on('person-2', 'person-3')] as const
    follow(form, nobody, friday)
    expect(form.deputies).toEqual(['person-1'])
    follow(form, friday, monday)
    expect(form.deputies).toEqual(['person-2', 'person-3'])
    form.deputies = []
    follow(form, monday, friday)
    expect(form.deputies, 'taken out by hand').toEqual([])
  })

  it('keeps day, place and deputies for the next one, and nothing of the visitor', () => {
    const next = emptyReception('2026-03-06', filled())
    expect([next.happened_on, next.deputies]).toEqual(['2026-03-05', ['person-1']])
    expect(isUntouched(next)).toBe(true)
    expect(isUntouched(filled())).toBe(false)
  })
})

describe('several visitors in one box', () => {
  it.each([
    ['张三、李四，王五；赵六', ['张三', '李四', '王五', '赵六']],
    ['张三 李四 王小五', ['张三', '李四', '王小五']],
    ['张 三', ['张 三']],
    ['张三（代其父）', ['张三（代其父）']],
    ['阿依古丽·买买提', ['阿依古丽·买买提']],
    ['John Smith', ['John Smith']],
    ['', []],
  ])('%j names %j', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  const three = (): ReturnType<typeof emptyReception> => ({
    ...emptyReception('2026-03-05'), parties: [{ ...emptyParty(), name: '周某' }, { ...emptyParty(), name: '张三、李四', village: '仁庄', phone: '139' }, { ...emptyParty(), name: '钱某' }],
    matters: [{ ...emptyMatter(), words: '路', parties: [1] }, { ...emptyMatter(), words: '灯', parties: [0, 2] }, { ...emptyMatter(), words: '井' }],
  })

  it('become rows of their own when asked: the phone stays with the first, and who raised what goes along', () => {
    const split = splitParty(three(), 1)
    expect(split.parties.map((party) => [party.name, party.village, party.phone])).toEqual([['周某', null, null], ['张三', '仁庄', '139'], ['李四', '仁庄', null], ['钱某', null, null]])
    expect(split.matters.map((matter) => matter.parties)).toEqual([[1, 2], [0, 3], []])
  })

  it('a row that is taken away takes only its own telling with it', () => {
    expect(withoutParty(three(), 1).matters.map((matter) => matter.parties)).toEqual([[], [0, 1], []])
  })
})
