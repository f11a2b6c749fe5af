import type { Child } from 'hono/jsx';
import { AgencyMenu } from '../agency/menu.tsx';
import { noonOf } from '../course/standing.tsx';
import { EmptyState, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import {
  dutiesPath,
  dutiesQuery,
  numbersHref,
  numbersPath,
  overduePath,
  overdueQuery,
  standingPath,
  standingQuery,
} from './paths.ts';
import type {
  DutyRow,
  DutyWish,
  NumberList,
  OverdueRow,
  OverdueWish,
  StandingRow,
  StandingWish,
} from './ports.ts';

interface Props<Row, Wish> {
  readonly ui: Ui;
  readonly wish: Wish;
  readonly list: NumberList<Row>;
  readonly isFirst: boolean;
}

/** Whose year stands alike, or everybody who is counted. */
export function StandingPage(props: Props<StandingRow, StandingWish>) {
  const { ui, wish, list } = props;
  const words = ui.t.compliance;
  const columns = words.listColumns;
  const title = wish.standing === 'all' ? words.people : words.standing[wish.standing];
  return (
    <ListFrame {...props} title={title} path={standingPath} query={standingQuery(wish)}>
      <Table
        caption={title}
        columns={[columns.name, columns.unit, columns.status, columns.recognised, columns.rule]}
        cards
      >
        {list.rows.map((row) => (
          <tr>
            <Who row={row} />
            <td data-label={columns.unit}>{row.unit ?? words.noUnit}</td>
            <td data-label={columns.status}>{row.status}</td>
            <td data-label={columns.recognised} class="whitespace-nowrap tabular-nums">
              {ui.format.jp(row.recognised)}
            </td>
            <td data-label={columns.rule}>{ruleText(ui, row)}</td>
          </tr>
        ))}
      </Table>
    </ListFrame>
  );
}

function ruleText({ t, format }: Ui, { minimum, maximum }: StandingRow): string {
  if (minimum !== undefined) return t.compliance.minimum(format.jp(minimum));
  return maximum === undefined ? t.compliance.noRule : t.compliance.maximum(format.jp(maximum));
}

/** Duties that have come so far. */
export function DutiesPage(
  props: Props<DutyRow, DutyWish> & { readonly list: { readonly obligation?: string } },
) {
  const { ui, wish, list } = props;
  const words = ui.t.compliance;
  const columns = words.listColumns;
  const title =
    list.obligation === undefined
      ? words.stepTitle[wish.step]
      : `${list.obligation}: ${words.step[wish.step]}`;
  return (
    <ListFrame {...props} title={title} path={dutiesPath} query={dutiesQuery(wish)}>
      <Table
        caption={title}
        columns={[columns.name, columns.unit, columns.duty, columns.state, columns.dueOn]}
        cards
      >
        {list.rows.map((row) => (
          <tr>
            <Who row={row} />
            <td data-label={columns.unit}>{row.unit ?? words.noUnit}</td>
            <td data-label={columns.duty}>{row.title}</td>
            <td data-label={columns.state}>{words.step[row.state]}</td>
            <td data-label={columns.dueOn} class="whitespace-nowrap">
              {row.dueOn === undefined ? '–' : ui.format.date(noonOf(row.dueOn))}
            </td>
          </tr>
        ))}
      </Table>
    </ListFrame>
  );
}

/** Who owes something whose last day is over. */
export function OverduePage(props: Props<OverdueRow, OverdueWish>) {
  const { ui, wish, list } = props;
  const words = ui.t.compliance;
  const columns = words.listColumns;
  return (
    <ListFrame {...props} title={words.overdue} path={overduePath} query={overdueQuery(wish)}>
      <Table
        caption={words.overdue}
        columns={[columns.name, columns.unit, columns.open, columns.since]}
        cards
      >
        {list.rows.map((row) => (
          <tr>
            <Who row={row} />
            <td data-label={columns.unit}>{row.unit ?? words.noUnit}</td>
            <td data-label={columns.open} class="tabular-nums">
              {ui.format.number(row.open)}
            </td>
            <td data-label={columns.since} class="whitespace-nowrap">
              {row.dueOn === undefined ? '–' : ui.format.date(noonOf(row.dueOn))}
            </td>
          </tr>
        ))}
      </Table>
    </ListFrame>
  );
}

function Who({ row }: { readonly row: { readonly personId: string; readonly name: string } }) {
  return (
    <th scope="row" class="font-medium">
      <a
        class="text-link inline-flex min-h-8 items-center"
        href={`/agency/people/${encodeURIComponent(row.personId)}`}
      >
        {row.name}
      </a>
    </th>
  );
}

function ListFrame(props: {
  readonly ui: Ui;
  readonly list: NumberList<unknown>;
  readonly isFirst: boolean;
  readonly title: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly children?: Child;
}) {
  const { ui, list, title, path, query } = props;
  const { t, format } = ui;
  const words = t.compliance;
  const { unit, year } = list;
  const back = [
    [numbersHref({ year }), t.agency.sections.overview] as const,
    ...(unit ? [[numbersHref({ year, unitId: unit.unitId }), unit.name] as const] : []),
  ];
  return (
    <Shell ui={ui} title={title} section="agency" menu={<AgencyMenu ui={ui} current={numbersPath} />}>
      <PageHeading
        title={title}
        lead={words.listLead(format.number(list.count), format.dateTime(list.asOf), year)}
        trail={<Trail ui={ui} links={back} />}
      />
      {list.rows.length === 0 ? (
        <EmptyState icon="check" title={words.listEmptyTitle} text={words.listEmptyText} />
      ) : (
        props.children
      )}
      <Paging ui={ui} path={path} query={query} next={list.nextPageToken} isFirst={props.isFirst} />
    </Shell>
  );
}
