import type { Locale } from '@sinau/kernel';
import { element } from '../element.ts';
import type { Saving } from './au/au.ts';
import { timeText, type Words } from './words.ts';

export interface FrameActions {
  readonly retry: () => void;
  readonly close: () => void;
  readonly closeAnyway: () => void;
}

/** What stands around every kind of module: title, connection, rule, what is saved, and the way out. */
export class Frame {
  readonly element: HTMLElement;
  readonly #words: Words;
  readonly #locale: Locale;
  readonly #main = element('main', { id: 'stage' });
  readonly #banner: HTMLElement;
  readonly #offlineText = element('p', { attributes: { role: 'status' } });
  readonly #saved = element('p', { className: 'saved quiet', attributes: { role: 'status' } });
  readonly #rule = element('p', { id: 'rule' });
  readonly #bar: HTMLProgressElement;
  readonly #done = element('p', { className: 'done', attributes: { role: 'status' } });
  readonly #close: HTMLButtonElement;
  readonly #closeAnyway: HTMLButtonElement;

  constructor(
    page: { readonly words: Words; readonly locale: Locale; readonly title: string; readonly note?: string },
    actions: FrameActions,
  ) {
    const { words, locale, title, note } = page;
    this.#words = words;
    this.#locale = locale;
    this.#bar = element('progress', { max: 100, value: 0, attributes: { 'aria-label': words.progress } });
    this.#close = button(words.close, 'button', actions.close);
    this.#closeAnyway = button(words.closeAnyway, 'button', actions.closeAnyway);
    this.#closeAnyway.hidden = true;
    const again = button(words.tryNow, 'button small', actions.retry);
    this.#banner = element('div', { className: 'offline', hidden: true }, this.#offlineText, again);
    this.#saved.textContent = words.notSaved;
    this.element = element(
      'div',
      { className: 'viewer' },
      element(
        'header',
        {},
        element('h1', {}, title),
        note === undefined ? undefined : element('p', { className: 'quiet' }, note),
      ),
      this.#banner,
      this.#main,
      element(
        'footer',
        {},
        element('div', { className: 'rule' }, this.#bar, this.#rule, this.#done),
        element('div', { className: 'way-out' }, this.#saved, this.#closeAnyway, this.#close),
      ),
    );
  }

  show(stage: HTMLElement): void {
    this.#main.replaceChildren(stage);
  }

  /** `share` of what the rule asks for. */
  showProgress(text: string, share: number): void {
    if (this.#rule.textContent !== text) this.#rule.textContent = text;
    this.#bar.value = Math.floor(share * 100);
  }

  showSaving(saving: Saving, completed: boolean): void {
    if (saving.savedAt) this.#saved.textContent = this.#words.saved(timeText(this.#locale, saving.savedAt));
    if (this.#banner.hidden === saving.offline) {
      this.#banner.hidden = !saving.offline;
      // A region that speaks has to be there before its words.
      this.#offlineText.textContent = saving.offline ? this.#words.offline : '';
    }
    this.showDone(completed);
  }

  showDone(completed: boolean): void {
    if (!completed || this.#done.textContent !== '') return;
    this.#done.textContent = `✓ ${this.#words.doneText}`;
    this.element.classList.add('is-done');
  }

  /** The learner has asked to leave, and the last words are on their way. */
  showClosing(): void {
    this.#close.disabled = true;
    this.#saved.textContent = this.#words.saving;
  }

  offerToCloseAnyway(): void {
    this.#closeAnyway.hidden = false;
  }
}

export function button(label: string, className: string, act: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button', className }, label);
  node.addEventListener('click', act);
  return node;
}
