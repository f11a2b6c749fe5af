import type { Child } from 'hono/jsx';
import { Table } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { StatementRow } from './ports.ts';
import { knownVerbs } from './verbs.ts';

export const statementHref = (statementId: string): string =>
  `/agency/statements/${encodeURIComponent(statementId)}`;

/** One line a statement; `mark` adds a word of its own behind the verb. */
export function StatementTable<Row extends StatementRow>(props: {
  readonly ui: Ui;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly mark?: (row: Row) => Child;
}) {
  const { ui, rows } = props;
  const { columns, ...t } = ui.t.statements;
  return (
    <Table
      caption={props.caption}
      columns={[columns.stored, columns.actor, columns.verb, columns.object, columns.result]}
    >
      {rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium whitespace-nowrap">
            <a
              class="text-link"
              href={statementHref(row.statementId)}
              aria-label={`${ui.format.dateTime(row.stored)}: ${t.open(row.statementId)}`}
            >
              <When ui={ui} at={row.stored} />
            </a>
          </th>
          <td>{row.actor}</td>
          <td>
            <Verb ui={ui} row={row} /> {props.mark?.(row)}
          </td>
          <td class="min-w-48">
            <Text ui={ui} map={row.object} />
            {row.course && (
              <span class="quiet block text-sm">
                <Text ui={ui} map={row.course} />
              </span>
            )}
          </td>
          <td class="whitespace-nowrap">
            <Result ui={ui} row={row} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** A verb of the list in the reader's words, any other as the statement names it. */
export function Verb(props: { readonly ui: Ui; readonly row: Pick<StatementRow, 'verb' | 'verbId'> }) {
  const { ui, row } = props;
  const known = knownVerbs.find(([, iri]) => iri === row.verbId);
  return known ? <span>{ui.t.statements.verbs[known[0]]}</span> : <Text ui={ui} map={row.verb} />;
}

function Result(props: { readonly ui: Ui; readonly row: StatementRow }) {
  const { ui, row } = props;
  const { success } = ui.t.statements;
  return (
    <span class="inline-flex items-center gap-2">
      {row.success !== undefined && (
        <span class={row.success ? 'tag tag-success' : 'tag'}>{row.success ? success.yes : success.no}</span>
      )}
      {row.score !== undefined && <span class="tabular-nums">{ui.format.percent(row.score)}</span>}
    </span>
  );
}

/** A text for a shell or an editor, with a button that copies it. */
export function CopyText(props: { readonly ui: Ui; readonly id: string; readonly text: string }) {
  const { copy, copied } = props.ui.t.shell;
  return (
    <div class="relative">
      <pre
        id={props.id}
        class="max-h-[32rem] overflow-auto rounded-field border border-base-300 bg-base-200 p-3 pe-24 text-sm"
        tabindex={0}
      >
        {props.text}
      </pre>
      <button
        type="button"
        class="btn btn-sm absolute end-2 top-2"
        data-copy={props.id}
        data-copied={copied}
        hidden
      >
        {copy}
      </button>
    </div>
  );
}
