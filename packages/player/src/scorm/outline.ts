import type { Item, Organization, ScoStatus } from '@sinau/scorm';
import { element } from '../element.ts';
import type { Words } from './words.ts';

export type ItemState = keyof Words['states'];

export function stateOf({ completion, success }: ScoStatus): Exclude<ItemState, 'locked'> {
  if (success === 'passed') return 'passed';
  if (success === 'failed') return 'failed';
  if (completion === 'completed') return 'done';
  return completion === 'incomplete' ? 'begun' : 'untouched';
}

const signs: Readonly<Record<ItemState, string>> = {
  passed: '✓',
  failed: '✗',
  done: '✓',
  begun: '◐',
  untouched: '○',
  locked: '–',
};

export interface OutlineModel {
  readonly current: string | undefined;
  readonly stateOf: (itemId: string) => ItemState;
  readonly mayOpen: (itemId: string) => boolean;
}

export interface Outline {
  readonly list: HTMLOListElement;
  refresh(model: OutlineModel): void;
}

interface Row {
  readonly item: Item;
  readonly button?: HTMLButtonElement;
  readonly sign: HTMLElement;
  readonly state: HTMLElement;
}

/** The visible items of an organization; rows are made once, so that the focus stays where it is. */
export function createOutline(
  organization: Pick<Organization, 'items'>,
  words: Words,
  open: (itemId: string) => void,
): Outline {
  const rows: Row[] = [];
  const list = listOf(organization.items, (item) => {
    const { row, node } = createRow(item, open);
    rows.push(row);
    return node;
  });
  return {
    list,
    refresh: (model) => {
      for (const row of rows) refreshRow(row, words, model);
    },
  };
}

function listOf(items: readonly Item[], rowOf: (item: Item) => HTMLElement): HTMLOListElement {
  return element('ol', {}, ...entriesOf(items, rowOf));
}

/** An invisible item gives its place to its children. */
function entriesOf(items: readonly Item[], rowOf: (item: Item) => HTMLElement): readonly HTMLLIElement[] {
  return items.flatMap((item) => {
    if (!item.visible) return entriesOf(item.children, rowOf);
    const inside = item.children.length > 0 ? listOf(item.children, rowOf) : undefined;
    return [element('li', {}, rowOf(item), inside)];
  });
}

function createRow(
  item: Item,
  open: (itemId: string) => void,
): { readonly row: Row; readonly node: HTMLElement } {
  const sign = element('span', { className: 'sign', attributes: { 'aria-hidden': 'true' } });
  const state = element('span', { className: 'unseen' });
  const title = element('span', {}, item.title);
  if (!item.launch) {
    return {
      row: { item, sign, state },
      node: element('p', { className: 'row cluster' }, sign, title, state),
    };
  }
  const button = element('button', { type: 'button', className: 'row' }, sign, title, state);
  button.addEventListener('click', () => open(item.identifier));
  return { row: { item, button, sign, state }, node: button };
}

function refreshRow({ item, button, sign, state }: Row, words: Words, model: OutlineModel): void {
  const reached = model.stateOf(item.identifier);
  sign.textContent = signs[reached];
  sign.dataset.state = reached;
  state.textContent = `(${words.states[reached]})`;
  if (!button) return;
  button.disabled = !model.mayOpen(item.identifier);
  if (item.identifier === model.current) button.setAttribute('aria-current', 'true');
  else button.removeAttribute('aria-current');
}
