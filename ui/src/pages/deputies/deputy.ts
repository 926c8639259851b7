// A deputy's form: empty values, and what is sent.
import type { DeputyDraft, DeputyRow, Level, MandateDraft } from '../../backend'
import { tidy } from '../../parts/fields'
import type { GridColumn } from '../../parts/sheet/column'

export const TABS = [{ path: '/deputies', label: '名册' }, { path: '/districts', label: '选区' }, { path: '/blanks', label: '空白本' }] as const

export const LEVELS: Level[] = ['全国', '省', '市', '县', '镇']

export function emptyDeputy(): DeputyDraft {
  return {
    id: null, name: '', name_note: null, sex: null, nation_id: null, birth: null, native_place: null, party_id: null, party_joined: null, work_started: null, education_id: null, degree_id: null,
    school: null, title: null, social_posts: null, occupation_id: null, id_number: null, phone: null, address: null, postcode: null, email: null, resume: null, honours: null, pledge: null, note: null, list_order: null,
    unit: null, post: null, team_id: null, team_role: null, site_id: null, changed_on: null, mandates: [],
  }
}

export function emptyMandate(level: string): MandateDraft {
  return { id: null, level, constituency_id: null, electing_body: null, certificate: null, role: null, began: null, elected_on: null, re_elected: null, since: null, until: null, end_reason_id: null }
}

/** A new deputy is most often one of the station's own level; without a mandate nobody is on the roster. */
export function newDeputy(level: string): DeputyDraft {
  return { ...emptyDeputy(), mandates: [emptyMandate(level)] }
}

/** Texts trimmed, empty ones null. A name keeps its inner characters as typed. */
export function toDraft(form: DeputyDraft): DeputyDraft {
  return { ...tidy(form, ['name']), mandates: form.mandates.map((mandate) => tidy(mandate, ['level'])) }
}

export const COLUMNS: GridColumn<DeputyRow>[] = [
  { key: 'name', label: '姓名', width: 160, text: (d) => d.name },
  { key: 'levels', label: '层级', width: 134, text: (d) => d.levels.join('、') },
  { key: 'group', label: '小组', width: 84, text: (d) => d.group ?? '' },
  { key: 'constituency', label: '选区', width: 72, align: 'center', text: (d) => (d.constituency === null ? '' : String(d.constituency)), order: (d) => d.constituency ?? '' },
  { key: 'sex', label: '性别', width: 60, align: 'center', text: (d) => d.sex ?? '' },
  { key: 'unit', label: '单位及职务', width: 190, grow: true, text: (d) => [d.unit, d.post].filter(Boolean).join(' '), fixed: true },
  { key: 'phone', label: '联系电话', width: 130, text: (d) => d.phone ?? '' },
  { key: 'receptions', label: '本年接待', width: 102, align: 'right', text: (d) => String(d.receptions), order: (d) => d.receptions },
  { key: 'missing', label: '待补', width: 140, text: (d) => (d.voided ? '已作废' : d.missing.join('、')), look: (d) => (d.missing.length > 0 ? 'secondary' : '') },
]
