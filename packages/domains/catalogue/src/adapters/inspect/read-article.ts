import { decodeUtf8 } from './read-captions.ts';

export const maxArticleBytes = 1024 * 1024;

/** An article's first heading and length; undefined when it is not text. */
export function readArticle(
  bytes: Uint8Array,
): { readonly title?: string; readonly words: number; readonly text: string } | undefined {
  const text = decodeUtf8(bytes);
  if (text === undefined) return undefined;
  const title = firstHeading(text);
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return { words, text, ...(title && { title }) };
}

function firstHeading(text: string): string | undefined {
  let fence: string | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.[0];
    if (mark && fence === undefined) fence = mark;
    else if (mark === fence) fence = undefined;
    if (fence !== undefined || mark) continue;
    const heading = /^ {0,3}#{1,6}[ \t]+(.+)$/.exec(line)?.[1];
    if (heading)
      return (
        heading
          .replace(/[ \t]+#*[ \t]*$/, '')
          .trim()
          .slice(0, 200)
          .toWellFormed() || undefined
      );
  }
  return undefined;
}
