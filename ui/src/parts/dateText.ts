// What a clerk types for a date, and what it means. Today is given in, never read from a clock.
const DAY = 86_400_000
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']
const WORDS: Record<string, number> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1 }

export interface DateRules {
  today: string
  /** 1975 and 1975-08 are dates too; 197508 is a month. */
  partial?: boolean
  /** A day without a year, or without a month, is the last such day, not a coming one. */
  past?: boolean
}

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1900 && year <= 2100 ? date.toISOString().slice(0, 10) : null
}

function month(year: number, number: number): string | null {
  return iso(year, number, 1)?.slice(0, 7) ?? null
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

function withoutYear(monthNumber: number, day: number, rules: DateRules): string | null {
  const year = Number(rules.today.slice(0, 4))
  const found = iso(year, monthNumber, day)
  return found && rules.past && found > rules.today ? iso(year - 1, monthNumber, day) : found
}

/** The day of this month; of something past, of the last month that has had it. */
function dayAlone(day: number, rules: DateRules): string | null {
  const here = rules.today.slice(0, 7)
  const dayOf = (monthText: string): string | null => iso(Number(monthText.slice(0, 4)), Number(monthText.slice(5)), day)
  if (!rules.past) return dayOf(here)
  // Two months back are enough: of any two in a row one has 31 days.
  return [0, -1, -2].map((back) => dayOf(addMonths(here, back))).find((date) => date !== null && date <= rules.today) ?? null
}

function digits(text: string, rules: DateRules): string | null {
  const number = (from: number, to?: number): number => Number(text.slice(from, to))
  switch (text.length) {
    case 1:
    case 2: return dayAlone(number(0), rules)
    case 3: return withoutYear(number(0, 1), number(1), rules)
    case 4: return rules.partial && number(0) >= 1900 && number(0) <= 2100 ? text : withoutYear(number(0, 2), number(2), rules)
    case 6: return rules.partial ? month(number(0, 4), number(4)) : iso(2000 + number(0, 2), number(2, 4), number(4))
    case 8: return iso(number(0, 4), number(4, 6), number(6))
    default: return null
  }
}

/** `2026-03-05`, with partial dates allowed also `2026-03` or `2026`; null when the text is no date. */
export function parseDate(typed: string, rules: DateRules): string | null {
  const text = typed.normalize('NFKC').trim()
  const word = WORDS[text]
  if (word !== undefined) return addDays(rules.today, word)
  if (/^\d+$/.test(text)) return digits(text, rules)
  const parts = text.split(/[-./。·、年月日号\s]+/).filter((part) => part !== '')
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return null
  const [first, second, third] = parts.map(Number)
  if (first === undefined) return null
  if (parts.length === 1) return first >= 1900 ? (rules.partial ? String(first) : null) : digits(String(first), rules)
  if (parts.length === 2 && second !== undefined) {
    if (first >= 1900) return rules.partial ? month(first, second) : null
    return withoutYear(first, second, rules)
  }
  if (parts.length !== 3 || second === undefined || third === undefined) return null
  return iso(first < 100 ? 2000 + first : first, second, third)
}

/** Empty unless the day is known. */
export function weekday(date: string | null): string {
  return date && date.length === 10 ? (WEEKDAYS[new Date(date).getUTCDay()] ?? '') : ''
}

/** `2026年3月5日`, as far as it is known. */
export function spoken(date: string | null): string {
  if (!date) return ''
  const [year, monthNumber, day] = date.split('-').map(Number)
  return `${year}年` + (monthNumber ? `${monthNumber}月` : '') + (day ? `${day}日` : '')
}

export function monthBounds(monthText: string): { from: string; to: string } {
  const [year = 2000, number = 1] = monthText.split('-').map(Number)
  return { from: `${monthText}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}

export function addMonths(monthText: string, months: number): string {
  const [year = 2000, number = 1] = monthText.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** First and last day of the quarter that holds the month. */
export function quarterBounds(monthText: string): { from: string; to: string } {
  const first = addMonths(monthText, -((Number(monthText.slice(5, 7)) - 1) % 3))
  return { from: monthBounds(first).from, to: monthBounds(addMonths(first, 2)).to }
}
