import { addressOf } from '@sinau/media';
import * as z from 'zod/mini';
import { element } from '../../element.ts';
import type { Place } from '../au/place-keeper.ts';
import { button } from '../frame.ts';
import type { Stage, StageTools } from '../stage.ts';
import { drawPage } from './page-view.ts';
import { openPdf, type Pdf, type PdfLibrary } from './pdf.ts';
import { pagesNeeded, readPages, writePages } from './seen-pages.ts';

/** So long a page has to be on the screen to count as seen; turning the leaves quickly is not reading. */
const seenMs = 1500;
const zooms = [1, 1.25, 1.5, 2, 3] as const;
/** CSS pixels of a page that is not enlarged; wider is not easier to read. */
const widest = 900;
/** Fonts and pictures of pages long gone are given back after so many. */
const tidyEvery = 20;

interface DocumentPlace extends Place {
  readonly page: number;
  readonly seen: string;
  readonly completed: boolean;
}

const documentPlace = z.looseObject({
  at: z.string(),
  page: z.int().check(z.positive()),
  seen: z.string(),
  completed: z.boolean(),
});
const experienced = { id: 'http://adlnet.gov/expapi/verbs/experienced', display: 'experienced' };
const pageType = 'http://activitystrea.ms/schema/1.0/page';

/** A PDF, one page at a time: what is drawn is what one looks at, so a long report fits into a small phone. */
export async function openDocument(tools: StageTools): Promise<Stage> {
  const { words, parameters } = tools;
  const address = addressOf(parameters.src);
  try {
    const { library, pdf } = await openPdf(address);
    return new DocumentStage(tools, library, pdf);
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    const trouble = element(
      'div',
      { className: 'trouble', attributes: { role: 'alert' } },
      element('p', {}, locked ? words.document.locked : words.document.cannotOpen),
      button(words.tryAgain, 'button main', () => location.reload()),
    );
    return { element: trouble, rest: () => undefined, leave: () => undefined };
  }
}

class DocumentStage implements Stage {
  readonly element: HTMLElement;
  readonly leave = () => this.#note();
  readonly rest = () => this.#note();
  readonly #tools: StageTools;
  readonly #library: PdfLibrary;
  readonly #pdf: Pdf;
  readonly #seen: Set<number>;
  readonly #needed: number;
  readonly #sheet = element('div', { className: 'desk', tabIndex: 0 });
  readonly #notice = element('p', { className: 'quiet', attributes: { role: 'status' } });
  readonly #number: HTMLInputElement;
  readonly #back: HTMLButtonElement;
  readonly #onward: HTMLButtonElement;
  #page: number;
  #zoom = 0;
  /** Counts drawings, so that only the latest is shown. */
  #drawing = 0;
  #dwell: ReturnType<typeof setTimeout> | undefined;
  #width = 0;

  constructor(tools: StageTools, library: PdfLibrary, pdf: Pdf) {
    this.#tools = tools;
    this.#library = library;
    this.#pdf = pdf;
    const places = [tools.places.stored, tools.places.here].flatMap((place) => {
      const { data } = documentPlace.safeParse(place);
      return data ? [data] : [];
    });
    const latest = places.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
    this.#seen = new Set(places.flatMap(({ seen }) => [...readPages(seen, pdf.numPages)]));
    this.#needed = pagesNeeded(pdf.numPages, tools.parameters.share);
    this.#page = Math.min(latest?.page ?? 1, pdf.numPages);
    const { document: said } = tools.words;
    this.#number = element('input', {
      type: 'number',
      min: '1',
      max: String(pdf.numPages),
      attributes: { 'aria-label': said.page, inputmode: 'numeric' },
    });
    this.#number.addEventListener('change', () => this.#turnTo(Number(this.#number.value)));
    this.#back = iconButton('‹', said.previous, () => this.#turnTo(this.#page - 1));
    this.#onward = iconButton('›', said.next, () => this.#turnTo(this.#page + 1));
    this.element = element('div', { className: 'document' }, this.#createTools(), this.#notice, this.#sheet);
    tools.au.startFrom(this.#shareOfGoal);
    this.#listen();
    if (tools.places.here !== undefined) this.#note();
    this.#judge();
  }

  #createTools(): HTMLElement {
    const { document: said } = this.#tools.words;
    const zoom = (step: number) => () => {
      this.#zoom = Math.min(zooms.length - 1, Math.max(0, this.#zoom + step));
      void this.#draw();
    };
    return element(
      'div',
      { className: 'document-tools', attributes: { role: 'toolbar', 'aria-label': said.tools } },
      element(
        'div',
        {},
        this.#back,
        this.#number,
        element('span', {}, said.ofPages(this.#pdf.numPages)),
        this.#onward,
      ),
      element('div', {}, iconButton('−', said.zoomOut, zoom(-1)), iconButton('+', said.zoomIn, zoom(1))),
    );
  }

  #listen(): void {
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('visibilitychange', () => this.#watch());
    new ResizeObserver(() => {
      const width = this.#sheet.clientWidth;
      // Also the first drawing: only in the page it is known how wide it may be.
      if (width > 0 && width !== this.#width) void this.#draw();
    }).observe(this.#sheet);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    const act = this.#actOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** The arrows scroll sideways while the page is enlarged. */
  #actOf(key: string): (() => void) | undefined {
    const arrows = this.#zoom === 0;
    if (key === 'PageDown') return () => this.#goOn(1);
    if (key === 'PageUp') return () => this.#goOn(-1);
    if (arrows && key === 'ArrowRight') return () => this.#turnTo(this.#page + 1);
    if (arrows && key === 'ArrowLeft') return () => this.#turnTo(this.#page - 1);
    if (key === 'Home') return () => this.#turnTo(1);
    return key === 'End' ? () => this.#turnTo(this.#pdf.numPages) : undefined;
  }

  /** A screen further on the page, and from its end to the next one. */
  #goOn(direction: 1 | -1): void {
    const { scrollTop, clientHeight } = this.#sheet;
    this.#sheet.scrollBy({ top: direction * clientHeight * 0.9 });
    if (Math.abs(this.#sheet.scrollTop - scrollTop) < 1) this.#turnTo(this.#page + direction);
  }

  #turnTo(page: number): void {
    const wanted = Math.min(this.#pdf.numPages, Math.max(1, Math.round(page) || this.#page));
    this.#number.value = String(wanted);
    if (wanted === this.#page) return;
    this.#page = wanted;
    this.#note();
    void this.#draw();
  }

  async #draw(): Promise<void> {
    this.#drawing += 1;
    const [drawing, number] = [this.#drawing, this.#page];
    clearTimeout(this.#dwell);
    const { words } = this.#tools;
    this.#width = this.#sheet.clientWidth;
    this.#number.value = String(number);
    this.#back.disabled = number === 1;
    this.#onward.disabled = number === this.#pdf.numPages;
    this.#sheet.setAttribute('aria-busy', 'true');
    try {
      const page = await this.#pdf.getPage(number);
      const label = words.document.pageLabel(number, this.#pdf.numPages);
      const view = await drawPage({
        library: this.#library,
        page,
        width: Math.min(widest, this.#width - 16),
        zoom: zooms[this.#zoom] ?? 1,
        label,
        onPage: (destination) => void this.#follow(destination),
      });
      page.cleanup();
      if (drawing !== this.#drawing) return;
      if (drawing % tidyEvery === 0) void this.#pdf.cleanup();
      this.#sheet.replaceChildren(view.element);
      this.#sheet.scrollTop = 0;
      this.#notice.textContent = view.hasText ? label : `${label}. ${words.document.noText}`;
      this.#watch();
    } catch {
      if (drawing === this.#drawing) this.#notice.textContent = words.document.cannotOpen;
    } finally {
      if (drawing === this.#drawing) this.#sheet.setAttribute('aria-busy', 'false');
    }
  }

  /** A link inside the document: a name, or a reference to a page. */
  async #follow(destination: unknown): Promise<void> {
    const found = typeof destination === 'string' ? await this.#pdf.getDestination(destination) : destination;
    if (!Array.isArray(found)) return;
    const [reference] = found;
    const index = typeof reference === 'number' ? reference : await this.#pdf.getPageIndex(reference);
    this.#turnTo(index + 1);
  }

  /** Time on a page counts while it is on the screen. */
  #watch(): void {
    clearTimeout(this.#dwell);
    if (document.visibilityState !== 'visible' || this.#seen.has(this.#page)) return;
    const page = this.#page;
    this.#dwell = setTimeout(() => this.#see(page), seenMs);
  }

  #see(page: number): void {
    const { au } = this.#tools;
    this.#seen.add(page);
    const object = {
      objectType: 'Activity',
      id: `${au.activityId}/page/${page}`,
      definition: { type: pageType },
    } as const;
    au.say({ verb: experienced, object });
    this.#judge();
    this.#note();
  }

  get #shareOfGoal(): number {
    return Math.min(1, this.#seen.size / this.#needed);
  }

  #judge(): void {
    const { au, words, showProgress } = this.#tools;
    const share = this.#shareOfGoal;
    if (share >= 1) au.complete();
    else au.tellProgress(share);
    const text = words.document.rule(this.#needed, this.#pdf.numPages, this.#seen.size);
    showProgress(text, au.completed ? 1 : share);
  }

  #note(): void {
    const { au } = this.#tools;
    const place: DocumentPlace = {
      at: au.now().toISOString(),
      page: this.#page,
      seen: writePages(this.#seen),
      completed: au.completed,
    };
    au.note(place);
  }
}

function iconButton(sign: string, label: string, act: () => void): HTMLButtonElement {
  const node = button(sign, 'button icon', act);
  node.setAttribute('aria-label', label);
  node.title = label;
  return node;
}
