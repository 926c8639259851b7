// What a form is made of, and how its texts become what is sent.

export type FieldKind = 'text' | 'long' | 'date' | 'partial' | 'pick' | 'name' | 'radio' | 'persons' | 'tags' | 'number' | 'money' | 'tick'

export interface FieldSpec<F> {
  key: keyof F & string
  label: string
  kind: FieldKind
  /** Choices of a pick list (`sites`, `villages` …) or a code list (`contact_way` …). */
  list?: string
  options?: { value: string | boolean; label: string }[]
  /** Of persons: the field that holds names outside of the roster; without it only the roster is offered. */
  others?: keyof F & string
  required?: boolean
  wide?: boolean
  rows?: number
  past?: boolean
  hint?: string
  placeholder?: string
  /** Shown only then. */
  when?: (form: F) => boolean
}

/** Texts without blanks around; an empty one says nothing. Required texts stay texts. */
export function tidy<F extends object>(form: F, required: readonly (keyof F)[]): F {
  const said = (key: string, value: unknown): unknown => {
    if (value === null && (required as readonly string[]).includes(key)) return ''
    if (typeof value !== 'string') return value
    const text = value.trim()
    return text === '' && !(required as readonly string[]).includes(key) ? null : text
  }
  return Object.fromEntries(Object.entries(form).map(([key, value]) => [key, said(key, value)])) as F
}

/** A count as people type it, full-width digits too; null for nothing, NaN for what is none. */
export function parseCount(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[\s,，]/g, '')
  if (text === '') return null
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}

/** A measure as people type it: `15.5`. */
export function parseMeasure(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '')
  if (text === '') return null
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

/** Money as people type it, in whole 分: `12000`, `1.2万`, `1.2万元`, `3600.50元`. */
export function parseMoney(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[\s,，]/g, '')
  if (text === '') return null
  const found = /^(\d+(?:\.\d+)?)(万|亿)?元?$/.exec(text)
  if (!found?.[1]) return Number.NaN
  const times = { 万: 10_000, 亿: 100_000_000 }[found[2] ?? ''] ?? 1
  return Math.round(Number(found[1]) * times * 100)
}

/** Whole 分 as yuan: 1200050 → `12000.50`, 1200000 → `12000`. */
export function showMoney(cents: number | null): string {
  if (cents === null) return ''
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2)
}
