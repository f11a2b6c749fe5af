import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Shell, type ShellProps } from '../layout/shell.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';

/** From whose desk the pages are seen: an operator's, for everybody, or an administrator's, for their own agency. */
export type Desk = 'operator' | 'agency';

export const peoplePath = (desk: Desk) => `/${desk}/people`;

export const personPath = (desk: Desk, personId: string) =>
  `${peoplePath(desk)}/${encodeURIComponent(personId)}`;

/** The frame of a page of one of the desks, with its menu. */
export function DeskShell(
  props: Pick<ShellProps, 'islands' | 'refreshSeconds'> & {
    readonly ui: Ui;
    readonly desk: Desk;
    readonly title: string;
    /** Entry of the menu that the page belongs to. */
    readonly current: string;
    readonly notice?: NoticeName | undefined;
    readonly children?: Child;
  },
) {
  const { ui, desk, current, islands, refreshSeconds } = props;
  const Menu = desk === 'operator' ? OperatorMenu : AgencyMenu;
  return (
    <Shell
      ui={ui}
      title={props.title}
      section={desk}
      notice={props.notice}
      menu={<Menu ui={ui} current={current} />}
      {...(islands && { islands })}
      {...(refreshSeconds !== undefined && { refreshSeconds })}
    >
      {props.children}
    </Shell>
  );
}
