import * as z from 'zod/mini';
import { element } from '../../element.ts';
import type { Place } from '../au/place-keeper.ts';
import { button } from '../frame.ts';
import type { Stage, StageTools } from '../stage.ts';
import { percentText } from '../words.ts';
import { type Article, cleanArticle, type Heading } from './clean.ts';
import { Reading } from './reading.ts';

const tickMs = 250;
/** Longer breaks (a sleeping computer) are no reading. */
const longestTickSeconds = 1;

interface ArticlePlace extends Place {
  /** The block at the top of the screen, from 0. */
  readonly block: number;
  readonly read: string;
  readonly completed: boolean;
}

const articlePlace = z.looseObject({
  at: z.string(),
  block: z.int().check(z.gte(0)),
  read: z.string(),
  completed: z.boolean(),
});

/** The file as HTML that nobody has cleaned yet; without `html` it could not be fetched. */
export interface ArticleFile {
  readonly address: string;
  readonly html: string | undefined;
}

/** An article, cleaned, with its outline; what was on the screen long enough counts as read. */
export function openArticle(tools: StageTools, { address, html }: ArticleFile): Stage {
  const { words } = tools;
  if (html === undefined) {
    const trouble = element(
      'div',
      { className: 'trouble', attributes: { role: 'alert' } },
      element('p', {}, words.brokenText),
      button(words.tryAgain, 'button main', () => location.reload()),
    );
    return { element: trouble, rest: () => undefined, leave: () => undefined };
  }
  return new ArticleStage(tools, cleanArticle(html, address));
}

/** The text alone, as it will stand in the page; nothing of it counts yet. */
export function textAhead(html: string, address: string): HTMLElement {
  const text = element('article', { className: 'prose' });
  text.append(cleanArticle(html, address).body);
  const main = element('main', { id: 'stage' }, element('div', { className: 'article' }, text));
  const [header, footer] = [element('header', {}, element('h1', {}, '…')), element('footer')];
  header.setAttribute('aria-hidden', 'true');
  return element('div', { className: 'viewer' }, header, main, footer);
}

class ArticleStage implements Stage {
  readonly element: HTMLElement;
  readonly rest = () => this.#note();
  readonly leave = () => this.#note();
  readonly #tools: StageTools;
  readonly #blocks: readonly HTMLElement[];
  readonly #visible = new Set<number>();
  readonly #reading: Reading;
  #top: number;
  #lastMs: number;

  constructor(tools: StageTools, article: Article) {
    this.#tools = tools;
    const text = element('article', { className: 'prose' });
    text.append(article.body);
    if (text.childElementCount === 0)
      text.append(element('p', { className: 'quiet' }, tools.words.article.empty));
    this.#blocks = Array.from(text.children).filter((child) => child instanceof HTMLElement);
    const places = [tools.places.stored, tools.places.here].flatMap((place) => {
      const { data } = articlePlace.safeParse(place);
      return data ? [data] : [];
    });
    const latest = places.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
    const words = this.#blocks.map(({ textContent }) => textContent?.match(/\S+/g)?.length ?? 0);
    this.#reading = new Reading(words, places.map(({ read }) => read).join(','));
    this.#top = latest?.block ?? 0;
    this.#lastMs = performance.now();
    const outline = article.headings.length > 1 ? this.#createOutline(article.headings) : undefined;
    this.element = element('div', { className: 'article' }, outline, text);
    tools.au.startFrom(this.#shareOfGoal);
    this.#watch();
    if (tools.places.here !== undefined) this.#note();
    this.#judge();
  }

  #createOutline(headings: readonly Heading[]): HTMLElement {
    const entries = headings.map(({ id, level, text }) => {
      const link = element('a', { href: `#${id}` }, text);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        const heading = document.getElementById(id);
        heading?.scrollIntoView();
        heading?.focus({ preventScroll: true });
      });
      return element('li', { className: `level-${level}` }, link);
    });
    const { outline } = this.#tools.words.article;
    const list = element('nav', { attributes: { 'aria-label': outline } }, element('ol', {}, ...entries));
    const details = element('details', { className: 'outline' }, element('summary', {}, outline), list);
    details.open = window.matchMedia('(min-width: 60rem)').matches;
    return details;
  }

  #watch(): void {
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const index = this.#blocks.indexOf(target as HTMLElement);
        if (isIntersecting) this.#visible.add(index);
        else this.#visible.delete(index);
      }
    });
    for (const block of this.#blocks) observer.observe(block);
    // In the page, and laid out: only then one can scroll. Who has not begun sees the outline first.
    const block = this.#top > 0 ? this.#blocks[this.#top] : undefined;
    requestAnimationFrame(() => requestAnimationFrame(() => block?.scrollIntoView()));
    setInterval(() => this.#spend(), tickMs);
  }

  #spend(): void {
    const nowMs = performance.now();
    const seconds = Math.min(longestTickSeconds, (nowMs - this.#lastMs) / 1000);
    this.#lastMs = nowMs;
    if (document.visibilityState !== 'visible') return;
    const visible = [...this.#visible].sort((a, b) => a - b);
    const [top] = visible;
    const moved = top !== undefined && top !== this.#top;
    if (top !== undefined) this.#top = top;
    if (this.#reading.spend(seconds, visible)) this.#judge();
    else if (!moved) return;
    this.#note();
  }

  get #shareOfGoal(): number {
    const { share } = this.#tools.parameters;
    return share === 0 ? 1 : Math.min(1, this.#reading.share / share);
  }

  #judge(): void {
    const { au, words, locale, parameters, showProgress } = this.#tools;
    const share = this.#shareOfGoal;
    if (share >= 1) au.complete();
    else au.tellProgress(share);
    const needed = percentText(locale, parameters.share);
    const text = words.article.rule(needed, percentText(locale, this.#reading.share));
    showProgress(text, au.completed ? 1 : share);
  }

  #note(): void {
    const { au } = this.#tools;
    const place: ArticlePlace = {
      at: au.now().toISOString(),
      block: this.#top,
      read: this.#reading.text,
      completed: au.completed,
    };
    au.note(place);
  }
}
