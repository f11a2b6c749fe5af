/** What a browser is told about a stored file, and whether its name claimed something its first bytes deny. */
export interface TypeReading {
  readonly contentType: string;
  readonly differs: boolean;
}

/** Bytes that `contentTypeOf` wants to see. */
export const headBytes = 512;

const download: TypeReading = { contentType: 'application/octet-stream', differs: true };

/**
 * Type by content (case A9): a binary format is believed only when its signature is there. A PNG named `.jpg` is served
 * as the PNG it is; a page disguised as `cover.png` becomes a download and is never shown as a page. Text formats have no signature; their name decides, unless the bytes are binary.
 * Every answer is served with `nosniff` on the package's own origin, which is also where SVG may run its script.
 */
export function contentTypeOf(name: string, head: Uint8Array): TypeReading {
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const textType = textTypes[extension];
  if (textType) return isBinary(head) ? download : { contentType: textType, differs: false };
  const type = binaryTypes[extension];
  if (!type) return { contentType: 'application/octet-stream', differs: false };
  const matches = head.length === 0 || type.signatures.some((signature) => starts(head, signature));
  if (matches) return { contentType: type.contentType, differs: false };
  const picture = pictureTypes.find(({ signatures }) =>
    signatures.some((signature) => starts(head, signature)),
  );
  return type.contentType.startsWith('image/') && picture
    ? { contentType: picture.contentType, differs: false }
    : download;
}

type Signature = { readonly at?: number; readonly bytes: string };

function starts(head: Uint8Array, { at = 0, bytes }: Signature): boolean {
  return Buffer.from(head.subarray(at, at + bytes.length)).toString('latin1') === bytes;
}

/** Control characters no text file has. UTF-16 text begins with its mark. */
function isBinary(head: Uint8Array): boolean {
  if (starts(head, { bytes: '\xff\xfe' }) || starts(head, { bytes: '\xfe\xff' })) return false;
  return head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20));
}

const textTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  map: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  xsd: 'application/xml',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  csv: 'text/csv',
  md: 'text/plain',
  vtt: 'text/vtt',
  srt: 'text/plain',
};

const one = (...bytes: readonly string[]) => bytes.map((text): Signature => ({ bytes: text }));
const isoMedia: readonly Signature[] = [{ at: 4, bytes: 'ftyp' }];
const matroska = one('\x1a\x45\xdf\xa3');
const zip = one('PK\x03\x04');

const binaryTypes: Readonly<
  Record<string, { readonly contentType: string; readonly signatures: readonly Signature[] }>
> = {
  png: { contentType: 'image/png', signatures: one('\x89PNG\r\n\x1a\n') },
  jpg: { contentType: 'image/jpeg', signatures: one('\xff\xd8\xff') },
  jpeg: { contentType: 'image/jpeg', signatures: one('\xff\xd8\xff') },
  gif: { contentType: 'image/gif', signatures: one('GIF87a', 'GIF89a') },
  webp: { contentType: 'image/webp', signatures: [{ at: 8, bytes: 'WEBP' }] },
  avif: { contentType: 'image/avif', signatures: isoMedia },
  bmp: { contentType: 'image/bmp', signatures: one('BM') },
  ico: { contentType: 'image/x-icon', signatures: one('\x00\x00\x01\x00', '\x89PNG') },
  mp4: { contentType: 'video/mp4', signatures: isoMedia },
  m4v: { contentType: 'video/mp4', signatures: isoMedia },
  m4a: { contentType: 'audio/mp4', signatures: isoMedia },
  webm: { contentType: 'video/webm', signatures: matroska },
  ogg: { contentType: 'audio/ogg', signatures: one('OggS') },
  ogv: { contentType: 'video/ogg', signatures: one('OggS') },
  mp3: { contentType: 'audio/mpeg', signatures: one('ID3', '\xff\xfb', '\xff\xf3', '\xff\xf2', '\xff\xfa') },
  wav: { contentType: 'audio/wav', signatures: [{ at: 8, bytes: 'WAVE' }] },
  pdf: { contentType: 'application/pdf', signatures: one('%PDF-') },
  woff: { contentType: 'font/woff', signatures: one('wOFF') },
  woff2: { contentType: 'font/woff2', signatures: one('wOF2') },
  ttf: { contentType: 'font/ttf', signatures: one('\x00\x01\x00\x00', 'true') },
  otf: { contentType: 'font/otf', signatures: one('OTTO', '\x00\x01\x00\x00') },
  eot: { contentType: 'application/vnd.ms-fontobject', signatures: [{ at: 34, bytes: 'LP' }] },
  wasm: { contentType: 'application/wasm', signatures: one('\x00asm') },
  zip: { contentType: 'application/zip', signatures: zip },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    signatures: zip,
  },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    signatures: zip,
  },
  pptx: {
    contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    signatures: zip,
  },
};

/** Formats that a wrongly named picture may turn out to be; none of them can hold script. */
const pictureTypes = ['png', 'jpg', 'gif', 'webp'].flatMap((extension) => binaryTypes[extension] ?? []);
