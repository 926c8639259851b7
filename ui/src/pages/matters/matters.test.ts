import { expect, it } from 'vitest'
import { emptyMatter, matterToSend } from './matters'

it('which motion it is goes away with the kind', () => {
  const motion = { ...emptyMatter('2026-11-22'), kind: '议案', motion_id: 'motion.bill' }
  expect([matterToSend(motion).motion_id, matterToSend({ ...motion, kind: '建议' }).motion_id]).toEqual(['motion.bill', null])
})
