import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { FileField } from '../layout/file-field.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { importHref, type ListPlace } from './paths.ts';
import type { ListCode, ListImportView } from './ports.ts';
import { homeOf, wordsOf } from './words.ts';

/** Sends a list, and shows those that were sent. */
export function ImportsPage(props: {
  readonly ui: Ui;
  readonly place: ListPlace;
  readonly imports: readonly ListImportView[];
  readonly codes: readonly ListCode[];
  readonly failure?: string;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, place, imports, failure } = props;
  const words = wordsOf(ui, place);
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={place.path} />}
    >
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[homeOf(ui, place)]} />}
      />
      <Block id="send" title={words.sendTitle}>
        {failure !== undefined && (
          <div class="mb-4">
            <Notice tone="error" live>
              {failure}
            </Notice>
          </div>
        )}
        <Send ui={ui} place={place} />
        {props.codes.length > 0 && <Codes ui={ui} codes={props.codes} />}
      </Block>
      <Block id="sent" title={words.sentTitle}>
        {imports.length === 0 ? (
          <EmptyState
            icon={place.list === 'people' ? 'people' : 'book'}
            title={words.emptyTitle}
            text={words.emptyText}
          />
        ) : (
          <Sent ui={ui} place={place} imports={imports} />
        )}
      </Block>
    </Shell>
  );
}

function Send({ ui, place }: { readonly ui: Ui; readonly place: ListPlace }) {
  const words = wordsOf(ui, place);
  return (
    <form method="post" action={place.path} enctype="multipart/form-data" class="panel max-w-2xl p-5">
      <p class="mb-2">{words.templateText}</p>
      <ul class="mb-5 flex flex-wrap gap-2">
        {(['xlsx', 'csv'] as const).map((format) => (
          <li>
            <a href={`${place.each}/template?format=${format}`} class="btn">
              {words.template[format]}
            </a>
          </li>
        ))}
      </ul>
      <FileField
        label={words.file}
        hint={words.fileHint}
        accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      />
      <button type="submit" class="btn btn-primary">
        {words.check}
      </button>
    </form>
  );
}

/** Whoever fills in a list looks codes up here. */
function Codes({ ui, codes }: { readonly ui: Ui; readonly codes: readonly ListCode[] }) {
  const { codesTitle, codeColumns } = ui.t.history;
  return (
    <details class="mt-4 max-w-2xl">
      <summary class="text-link min-h-8 cursor-pointer py-1">{codesTitle}</summary>
      <Table caption={codesTitle} columns={[codeColumns.code, codeColumns.means]}>
        {codes.map(({ code, means }) => (
          <tr>
            <th scope="row" class="font-mono font-normal">
              {code}
            </th>
            <td>
              <Text ui={ui} map={means} />
            </td>
          </tr>
        ))}
      </Table>
    </details>
  );
}

function Sent(props: {
  readonly ui: Ui;
  readonly place: ListPlace;
  readonly imports: readonly ListImportView[];
}) {
  const { ui, place, imports } = props;
  const words = wordsOf(ui, place);
  const { number } = ui.format;
  const { columns } = words;
  return (
    <Table
      caption={words.sentTitle}
      columns={[columns.file, columns.sent, columns.state, columns.done, columns.refused]}
      cards
    >
      {imports.map((one) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              href={importHref(place, one.importId)}
              class="text-link inline-flex min-h-8 items-center break-all"
            >
              {one.name}
            </a>
          </th>
          <td data-label={columns.sent}>
            <When ui={ui} at={one.createdAt} />
          </td>
          <td data-label={columns.state}>
            <span class={one.state === 'done' ? 'tag tag-success' : 'tag'}>{words.state[one.state]}</span>
          </td>
          <td data-label={columns.done} class="tabular-nums">
            {number(one.rows - one.counts.refused)}
          </td>
          <td data-label={columns.refused} class="tabular-nums">
            {number(one.counts.refused)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
