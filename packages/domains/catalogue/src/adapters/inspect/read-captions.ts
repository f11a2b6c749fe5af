import type { MediaFindingCode } from './finding-texts.ts';

/** First fault of a WebVTT file; undefined when browsers will show it. */
export function checkCaptions(
  bytes: Uint8Array,
): { readonly code: MediaFindingCode; readonly line: number } | undefined {
  const text = decodeUtf8(bytes);
  if (text === undefined) return { code: 'captions.encoding', line: 1 };
  const lines = text.split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return { code: 'captions.header', line: 1 };
  let cues = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    const match = timing.exec(line);
    if (!match || seconds(match[2]) <= seconds(match[1])) return { code: 'captions.timing', line: index + 1 };
    cues += 1;
  }
  return cues > 0 ? undefined : { code: 'captions.no-cues', line: 1 };
}

const timing =
  /^[ \t]*((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$/;

function seconds(time = ''): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Text without a byte order mark; undefined when it is not UTF-8 or holds control characters. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** `etika.id.vtt` → `id`, `id.vtt` → `id`; undefined where no language stands. */
export function languageOfCaptions(name: string): string | undefined {
  const tag = /(?:^|[./_-])([a-z]{2,3}(?:-[a-z\d]{2,8})*)\.vtt$/i.exec(name)?.[1];
  try {
    return tag && Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
