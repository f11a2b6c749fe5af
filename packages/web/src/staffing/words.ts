import type { Ui } from '../ui.ts';
import type { ListPlace } from './paths.ts';

export const wordsOf = (ui: Ui, { list }: ListPlace) => (list === 'people' ? ui.t.staffing : ui.t.history);

/** The page that leads to the lists. */
export const homeOf = (ui: Ui, { home, list }: ListPlace): readonly [href: string, title: string] => [
  home,
  list === 'people' ? ui.t.agency.peopleTitle : ui.t.external.title,
];
