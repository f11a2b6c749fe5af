import { cohortWords } from '../i18n/cohorts.ts';
import { Paging, Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { CohortCard, Roster } from './ports.ts';

/** `1 Desember 2026 – 31 Desember 2026` */
export function CohortDays({
  ui,
  cohort,
}: {
  readonly ui: Ui;
  readonly cohort: Pick<CohortCard, 'startsOn' | 'endsOn'>;
}) {
  return (
    <>
      <When ui={ui} at={cohort.startsOn} dateOnly /> – <When ui={ui} at={cohort.endsOn} dateOnly />
    </>
  );
}

/** Who is in a cohort, and how far. */
export function RosterTable(props: {
  readonly ui: Ui;
  readonly roster: Roster;
  readonly path: string;
  readonly isFirst: boolean;
}) {
  const { ui, roster, path, isFirst } = props;
  const words = cohortWords[ui.locale];
  const [, state, progress, late, finished] = words.rosterColumns;
  const { number } = ui.format;
  if (roster.rows.length === 0) return <p class="quiet">{words.nobody}</p>;
  return (
    <>
      <Table caption={words.roster} columns={words.rosterColumns} cards>
        {roster.rows.map((row) => (
          <tr>
            <th scope="row" class="font-medium">
              {row.name}
            </th>
            <td data-label={state}>
              {words.seat[row.state]}
              {row.rank && <span class="tag ml-2">{words.rank[row.rank]}</span>}
              {row.reason && <span class="quiet block text-sm">{words.reason(row.reason)}</span>}
            </td>
            <td data-label={progress}>{words.progress(number(row.done), number(row.needed))}</td>
            <td data-label={late} class="tabular-nums">
              {row.late > 0 ? number(row.late) : '–'}
            </td>
            <td data-label={finished}>
              {row.completedAt === undefined ? '–' : <When ui={ui} at={row.completedAt} dateOnly />}
            </td>
          </tr>
        ))}
      </Table>
      <Paging ui={ui} path={path} next={roster.next} isFirst={isFirst} />
    </>
  );
}
