import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { SectionMenu } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import type { AdmissionDesk } from './ports.ts';

export const approvalsPath = (desk: AdmissionDesk) => `/${desk}/approvals`;
export const assignmentsPath = (desk: AdmissionDesk) => `/${desk}/assignments`;

export function TeamMenu(props: { readonly ui: Ui; readonly current: string }) {
  const { menu, team, approvals, assignments } = props.ui.t.approvals;
  return (
    <SectionMenu
      label={menu}
      current={props.current}
      links={[
        ['/team', team],
        ['/team/week', props.ui.t.approvals.week],
        [approvalsPath('team'), approvals],
        [assignmentsPath('team'), assignments],
        ['/team/external', props.ui.t.external.title],
        ['/team/competency', props.ui.t.approvals.competency],
        ['/team/events', props.ui.t.shell.events],
        ['/team/cohorts', props.ui.t.shell.cohorts],
        ['/team/coaching', props.ui.t.approvals.coaching],
        ['/team/evaluations', props.ui.t.approvals.evaluations],
        ['/team/recognitions', props.ui.t.approvals.recognitions],
      ]}
    />
  );
}

/** The frame of a page at one of the desks, with its menu. */
export function DeskFrame(props: {
  readonly ui: Ui;
  readonly desk: AdmissionDesk;
  readonly title: string;
  readonly current: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, desk, current } = props;
  const Menu = desk === 'team' ? TeamMenu : AgencyMenu;
  return (
    <Shell
      ui={ui}
      title={props.title}
      section={desk}
      notice={props.notice}
      menu={<Menu ui={ui} current={current} />}
    >
      {props.children}
    </Shell>
  );
}
