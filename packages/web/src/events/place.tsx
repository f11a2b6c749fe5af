import type { Access } from '@sinau/kernel';
import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Shell } from '../layout/shell.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { deskEventsPath, studioEventsPath } from './paths.ts';
import type { AudienceName } from './ports.ts';

/** Where in the portal events are held. */
export interface DeskPlace {
  readonly path: string;
  readonly section: 'agency' | 'studio';
  readonly access: Access;
  /** For whom its events can be; the first is what a new one begins with. */
  readonly audiences: readonly [AudienceName, ...AudienceName[]];
}

export const agencyEvents: DeskPlace = {
  ...{ path: deskEventsPath, section: 'agency', access: ['role:agency-admin'] },
  audiences: ['agency', 'units', 'all'],
};
export const studioEvents: DeskPlace = {
  ...{ path: studioEventsPath, section: 'studio', access: ['role:provider-author'] },
  audiences: ['partners', 'all'],
};

export const eventAt = ({ path }: DeskPlace, eventId: string): string =>
  `${path}/${encodeURIComponent(eventId)}`;

export function DeskFrame(props: {
  readonly ui: Ui;
  readonly place: DeskPlace;
  readonly title: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, place, title, notice, children } = props;
  const menu =
    place.section === 'agency' ? (
      <AgencyMenu ui={ui} current={place.path} />
    ) : (
      <StudioMenu ui={ui} current={place.path} />
    );
  return (
    <Shell ui={ui} title={title} section={place.section} notice={notice} menu={menu}>
      {children}
    </Shell>
  );
}
