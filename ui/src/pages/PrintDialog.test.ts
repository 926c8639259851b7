import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import PrintDialog from './PrintDialog.vue'

it('prints all pages of a new document, whatever was asked of the one before', async () => {
  setActivePinia(createPinia())
  const pdf = (pages: number): { base64: string; pages: number; warnings: [] } => ({ base64: '', pages, warnings: [] })
  const dialog = mount(PrintDialog, { props: { pdf: null, title: '表1' }, global: { stubs: { teleport: true, PdfView: true, PrinterChoice: true } } })
  await dialog.setProps({ pdf: pdf(9) })
  await flushPromises()
  const pages = dialog.find<HTMLInputElement>('[data-testid=pages]')
  await pages.setValue('5-7')
  await dialog.setProps({ pdf: pdf(2) })
  expect([pages.element.value, dialog.find('[role=alert]').exists()]).toEqual(['', false])
})
