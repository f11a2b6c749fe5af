import { decodeEntities, type MarkupSink, readHtml } from '@sinau/quiz/markup';

/** Elements that begin and end a line of their own. */
const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li table tr section article header footer blockquote pre dl dt dd br hr'.split(
    ' ',
  ),
);
/** Elements whose content nobody reads. */
const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object']);

/** Words of HTML as plain text: one line a block, blanks folded. What is no markup stays as it is. */
export function textOfHtml(html: string): string {
  let text = '';
  let muted = 0;
  const sink: MarkupSink = {
    open(name) {
      if (silent.has(name)) muted += 1;
      if (name === 'li') text += '\n• ';
      else if (blocks.has(name)) text += '\n';
    },
    close(name) {
      if (silent.has(name)) muted = Math.max(0, muted - 1);
      if (name === 'td' || name === 'th') text += ' ';
      if (blocks.has(name) && name !== 'li') text += '\n';
    },
    text(words) {
      if (muted === 0) text += words;
    },
  };
  readHtml(html, sink);
  return lines(text);
}

/** A name, which some services escape and others do not: both become the same text in one line. */
export const nameOf = (text: string): string => lines(textOfHtml(text)).replaceAll('\n', ' ');

/** Text without markup whose character references may have been escaped on the way. */
export const textOfPlain = (text: string): string => lines(decodeEntities(text));

function lines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '•')
    .join('\n');
}

/** At most so many UTF-16 units, never half a sign. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}
