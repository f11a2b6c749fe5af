import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Pdf = PDFDocumentProxy;
export type PdfPage = PDFPageProxy;
export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Pixels of one page at most: 4 bytes each, and cheap phones have little to give. */
export function maxPixels(deviceMemoryGiB: number | undefined): number {
  return deviceMemoryGiB !== undefined && deviceMemoryGiB <= 2 ? 2_500_000 : 8_000_000;
}

/** Its files lie beside the page, under the version of the library; see build-player.ts. */
export async function openPdf(address: string): Promise<{ readonly library: PdfLibrary; readonly pdf: Pdf }> {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const files = new URL(`pdfjs-${library.version}/`, document.baseURI).href;
  library.GlobalWorkerOptions.workerSrc = `${files}pdf.worker.min.js`;
  const task = library.getDocument({
    url: address,
    standardFontDataUrl: `${files}standard_fonts/`,
    wasmUrl: `${files}wasm/`,
    iccUrl: `${files}iccs/`,
    // Only what is looked at is loaded: a report of 80 MB opens on a phone.
    disableAutoFetch: true,
    disableStream: true,
    // Scripts and forms of a document are never run; nothing here offers them.
    enableXfa: false,
    disableWorkerRendering: true,
    maxImageSize: 64_000_000,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  return { library, pdf: await task.promise };
}

/** How large a page is drawn: `css` pixels on the screen times `ratio` are those of the canvas. */
export function scaleOf(
  page: { readonly width: number; readonly height: number },
  room: {
    readonly width: number;
    readonly zoom: number;
    readonly pixelRatio: number;
    readonly maxPixels: number;
  },
): { readonly scale: number; readonly ratio: number } {
  const scale = (Math.max(100, room.width) / page.width) * room.zoom;
  const area = page.width * scale * page.height * scale;
  const ratio = Math.min(room.pixelRatio, 2, Math.sqrt(room.maxPixels / area));
  return { scale, ratio };
}
