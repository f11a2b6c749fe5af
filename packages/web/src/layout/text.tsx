import type { LanguageMap } from '@sinau/kernel';
import { pickText } from '../i18n/pick-text.ts';
import type { Ui } from '../ui.ts';

/** A text of a course or an activity in the reader's language, marked when it is in another one. */
export function Text(props: { readonly ui: Ui; readonly map: LanguageMap }) {
  const picked = pickText(props.map, props.ui.locale);
  return <span lang={picked.lang}>{picked.text}</span>;
}

/** The same as a plain string, for titles and labels that take no markup. */
export function plainText(ui: Ui, map: LanguageMap): string {
  return pickText(map, ui.locale).text;
}

/** An instant with its machine-readable form. */
export function When(props: { readonly ui: Ui; readonly at: string; readonly dateOnly?: boolean }) {
  const { ui, at } = props;
  return <time datetime={at}>{props.dateOnly ? ui.format.date(at) : ui.format.dateTime(at)}</time>;
}
