import type { XmlFinding } from './xml-tree.ts';

type Decoded = { readonly text: string } | { readonly finding: XmlFinding };

// UTF-7, EBCDIC and the like are left out: they can hide a DOCTYPE from a reader that expects ASCII.
const encodings = new Set(['utf-8', 'utf8', 'utf-16', 'us-ascii', 'ascii', 'iso-8859-1', 'windows-1252']);

/** Bytes to text by byte order mark, first bytes or declaration; anything undecodable is a finding. */
export function decodeXml(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (!encoding) return refused('the encoding is not one of UTF-8, UTF-16, ISO-8859-1, windows-1252');
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\u0000')) return refused('the file holds a NUL character');
    return { text };
  } catch {
    return refused(`the bytes are not ${encoding.toUpperCase()}`);
  }
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const [a = 0, b = 0, c = 0] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared =
    /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  if (declared === 'utf-16') return undefined;
  return encodings.has(declared) ? declared : undefined;
}

function refused(detail: string): Decoded {
  return { finding: { code: 'xml.encoding', detail, line: 1, column: 1 } };
}
