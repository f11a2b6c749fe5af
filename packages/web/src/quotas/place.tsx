import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Shell } from '../layout/shell.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';

export type QuotaPlace = 'agency' | 'operator';

export const homeOf: Readonly<Record<QuotaPlace, string>> = {
  agency: '/agency/quotas',
  operator: '/operator/quotas',
};

/** Operators stand at one agency; its administrators always at their own. */
export const baseOf = (place: QuotaPlace, agencyId: string): string =>
  place === 'agency' ? homeOf.agency : `${homeOf.operator}/${encodeURIComponent(agencyId)}`;

export function QuotaFrame(props: {
  readonly ui: Ui;
  readonly place: QuotaPlace;
  readonly title: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, place, title } = props;
  const Menu = place === 'agency' ? AgencyMenu : OperatorMenu;
  return (
    <Shell
      ui={ui}
      title={title}
      section={place}
      notice={props.notice}
      menu={<Menu ui={ui} current={homeOf[place]} />}
    >
      {props.children}
    </Shell>
  );
}

export const rupiah = (ui: Ui, amount: number): string => `Rp${ui.format.number(amount)}`;
