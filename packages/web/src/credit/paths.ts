export const ledgerPath = '/jp';
export const heldPath = '/agency/held';

export const holdPath = (hold: { readonly personId: string; readonly about: string }): string =>
  `${heldPath}/${encodeURIComponent(hold.personId)}/${encodeURIComponent(hold.about)}`;

export const answerPath = (about: string): string => `${ledgerPath}/${encodeURIComponent(about)}/answer`;
