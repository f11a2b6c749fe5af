import type { Child } from 'hono/jsx';
import { AgencyFrame } from '../agency/frame.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { plansPath } from './paths.ts';

/** A page that officials see too: the agency's menu is for those who may open what it leads to. */
export function PlanFrame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, title, notice, children } = props;
  if (administers(ui)) {
    return (
      <AgencyFrame current={plansPath} ui={ui} title={title} notice={notice}>
        {children}
      </AgencyFrame>
    );
  }
  return (
    <Shell ui={ui} title={title} section="plans" notice={notice}>
      {children}
    </Shell>
  );
}

/** Whoever drafts plans, and opens what they rest on. */
export const administers = ({ viewer }: Ui): boolean => viewer?.roles.includes('agency-admin') ?? false;
