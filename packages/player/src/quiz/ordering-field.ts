import type { ShownQuestion } from '@sinau/quiz';
import { element } from '../element.ts';
import { type FieldsInput, nameOf } from './field-parts.ts';
import { inlineText } from './rich-text.ts';

type Ordering = Extract<ShownQuestion, { readonly kind: 'ordering' }>;

/** Items with a button up and one down each; the order that is shown first becomes an answer when it is moved or kept. */
export class OrderingField {
  readonly #input: FieldsInput;
  readonly #items: Ordering['items'];
  readonly #list = element('ol', { className: 'order' });
  readonly #keep = element('button', { type: 'button', className: 'button' });
  #order: readonly string[];

  constructor(input: FieldsInput, { items }: Ordering) {
    const { response } = input;
    this.#input = input;
    this.#items = items;
    this.#order = response?.kind === 'ordering' ? response.itemIds : items.map(({ id }) => id);
    this.#keep.addEventListener('click', () => {
      this.#draw(true);
      this.#list.querySelector<HTMLButtonElement>('button:not(:disabled)')?.focus();
      this.#tell();
    });
    this.#draw(response !== undefined);
  }

  get parts(): readonly Node[] {
    const hint = element('p', { className: 'quiet hint' }, this.#input.ui.t.orderHint);
    return [hint, this.#list, this.#keep];
  }

  #tell(): void {
    this.#input.onChange({ kind: 'ordering', itemIds: this.#order });
  }

  #move(id: string, by: -1 | 1): void {
    const { ui, announce } = this.#input;
    const from = this.#order.indexOf(id);
    const to = from + by;
    this.#order = this.#order.with(from, this.#order[to] ?? id).with(to, id);
    this.#draw(true);
    const [up, down] = this.#list.children[to]?.querySelectorAll('button') ?? [];
    // The button that was pressed, or its neighbour where the end is reached.
    const [pressed, other] = by < 0 ? [up, down] : [down, up];
    (pressed?.disabled ? other : pressed)?.focus();
    announce(ui.t.moved(this.#nameOf(id), ui.number(to + 1), ui.number(this.#order.length)));
    this.#tell();
  }

  #nameOf(id: string): string {
    const item = this.#items.find((one) => one.id === id);
    return item ? nameOf(item) : id;
  }

  #draw(answered: boolean): void {
    const { t } = this.#input.ui;
    this.#list.replaceChildren(...this.#order.map((id, index) => this.#row(id, index)));
    this.#keep.textContent = answered ? t.orderKept : t.keepOrder;
    this.#keep.disabled = answered;
  }

  #row(id: string, index: number): HTMLElement {
    const { t } = this.#input.ui;
    const item = this.#items.find((one) => one.id === id);
    const button = (by: -1 | 1) => {
      const [ariaLabel, sign] = by < 0 ? [t.up(this.#nameOf(id)), '↑'] : [t.down(this.#nameOf(id)), '↓'];
      const disabled = index + by < 0 || index + by >= this.#order.length;
      const made = element('button', { type: 'button', className: 'button', disabled, ariaLabel }, sign);
      made.addEventListener('click', () => this.#move(id, by));
      return made;
    };
    const what = element('span', { className: 'what' }, ...(item ? inlineText(item.text) : []));
    return element('li', {}, what, button(-1), button(1));
  }
}
