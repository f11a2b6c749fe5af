import { element, pageRoot } from '../element.ts';
import type { Ui } from './words.ts';

/** What stands around every screen: title, time, what is saved, the way out, and what has to be said. */
export interface Frame {
  /** Shows a screen; its heading gets the focus, unless it is the first. */
  show(...content: readonly Node[]): void;
  readonly savedText: HTMLElement;
  readonly clock: HTMLElement;
  readonly leave: HTMLButtonElement;
  /** Something that stays until it is settled, with what can be done about it; undefined: nothing is wrong. */
  warn(text: string | undefined, action?: { readonly label: string; readonly act: () => void }): void;
  /** Says something to those who do not see it. */
  announce(text: string): void;
}

export function buildFrame(ui: Ui, title: string): Frame {
  document.documentElement.lang = ui.locale;
  document.title = title;
  const clock = element('p', { className: 'clock', hidden: true, attributes: { role: 'timer' } });
  const savedText = element('p', { className: 'saved quiet' });
  const leave = element('button', { type: 'button', className: 'button' }, ui.t.leave);
  const warning = element('div', { className: 'warning', hidden: true, attributes: { role: 'status' } });
  const said = element('p', { className: 'unseen', attributes: { role: 'status' } });
  const main = element('main');
  const header = element('header', {}, element('p', { className: 'title' }, title), leave, clock, savedText);
  pageRoot().replaceChildren(element('div', { className: 'quiz' }, header, warning, main, said));
  let first = true;
  let warned: string | undefined;
  return {
    savedText,
    clock,
    leave,
    show: (...content) => {
      main.replaceChildren(...content);
      window.scrollTo(0, 0);
      if (!first) main.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
      first = false;
    },
    warn: (text, action) => {
      if (text === warned) return;
      warned = text;
      warning.hidden = text === undefined;
      warning.replaceChildren(...(text === undefined ? [] : [element('p', {}, text)]));
      if (!action || text === undefined) return;
      const button = element('button', { type: 'button', className: 'button' }, action.label);
      button.addEventListener('click', action.act);
      warning.append(button);
    },
    announce: (text) => {
      said.textContent = '';
      // The same words again are said again.
      setTimeout(() => {
        said.textContent = text;
      }, 50);
    },
  };
}

/** A heading that gets the focus when its screen comes. */
export const heading = (level: 'h1' | 'h2', text: string): HTMLElement =>
  element(level, { tabIndex: -1 }, text);

export function action(label: string, act: () => void, main = false): HTMLButtonElement {
  const button = element('button', { type: 'button', className: main ? 'button main' : 'button' }, label);
  button.addEventListener('click', act);
  return button;
}
