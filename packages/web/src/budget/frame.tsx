import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import { eventPaymentPath } from '../events/paths.ts';
import { budgetWords } from '../i18n/budget.ts';
import { indicatorWords } from '../i18n/indicators.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { SectionMenu } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { budgetPath, indicatorsPath, quotaLinesPath, unitCostsPath } from './paths.ts';
import { boundStateNames, type CauseView, type LineView, type PurposeView } from './ports.ts';

export function BudgetFrame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly current: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui } = props;
  const words = budgetWords[ui.locale];
  return (
    <Shell
      ui={ui}
      title={props.title}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={budgetPath} />}
    >
      <div class="mb-5">
        <SectionMenu
          label={words.title}
          current={props.current}
          links={[
            [budgetPath, words.title],
            [indicatorsPath, indicatorWords[ui.locale].title],
            [quotaLinesPath, words.quotas],
            [unitCostsPath, words.unitCosts],
          ]}
        />
      </div>
      {props.children}
    </Shell>
  );
}

const fills = { reserved: 'fill-warning', committed: 'fill-info', spent: 'fill-primary' } as const;

/** What is bound of a ceiling, by how firmly. Drawn for the eye alone: the numbers stand beside it. */
export function BoundBar({
  line,
}: {
  readonly line: Pick<LineView, 'ceiling' | 'reserved' | 'committed' | 'spent'>;
}) {
  const share = (amount: number) => (line.ceiling === 0 ? 0 : (amount / line.ceiling) * 100);
  const order = boundStateNames.toReversed();
  const parts = order.map((state, n) => ({
    state,
    from: order.slice(0, n).reduce((sum, one) => sum + share(line[one]), 0),
    width: share(line[state]),
  }));
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      class="h-3 w-full min-w-24"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0" y="0" width="100" height="8" class="fill-base-300" />
      {parts.map(({ state, from, width }) => (
        <rect x={from.toFixed(2)} y="0" width={width.toFixed(2)} height="8" class={fills[state]} />
      ))}
    </svg>
  );
}

/** Rupiah that may be less than none. */
export const signed = (ui: Ui, amount: number): string =>
  amount < 0 ? `−${rupiah(ui, -amount)}` : `+${rupiah(ui, amount)}`;

export function Cause({ ui, cause }: { readonly ui: Ui; readonly cause: CauseView }) {
  const words = budgetWords[ui.locale];
  if (cause.kind === 'seat')
    return (
      <>
        {words.seatOf}: <Text ui={ui} map={cause.course} />
      </>
    );
  if (cause.kind === 'event')
    return (
      <>
        {words.seatOf}:{' '}
        <a class="text-link" href={eventPaymentPath(cause.eventId)}>
          {cause.title}
        </a>
      </>
    );
  return (
    <>
      {cause.reason} <span class="quiet">({words.evidence(cause.evidence)})</span>
      {cause.purpose && <span class="quiet block text-sm">{purposeText(ui, cause.purpose)}</span>}
    </>
  );
}

export const purposeText = (ui: Ui, { kind, title }: PurposeView): string =>
  budgetWords[ui.locale].purposeOf[kind](title);

export const causeText = (ui: Ui, cause: CauseView): string =>
  cause.kind === 'seat' ? plainText(ui, cause.course) : cause.kind === 'event' ? cause.title : cause.reason;

export const absorptionOf = ({ spent, ceiling }: Pick<LineView, 'spent' | 'ceiling'>): number =>
  ceiling === 0 ? 0 : (spent / ceiling) * 100;
