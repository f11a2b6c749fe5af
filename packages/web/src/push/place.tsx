import type { Access } from '@sinau/kernel';
import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import type { Section } from '../layout/shell.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { type PushEvent, type PushReceiver, providerEvents, recordEvents } from './ports.ts';

/** Where in the portal receivers are administered, and what they may be sent. */
export interface PushPlace {
  /** e.g. `/agency/push` */
  readonly path: string;
  readonly access: Access;
  readonly section: Section;
  readonly kinds: readonly PushReceiver['kind'][];
  readonly events: readonly [PushEvent, ...PushEvent[]];
  /** Where a new webhook begins unless somebody says otherwise. */
  readonly from: 'beginning' | 'now';
  /** Records are filtered; events of courses are few. */
  readonly hasFilters: boolean;
  menu(ui: Ui): Child;
  words(ui: Ui): Ui['t']['push']['of']['agency'];
}

export const pushHref = (place: PushPlace, subscriptionId: string): string =>
  `${place.path}/${encodeURIComponent(subscriptionId)}`;

/** Agencies are sent the records of their people. */
export const agencyPush: PushPlace = {
  path: '/agency/push',
  access: ['role:agency-admin'],
  section: 'agency',
  kinds: ['lrs', 'webhook'],
  events: recordEvents,
  from: 'beginning',
  hasFilters: true,
  menu: (ui) => <AgencyMenu ui={ui} current="/agency/push" />,
  words: ({ t }) => t.push.of.agency,
};

/** Providers are sent what happens to their courses. */
export const providerPush: PushPlace = {
  path: '/studio/webhooks',
  access: ['role:provider-author'],
  section: 'studio',
  kinds: ['webhook'],
  events: providerEvents,
  from: 'now',
  hasFilters: false,
  menu: (ui) => <StudioMenu ui={ui} current="/studio/webhooks" />,
  words: ({ t }) => t.push.of.provider,
};
