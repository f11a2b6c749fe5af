import { marked } from 'marked';

/** For articles of before their import wrote them as HTML, and for those that it could not. Not clean. */
export function htmlOf(text: string): string {
  return marked.parse(text, { async: false, gfm: true });
}
