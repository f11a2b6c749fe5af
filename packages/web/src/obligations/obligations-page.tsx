import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { audienceText, Courses, doneIn, dueText, owedIn, StateTag } from './parts.tsx';
import { newObligationPath, obligationHref, obligationsPath } from './paths.ts';
import type { ObligationRow } from './ports.ts';

/** What the agency requires, and how far everybody is. */
export function ObligationsPage(props: {
  readonly ui: Ui;
  readonly rows: readonly ObligationRow[];
  readonly notice: NoticeName | undefined;
}) {
  const { ui, rows } = props;
  const words = ui.t.obligations;
  const create = (
    <a href={newObligationPath} class="btn btn-primary">
      {words.create}
    </a>
  );
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={obligationsPath} />}
    >
      <PageHeading title={words.title} lead={words.lead} {...(rows.length > 0 && { actions: create })} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={words.emptyTitle} text={words.emptyText}>
          {create}
        </EmptyState>
      ) : (
        <Rows ui={ui} rows={rows} />
      )}
    </Shell>
  );
}

function Rows({ ui, rows }: { readonly ui: Ui; readonly rows: readonly ObligationRow[] }) {
  const { title, columns, ofAll, spreading } = ui.t.obligations;
  const { number, percent } = ui.format;
  return (
    <Table
      caption={title}
      columns={[columns.title, columns.audience, columns.due, columns.done, columns.overdue, columns.state]}
      cards
    >
      {rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            <a href={obligationHref(row.obligationId)} class="text-link inline-flex min-h-8 items-center">
              {row.title}
            </a>
            <div class="quiet text-sm font-normal">
              <Courses ui={ui} courses={row.courses} />
            </div>
          </th>
          <td data-label={columns.audience}>{audienceText(ui, row.audience)}</td>
          <td data-label={columns.due}>{dueText(ui, row.due)}</td>
          <td data-label={columns.done} class="tabular-nums">
            {ofAll(number(doneIn(row.counts)), number(owedIn(row.counts)))}
          </td>
          <td data-label={columns.overdue} class="tabular-nums">
            {number(row.counts.overdue ?? 0)}
          </td>
          <td data-label={columns.state}>
            <StateTag ui={ui} state={row.state} />
            {row.spreading !== undefined && <p class="quiet text-sm">{spreading(percent(row.spreading))}</p>}
          </td>
        </tr>
      ))}
    </Table>
  );
}
