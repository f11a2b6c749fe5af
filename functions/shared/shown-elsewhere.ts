import type { PartKind } from '@sinau/delivery';

/** Another system shows them: how long somebody was there is not known here. */
export const shownElsewhere: Readonly<Partial<Record<PartKind, 'link' | 'provider'>>> = {
  lti: 'provider',
  external: 'provider',
  link: 'link',
};
