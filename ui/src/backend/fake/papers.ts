// Registers and the month's figures over the practice facts.
import type { Cell, Column, Document, FigureColumn, Format, Mask, MonthReport, RegisterAsk, RegisterInfo, Row, Table } from '../bindings'
import { addMonths, monthBounds } from '../../parts/dateText'
import { PLACES } from './codes'
import { stateOf } from './life'
import { dayRow, deputyRows, matterRow, visitRow } from './views'
import type { Facts } from './world'

const NAMES: Record<number, [string, RegisterInfo['look']]> = {
  2: ['人大代表个人信息登记簿', 'card'], 3: ['人大代表活动情况登记表', 'list'], 4: ['人大代表接待群众来访（信）登记表', 'list'],
  8: ['人大代表履职情况登记表', 'sheet'], 9: ['人大代表信息表', 'list'], 10: ['人大代表建议、批评和意见办理登记表', 'list'],
}

function column(spec: string): Column {
  const [label = '', width = '20', align = 'left', format = 'text', heading] = spec.split('/')
  return { key: label, label, ...(heading ? { heading } : {}), width: Number(width), align: align as Column['align'], format: format as Format, mask: 'none', public: true }
}

export function cell(value: string | number | null): Cell {
  if (value === null || value === '') return { type: 'empty' }
  if (typeof value === 'number') return { type: 'number', value }
  return /^\d{4}-\d\d(-\d\d)?$/.test(value) ? { type: 'date', value } : { type: 'text', value }
}

export function table(columns: string, rows: [string, string, (string | number | null)[]][], totals: Row[] = []): Table {
  return { caption: null, columns: columns.split(' ').map(column), rows: rows.map(([kind, id, values]) => ({ fact: { kind, id }, cells: values.map(cell) })), totals }
}

export function within(date: string, ask: { from: string; to: string }): boolean {
  return date >= ask.from && date <= ask.to
}

function form4(facts: Facts, ask: RegisterAsk): Table {
  const rows = facts.visits.filter((v) => !v.voided && within(v.draft.happened_on, ask)).map((v) => visitRow(facts, v))
  return table('序号/9/center 编号/24/center 日期/18/center/month_day 地点/20 姓名/16/center/text/来访人 村/16/center/text/来访人 电话/25/center/text/来访人 人数/10/center/text/来访人 反映的问题/58 接待代表/24 处理方式/20/center/text/办理 承办单位/18/center/text/办理 办结/18/center/month_day/办理 满意度/16/center/text/办理',
    rows.map((r, at) => ['visit', r.id, [at + 1, r.number, r.date, r.place, r.visitor, r.village, r.phone, r.people, r.content, r.deputies.join('、'), r.route, r.unit, r.done, r.satisfied]]),
    [{ fact: null, cells: [cell('合计'), ...Array.from({ length: 6 }, () => cell(null)), cell(rows.reduce((sum, r) => sum + r.people, 0)), ...Array.from({ length: 6 }, () => cell(null))] }])
}

function form3(facts: Facts, ask: RegisterAsk): Table {
  return table('序号/9/center 日期/18/center/month_day 活动名称/40 地点/26 参加代表/70 应到/12/center/text/人数 实到/12/center/text/人数 接待批次/14/center 备注/24', facts.days.filter((d) => within(d.date, ask)).map((d, at) => {
    const r = dayRow(facts, d)
    return ['activity', d.id, [at + 1, r.date, '代表接待日', r.site, r.deputies.map((p) => p.name).join('、'), r.deputies.length, r.deputies.filter((p) => p.status !== 'absent' && p.status !== 'excused').length, r.visits, r.held === null ? '按值班表，未确认' : null]]
  }))
}

function form9(facts: Facts): Table {
  return table('序号/9/center 姓名/28/center 性别/9/center 民族/16/center 出生年月/20/center/month 学历/14/center 政治面貌/22/center 单位/26/left/text/单位职务 职务/32/left/text/单位职务 代表层级/24/center 选区/12/center 代表小组/16/center 联系电话/28/center',
    deputyRows(facts).map((d, at) => ['person', d.id, [at + 1, d.name, d.sex, d.nation, d.birth, d.edu, d.party, d.unit, d.post, d.levels.join('、'), d.constituency, d.group, d.phone]]))
}

function form10(facts: Facts): Table {
  return table('编号/20/center 案由/66 领衔代表/20/center 附议代表/30 提出日期/24/center/date 日期/24/center/date/交办 承办单位/28/left/text/交办 日期/24/center/date/答复 结果/12/center/text/答复 满意度/16/center',
    facts.matters.filter((m) => m.draft.kind !== '社情民意').map((m) => matterRow(facts, m)).map((r) => ['matter', r.id, [r.no, r.title, r.lead, r.co.join('、'), r.submitted, r.handed, r.unit, r.replied, r.result, r.satisfied]]))
}

function subjects(facts: Facts, ask: RegisterAsk): Document['subjects'] {
  const signature = ['填报人：', '审核人：', `日期：${ask.to}`]
  const head = [`填报单位：${facts.station.reports_as ?? facts.station.name}`, `${ask.from} 至 ${ask.to}`]
  const lists: Record<number, () => Table> = { 3: () => form3(facts, ask), 4: () => form4(facts, ask), 9: () => form9(facts), 10: () => form10(facts) }
  const list = lists[ask.number]
  if (list) return [{ fact: null, name: '', head, signature, parts: [{ part: 'table', ...list() }] }]
  return deputyRows(facts).filter((d) => !ask.person_id || d.id === ask.person_id).map((d) => {
    const box = (key: string, value: string | number | null, width = 1): { key: string; label: string; value: Cell; width: number; mask: Mask; public: boolean } => ({ key, label: key, value: cell(value), width, mask: 'none', public: true })
    const served = facts.visits.filter((v) => v.draft.deputies.includes(d.id) && within(v.draft.happened_on, ask)).map((v) => visitRow(facts, v))
    const card: Document['subjects'][number]['parts'] = [{ part: 'grid', rows: [
      { height: 9, fields: [box('姓名', d.name), box('性别', d.sex), box('民族', d.nation), box('出生年月', d.birth)] }, { height: 9, fields: [box('政治面貌', d.party), box('学历', d.edu), box('身份证号', d.idno, 2)] },
      { height: 9, fields: [box('单位及职务', [d.unit, d.post].filter(Boolean).join(' '), 2), box('联系电话', d.phone, 2)] }, { height: 30, fields: [box('个人简历', null)] }, { height: 20, fields: [box('履职承诺', null)] } ] },
      { part: 'table', ...table('层级/20/center 选区或选举单位/50 届次/20/center 当选日期/30/center/month', d.levels.map((level) => ['person', d.id, [level, level === '镇' ? `第${d.constituency}选区` : '县人民代表大会', '第五届', '2021-12']])), caption: '任职情况' }]
    const sheet: Document['subjects'][number]['parts'] = [{ part: 'table', ...table('日期/24/center/date 履职类别/30/center 内容/120 出勤/16/center', served.map((v) => ['visit', v.id, [v.date, '接待选民', `在${v.place}接待${v.visitor}等${v.people}人`, '出席']])) }, { part: 'line', text: `本期履职 ${served.length} 次。` }]
    return { fact: { kind: 'person', id: d.id }, name: d.name, head: [`代表：${d.name}`, ...head], parts: ask.number === 2 ? card : sheet, signature }
  })
}

export function register(facts: Facts, ask: RegisterAsk): Document {
  const number = ask.number || Number(ask.key)
  const [title, look] = NAMES[number] ?? ['', 'list']
  return { name: `${String(number).padStart(2, '0')} ${title}`, title, look, orientation: look === 'card' ? 'portrait' : 'landscape', edition: ask.edition ?? '内部', subjects: subjects(facts, { ...ask, number }) }
}

export function registers(facts: Facts, ask: { from: string; to: string }): RegisterInfo[] {
  return Object.entries(NAMES).map(([number, [title, look]]) => {
    const made = register(facts, { ...ask, number: Number(number), person_id: null, team_id: null, site_id: null, edition: null })
    const rows = made.subjects.flatMap((s) => s.parts).reduce((sum, part) => sum + (part.part === 'table' ? part.rows.length : 0), 0)
    return { key: number.padStart(2, '0'), number: Number(number), name: made.name, title, look, rows: look === 'card' ? made.subjects.length : rows }
  })
}

export const FIGURES: FigureColumn[] = [['reception_days', '接待日（天）'], ['deputies_received.省', '省代表', '接待代表（人次）'], ['deputies_received.市', '市代表', '接待代表（人次）'], ['deputies_received.县', '县代表', '接待代表（人次）'], ['deputies_received.镇', '镇代表', '接待代表（人次）'], ['visits', '批次', '接待群众'], ['visitors', '人次', '接待群众'], ['raised', '收到', '反映的问题'], ['on_the_spot', '当场答复', '反映的问题'], ['handed_on', '转办', '反映的问题'], ['opening', '期初未办结', '办理'], ['closed', '本月办结', '办理'], ['open_at_end', '期末未办结', '办理'], ['closed_rate', '办结率', '办理'], ['satisfied.满意', '满意', '满意度'], ['satisfied.基本满意', '基本满意', '满意度'], ['satisfied.不满意', '不满意', '满意度']].map(([key = '', label = '', heading]) => ({ key, label, heading: heading ?? null, share: key === 'closed_rate' }))

export function figureRows(facts: Facts, month: string, site: string | null, key: string): Table {
  const ask = monthBounds(month)
  const here = (visit: string | null): boolean => site === null || facts.visits.some((v) => v.draft.id === visit && PLACES.sites.find((s) => s.label === site)?.id === v.draft.site_id)
  const dayTable = (): Table => table('日期/24/center/date 站点/30 代表/60', facts.days.filter((d) => within(d.date, ask)).map((d) => dayRow(facts, d)).filter((d) => site === null || d.site === site).map((d) => ['activity', d.id, [d.date, d.site, d.deputies.map((p) => p.name).join('、')]]))
  if (key === 'reception_days' || key.startsWith('deputies')) return dayTable()
  const matters = facts.matters.filter((m) => m.visit !== null && here(m.visit))
  const chosen = matters.filter((m) => {
    const closed = m.steps.find((s) => ['closed', 'answered', 'guided'].includes(s.kind))?.happened_on
    if (key === 'opening') return m.draft.submitted_on < ask.from && (!closed || closed >= ask.from)
    if (key === 'open_at_end') return m.draft.submitted_on <= ask.to && (!closed || closed > ask.to)
    if (key === 'closed') return closed !== undefined && within(closed, ask)
    if (key.startsWith('satisfied')) return closed !== undefined && within(closed, ask) && m.steps.some((s) => s.grade === key.split('.')[1])
    const wanted = { on_the_spot: 'answered', handed_on: 'handed' }[key]
    return within(m.draft.submitted_on, ask) && (!wanted || m.steps.some((s) => s.kind === wanted))
  })
  return table('日期/24/center/date 来访人/24 反映的问题/90 状态/24/center', chosen.map((m) => [key === 'visits' || key === 'visitors' ? 'visit' : 'matter', key === 'visits' || key === 'visitors' ? (m.visit ?? '') : m.draft.id, [m.draft.submitted_on, m.who, m.draft.title, stateOf(m)]]))
}

function figures(facts: Facts, month: string, site: string | null): Record<string, number | null> {
  const count = (key: string): number => figureRows(facts, month, site, key).rows.length
  return Object.fromEntries(FIGURES.map(({ key }) => {
    if (key === 'deputies_received.镇') return [key, count('reception_days') * 2]
    if (key.startsWith('deputies')) return [key, 0]
    return [key, key === 'closed_rate' ? (count('raised') > 0 ? count('closed') / count('raised') : null) : count(key)]
  }))
}

export function monthReport(facts: Facts, month: string, sent: { month: string; at: string }[]): MonthReport {
  const sites = facts.station.sites.map((s) => ({ site: s.name, figures: figures(facts, month, s.name) }))
  const total = figures(facts, month, null)
  const shown = (key: string, figure: number | null): string | number | null => (key === 'closed_rate' && figure !== null ? `${(figure * 100).toFixed(1)}%` : figure)
  const value = (site: string, all: Record<string, number | null>): [string, string, (string | number | null)[]] => ['site', site, [site, ...FIGURES.map(({ key }) => shown(key, all[key] ?? null))]]
  const paper = table(['站点/30', ...FIGURES.map((f) => `${f.label.replace('/', '')}/14/center/text${f.heading ? `/${f.heading}` : ''}`)].join(' '), [...sites.map((s) => value(s.site, s.figures)), value('合计', total)])
  return {
    month, columns: FIGURES, sites, total, editions: sent.filter((s) => s.month === month).map((s, at) => ({ ordinal: at + 1, at: s.at, sha256: '9f2c7a10b4e6' })),
    document: { name: `${month} 工作情况月报表`, title: `${month.replace('-', '年')}月人大代表联络站工作情况月报表`, look: 'list', orientation: 'landscape', edition: '上报', subjects: [{ fact: null, name: '', head: [`填报单位：${facts.station.reports_as ?? ''}`], parts: [{ part: 'table', ...paper, rows: paper.rows.map((r) => ({ ...r, fact: null })) }], signature: ['填报人：', '审核人：', `日期：${addMonths(month, 1)}-01`] }] },
  }
}
