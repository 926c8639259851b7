// The practice station's facts, kept in memory. Everything invented.
import type { DeadlineDraft, DeputyDraft, Draft, DutyDraft, HistoryRow, HolidayDraft, MandateDraft, MatterDraft, ReceptionDraft, RuleDraft, Station, Step, StepDraft, TalkDraft } from '../bindings'
import type { Level } from '../index'

export const TODAY = '2026-11-22'

export interface StoredVisit { number: string; voided: boolean; draft: ReceptionDraft & { id: string } }
/** `draft` is what was typed, where it was. */
export type StoredStep = Step & { voided: boolean; round: number; draft: StepDraft | null }
export interface StoredMatter { draft: MatterDraft & { id: string }; visit: string | null; who: string; taken_by: string[]; steps: StoredStep[] }
export interface StoredDay { id: string; date: string; site_id: string; hours: string | null; held: boolean | null; duty: DutyDraft[] }

/** What undo takes back. */
export interface Facts { station: Station; deputies: (DeputyDraft & { id: string })[]; visits: StoredVisit[]; matters: StoredMatter[]; days: StoredDay[]; talks: (TalkDraft & { id: string })[]; visitor_ids: boolean; rules: RuleDraft[]; holidays: HolidayDraft[]; deadlines: (DeadlineDraft & { id: string })[] }
export interface World { exists: boolean; locked: boolean; facts: Facts; drafts: Draft[]; history: HistoryRow[]; before: Facts[]; after: Facts[]; sent: { month: string; at: string }[]; next: number }

function mandate(level: Level, constituency: string | null): MandateDraft {
  return { id: `mandate-${level}-${constituency ?? ''}`, level, constituency_id: constituency, electing_body: constituency ? null : '县人民代表大会', certificate: null, role: null, began: '当选', elected_on: '2021-12', re_elected: null, since: '2021-12', until: null, end_reason_id: null }
}

export function emptyDeputy(id: string, name: string): DeputyDraft & { id: string } {
  return { id, name, name_note: null, sex: null, nation_id: null, birth: null, native_place: null, party_id: null, party_joined: null, work_started: null, education_id: null, degree_id: null, school: null, title: null, social_posts: null, occupation_id: null, id_number: null, phone: null, address: null, postcode: null, email: null, resume: null, honours: null, pledge: null, note: null, list_order: null, unit: null, post: null, team_id: null, team_role: null, site_id: null, changed_on: null, mandates: [] }
}

const ROSTER = `王建国 男 hz 1968-04-12 zgdy dz 东关村 党支部书记 13800010001 1 gl 镇,县 wjg
李秀英 女 hz 1975-08 qz gz 仁庄村 妇联主席 13800010002 2 rz 镇 lxy
张志强 男 huiz 1980-11-03 zgdy dx 南村小学 校长 13800010003 3 rz 镇,县,市 zzq
盖福𬭎 男 hz 1962-02-20 wdprs dz 上桂花村 种植合作社理事长 13800010004 4 gl 镇 gfh
邹䶮 男 hz 1990-07-25 zgdy dx 镇卫生院 医师 13800010005 5 dg 镇,县,市,省 zy
阿依古丽·买买提 女 wwez 1985-05-16 qz dx 镇中学 教师 13800010006 6 dg 镇 aygl
刘梅 女 hz 1978-03 zgdy dz 五里铺村 村委会主任 - 5 dg 镇 lm
赵文 男 hz 1970-12-09 zgdy cz 停河铺村 务农 13800010008 6 rz 镇 zw
陈晓燕 女 mz - - - 元泉村 会计 13800010009 4 gl 镇 cxy
姚㛃 女 hz 1988-09-30 qz dx 镇农业办 农艺师 13800010010 3 rz 镇 yj
孙国平 男 hz 1965-06-18 zgdy gz 南村 党支部书记 13800010011 3 rz 镇,县 sgp
上官新洋 男 hz 1991-10-26 zgdy dz 东关村 企业负责人 13800010012 1 dg 镇 sgxy`

export const INITIALS: Record<string, string> = {}

function roster(): (DeputyDraft & { id: string })[] {
  return ROSTER.split('\n').map((line, at) => {
    const [name = '', sex, nation, birth, party, education, unit, post, phone, constituency, team, levels = '', initials = ''] = line.split(' ')
    const known = (text: string | undefined): string | null => (text === undefined || text === '-' ? null : text)
    const code = (list: string, text: string | undefined): string | null => (known(text) ? `${list}.${text}` : null)
    INITIALS[name] = initials
    return {
      ...emptyDeputy(`person-${at + 1}`, name), sex: sex === '男' ? '男' : '女', nation_id: code('nation', nation), birth: known(birth), party_id: code('party', party),
      education_id: code('education', education), unit: known(unit), post: known(post), phone: known(phone), team_id: code('team', team), site_id: 'site.station',
      id_number: phone === '-' ? null : `14042619${60 + at}04090${100 + at}X`,
      mandates: levels.split(',').map((level) => mandate(level as Level, level === '镇' ? `constituency.${constituency}` : null)),
    }
  })
}

function day(at: number, date: string, site: string, duty: number[], held: boolean | null): StoredDay {
  return { id: `activity-${at}`, date, site_id: site, hours: '上午9:00—11:30', held, duty: duty.map((n) => ({ person_id: `person-${n}`, name: null, status: held ? 'came' : null, reason: null })) }
}

function visit(at: number, date: string, site: string, duty: number[], who: string | null, village: string, people: number, words: string, category: string, route: string, unit: string | null): StoredVisit {
  return {
    number: `JD-2026-${String(30 + at).padStart(4, '0')}`, voided: false,
    draft: {
      id: `visit-${at}`, happened_on: date, time: null, form_id: 'visit_form.visit', site_id: site, deputies: duty.map((n) => `person-${n}`), other_deputies: [], people, confidential: false, joint: false, chat_group_id: null, written_on: null,
      parties: [{ id: `party-${at}`, name: who, sex: null, age_band: null, village, phone: who ? `1390000${1000 + at}` : null, id_number: null, resident_id: null }],
      matters: [{ id: `matter-${at}`, words, category_id: `category.${category}`, nature_id: null, route_id: `route.${route}`, unit, reply: null, parties: [], same_as: null }],
      recorder: '李敏', campaigns: [], note: null, late_reason: null,
    },
  }
}

const NO_SAY = { nature_id: null, session_id: null, publicity: null, repeated: null, talk_wanted: false, no_written_reply: false, supervised: false, supervisor: null, congress_on: null, published_on: null, campaigns: [], motion_id: null, petition: false }

const KINDS: Record<Step['kind'], string> = {
  recorded: '登记', accepted: '接单', answered: '当场答复', guided: '引导', handed: '转办', taken_up: '形成代表建议', signed: '签收', returned: '退办', chased: '催办', extended: '延期', stopped: '中止计时', restarted: '恢复计时',
  talked: '面商', replied: '答复', told: '告知', rated: '征询意见', closed: '办结', followed: '跟踪落实', reopened: '重新办理',
}

export function step(id: string, kind: Step['kind'], date: string, more: Partial<StoredStep> = {}): StoredStep {
  return {
    id, kind, kind_label: KINDS[kind], happened_on: date, route: null, unit: null, way: null, by_whom: null, words: null, document: null, result: null, grade: null, told_whom: null, assignment_id: null, role: null, attitude: null, office: null, level: null,
    promised: null, promised_on: null, due_on: null, due_rule: null, activity: null, voided: false, round: 1, draft: null, ...more,
  }
}

export function matterOfVisit(from: StoredVisit, at: number, steps: StoredMatter['steps']): StoredMatter {
  const raised = from.draft.matters[at]
  const words = raised?.words ?? ''
  return {
    draft: { ...NO_SAY, id: raised?.id ?? `matter-of-${from.draft.id}-${at}`, kind: '社情民意', number: null, title: words, words, category_id: raised?.category_id ?? null, submitted_on: from.draft.happened_on, period: null, lead: [], co: [], other_lead: [], other_co: [], confidential: from.draft.confidential, note: null },
    visit: from.draft.id, who: from.draft.parties.map((party) => party.name ?? '匿名').join('、'), taken_by: [], steps,
  }
}

function suggestion(at: number, title: string, lead: number, co: number[], steps: StoredMatter['steps']): StoredMatter {
  return {
    draft: { ...NO_SAY, id: `suggestion-${at}`, kind: '建议', number: `5-3-00${at}`, title, words: `${title.replace(/^关于/, '').replace(/的建议$/, '')}，请有关单位尽快研究办理。`, category_id: 'category.dl', submitted_on: '2026-03-24', period: '会议期间', lead: [`person-${lead}`], co: co.map((n) => `person-${n}`), other_lead: [], other_co: [], confidential: false, note: null },
    visit: null, who: '代表提出', taken_by: [], steps,
  }
}

export function practice(): Facts {
  const visits = [
    visit(1, '2026-11-15', 'site.station', [1, 2], '张三', '仁庄', 2, '村东头路灯坏了两个多月，老人晚上出门不方便', 'dl', 'town', '交通办'),
    visit(2, '2026-11-15', 'site.station', [1, 2], '李四', '东关', 1, '机井水泵老化，七十多户灌溉困难', 'sl', 'town', '水利站'),
    visit(3, '2026-11-15', 'site.station', [1, 2], null, '南村', 1, '打听低保怎么申请', 'mz', 'on_the_spot', null),
    visit(4, '2026-11-20', 'site.gulou', [3, 4], '董娟英', '上桂花', 5, '养猪场污水流到水渠里', 'hj', 'town', '环保所'),
    visit(5, '2026-10-15', 'site.station', [5, 6], '武香', '五里铺', 1, '玉米制种水渠损毁，影响249户', 'ny', 'town', '农业办'),
    visit(6, '2026-10-20', 'site.dongguan', [7, 8], '苏东', '停河铺', 1, '宅基地界线有争议', 'td', 'petition', null),
  ]
  const at = (n: number): StoredVisit => visits[n] as StoredVisit
  return {
    station: { name: '黎川镇人大代表联络站', level: '镇', county: '安平县', reports_as: '黎川镇人大', term: { ordinal: 5, since: '2021-12', until: null }, sites: [
      { id: 'site.station', kind: 'station', name: '镇联络站', rule: '每月15日上午', hours: '9:00—11:30' }, { id: 'site.gulou', kind: 'point', name: '鼓楼联络点', rule: '每月20日上午，与各点轮流', hours: '9:00—11:30' },
      { id: 'site.dongguan', kind: 'point', name: '东关联络点', rule: '每月20日上午，与各点轮流', hours: null }, { id: 'site.renzhuang', kind: 'point', name: '仁庄联络点', rule: null, hours: null } ] },
    deputies: roster(), visits,
    matters: [
      matterOfVisit(at(0), 0, [step('s1', 'recorded', '2026-11-15'), step('s2', 'handed', '2026-11-16', { unit: '交通办', route: '转镇政府', due_on: '2026-12-01', due_rule: '15日，本站规定' })]),
      matterOfVisit(at(1), 0, [step('s3', 'recorded', '2026-11-15'), step('s4', 'handed', '2026-11-15', { unit: '水利站', route: '转镇政府', due_on: '2026-11-30', due_rule: '15日，本站规定' }), step('s5', 'replied', '2026-11-19', { unit: '水利站', words: '已更换水泵电机，11月18日恢复供水。', result: 'A' })]),
      matterOfVisit(at(2), 0, [step('s6', 'recorded', '2026-11-15'), step('s7', 'answered', '2026-11-15', { by_whom: '王建国', words: '说明了申请条件和材料，告知到民政办窗口办理。' })]),
      matterOfVisit(at(3), 0, [step('s9', 'recorded', '2026-11-20')]),
      matterOfVisit(at(4), 0, [step('s10', 'recorded', '2026-10-15'), step('s11', 'handed', '2026-10-16', { unit: '农业办', route: '转镇政府', due_on: '2026-10-31', due_rule: '15日，本站规定' }), step('s12', 'replied', '2026-11-02', { unit: '农业办', words: '水渠已修复。', result: 'A' }), step('s13', 'told', '2026-11-03', { way: '电话', grade: '满意', told_whom: '武香' }), step('s14', 'closed', '2026-11-03')]),
      matterOfVisit(at(5), 0, [step('s15', 'recorded', '2026-10-20'), step('s16', 'guided', '2026-10-20', { route: '引导信访' })]),
      suggestion(1, '关于硬化仁庄至镇区道路的建议', 1, [2, 3], [step('t1', 'recorded', '2026-03-24'), step('t2', 'handed', '2026-03-25', { unit: '镇人民政府', due_on: '2026-06-25', due_rule: '三个月，代表法第五十一条' }), step('t3', 'replied', '2026-08-07', { unit: '镇人民政府', result: 'A', document: '镇政办函〔2026〕12号' }), step('t4', 'told', '2026-08-20', { way: '当面', grade: '满意', told_whom: '王建国' }), step('t5', 'closed', '2026-08-20')]),
      suggestion(2, '关于解决停河铺村饮水管网老化的建议', 8, [4], [step('t6', 'recorded', '2026-03-24'), step('t7', 'handed', '2026-08-18', { unit: '镇人民政府', due_on: '2026-11-18', due_rule: '三个月，代表法第五十一条' })]),
    ],
    days: [day(1, '2026-10-15', 'site.station', [5, 6], true), day(2, '2026-10-20', 'site.dongguan', [7, 8], true), day(3, '2026-11-15', 'site.station', [1, 2], true), day(4, '2026-11-20', 'site.gulou', [3, 4], null), day(5, '2026-12-15', 'site.station', [9, 10], null)], talks: [], visitor_ids: false, rules: [], holidays: [], deadlines: [],
  }
}

export function openWorld(exists: boolean, locked: boolean): World {
  const facts = practice()
  if (!exists) Object.assign(facts, { deputies: [], visits: [], matters: [], days: [] })
  return {
    exists, locked, facts, before: [], after: [], sent: [], next: 100,
    drafts: exists ? [{ form: 'reception', subject: '', saved_at: '2026-11-21T10:32:00', body: Object.assign({}, typed(facts), { id: null }) }] : [],
    history: exists ? [{ seq: 1, label: '导入代表名册 12 人', account: '李敏', at: '2026-11-01T09:12:00', changes: 36, undone: false, undoable: false, takes_back: null }] : [],
  }
}

/** What a killed program left: the form as it was typed. */
function typed(facts: Facts): unknown {
  const first = facts.visits[0]?.draft
  return first && { ...first, people: '', happened_on: '2026-11-21', matters: first.matters.map((m) => ({ ...m, id: null, words: '村口垃圾清运不及时' })), parties: first.parties.map((p) => ({ ...p, id: null, name: '周大爷', anonymous: false })) }
}
