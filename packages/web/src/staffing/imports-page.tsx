import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { importHref, importsPath } from './paths.ts';
import type { PeopleImportView } from './ports.ts';

/** Sends a list, and shows those that were sent. */
export function ImportsPage(props: {
  readonly ui: Ui;
  readonly imports: readonly PeopleImportView[];
  readonly failure?: string;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, imports, failure } = props;
  const words = ui.t.staffing;
  const people = '/agency/people';
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={people} />}
    >
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[people, ui.t.agency.peopleTitle]]} />}
      />
      <Block id="send" title={words.sendTitle}>
        {failure !== undefined && (
          <div class="mb-4">
            <Notice tone="error" live>
              {failure}
            </Notice>
          </div>
        )}
        <Send ui={ui} />
      </Block>
      <Block id="sent" title={words.sentTitle}>
        {imports.length === 0 ? (
          <EmptyState icon="people" title={words.emptyTitle} text={words.emptyText} />
        ) : (
          <Sent ui={ui} imports={imports} />
        )}
      </Block>
    </Shell>
  );
}

function Send({ ui }: { readonly ui: Ui }) {
  const words = ui.t.staffing;
  return (
    <form method="post" action={importsPath} enctype="multipart/form-data" class="panel max-w-2xl p-5">
      <p class="mb-2">{words.templateText}</p>
      <ul class="mb-5 flex flex-wrap gap-2">
        {(['xlsx', 'csv'] as const).map((format) => (
          <li>
            <a href={`${importsPath}/template?format=${format}`} class="btn">
              {words.template[format]}
            </a>
          </li>
        ))}
      </ul>
      <label for="field-file" class="mb-1 block font-medium">
        {words.file}
      </label>
      <input
        id="field-file"
        name="file"
        type="file"
        accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        required
        aria-describedby="hint-file"
        class="file-input w-full"
      />
      <p id="hint-file" class="quiet mt-1 mb-4 text-sm">
        {words.fileHint}
      </p>
      <button type="submit" class="btn btn-primary">
        {words.check}
      </button>
    </form>
  );
}

function Sent({ ui, imports }: { readonly ui: Ui; readonly imports: readonly PeopleImportView[] }) {
  const words = ui.t.staffing;
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
            <a href={importHref(one.importId)} class="text-link inline-flex min-h-8 items-center break-all">
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
