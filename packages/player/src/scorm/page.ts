import { type Item, launchableItems, type ScormStart } from '@sinau/scorm';
import { element, pageRoot } from '../element.ts';
import type { Link } from './link.ts';
import { createOutline, stateOf } from './outline.ts';
import type { Player, PlayerView } from './player.ts';
import type { Sequencer } from './sequencer.ts';
import type { Stage } from './stage.ts';
import { words as dictionary, type Words } from './words.ts';

export interface PageParts {
  readonly start: ScormStart;
  readonly player: Player;
  readonly sequencer: Sequencer;
  readonly link: Link;
  readonly stage: Stage;
  /** Of the latest stored commit, ISO 8601. */
  readonly savedAt: () => string | undefined;
}

/** Frame and controls around the content; what they show follows from sequencer, player and link. */
export function buildPage(parts: PageParts): PlayerView {
  const { start, player, sequencer, stage } = parts;
  const words = dictionary[start.locale];
  const items = launchableItems(start.organization);
  const bar = buildBar(parts, words, items);
  const outline = createOutline(start.organization, words, (itemId) => {
    bar.toggle(false);
    void player.request({ kind: 'choice', itemId });
  });
  const notices = buildNotices(parts, words);
  const contents = element(
    'nav',
    { id: 'contents', className: 'contents', hidden: true, attributes: { 'aria-label': words.outline } },
    outline.list,
  );
  contents.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') bar.toggle(false);
  });
  const main = element('main', {}, notices.region, stage.frame);
  pageRoot().replaceChildren(
    element(
      'div',
      { className: 'player' },
      bar.header,
      element('div', { className: 'middle' }, contents, main),
      bar.footer,
    ),
  );
  document.documentElement.lang = start.locale;
  const refresh = () => {
    const { choices } = sequencer.navigation();
    bar.refresh();
    notices.refresh();
    outline.refresh({
      current: player.openItemId,
      stateOf: (itemId) => {
        const reached = stateOf(sequencer.statusOf(itemId));
        if (reached !== 'untouched') return reached;
        if (itemId === player.openItemId) return 'begun';
        return isItem(items, itemId) && !choices.has(itemId) ? 'locked' : reached;
      },
      mayOpen: (itemId) => choices.has(itemId) && player.condition !== 'moving',
    });
  };
  return { refresh, confirmLeaving: () => askToLeave(words), showFault: notices.showFault };
}

const isItem = (items: readonly Item[], itemId: string) =>
  items.some(({ identifier }) => identifier === itemId);

function buildBar(parts: PageParts, words: Words, items: readonly Item[]) {
  const { start, player, sequencer } = parts;
  const single = items.length < 2;
  const title = element('h1', {});
  const saved = element('p', { className: 'saved', attributes: { role: 'status' } });
  const toggleButton = button(words.outline, () =>
    toggle(toggleButton.getAttribute('aria-expanded') !== 'true'),
  );
  toggleButton.setAttribute('aria-controls', 'contents');
  toggleButton.setAttribute('aria-expanded', 'false');
  const previous = button(words.previous, () => void player.request({ kind: 'previous' }));
  const next = button(words.next, () => void player.request({ kind: 'continue' }));
  next.classList.add('main');
  const leave = button(words.leave, () => void player.request({ kind: wayOut(sequencer) }));
  const toggle = (open: boolean) => {
    toggleButton.setAttribute('aria-expanded', String(open));
    toggleButton.textContent = open ? words.hideOutline : words.outline;
    const contents = document.getElementById('contents');
    const inside = contents?.contains(document.activeElement);
    if (contents) contents.hidden = !open;
    // What is hidden must not keep the focus.
    if (!open && inside) toggleButton.focus();
  };
  const refresh = () => {
    const { hidden, ...may } = sequencer.navigation();
    const moving = player.condition === 'moving';
    const item = items.find(({ identifier }) => identifier === player.openItemId);
    title.textContent = item?.title ?? textOf(start);
    document.title = title.textContent;
    saved.textContent = savedText(parts, words);
    previous.disabled = moving || !may.previous;
    next.disabled = moving || !may.next;
    leave.disabled = moving;
    previous.hidden = hidden.has('previous');
    next.hidden = hidden.has('continue');
    leave.hidden = hidden.has('suspendAll') && hidden.has('exitAll');
  };
  return {
    header: element('header', {}, ...(single ? [title, saved, leave] : [toggleButton, title, saved])),
    footer: single ? undefined : element('footer', {}, leave, previous, next),
    toggle,
    refresh,
  };
}

/** Suspended, so that the learner returns to this very place; unless the content wants no such control. */
export function wayOut(sequencer: Sequencer): 'suspendAll' | 'exitAll' {
  return sequencer.navigation().hidden.has('suspendAll') ? 'exitAll' : 'suspendAll';
}

function savedText({ start, link, savedAt }: PageParts, words: Words): string {
  if (start.mode !== 'normal') return words.preview;
  if (link.state.waiting > 0 && !link.state.offline) return words.saving;
  const at = savedAt();
  if (at === undefined) return words.notSaved;
  const format = new Intl.DateTimeFormat(start.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return words.saved(format.format(new Date(at)));
}

function buildNotices({ player, link, sequencer }: PageParts, words: Words) {
  const region = element('div', { className: 'notices', attributes: { role: 'status' } });
  let shown = '';
  let fault: string | undefined;
  const notice = (text: string, ...actions: readonly HTMLButtonElement[]) =>
    element('div', { className: 'notice' }, element('p', {}, text), ...actions);
  const onward = () =>
    sequencer.navigation().next
      ? button(words.next, () => void player.request({ kind: 'continue' }))
      : undefined;
  const again = () => {
    const itemId = player.openItemId;
    const may = itemId !== undefined && sequencer.navigation().choices.has(itemId);
    return may ? button(words.again, () => void player.request({ kind: 'choice', itemId })) : undefined;
  };
  const current = (): readonly HTMLElement[] => {
    const { condition } = player;
    if (condition !== 'nothing') fault = undefined;
    const all: (HTMLElement | undefined)[] = [];
    if (link.state.offline)
      all.push(
        notice(
          words.offline,
          button(words.retry, () => link.retry()),
        ),
      );
    if (link.state.refused) all.push(notice(words.refused));
    if (condition === 'moving') all.push(notice(words.loading));
    if (condition === 'closed') all.push(notice(words.closed, ...present([onward(), again()])));
    if (condition === 'nothing') {
      all.push(
        notice(
          fault ?? (sequencer.navigation().choices.size > 0 ? words.choose : words.nothing),
          ...present([onward()]),
        ),
      );
    }
    return present(all);
  };
  return {
    region,
    showFault: (itemId: string) => {
      fault = words.fault(itemId);
    },
    refresh: () => {
      const nodes = current();
      // Said again only when it is something else: a status is read out whenever it changes.
      const text = nodes.map((node) => node.textContent).join('\n');
      if (text === shown) return;
      shown = text;
      region.replaceChildren(...nodes);
    },
  };
}

function askToLeave(words: Words): Promise<boolean> {
  const title = element('h2', { id: 'unsent' }, words.unsent);
  const dialog = element(
    'dialog',
    { attributes: { 'aria-labelledby': 'unsent' } },
    title,
    element('p', {}, words.unsentText),
  );
  return new Promise((resolve) => {
    const close = (leave: boolean) => {
      dialog.remove();
      resolve(leave);
    };
    const stay = button(words.retry, () => close(false));
    stay.classList.add('main');
    dialog.append(
      stay,
      button(words.leaveAnyway, () => close(true)),
    );
    dialog.addEventListener('cancel', () => close(false));
    pageRoot().append(dialog);
    dialog.showModal();
  });
}

function textOf({ moduleTitle, locale }: ScormStart): string {
  return moduleTitle[locale] ?? Object.values(moduleTitle)[0] ?? '';
}

function button(label: string, act: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button', className: 'button' }, label);
  node.addEventListener('click', act);
  return node;
}

function present<Value>(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter((value): value is Value => value !== undefined);
}
