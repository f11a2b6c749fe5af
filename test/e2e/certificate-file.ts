import { readFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';

// Its types say that the function lies one level deeper than it does.
const readCode = jsqr as unknown as typeof jsqr.default;

/** What a phone sees in the QR code of the printed page. */
export async function codeIn(pdf: Uint8Array): Promise<string | undefined> {
  const page = await (await getDocument({ data: new Uint8Array(pdf) }).promise).getPage(1);
  const viewport = page.getViewport({ scale: 2 });
  const canvas = createCanvas(viewport.width, viewport.height);
  const canvasContext = canvas.getContext('2d');
  await page.render({ canvas: null, canvasContext: canvasContext as never, viewport }).promise;
  const { data, width, height } = canvasContext.getImageData(0, 0, viewport.width, viewport.height);
  return readCode(new Uint8ClampedArray(data), width, height)?.data;
}

/** From the page of a certificate. */
export async function downloadCertificate(
  page: Page,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh PDF' }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
