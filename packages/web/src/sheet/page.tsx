import { FileField } from '../layout/file-field.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { SheetIssue, SheetRowView, SheetView } from './ports.ts';

export const sheetPath = '/studio/sheet';

export interface SheetProps {
  readonly ui: Ui;
  /** What a file came to, and its text, to be saved. */
  readonly sent?: { readonly view: SheetView; readonly text: string };
  readonly failure?: string;
}

/** From the template to saved drafts, in three steps on one page. */
export function SheetPage(props: SheetProps) {
  const { ui, sent } = props;
  const words = ui.t.sheet;
  return (
    <Shell ui={ui} title={words.title} section="studio">
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/studio', ui.t.studio.title]]} />}
      />
      {sent && <Outcome ui={ui} {...sent} />}
      <Files ui={ui} />
      <Send {...props} />
    </Shell>
  );
}

function Files({ ui }: { readonly ui: Ui }) {
  const words = ui.t.sheet;
  return (
    <Block id="get" title={words.getHeading}>
      <p class="mb-3 max-w-[68ch]">{words.getText}</p>
      <ul class="flex flex-wrap gap-2">
        {(['template', 'export'] as const).map((name) => (
          <li class="flex flex-wrap items-center gap-2">
            <a href={`${sheetPath}/${name}`} class="btn">
              {words[name]}
            </a>
            <a
              href={`${sheetPath}/${name}?flavour=plain`}
              class="text-link inline-flex min-h-9 items-center text-sm"
            >
              {words.plain}
              <span class="sr-only">: {words[name]}</span>
            </a>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Send({ ui, failure }: SheetProps) {
  const words = ui.t.sheet;
  return (
    <Block id="send" title={words.sendHeading}>
      <form method="post" action={sheetPath} enctype="multipart/form-data" class="panel max-w-2xl p-5">
        {failure && (
          <div class="mb-4">
            <Notice tone="error" live>
              {failure}
            </Notice>
          </div>
        )}
        <FileField label={words.file} hint={words.fileHint} accept=".csv,.txt,text/csv" />
        <button type="submit" class="btn btn-primary">
          {words.check}
        </button>
      </form>
    </Block>
  );
}

function Outcome(props: { readonly ui: Ui; readonly view: SheetView; readonly text: string }) {
  const { ui, view, text } = props;
  const words = ui.t.sheet;
  const count = (outcome: SheetRowView['outcome']) =>
    view.rows.filter((row) => row.outcome === outcome).length;
  const [create, update] = [count('create'), count('update')].map((one) => ui.format.number(one));
  const isRefused = view.issues.length > 0 || count('refused') > 0;
  const isReady = !isRefused && !view.applied && count('create') + count('update') > 0;
  const say = view.applied ? words.done : words.ready;
  return (
    <Block id="result" title={view.applied ? words.doneHeading : words.resultHeading}>
      <div class="mb-4 space-y-3">
        <Notice tone={isRefused ? 'error' : 'success'} live>
          {isRefused && words.refused}
          {!isRefused && (isReady || view.applied) && say(create ?? '', update ?? '')}
          {!isRefused && !isReady && !view.applied && words.nothing}
        </Notice>
        {count('changed-meanwhile') > 0 && <Notice tone="warning">{words.raced}</Notice>}
        <Issues ui={ui} issues={view.issues} />
      </div>
      {isReady && (
        <form method="post" action={`${sheetPath}/apply`} class="mb-4">
          <input type="hidden" name="text" value={text} />
          <button type="submit" class="btn btn-primary">
            {words.apply}
          </button>
        </form>
      )}
      {view.rows.length > 0 && <Rows ui={ui} rows={view.rows} />}
    </Block>
  );
}

const tones: Readonly<Record<SheetRowView['outcome'], string>> = {
  create: 'tag tag-success',
  update: 'tag tag-info',
  unchanged: 'tag',
  refused: 'tag tag-error',
  'changed-meanwhile': 'tag tag-warning',
};

function Rows({ ui, rows }: { readonly ui: Ui; readonly rows: readonly SheetRowView[] }) {
  const words = ui.t.sheet;
  const { row: place, course, outcome } = words.columns;
  return (
    <Table caption={words.resultHeading} columns={[place, outcome, course]}>
      {rows.map((row) => (
        <tr>
          <th scope="row" class="font-normal tabular-nums">
            {ui.format.number(row.row)}
          </th>
          <td>
            <span class={tones[row.outcome]}>{words.outcomes[row.outcome]}</span>
          </td>
          <td class="w-full">
            <p class="font-medium">
              <CourseName ui={ui} row={row} />
            </p>
            <Issues ui={ui} issues={row.issues} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function CourseName({ ui, row }: { readonly ui: Ui; readonly row: SheetRowView }) {
  const name = Object.keys(row.title).length > 0 ? <Text ui={ui} map={row.title} /> : ui.t.sheet.untitled;
  if (row.courseId === undefined || row.outcome === 'create') return <>{name}</>;
  return (
    <a href={`/studio/courses/${row.courseId}`} class="text-link">
      {name}
    </a>
  );
}

function Issues({ ui, issues }: { readonly ui: Ui; readonly issues: readonly SheetIssue[] }) {
  if (issues.length === 0) return null;
  return (
    <ul class="mt-1 space-y-1 text-sm">
      {issues.map(({ column, message, mend }) => (
        <li>
          {column !== undefined && <span class="font-medium">{ui.t.sheet.column(column)}: </span>}
          <Text ui={ui} map={message} />{' '}
          <span class="quiet">
            <Text ui={ui} map={mend} />
          </span>
        </li>
      ))}
    </ul>
  );
}
