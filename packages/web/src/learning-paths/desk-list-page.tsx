import { pathWords } from '../i18n/learning-paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { DeskFrame, deskPathPath, type PathPlace } from './place.tsx';
import type { DeskPathRow } from './ports.ts';

/** Learning paths of one's office, the newest first. */
export function DeskPathsPage(props: {
  readonly ui: Ui;
  readonly place: PathPlace;
  readonly rows: readonly DeskPathRow[];
  readonly next?: string;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, place, rows, next, isFirst, notice } = props;
  const words = pathWords[ui.locale];
  const add = (
    <a href={`${place.path}/new`} class="btn btn-primary">
      {words.add}
    </a>
  );
  return (
    <DeskFrame ui={ui} place={place} title={words.desk} notice={notice}>
      <PageHeading title={words.desk} lead={words.deskLead} actions={rows.length > 0 && add} />
      {rows.length === 0 ? (
        <EmptyState icon="list" title={words.deskNone} text={words.deskNoneText}>
          {add}
        </EmptyState>
      ) : (
        <Table caption={words.desk} columns={words.columns} cards>
          {rows.map((row) => (
            <Row ui={ui} place={place} row={row} />
          ))}
        </Table>
      )}
      <Paging ui={ui} path={place.path} next={next} isFirst={isFirst} />
    </DeskFrame>
  );
}

export const stateWords = (ui: Ui, { state, hasNews, version }: DeskPathRow): string => {
  const words = pathWords[ui.locale];
  const published = version === 0 ? [] : [words.version(version)];
  const news = hasNews && version > 0 ? [words.hasNews] : [];
  return [words.state[state], ...published, ...news].join(' · ');
};

function Row(props: { readonly ui: Ui; readonly place: PathPlace; readonly row: DeskPathRow }) {
  const { ui, place, row } = props;
  const [, state, active, completed] = pathWords[ui.locale].columns;
  return (
    <tr>
      <th scope="row" class="font-medium">
        <a class="text-link inline-flex min-h-8 items-center" href={deskPathPath(place, row.pathId)}>
          {row.title}
        </a>
      </th>
      <td data-label={state}>{stateWords(ui, row)}</td>
      <td data-label={active} class="tabular-nums">
        {ui.format.number(row.active)}
      </td>
      <td data-label={completed} class="tabular-nums">
        {ui.format.number(row.completed)}
      </td>
    </tr>
  );
}
