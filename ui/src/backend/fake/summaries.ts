// The summaries for the county over the practice facts.
import type { Document, RegisterAsk, Table } from '../bindings'
import { cell, table, within } from './papers'
import { matterRow, visitRow } from './views'
import type { Facts } from './world'

type Value = string | number | null

/** A table whose rows open nothing. */
function plain(caption: string, columns: string, rows: Value[][], totals: Value[][] = []): Table {
  const made = table(columns, rows.map((values) => ['', '', values]))
  return { ...made, caption, rows: made.rows.map((row) => ({ ...row, fact: null })), totals: totals.map((values) => ({ fact: null, cells: values.map(cell) })) }
}

function receptions(facts: Facts, ask: RegisterAsk): Table[] {
  const rows = facts.visits.filter((v) => !v.voided && within(v.draft.happened_on, ask)).map((v) => visitRow(facts, v))
  const list = table('序号/9/center 日期/19/center/date 形式/14/center 接待代表/24 来访人/20/center 人数/10/center 类别/18/center 问题摘要/56 处理方式/20/center 承办单位/24/center 满意度/16/center',
    rows.map((r, at) => ['visit', r.id, [at + 1, r.date, r.form, r.deputies.join('、'), r.visitor, r.people, r.category, r.content, r.route, r.unit, r.satisfied]]))
  const ways = [...new Set(rows.map((r) => r.route ?? '未定'))]
  const categories = [...new Set(rows.map((r) => r.category ?? '未分类'))]
  const line = (of: typeof rows): Value[] => [...ways.map((way) => of.filter((r) => (r.route ?? '未定') === way).length), of.length]
  const matrix = plain('问题类别和处理方式（件）', ['类别/36/center', ...ways.map((way) => `${way}/19/center`), '合计/19/center'].join(' '),
    categories.map((category) => [category, ...line(rows.filter((r) => (r.category ?? '未分类') === category))]), [['合计', ...line(rows)]])
  return [list, matrix, plain('接待群众总数', '批次/40/center 人次/40/center 反映问题（件）/40/center', [[rows.length, rows.reduce((sum, r) => sum + r.people, 0), rows.length]])]
}

function suggestions(facts: Facts, ask: RegisterAsk): Table[] {
  const rows = facts.matters.filter((m) => m.draft.kind !== '社情民意' && within(m.draft.submitted_on, ask)).map((m) => matterRow(facts, m))
  const list = table('序号/9/center 编号/20/center 标题/56 领衔/17/center 附议/24 主办/24/center 交办/19/center/date 答复/19/center/date 结果/12/center 满意度/17/center',
    rows.map((r, at) => ['matter', r.id, [at + 1, r.no, r.title, r.lead, r.co.join('、'), r.unit, r.handed, r.replied, r.result, r.satisfied]]))
  const rate = (name: string, of: number, among: number, how: string): Value[] => [name, of, among, among > 0 ? `${((of / among) * 100).toFixed(1)}%` : null, how]
  const rated = rows.filter((r) => r.satisfied !== null)
  const rates = plain('办理情况', '指标/30/center 分子（件）/26/center 分母（件）/26/center 比率/26/center 怎样算/80', [
    rate('答复率', rows.filter((r) => r.replied !== null).length, rows.length, '已答复÷提出件数'), rate('办结率', rows.filter((r) => r.closed !== null).length, rows.length, '已办结÷提出件数'),
    rate('满意率', rated.filter((r) => r.satisfied !== '不满意').length, rated.length, '（满意＋基本满意）÷已反馈'),
  ])
  return [list, rates, plain('答复结果（已答复并注明结果的）', '结果/30/center 件数/26/center', ['A', 'B', 'C', 'D'].map((result) => [result, rows.filter((r) => r.replied !== null && r.result === result).length]))]
}

/** The summary that is asked for; none where it is one of the ten. */
export function summary(facts: Facts, ask: RegisterAsk): Document | null {
  const made = { 103: { title: '接待群众情况汇总表', tables: receptions }, 104: { title: '建议办理情况汇总表', tables: suggestions } }[ask.number || Number(ask.key)]
  if (!made) return null
  const parts = made.tables(facts, ask).map((one) => ({ part: 'table' as const, ...one }))
  const head = [`填报单位：${facts.station.reports_as ?? facts.station.name}`, `${ask.from} 至 ${ask.to}`]
  return { name: made.title, title: made.title, look: 'list', orientation: 'landscape', edition: ask.edition ?? '内部', subjects: [{ fact: null, name: '', head, parts, signature: ['填报人：', '负责人：', '填报日期：'] }] }
}
