import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { deskEventsPath } from './paths.ts';

export function EventsFrame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, title, notice } = props;
  return (
    <Shell
      ui={ui}
      title={title}
      section="agency"
      notice={notice}
      menu={<AgencyMenu ui={ui} current={deskEventsPath} />}
    >
      {props.children}
    </Shell>
  );
}
