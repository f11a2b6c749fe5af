import type { JsonLd } from './contexts.ts';

/** Of the elements that a picture carries a badge in. */
const bakingNamespace = 'https://purl.imsglobal.org/ob/v3p0';
const keyword = 'openbadgecredential';

/**
 * A picture that carries its badge (Open Badges 3.0, section 5.3.2.1): a credential with an embedded proof stands as JSON directly behind the
 * beginning of the picture. `svg` begins with its own tag.
 */
export function bakeSvg(svg: string, credential: JsonLd): string {
  const head = /^<svg\b/.exec(svg);
  const end = svg.indexOf('>');
  if (!head || end < 0) throw new Error('a picture that begins with its tag was expected');
  const json = JSON.stringify(credential).replaceAll(']]>', ']]]]><![CDATA[>');
  const baked = `<openbadges:credential><![CDATA[${json}]]></openbadges:credential>`;
  return `<svg xmlns:openbadges="${bakingNamespace}"${svg.slice(head[0].length, end + 1)}${baked}${svg.slice(end + 1)}`;
}

/** Signature of the format, and its first chunk with length, type and check. */
const headBytes = 8 + 4 + 4 + 13 + 4;

/** The same of a PNG (section 5.3.1.1): one iTXt chunk, not compressed, behind the header of the picture. */
export function bakePng(png: Uint8Array, credential: JsonLd): Uint8Array {
  const text = new TextEncoder();
  // Keyword, its end, no compression and its method, no language, no other name of the keyword.
  const data = [...text.encode(keyword), 0, 0, 0, 0, 0, ...text.encode(JSON.stringify(credential))];
  const chunk = pngChunk('iTXt', Uint8Array.from(data));
  const baked = new Uint8Array(png.length + chunk.length);
  baked.set(png.subarray(0, headBytes));
  baked.set(chunk, headBytes);
  baked.set(png.subarray(headBytes), headBytes + chunk.length);
  return baked;
}

/** Length, type, content and check (PNG 3, section 5.3). */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
