import { AgencyFrame } from '../agency/frame.tsx';
import { cohortWords } from '../i18n/cohorts.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { CohortDays } from './parts.tsx';
import { deskCohortPath, deskCohortsPath } from './paths.ts';
import type { DeskCohortRow } from './ports.ts';

/** Cohorts of one's agency, the last one first. */
export function DeskCohortsPage(props: {
  readonly ui: Ui;
  readonly rows: readonly DeskCohortRow[];
  readonly next?: string;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, rows, next, isFirst, notice } = props;
  const words = cohortWords[ui.locale];
  const add = (
    <a href={`${deskCohortsPath}/new`} class="btn btn-primary">
      {words.add}
    </a>
  );
  return (
    <AgencyFrame current={deskCohortsPath} ui={ui} title={words.desk} notice={notice}>
      <PageHeading title={words.desk} lead={words.deskLead} actions={rows.length > 0 && add} />
      {rows.length === 0 ? (
        <EmptyState icon="people" title={words.deskNone} text={words.deskNoneText}>
          {add}
        </EmptyState>
      ) : (
        <Table caption={words.desk} columns={words.columns} cards>
          {rows.map((row) => (
            <Row ui={ui} row={row} />
          ))}
        </Table>
      )}
      <Paging ui={ui} path={deskCohortsPath} next={next} isFirst={isFirst} />
    </AgencyFrame>
  );
}

function Row({ ui, row }: { readonly ui: Ui; readonly row: DeskCohortRow }) {
  const words = cohortWords[ui.locale];
  const [, subject, days, state, seats, queue] = words.columns;
  const { number } = ui.format;
  return (
    <tr>
      <th scope="row" class="font-medium">
        <a class="text-link inline-flex min-h-8 items-center" href={deskCohortPath(row.cohortId)}>
          {row.name}
        </a>
      </th>
      <td data-label={subject}>
        <Text ui={ui} map={row.subject.title} />
      </td>
      <td data-label={days}>
        <CohortDays ui={ui} cohort={row} />
      </td>
      <td data-label={state}>{words.state[row.state]}</td>
      <td data-label={seats} class="tabular-nums">
        {`${number(row.taken)} / ${number(row.capacity)}`}
      </td>
      <td data-label={queue} class="tabular-nums">
        {number(row.waiting)}
      </td>
    </tr>
  );
}
