import { describe, expect, it } from 'vitest'
import type { Advice, Similar } from '../../backend'
import { follow, linkTarget, NO_PRESET, similarAsk, similarText } from './intake'
import { emptyMatter, emptyParty, emptyReception } from './reception'

const advice = (key: string, route_id: string | null, office: string | null, firm: boolean): Advice => ({ key, route_id, office, says: '说明。', basis: '依据', firm })
const PETITION = advice('petition', 'route.petition', '镇信访办', true)
const COURT = advice('court', 'route.court', '县人民法院', true)
const HINT = advice('labour', 'route.arbitration', '仲裁委', false)
const ACCEPTED = advice('accepted', null, null, false)

describe('where a matter belongs', () => {
  it('is filled in by the nature, and taken back with it', () => {
    const matter = emptyMatter()
    let by = follow(matter, PETITION, NO_PRESET)
    expect([matter.route_id, matter.unit]).toEqual(['route.petition', '镇信访办'])
    by = follow(matter, COURT, by)
    expect([matter.route_id, matter.unit], 'another nature, another office').toEqual(['route.court', '县人民法院'])
    expect(follow(matter, ACCEPTED, by)).toEqual(NO_PRESET)
    expect([matter.route_id, matter.unit], 'the station takes it in after all').toEqual([null, null])
  })

  it('leaves alone what the clerk chose', () => {
    const matter = { ...emptyMatter(), route_id: 'route.village', unit: '东关村委会' }
    follow(matter, PETITION, NO_PRESET)
    expect([matter.route_id, matter.unit]).toEqual(['route.village', '东关村委会'])
    const typed = { ...emptyMatter(), unit: '县信访局' }
    follow(typed, PETITION, NO_PRESET)
    expect([typed.route_id, typed.unit], 'an office of their own stays').toEqual(['route.petition', '县信访局'])
  })

  it('is only offered where a word hints at it, and filled in on request', () => {
    const matter = { ...emptyMatter(), route_id: 'route.village' }
    follow(matter, HINT, NO_PRESET)
    expect(matter.route_id).toBe('route.village')
    follow(matter, HINT, NO_PRESET, true)
    expect([matter.route_id, matter.unit]).toEqual(['route.arbitration', '仲裁委'])
  })
})

describe('earlier visits', () => {
  it('are asked for once there is something to know a visitor by', () => {
    const form = emptyReception('2026-03-05')
    const [party] = form.parties
    if (!party) throw new Error('a form has a first row')
    expect(similarAsk(form, party)).toBeUndefined()
    party.village = '东关'
    expect(similarAsk(form, party), 'a village alone is nobody').toBeUndefined()
    party.name = ' 张三 '
    expect(similarAsk(form, party)).toEqual({ name: '张三', phone: null, village: '东关', words: null, date: '2026-03-05', id: null })
    party.anonymous = true
    expect(similarAsk(form, party)).toBeUndefined()
    form.matters = [{ ...emptyMatter(), words: '路灯坏了' }, { ...emptyMatter(), words: '修路' }]
    expect(similarAsk(form, party)?.words).toBe('路灯坏了；修路')
    expect(similarAsk({ ...form, happened_on: null }, party)).toBeUndefined()
  })

  it('are linked to the matter that is not linked yet', () => {
    const linked = { ...emptyMatter(), same_as: 'm1' }
    expect([linkTarget([emptyMatter()]), linkTarget([linked, emptyMatter()]), linkTarget([linked])]).toEqual([0, 1, 0])
    expect(emptyParty().resident_id).toBeNull()
  })

  it('read like the list', () => {
    const one: Similar = { matter_id: 'm', visit_id: 'v', number: 'JD-2026-0003', date: '2026-01-05', visitor: null, village: '东关', content: '路灯', why: ['同一电话'], same_person: true }
    expect(similarText(one)).toBe('匿名 东关 2026-01-05 JD-2026-0003')
    expect(similarText({ ...one, visit_id: null, number: null })).toBe('其他来源 东关 2026-01-05')
  })
})
