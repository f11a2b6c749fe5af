import { AgencyFrame } from '../agency/frame.tsx';
import { citizensWords } from '../i18n/citizens.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { citizensPath, deskPath } from './paths.ts';
import type { DeskRow } from './ports.ts';
import { hundredths, periodOf } from './results.tsx';
import { CitizensTabs } from './tabs.tsx';

/** Services of one's agency with how they were rated last. */
export function DeskListPage(props: {
  readonly ui: Ui;
  readonly rows: readonly DeskRow[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, rows, notice } = props;
  const words = citizensWords[ui.locale];
  const add = (
    <a href={`${citizensPath}/new`} class="btn btn-primary">
      {words.addService}
    </a>
  );
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={words.title} notice={notice}>
      <PageHeading title={words.title} lead={words.lead} actions={rows.length > 0 && add} />
      <CitizensTabs ui={ui} current={citizensPath} />
      {rows.length === 0 ? (
        <EmptyState icon="people" title={words.none} text={words.noneText}>
          {add}
        </EmptyState>
      ) : (
        <Table caption={words.title} columns={words.serviceColumns} cards>
          {rows.map((row) => (
            <Row ui={ui} row={row} />
          ))}
        </Table>
      )}
    </AgencyFrame>
  );
}

function Row({ ui, row }: { readonly ui: Ui; readonly row: DeskRow }) {
  const words = citizensWords[ui.locale];
  const [, period, ikm, answers, waiting] = words.serviceColumns;
  const { newest } = row;
  return (
    <tr>
      <th scope="row" class="font-medium">
        <a class="text-link inline-flex min-h-8 items-center" href={deskPath(row.serviceId)}>
          {row.name}
        </a>
        {row.unit && <span class="quiet block text-sm font-normal">{row.unit}</span>}
        {row.state === 'closed' && <span class="badge badge-outline">{words.closed}</span>}
      </th>
      <td data-label={period}>
        {newest ? `${periodOf(ui, newest)} (${words.state[newest.state]})` : words.never}
      </td>
      <td data-label={ikm} class="tabular-nums">
        {newest?.ikm === undefined
          ? '–'
          : `${hundredths(ui, newest.ikm)}${newest.grade ? `, ${newest.grade}` : ''}`}
      </td>
      <td data-label={answers} class="tabular-nums">
        {newest ? ui.format.number(newest.answers) : '–'}
      </td>
      <td data-label={waiting} class="tabular-nums">
        {newest && newest.comments.waiting > 0 ? (
          <a
            class="text-link inline-flex min-h-8 items-center"
            href={`${deskPath(row.serviceId)}/surveys/${newest.surveyId}/comments`}
          >
            {ui.format.number(newest.comments.waiting)}
          </a>
        ) : (
          '0'
        )}
      </td>
    </tr>
  );
}
