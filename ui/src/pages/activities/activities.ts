// Activities: empty values, the fields of the form, the columns of the list.
import type { ActivityDraft, ActivityRow } from '../../backend'
import { showMoney, tidy, type FieldSpec } from '../../parts/fields'
import type { GridColumn } from '../../parts/sheet/column'

export function emptyActivity(today: string, like: ActivityDraft | null = null): ActivityDraft {
  return {
    id: null, number: null, kind_id: like?.kind_id ?? '', title: '', since: like?.since ?? today, until: null, hours: null, period: like?.period ?? '闭会期间', session_id: like?.session_id ?? null,
    site_id: like?.site_id ?? null, place: null, organiser: like?.organiser ?? null, notified_on: null, theme: null, content: null, outcome: null, opinion_count: null, recovered: null, households: null,
    people: null, report: null, reported_on: null, feedback_due: null, half_days: null, guests: null, recorder: like?.recorder ?? null, held: null, attendance: [], opinions: [], matters: [], campaigns: [], note: null, late_reason: null,
  }
}

export function activityToSend(form: ActivityDraft): ActivityDraft {
  return { ...tidy(form, ['title', 'since', 'kind_id']), attendance: form.attendance.map((row) => tidy(row, [])), opinions: form.opinions.filter((o) => o.id !== null || o.words.trim() !== '') }
}

const PERIODS = ['会议期间', '闭会期间'].map((value) => ({ value, label: value }))

export const TABS = [{ path: '/activities', label: '活动' }, { path: '/deeds', label: '办实事' }, { path: '/reviews', label: '履职审核' }] as const

export const ACTIVITY_FIELDS: FieldSpec<ActivityDraft>[] = [
  { key: 'title', label: '活动名称（主题）', kind: 'text', required: true, wide: true, placeholder: '如 视察农村饮水工程' },
  { key: 'since', label: '日期', kind: 'date', required: true },
  { key: 'until', label: '到哪天', kind: 'date', hint: '一天的不填。' },
  { key: 'hours', label: '时间', kind: 'text', placeholder: '如 9:00—11:30' },
  { key: 'kind_id', label: '活动类别', kind: 'pick', list: 'activity' },
  { key: 'site_id', label: '地点（站点）', kind: 'pick', list: 'sites' },
  { key: 'place', label: '其他地点', kind: 'text', when: (form) => form.site_id === null },
]

export const ACTIVITY_TEXTS: FieldSpec<ActivityDraft>[] = [
  { key: 'content', label: '活动内容与过程', kind: 'long', rows: 3, wide: true },
  { key: 'outcome', label: '形成的意见建议', kind: 'long', wide: true },
  { key: 'opinion_count', label: '意见建议条数', kind: 'number' },
  { key: 'recovered', label: '监督挽回资金', kind: 'money' },
]

export const ACTIVITY_MORE: FieldSpec<ActivityDraft>[] = [
  { key: 'period', label: '时段', kind: 'radio', options: PERIODS },
  { key: 'session_id', label: '哪次会议', kind: 'pick', list: 'sessions', when: (form) => form.period === '会议期间' },
  { key: 'organiser', label: '组织单位或召集人', kind: 'text' },
  { key: 'notified_on', label: '通知日期', kind: 'date', past: true },
  { key: 'theme', label: '带着什么主题', kind: 'text' },
  { key: 'half_days', label: '用了几个半天', kind: 'number', hint: '履职天数按半天算。' },
  { key: 'households', label: '宣传到户', kind: 'number' },
  { key: 'people', label: '宣传到人', kind: 'number' },
  { key: 'guests', label: '列席或邀请人员', kind: 'text' },
  { key: 'recorder', label: '记录人', kind: 'text' },
  { key: 'report', label: '报告转交与反馈', kind: 'long', wide: true },
  { key: 'reported_on', label: '报告转交日期', kind: 'date', past: true },
  { key: 'feedback_due', label: '反馈期限', kind: 'date' },
  { key: 'number', label: '活动编号', kind: 'text', hint: '不填就由程序给出。' },
  { key: 'campaigns', label: '专项活动', kind: 'tags', list: 'campaigns', wide: true },
  { key: 'late_reason', label: '补录原因', kind: 'text', hint: '当时没有登记、现在补上的才填。' },
  { key: 'note', label: '备注', kind: 'text', wide: true },
]

export const COLUMNS: GridColumn<ActivityRow>[] = [
  { key: 'date', label: '日期', width: 112, text: (a) => a.date, typed: (a) => (a.until === a.date || a.until === '' ? a.date : `${a.date}至${a.until}`) },
  { key: 'number', label: '编号', width: 132, text: (a) => a.number ?? '' },
  { key: 'title', label: '活动名称', width: 220, grow: true, text: (a) => a.title },
  { key: 'kind', label: '类别', width: 100, text: (a) => a.kind },
  { key: 'place', label: '地点', width: 120, text: (a) => a.place ?? '' },
  { key: 'planned', label: '应到', width: 72, align: 'right', text: (a) => String(a.planned), order: (a) => a.planned },
  { key: 'came', label: '实到', width: 72, align: 'right', text: (a) => String(a.came), order: (a) => a.came },
  { key: 'absent', label: '没到的', width: 150, text: (a) => a.absent.join('、') },
  { key: 'state', label: '签到', width: 96, text: (a) => signed(a), look: (a) => (a.voided ? 'tag grey' : a.unmarked > 0 && a.kind_id !== 'activity.reception_day' ? 'tag todo' : '') },
  { key: 'opinions', label: '意见', width: 72, align: 'right', text: (a) => (a.opinions === null ? '' : String(a.opinions)), order: (a) => a.opinions ?? 0, fixed: true },
  { key: 'recovered', label: '挽回资金', width: 96, align: 'right', text: (a) => showMoney(a.recovered), order: (a) => a.recovered ?? 0 },
  { key: 'campaigns', label: '专项活动', width: 120, text: (a) => a.campaigns.join('、') },
]

function signed(row: ActivityRow): string {
  if (row.voided) return '已作废'
  if (row.held === false) return '没有举行'
  if (row.unmarked > 0) return row.kind_id === 'activity.reception_day' ? '按值班表' : `未签 ${row.unmarked} 人`
  return row.planned > 0 ? '已签到' : ''
}
