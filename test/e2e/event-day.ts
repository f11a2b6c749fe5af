import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import type { Page } from 'playwright-core';

// Its types say that the function lies one level deeper than it does.
const readCode = jsqr as unknown as typeof jsqr.default;

/** What clocks in Jakarta show in so many minutes, as fields of a form take it. */
export function clock(minutes: number): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = new Date(Date.now() + (7 * 60 + minutes) * 60_000).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/** The hour that is over, on one day; late in the evening of yesterday while the day is young. */
export function hourAgo(): { readonly date: string; readonly from: string; readonly until: string } {
  const [from, until] = [clock(-60), clock(-10)];
  if (from.date !== until.date) return { date: from.date, from: '21:00', until: '21:50' };
  return { date: from.date, from: from.time, until: until.time };
}

/** Times of one day at which people can check in now; near midnight something is over, or to come, by some minutes. */
export function aroundNow(): { readonly date: string; readonly from: string; readonly until: string } {
  const times = [
    [-25, 35],
    [-50, -10],
    [20, 60],
  ] as const;
  for (const [before, after] of times) {
    const [from, until] = [clock(before), clock(after)];
    if (from.date === until.date) return { date: from.date, from: from.time, until: until.time };
  }
  throw new Error('one of them is on one day');
}

/** What a camera reads from the screen at the door, from the page of the event or of its code. */
export async function scan(page: Page): Promise<string> {
  if (!/\/codes?(\/|$)/.test(page.url())) await page.getByRole('link', { name: /Tampilkan kode/ }).click();
  else await page.reload();
  const image = await loadImage(await page.getByRole('img', { name: 'Kode QR kehadiran' }).screenshot());
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const read = readCode(new Uint8ClampedArray(data), image.width, image.height)?.data;
  if (read === undefined) throw new Error('the code cannot be read');
  return read;
}
