import type { Access } from '@sinau/kernel';
import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Shell } from '../layout/shell.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';

/** Where in the portal learning paths are made. */
export interface PathPlace {
  readonly path: string;
  readonly section: 'agency' | 'studio';
  readonly access: Access;
  /** Who is on a path is for agencies alone to see. */
  readonly seesPeople: boolean;
}

export const agencyPaths: PathPlace = {
  ...{ path: '/agency/paths', section: 'agency', access: ['role:agency-admin'], seesPeople: true },
};
export const studioPaths: PathPlace = {
  ...{ path: '/studio/paths', section: 'studio', access: ['role:provider-author'], seesPeople: false },
};

export const deskPathPath = ({ path }: PathPlace, pathId: string): string =>
  `${path}/${encodeURIComponent(pathId)}`;

export function DeskFrame(props: {
  readonly ui: Ui;
  readonly place: PathPlace;
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
