import { describe, expect, it } from 'vitest'
import { parseCount, parseMoney, showMoney, tidy } from './fields'

describe('fields', () => {
  it.each([['12000', 1_200_000], ['1.2万', 120_000_0], ['1.2万元', 1_200_000], ['3600.5元', 360_050], ['１２', 1200], ['12,000', 1_200_000], ['', null], ['很多', Number.NaN], ['0.1', 10], ['0.29', 29]])('money typed as %j is %s 分', (typed, cents) => {
    expect(parseMoney(typed)).toBe(cents)
  })
  it.each([['38', 38], ['３', 3], ['1,200', 1200], ['', null], ['2.5', Number.NaN], ['三', Number.NaN]])('a count typed as %j is %s', (typed, count) => {
    expect(parseCount(typed)).toBe(count)
  })
  it.each([[1_200_000, '12000'], [360_050, '3600.50'], [null, ''], [0, '0']])('%s 分 are shown as %j', (cents, text) => {
    expect(showMoney(cents)).toBe(text)
  })
  it('sends nothing for an empty text, and required texts as texts', () => {
    expect(tidy({ title: ' ', note: ' ', place: ' 东关 ', people: 3 }, ['title'])).toEqual({ title: '', note: null, place: '东关', people: 3 })
  })
})
