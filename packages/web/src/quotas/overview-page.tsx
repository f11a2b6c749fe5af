import { quotaLinesPath } from '../budget/paths.ts';
import { noonOf } from '../course/standing.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import {
  Block,
  EmptyState,
  Figure,
  hrefOf,
  PageHeading,
  ProgressBar,
  Table,
  Trail,
} from '../layout/parts.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { baseOf, homeOf, QuotaFrame, type QuotaPlace, rupiah } from './place.tsx';
import { poolsPath } from './pools-path.ts';
import type { ChargeStateName, CostRow, QuotaRow, QuotasView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly place: QuotaPlace;
  readonly view: QuotasView;
  readonly notice?: NoticeName | undefined;
}

/** Seats of an agency at providers and what they cost in a year. */
export function QuotasPage(props: Props) {
  const { ui, place, view } = props;
  const words = ui.t.quotas;
  const base = baseOf(place, view.agencyId);
  const title = place === 'agency' ? words.title : `${words.title}: ${view.agency}`;
  return (
    <QuotaFrame ui={ui} place={place} title={title} notice={props.notice}>
      <PageHeading
        title={title}
        lead={words.lead}
        {...(place === 'operator' && {
          trail: <Trail ui={ui} links={[[homeOf.operator, words.title]]} />,
        })}
        actions={
          <>
            {place === 'agency' && (
              <a href={quotaLinesPath} class="btn">
                {words.budgetLines}
              </a>
            )}
            <a href={`${base}/new`} class="btn btn-primary">
              {words.add}
            </a>
          </>
        }
      />
      <Block id="quotas" title={words.quotas}>
        {view.quotas.length === 0 ? (
          <EmptyState icon="book" title={words.noneTitle} text={words.noneText} />
        ) : (
          <Quotas {...props} base={base} />
        )}
      </Block>
      <Costs {...props} base={base} />
      <Changes {...props} />
    </QuotaFrame>
  );
}

function Quotas({ ui, place, view, base }: Props & { readonly base: string }) {
  const words = ui.t.quotas;
  const { number } = ui.format;
  return (
    <Table caption={words.quotas} columns={words.quotaColumns}>
      {view.quotas.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            <Target ui={ui} row={row} />
          </th>
          <td>
            {ui.format.date(noonOf(row.from))} – {ui.format.date(noonOf(row.to))}
          </td>
          <td class="min-w-40">
            <p class="tabular-nums">{words.usedOf(number(row.used), number(row.seats))}</p>
            <ProgressBar
              percent={row.seats === 0 ? 100 : Math.min(100, (row.used / row.seats) * 100)}
              label={words.usedLabel(targetText(ui, row))}
            />
            <p class="quiet text-sm tabular-nums">
              {words.leftOf(number(Math.max(0, row.seats - row.used)))}
              {row.waiting > 0 && ` · ${words.waitingOf(number(row.waiting))}`}
            </p>
            {row.kept > 0 && <p class="quiet text-sm">{words.pools.keptOf(number(row.kept))}</p>}
          </td>
          <td>
            {row.price === undefined ? words.coursePrice : rupiah(ui, row.price)}
            <p class="quiet text-sm">{words.payer[row.payer]}</p>
          </td>
          <td>
            {words.whenFull[row.whenFull]}
            {row.releaseAfterDays !== undefined && (
              <p class="quiet text-sm">{words.releasedAfter(number(row.releaseAfterDays))}</p>
            )}
            {row.noShowDays !== undefined && (
              <p class="quiet text-sm">{words.behindFor(number(row.noShowDays))}</p>
            )}
            {row.contract && <p class="quiet text-sm">{words.contractOf(row.contract)}</p>}
          </td>
          <td>
            {place === 'agency' && (
              <a
                href={poolsPath(row.quotaId)}
                class="btn btn-sm mb-2 whitespace-nowrap"
                aria-label={words.pools.openOf(targetText(ui, row))}
              >
                {words.pools.open}
              </a>
            )}
            {row.changeable ? (
              <a
                href={`${base}/${encodeURIComponent(row.quotaId)}/change`}
                class="btn btn-sm whitespace-nowrap"
                aria-label={words.changeOf(targetText(ui, row))}
              >
                {words.change}
              </a>
            ) : (
              <span class="quiet text-sm">{words.byOperators}</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Target({ ui, row }: { readonly ui: Ui; readonly row: QuotaRow }) {
  if (!row.course) return <>{ui.t.quotas.allOf(row.provider)}</>;
  return (
    <>
      <Text ui={ui} map={row.course.title} />
      <p class="quiet text-sm font-normal">{row.provider}</p>
    </>
  );
}

const targetText = (ui: Ui, { course, provider }: QuotaRow): string =>
  course ? plainText(ui, course.title) : ui.t.quotas.allOf(provider);

const sums = ['reserved', 'committed', 'spent'] as const;

function Costs(props: Props & { readonly base: string }) {
  const { ui, place, view, base } = props;
  const words = ui.t.quotas;
  const total = (state: (typeof sums)[number]) => view.costs.reduce((sum, row) => sum + row[state], 0);
  return (
    <Block
      id="costs"
      title={words.costs(view.year)}
      aside={
        <p class="no-print flex gap-3">
          {[view.year - 1, view.year + 1].map((year) => (
            <a class="text-link" href={hrefOf(base, { year: String(year) })}>
              {year}
            </a>
          ))}
        </p>
      }
    >
      <dl class="mb-4 grid gap-3 sm:grid-cols-3">
        {sums.map((state) => (
          <Figure
            label={words.state[state]}
            value={<Sum {...props} state={state} amount={total(state)} />}
            note={words.stateNote[state]}
          />
        ))}
      </dl>
      {view.costs.length > 0 && (
        <Table caption={words.costs(view.year)} columns={words.costColumns}>
          {view.costs.map((row) => (
            <tr>
              <th scope="row" class="font-medium">
                <Text ui={ui} map={row.course} />
                <p class="quiet text-sm font-normal">
                  {row.provider} · {words.payer[row.payer]}
                </p>
              </th>
              {sums.map((state) => (
                <td class="whitespace-nowrap tabular-nums">
                  <Sum {...props} state={state} amount={row[state]} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
      {place === 'agency' && view.costs.length > 0 && (
        <p class="no-print mt-3">
          <a class="btn btn-sm" href={hrefOf(`${base}/seats.csv`, { year: String(view.year) })}>
            {words.csv}
          </a>
        </p>
      )}
    </Block>
  );
}

/** Each number leads to the seats behind it; they are people's, so the agency's alone. */
function Sum(
  props: Props & {
    readonly base: string;
    readonly state: ChargeStateName;
    readonly amount: number;
    readonly row?: CostRow;
  },
) {
  const { ui, place, view, base, state, amount, row } = props;
  const text = rupiah(ui, amount);
  if (place === 'operator' || amount === 0) return <>{text}</>;
  const query = { year: String(view.year), state, provider: row?.providerId, course: row?.courseId };
  return (
    <a class="text-link" href={hrefOf(`${base}/seats`, query)}>
      {text}
    </a>
  );
}

function Changes({ ui, view }: Props) {
  const words = ui.t.quotas;
  if (view.changes.length === 0) return null;
  return (
    <Block id="changes" title={words.changes}>
      <ul class="panel divide-y divide-base-300">
        {view.changes.map(({ at, by, provider, course, before, after, pools }) => (
          <li class="px-4 py-3">
            <p>
              {course ? plainText(ui, course) : words.allOf(provider)}:{' '}
              {pools
                ? words.pools.changed
                : words.changed(
                    before && ui.format.number(before.seats),
                    ui.format.number(after.seats),
                    ui.format.date(noonOf(after.to)),
                  )}
            </p>
            <p class="quiet text-sm">
              {by} · <When ui={ui} at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}
