import { competencyWords } from '../i18n/competency.ts';
import { competencyFileWords } from '../i18n/competency-files.ts';
import { FileField } from '../layout/file-field.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { CompetencyFrame } from './frame.tsx';
import { type ListKindName, type ListRowView, type ListView, listKindNames } from './list-ports.ts';
import { listsPath, mapPath } from './paths.ts';

interface Props {
  readonly ui: Ui;
  readonly kind: ListKindName;
  readonly view?: ListView;
  readonly failure?: string | undefined;
}

/** From the template to what is set, in three steps on one page. */
export function ListPage(props: Props) {
  const { ui, kind, view } = props;
  const words = competencyWords[ui.locale].lists;
  return (
    <CompetencyFrame ui={ui} desk="agency" title={words.title} current={mapPath}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[mapPath, competencyWords[ui.locale].mapTitle]]} />}
      />
      <nav aria-label={words.title} class="mb-5 flex flex-wrap gap-2">
        {listKindNames.map((name) => (
          <a
            class="tab-link"
            href={hrefOf(listsPath, { kind: name })}
            aria-current={name === kind ? 'page' : undefined}
          >
            {words.kind[name]}
          </a>
        ))}
      </nav>
      {view && <Outcome ui={ui} kind={kind} view={view} />}
      <Send {...props} />
    </CompetencyFrame>
  );
}

const spreadsheets = '.csv,.txt,text/csv,.xlsx';

function Send({ ui, kind, failure }: Props) {
  const words = competencyWords[ui.locale].lists;
  const file = competencyFileWords[ui.locale];
  return (
    <Block id="send" title={words.send[kind]}>
      <p class="mb-3 max-w-[68ch]">{words.about[kind]}</p>
      {kind === 'dictionary' && <p class="mb-3 max-w-[68ch]">{file.caseAbout}</p>}
      <p class="mb-4">
        <a class="btn" href={`${listsPath}/template?kind=${kind}`}>
          {words.template}
        </a>
      </p>
      <form
        method="post"
        action={`${listsPath}?kind=${kind}`}
        enctype="multipart/form-data"
        class="panel max-w-2xl p-5"
      >
        {failure && (
          <div class="mb-4">
            <Notice tone="error" live>
              {failure}
            </Notice>
          </div>
        )}
        <FileField
          label={kind === 'dictionary' ? file.caseFile : words.file}
          hint={words.fileHint}
          accept={kind === 'dictionary' ? `${spreadsheets},.json,application/json` : spreadsheets}
        />
        <button type="submit" class="btn btn-primary">
          {words.check}
        </button>
      </form>
    </Block>
  );
}

function Outcome({ ui, kind, view }: Props & { readonly view: ListView }) {
  const words = competencyWords[ui.locale].lists;
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
  const count = (outcome: ListRowView['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const news = count('created') + count('changed');
  return (
    <Block id="result" title={applied ? words.doneTitle : words.resultTitle}>
      <div class="mb-4">
        <Notice tone={count('refused') > 0 ? 'warning' : 'success'} live>
          {(applied ? words.done : words.tried)(
            ui.format.number(news),
            ui.format.number(count('skipped')),
            ui.format.number(count('refused')),
          )}
        </Notice>
      </div>
      {text !== undefined && (
        <Actions {...{ ui, kind, text }} mayApply={!applied && news > 0} hasRefused={count('refused') > 0} />
      )}
      <Rows ui={ui} rows={rows} />
    </Block>
  );
}

/** What can be done with a list that was read: it stands in one form, whose buttons go to different places. */
function Actions(props: {
  readonly ui: Ui;
  readonly kind: ListKindName;
  readonly text: string;
  readonly mayApply: boolean;
  readonly hasRefused: boolean;
}) {
  const { ui, kind, text, mayApply, hasRefused } = props;
  const words = competencyWords[ui.locale].lists;
  const file = competencyFileWords[ui.locale];
  return (
    <form method="post" action={`${listsPath}/apply?kind=${kind}`} class="mb-4">
      <input type="hidden" name="text" value={text} />
      <div class="flex flex-wrap gap-2">
        {mayApply && (
          <button type="submit" class="btn btn-primary">
            {words.apply}
          </button>
        )}
        {hasRefused &&
          (['xlsx', 'csv'] as const).map((format) => (
            <button type="submit" class="btn" formaction={hrefOf(`${listsPath}/refused`, { kind, format })}>
              {file.refusedFile} ({format === 'xlsx' ? 'Excel' : 'CSV'})
            </button>
          ))}
      </div>
      {hasRefused && <p class="quiet mt-2 max-w-[68ch] text-sm">{file.refusedHint}</p>}
    </form>
  );
}

const tones: Readonly<Record<ListRowView['outcome'], string>> = {
  ...{ created: 'tag tag-success', changed: 'tag tag-info', skipped: 'tag', refused: 'tag tag-error' },
};

/** Refused ones first: they are to be mended. */
function Rows({ ui, rows }: { readonly ui: Ui; readonly rows: readonly ListRowView[] }) {
  const words = competencyWords[ui.locale].lists;
  const [row, outcome, about, reason] = words.columns;
  return (
    <Table caption={words.resultTitle} columns={words.columns} cards>
      {rows
        .toSorted(
          (a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused') || a.row - b.row,
        )
        .map((one) => (
          <tr>
            <th scope="row" class="font-normal tabular-nums">
              <span class="sr-only">{row} </span>
              {ui.format.number(one.row)}
            </th>
            <td data-label={outcome}>
              <span class={tones[one.outcome]}>{words.outcome[one.outcome]}</span>
            </td>
            <td data-label={about}>{one.about}</td>
            <td data-label={reason}>
              {one.column !== undefined && <span class="font-medium">{one.column}: </span>}
              {one.problem === undefined ? '–' : words.problem[one.problem]}
            </td>
          </tr>
        ))}
    </Table>
  );
}
