import { expect, it } from 'vitest'
import { emptyMatter, matterToSend, newestFirst } from './matters'

it('which motion it is goes away with the kind', () => {
  const motion = { ...emptyMatter('2026-11-22'), kind: '议案', motion_id: 'motion.bill' }
  expect([matterToSend(motion).motion_id, matterToSend({ ...motion, kind: '建议' }).motion_id]).toEqual(['motion.bill', null])
})

it('papers of the newest round stand first, those of the whole matter among them', () => {
  const papers = ['交办单（第一次办理）　水利站', '交办单（第二次办理）　农业办', '回访记录', '催办函（第一次办理）'].map((label) => ({ label }))
  expect(newestFirst(papers).map(({ label }) => label)).toEqual(['交办单（第二次办理）　农业办', '回访记录', '交办单（第一次办理）　水利站', '催办函（第一次办理）'])
  expect(newestFirst(papers.slice(2, 3)), 'of one round nothing is said').toHaveLength(1)
})
