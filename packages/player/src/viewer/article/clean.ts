import DOMPurify, { type Config } from 'dompurify';

/** An outline entry; `id` is that of the heading in the text. */
export interface Heading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

export interface Article {
  readonly body: DocumentFragment;
  readonly headings: readonly Heading[];
}

/** Tags of plain text: nothing that loads, submits, embeds, styles or runs. Pictures are looked at once more below. */
const config = {
  ALLOWED_TAGS: [
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'br',
      'hr',
      'blockquote',
      'pre',
      'code',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
    ],
    ...[
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'caption',
      'a',
      'img',
      'strong',
      'b',
      'em',
      'i',
      'u',
      's',
      'del',
      'ins',
    ],
    ...[
      'sub',
      'sup',
      'small',
      'mark',
      'kbd',
      'abbr',
      'cite',
      'q',
      'figure',
      'figcaption',
      'details',
      'summary',
      'span',
      'div',
    ],
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'colspan', 'rowspan', 'start', 'scope', 'lang', 'dir'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // Relative, or one of these; everything else (javascript:, data:, blob:, http:) goes.
  ALLOWED_URI_REGEXP: /^(?:https:|mailto:|#|(?![a-z][a-z\d+.-]*:))/i,
  RETURN_DOM_FRAGMENT: true,
} as const satisfies Config;

/**
 * HTML of an author's text as nodes that can do no harm: cleaned by DOMPurify, and never parsed as markup again. It may be
 * anything, whoever made it of the text. `base` is the address of the file, for its pictures and links.
 */
export function cleanArticle(html: string, base: string): Article {
  const body = DOMPurify.sanitize(html, {
    ...config,
    ALLOWED_TAGS: [...config.ALLOWED_TAGS],
    ALLOWED_ATTR: [...config.ALLOWED_ATTR],
  });
  for (const picture of body.querySelectorAll('img')) tamePicture(picture, base);
  for (const link of body.querySelectorAll('a')) tameLink(link, base);
  for (const table of body.querySelectorAll('table')) wrapTable(table);
  return { body, headings: nameHeadings(body) };
}

/** Pictures come from the package; those of others would tell them who reads. */
function tamePicture(picture: HTMLImageElement, base: string): void {
  const source = picture.getAttribute('src') ?? '';
  const address = resolve(source, base);
  if (address?.origin !== new URL(base).origin) {
    picture.replaceWith(picture.alt);
    return;
  }
  picture.src = address.href;
  picture.loading = 'lazy';
  picture.decoding = 'async';
  if (!picture.hasAttribute('alt')) picture.alt = '';
}

function tameLink(link: HTMLAnchorElement, base: string): void {
  const target = link.getAttribute('href');
  // Ids come from the headings alone, and have another form than an author can know.
  const address = target === null || target.startsWith('#') ? undefined : resolve(target, base);
  if (!address || !/^(https:|mailto:)$/.test(address.protocol)) {
    if (address?.origin !== new URL(base).origin) {
      link.removeAttribute('href');
      return;
    }
  }
  link.href = address.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

function resolve(source: string, base: string): URL | undefined {
  return URL.canParse(source, base) ? new URL(source, base) : undefined;
}

/** Wide tables scroll by themselves, with the keyboard too, and leave the page as wide as the phone. */
function wrapTable(table: HTMLTableElement): void {
  const wrap = document.createElement('div');
  wrap.className = 'table-wrap';
  wrap.tabIndex = 0;
  wrap.setAttribute('role', 'region');
  wrap.setAttribute(
    'aria-label',
    table.caption?.textContent?.trim() || (table.tHead?.textContent ?? '').trim().slice(0, 80) || '▦',
  );
  table.replaceWith(wrap);
  wrap.append(table);
}

/** One level further down than written: the title of the module is the first. */
function nameHeadings(body: DocumentFragment): readonly Heading[] {
  return Array.from(body.querySelectorAll('h1, h2, h3, h4, h5, h6')).map((heading, index) => {
    const level = Math.min(6, Number(heading.tagName.slice(1)) + 1);
    const lower = document.createElement(`h${level}`);
    lower.append(...heading.childNodes);
    lower.id = `bagian-${index + 1}`;
    lower.tabIndex = -1;
    heading.replaceWith(lower);
    return { id: lower.id, level, text: lower.textContent?.trim() ?? '' };
  });
}
