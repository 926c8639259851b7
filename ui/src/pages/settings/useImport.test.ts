import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openFake } from '../../backend/fake'
import { useHost, type Commands, type ImportAsk, type Input, type Name } from '../../backend'
import { pathsOf, useImport, whereText } from './useImport'

const asked: ImportAsk[] = []

beforeEach(() => {
  setActivePinia(createPinia())
  asked.length = 0
  const fake = openFake(new URLSearchParams())
  useHost({
    ...fake,
    call: <K extends Name>(name: K, input: Input<K>): Promise<Commands[K]['output']> => {
      if (name === 'preview_import' || name === 'import') asked.push(structuredClone(input) as ImportAsk)
      return fake.call(name, input)
    },
  })
})

describe('an import', () => {
  it('asks, keeps the answer through another preview, and sends it', async () => {
    const form = useImport('deputies')
    form.typed.value = '/a/花名册.xlsx'
    await form.look()
    const question = form.unanswered.value[0]
    expect(question?.key).toBe('张伟|7')
    form.answer('张伟|7', 'other')
    expect(form.unanswered.value).toEqual([])
    await form.match('是否脱贫户', 'note')
    expect(asked.at(-1)).toMatchObject({ matches: [{ heading: '是否脱贫户', field: 'note' }], answers: [{ key: '张伟|7', value: 'other' }] })
    expect(form.asked.value, 'the question stays in view with its answer').toHaveLength(1)
    const done = await form.run()
    expect(done?.label).toContain('已导入')
    expect(asked.at(-1)).toEqual({ kind: 'deputies', files: ['/a/花名册.xlsx'], all_or_nothing: false, matches: [{ heading: '是否脱贫户', field: 'note' }], answers: [{ key: '张伟|7', value: 'other' }] })
  })

  it('forgets matches and answers with the next file', async () => {
    const form = useImport('deputies')
    form.typed.value = '/a/花名册.xlsx'
    await form.look()
    form.answer('张伟|7', 'same')
    form.restart()
    form.typed.value = '/b/花名册.xlsx'
    await form.look()
    expect(asked.at(-1)?.answers).toEqual([])
    expect(form.unanswered.value).toHaveLength(1)
  })

  it('shows the program’s own sentence when it refuses', async () => {
    const form = useImport('duty')
    await form.look()
    expect(form.failure.value?.message).toBe('请先选文件，或写明文件的路径。')
    expect(form.preview.value).toBeNull()
    await vi.waitFor(() => expect(form.busy.value).toBe(false))
  })

  it('takes paths as they are pasted, and says where in few words', () => {
    expect(pathsOf('"/a/b.xlsx"\r\n\n file:///c/%E5%90%8D%E5%86%8C.csv \n/e/100%.csv')).toEqual(['/a/b.xlsx', '/c/名册.csv', '/e/100%.csv'])
    expect(whereText({ file: 'C:\\表\\名册.xlsx', sheet: '花名册', row: 7, column: 'A', field: '姓名' })).toBe('名册.xlsx，花名册，第7行，A列（姓名）')
  })
})
