import type { Child } from 'hono/jsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { AgencyMenu } from './menu.tsx';

/** A page of an agency's desk with its menu; `current`: where the menu stands. */
export function AgencyFrame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly current: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, title, current, notice } = props;
  return (
    <Shell
      ui={ui}
      title={title}
      section="agency"
      notice={notice}
      menu={<AgencyMenu ui={ui} current={current} />}
    >
      {props.children}
    </Shell>
  );
}
