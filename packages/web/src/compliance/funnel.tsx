import { hrefOf, Table } from '../layout/parts.tsx';
import { ShareBar } from '../layout/share-bar.tsx';
import { obligationHref } from '../obligations/paths.ts';
import type { Ui } from '../ui.ts';
import { CountLink, shareOf } from './parts.tsx';
import { dutiesHref } from './paths.ts';
import { type FunnelView, type ObligationFunnelView, stepNames } from './ports.ts';

/** From what is required to what is recognised, each step with those who came farther. */
export function FunnelTable(props: {
  readonly ui: Ui;
  readonly year: number;
  readonly unitId?: string | undefined;
  readonly steps: FunnelView['steps'];
}) {
  const { ui, year, unitId, steps } = props;
  const { t, format } = ui;
  const words = t.compliance;
  return (
    <Table caption={words.funnel} columns={words.funnelColumns}>
      {stepNames.map((step) => {
        const percent = shareOf(steps[step], steps.required);
        return (
          <tr>
            <th scope="row" class="font-medium">
              {words.step[step]}
            </th>
            <td>
              <CountLink
                href={dutiesHref({ year, step, obligation: undefined, unitId, own: false })}
                count={steps[step]}
                text={format.number(steps[step])}
                label={words.step[step]}
              />
            </td>
            <td class="tabular-nums">{format.percent(percent)}</td>
            <td>
              <ShareBar percent={percent} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

const agencyWide = { unitId: undefined, own: false };

/** The same for each obligation of the year. */
export function ObligationsTable(props: {
  readonly ui: Ui;
  readonly year: number;
  readonly obligations: readonly ObligationFunnelView[];
}) {
  const { ui, year } = props;
  const { t, format } = ui;
  const words = t.compliance;
  return (
    <div>
      <Table
        caption={words.obligations}
        columns={[words.obligation, ...stepNames.map((step) => words.step[step]), words.overdueDuties]}
        cards
      >
        {props.obligations.map(({ obligationId, period, title, steps, overdue }) => (
          <tr>
            <th scope="row" class="font-medium">
              {title}
              <p class="quiet text-sm font-normal">{period === 'once' ? words.once : period}</p>
            </th>
            {stepNames.map((step) => (
              <td data-label={words.step[step]}>
                <CountLink
                  href={dutiesHref({ year, step, obligation: { obligationId, period }, ...agencyWide })}
                  count={steps[step]}
                  text={format.number(steps[step])}
                  label={`${title}, ${words.step[step]}`}
                />
              </td>
            ))}
            <td data-label={words.overdueDuties}>
              {/* The list of an obligation is one of all its years. */}
              {period === 'once' ? (
                <CountLink
                  href={hrefOf(obligationHref(obligationId), { group: 'overdue' })}
                  count={overdue}
                  text={format.number(overdue)}
                  label={`${title}, ${words.overdueDuties}`}
                />
              ) : (
                <span class="tabular-nums">{format.number(overdue)}</span>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
