import type { Ui } from '../ui.ts';
import type { FacetName, FacetValue } from './ports.ts';

/** What a filter's value is called; a value that nobody knows is shown as it stands. */
export function labelOf(
  ui: Ui,
  name: FacetName,
  { value, label }: Pick<FacetValue, 'value' | 'label'>,
): string {
  const { editor, search } = ui.t;
  if (name === 'language') return ui.format.language(value);
  const words: Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>> = {
    form: editor.forms,
    jp: search.bands,
    price: search.prices,
    rating: search.ratingBands,
    subject: editor.subjects,
  };
  const known = words[name];
  return (known && Object.hasOwn(known, value) ? known[value] : label) ?? value;
}

/** `Rp150.000`, or that it costs nothing. */
export function priceOf(ui: Ui, price: number): string {
  return price === 0 ? ui.t.search.free : `Rp${ui.format.number(price)}`;
}
