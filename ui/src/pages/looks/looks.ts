// 台账样式: changing a copy of a set; columns move within their part of the page.
import type { ColumnLook, RegisterLook, SetLook } from '../../backend'
import { copyOf } from '../../app/copy'

export const ORDERS = [
  { value: 'number', label: '选区号' },
  { value: 'strokes', label: '姓名笔画' },
  { value: 'pinyin', label: '姓名拼音' },
  { value: 'level', label: '层级、职务、笔画' },
  { value: 'group', label: '选区、小组、笔画' },
  { value: 'certificate', label: '代表证号' },
] as const

export const TESTS = [
  { value: 'is', label: '是' },
  { value: 'contains', label: '含有' },
  { value: 'from', label: '不早于（不小于）' },
  { value: 'to', label: '不晚于（不大于）' },
  { value: 'empty', label: '没有填' },
  { value: 'not_empty', label: '填了' },
] as const

export const FACT_KINDS: Record<string, string> = {
  person: '代表', activity: '活动', visit: '接待', matter: '事项、建议', contact: '走访联系', standing_contact: '联系对象', constituency_visit: '走访选区', constituency: '选区', deed: '办实事',
}

/** A set of the station's own, made of one that stands. */
export function ownSet(set: SetLook): SetLook {
  return { ...copyOf(set), id: null, shipped: false, name: set.shipped ? `本站${set.name}` : `${set.name}（副本）` }
}

/** Moves a column up or down among those of its part; at the end of its part nothing happens. */
export function moved(columns: readonly ColumnLook[], at: number, by: 1 | -1): ColumnLook[] {
  const [one, other] = [columns[at], columns[at + by]]
  if (!one || !other || one.boxed || other.part !== one.part) return [...columns]
  const now = [...columns]
  ;[now[at], now[at + by]] = [other, one]
  return now
}

/** Those of the ten that a register of the station's own can be based on: lists. */
export function basesOf(set: SetLook | null): RegisterLook[] {
  return set?.registers.filter((one) => one.look === 'list' && !one.own) ?? []
}

/** A new register on the base of one of the ten. */
export function ownRegister(base: RegisterLook): RegisterLook {
  return { ...copyOf(base), key: '', shown: true, title: `${base.title}（本站）`, name: '本站台账', own: { based_on: base.number, filters: [] } }
}

/** The registers as they are being changed, with the station's own columns as they now stand: new ones come last in their part. */
export function withOwn(now: readonly RegisterLook[], stored: readonly RegisterLook[]): RegisterLook[] {
  const among = (columns: readonly ColumnLook[], one: ColumnLook): boolean => columns.some((column) => column.key === one.key && column.part === one.part)
  return now.map((register) => {
    const known = stored.find((one) => one.key === register.key)?.columns
    if (!known) return register
    const columns = register.columns.filter((column) => !column.own || among(known, column))
    const fresh = known.filter((column) => column.own && !among(columns, column))
    return { ...register, columns: [...columns, ...fresh].sort((a, b) => a.part - b.part) }
  })
}

export function said(columns: readonly ColumnLook[]): string {
  const hidden = columns.filter((column) => column.hidden).length
  return `${columns.length - hidden} 列${hidden > 0 ? `，隐藏 ${hidden} 列` : ''}`
}
