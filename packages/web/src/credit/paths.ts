export const ledgerPath = '/jp';
/** Which number of the year the lines are shown of. */
export const jpShows = ['recognised', 'held', 'running', 'planned', 'left'] as const;
export type JpShow = (typeof jpShows)[number];

export const heldPath = '/agency/held';

export const holdPath = (hold: { readonly personId: string; readonly about: string }): string =>
  `${heldPath}/${encodeURIComponent(hold.personId)}/${encodeURIComponent(hold.about)}`;

export const answerPath = (about: string): string => `${ledgerPath}/${encodeURIComponent(about)}/answer`;
