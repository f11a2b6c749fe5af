import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import { TeamMenu } from '../approvals/frame.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import type { Desk } from './names.ts';

/** The frame of a page at one of the desks, with its menu. */
export function CompetencyFrame(props: {
  readonly ui: Ui;
  readonly desk: Desk;
  readonly title: string;
  /** Where the menu stands. */
  readonly current: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, desk, title, current, notice } = props;
  if (desk === 'own') {
    return (
      <Shell ui={ui} title={title} section="records" notice={notice}>
        {props.children}
      </Shell>
    );
  }
  const Menu = desk === 'team' ? TeamMenu : AgencyMenu;
  return (
    <Shell ui={ui} title={title} section={desk} notice={notice} menu={<Menu ui={ui} current={current} />}>
      {props.children}
    </Shell>
  );
}
