import { talentWords } from '../i18n/talent.ts';
import { FileField } from '../layout/file-field.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { TalentFrame } from './pages.tsx';
import { talentListPath, talentPath } from './paths.ts';
import type { TalentListView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view?: TalentListView;
  readonly failure?: string;
}

/** From the template to what is recorded, on one page. */
export function TalentListPage({ ui, view, failure }: Props) {
  const words = talentWords[ui.locale];
  return (
    <TalentFrame ui={ui} title={words.listTitle}>
      <PageHeading
        title={words.listTitle}
        lead={words.listText}
        trail={<Trail ui={ui} links={[[talentPath, words.title]]} />}
      />
      {view && <Outcome ui={ui} view={view} />}
      <p class="mb-4">
        <a class="btn" href={`${talentListPath}/template`}>
          {words.template}
        </a>
      </p>
      <form method="post" action={talentListPath} enctype="multipart/form-data" class="panel max-w-2xl p-5">
        {failure !== undefined && (
          <div class="mb-4">
            <Notice tone="error" live>
              {failure}
            </Notice>
          </div>
        )}
        <FileField label={words.file} hint={words.fileHint} accept=".csv,.txt,text/csv,.xlsx" />
        <button type="submit" class="btn btn-primary">
          {words.check}
        </button>
      </form>
    </TalentFrame>
  );
}

function Outcome({ ui, view }: { readonly ui: Ui; readonly view: TalentListView }) {
  const words = talentWords[ui.locale];
  if (view.outcome !== 'read') {
    return (
      <div class="mb-6">
        <Notice tone="error" live>
          {view.outcome === 'unreadable' && <Text ui={ui} map={view.message} />}
          {view.outcome === 'missing' && words.missing(view.heads.join(', '))}
          {view.outcome === 'too-many' && words.tooMany(ui.format.number(view.most))}
        </Notice>
      </div>
    );
  }
  const { rows, applied, text } = view;
  const count = (...outcomes: string[]) => rows.filter((row) => outcomes.includes(row.outcome)).length;
  const said = applied ? words.done : words.tried;
  const [row, outcome, reason] = words.rowColumns;
  const refusedFirst = rows.toSorted(
    (a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused') || a.row - b.row,
  );
  return (
    <Block id="result" title={applied ? words.doneTitle : words.resultTitle}>
      <div class="mb-4">
        <Notice tone={count('refused') > 0 ? 'warning' : 'success'} live>
          {said(
            ui.format.number(count('created', 'changed')),
            ui.format.number(count('skipped')),
            ui.format.number(count('refused')),
          )}
        </Notice>
      </div>
      {text !== undefined && !applied && count('created', 'changed') > 0 && (
        <form method="post" action={`${talentListPath}/apply`} class="mb-4">
          <input type="hidden" name="text" value={text} />
          <button type="submit" class="btn btn-primary">
            {words.apply}
          </button>
        </form>
      )}
      <Table caption={applied ? words.doneTitle : words.resultTitle} columns={words.rowColumns} cards>
        {refusedFirst.map((one) => (
          <tr>
            <th scope="row" class="font-normal tabular-nums">
              <span class="sr-only">{row} </span>
              {ui.format.number(one.row)}
            </th>
            <td data-label={outcome}>{words.outcome[one.outcome]}</td>
            <td data-label={reason}>
              {one.column !== undefined && <span class="font-medium">{one.column}: </span>}
              {one.problem === undefined ? '–' : words.problem[one.problem]}
            </td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}
