// The pages of 报表统计, and the usual periods of each summary.
import { addMonths, monthBounds } from '../../parts/dateText'

export const TABS = [
  { path: '/reports', label: '月报' },
  { path: '/reports/receptions', label: '接待汇总表' },
  { path: '/reports/suggestions', label: '建议汇总表' },
] as const

/** Numbers of the reports. */
export const RECEPTIONS = 103
export const SUGGESTIONS = 104

export const TITLES: Record<number, string> = { [RECEPTIONS]: '接待群众情况汇总表', [SUGGESTIONS]: '建议办理情况汇总表' }

export interface Preset {
  label: string
  from: string
  to: string
}

function months(label: string, first: string, count: number): Preset {
  return { label, from: `${first}-01`, to: monthBounds(addMonths(first, count - 1)).to }
}

/** The first is what opens: a quarter of receptions, a half year of suggestions. */
export function presets(number: number, today: string): Preset[] {
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))]
  if (number === SUGGESTIONS) {
    const half = `${year}-${month > 6 ? '07' : '01'}`
    return [months('本半年', half, 6), months('上一个半年', addMonths(half, -6), 6), months('本年', `${year}-01`, 12), months('上年', addMonths(`${year}-01`, -12), 12)]
  }
  const quarter = `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}`
  const here = today.slice(0, 7)
  return [months('本季', quarter, 3), months('上季', addMonths(quarter, -3), 3), months('本月', here, 1), months('上月', addMonths(here, -1), 1), months('本年', `${year}-01`, 12)]
}
