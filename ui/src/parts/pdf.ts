// pdf.js, loaded when the first page is looked at. Fonts are in the file; nothing is fetched from anywhere.
import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

export async function openPdf(base64: string): Promise<PDFDocumentProxy> {
  const pdfjs = await import('pdfjs-dist')
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return pdfjs.getDocument({ data: bytes, useWasm: false, useSystemFonts: false }).promise
}
