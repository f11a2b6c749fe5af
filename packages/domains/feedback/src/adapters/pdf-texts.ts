import { constants, inflateSync } from 'node:zlib';

const mostStreams = 5_000;
const mostInflated = 4 * 1024 * 1024;
const mostTogether = 32 * 1024 * 1024;
/** Bytes of a packed stream that show what it is; they unpack to a megabyte at most. */
const firstLook = 1_000;
/** A longer line is given in parts, each with the end of the one before. */
const longestLine = 2_000;
const overlap = 100;

/**
 * Lines of text that stand in a PDF as letters, as far as they can be read without its fonts: strings of pages and of descriptions. What is drawn
 * by numbers of glyphs, or is a picture, is not among them. Takes time by the size of the file, whatever is in it: where that is not enough to read
 * all of its letters it ends with `too-much`, and nobody knows what the rest says.
 */
export function* textsInPdf(bytes: Buffer): Generator<string, 'all' | 'too-much'> {
  let [at, together] = [0, 0];
  for (let n = 0; ; n += 1) {
    const begin = bytes.indexOf('stream', at);
    const end = begin < 0 ? -1 : bytes.indexOf('endstream', begin + 6);
    yield* stringsIn(bytes.toString('latin1', at, end < 0 ? bytes.length : begin));
    if (end < 0) return 'all';
    if (n >= mostStreams || together >= mostTogether) return 'too-much';
    at = end + 9;
    const packed = bytes.subarray(begin + (bytes[begin + 6] === 13 ? 8 : 7), end);
    const head = headOf(packed);
    together += head.length;
    if (!isText(head)) continue;
    const content = inflated(packed);
    if (content === 'too-much') return content;
    together += content.length;
    if (isText(content)) yield* stringsIn(content.toString('latin1'));
  }
}

/** How it begins, as a picture is often larger than all that is read. */
function headOf(packed: Buffer): Buffer {
  const first = packed.subarray(0, firstLook);
  try {
    return inflateSync(first, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return first;
  }
}

/** As it stands where it is not packed this way. */
function inflated(packed: Buffer): Buffer | 'too-much' {
  try {
    return inflateSync(packed, { maxOutputLength: mostInflated });
  } catch (error) {
    const isLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isLarge ? 'too-much' : packed;
  }
}

/** Pages and descriptions are written in letters; fonts and pictures, in which anything may be found, are not. */
function isText(content: Buffer): boolean {
  const head = content.subarray(0, 4_096);
  const letters = head.reduce((sum, byte) => sum + Number((byte >= 32 && byte < 127) || isBlank(byte)), 0);
  return letters >= head.length * 0.85;
}

const isBlank = (byte: number): boolean => byte === 9 || byte === 10 || byte === 13;

/** Each string; those of one array, as of `[(Ha)-20(lo)] TJ`, are one line. */
function* stringsIn(content: string): Generator<string> {
  let [line, isArray] = ['', false];
  for (let at = 0; at < content.length; at += 1) {
    const sign = content[at];
    if (sign === '(') {
      const read = stringAt(content, at);
      line += read.text;
      at = read.end;
    } else if (sign === '[') isArray = true;
    else if (sign === ']') isArray = false;
    while (line.length > longestLine) {
      yield line.slice(0, longestLine);
      line = line.slice(longestLine - overlap);
    }
    if (!isArray && line !== '') {
      yield line;
      line = '';
    }
  }
  if (line !== '') yield line;
}

const blanks = 'nrtbf';

/** Brackets in a string are pairs, or escaped (ISO 32000-2, 7.3.4.2). `end`: where it closes, or the content ends. */
function stringAt(content: string, begin: number): { readonly text: string; readonly end: number } {
  const parts: string[] = [];
  let depth = 0;
  for (let at = begin; at < content.length; at += 1) {
    const sign = content[at] ?? '';
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      const next = content[at + 1] ?? '';
      parts.push(
        octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : blanks.includes(next) ? ' ' : next,
      );
      at += octal ? octal.length : 1;
    } else if (sign === '(') depth += 1;
    else if (sign === ')' && depth === 1) return { text: parts.join(''), end: at };
    else if (sign === ')') depth -= 1;
    else parts.push(sign);
  }
  return { text: parts.join(''), end: content.length };
}
