import { describe, expect, it } from 'vitest'
import { matching, type Findable } from './match'

function choice(label: string, initials: string, spelling: string, note: string | null = null): Findable {
  return { label, initials, spelling, note }
}

const people = [
  choice('王建国', 'wjg', 'wangjianguo', '东关村'),
  choice('单梅莲', 'sml dml', 'shanmeilian danmeilian'),
  choice('吕绿', 'll', 'lvlv lulu'),
  choice('李建', 'lj', 'lijian', '王村'),
  choice('卢果', 'lg', 'luguo'),
  choice('阿依古丽·买买提', 'ayglmmt', 'ayigulimaimaiti'),
]

describe('what was typed', () => {
  it.each([
    ['wjg', ['王建国'], 'initials'],
    ['wangjian', ['王建国'], 'the beginning of the spelling'],
    ["Wang Jian'guo", ['王建国'], 'as it is written in a passport'],
    ['ｗａｎｇ', ['王建国'], 'full-width letters'],
    ['dml', ['单梅莲'], 'a second reading, by initials'],
    ['danmei', ['单梅莲'], 'a second reading, whole'],
    ['lv', ['吕绿'], 'ü as v'],
    ['lü', ['吕绿'], 'ü itself'],
    ['lu', ['吕绿', '卢果'], 'ü as u'],
    ['l', ['吕绿', '李建', '卢果', '单梅莲', '阿依古丽·买买提'], 'who begins with it before who has it within'],
    ['jian', ['王建国', '李建'], 'a piece of the spelling'],
    ['an', [], 'too short a piece'],
    ['建', ['王建国', '李建'], 'a piece of the name'],
    ['王', ['王建国', '李建'], 'the name before the note'],
    ['阿依古丽·买', ['阿依古丽·买买提'], 'a name with its interpunct'],
    ['lianlijian', [], 'nothing across two readings'],
    ["'", [], 'a sign alone'],
  ])('%s finds %j: %s', (typed, labels) => {
    expect(matching(people, typed).map((person) => person.label)).toEqual(labels)
  })

  it('offers everything in the program’s order when nothing was typed', () => {
    expect(matching(people, ' ')).toEqual(people)
  })
})
