import { ConnectionFrame } from '../connections/frame.tsx';
import type { ConnectionView } from '../connections/ports.ts';
import { tabHref } from '../connections/tabs.ts';
import { FileField } from '../layout/file-field.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, Table } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { PackageFindingView, PackagesView, TakenPackageView } from './ports.ts';

interface PackagesProps {
  readonly ui: Ui;
  readonly connection: ConnectionView;
  readonly view: PackagesView;
  /** Of one package. */
  readonly maxBytes: number;
  /** Why the form was not taken. */
  readonly failure?: string | undefined;
}

/** What became of the last package, how to send another, and what counts. */
export function PackagesPage({ ui, connection, view, maxBytes, failure }: PackagesProps) {
  const words = ui.t.packages;
  return (
    <ConnectionFrame ui={ui} connection={connection} tab="packages" lead={words.lead} islands={['send-file']}>
      <div id="report">
        <Report ui={ui} view={view} />
      </div>
      <Block id="send" title={words.sendTitle}>
        <p class="mb-4 max-w-[68ch]">{words.sendText}</p>
        <SendForm ui={ui} connectionId={connection.connectionId} maxBytes={maxBytes} failure={failure} />
      </Block>
      <Block id="counts" title={words.countsTitle}>
        <Counts ui={ui} view={view} />
      </Block>
      {view.packages.length > 0 && (
        <Block id="history" title={words.historyTitle}>
          <History ui={ui} packages={view.packages} />
        </Block>
      )}
    </ConnectionFrame>
  );
}

interface PartProps {
  readonly ui: Ui;
  readonly view: PackagesView;
}

function Report({ ui, view }: PartProps) {
  const words = ui.t.packages;
  const { refused } = view;
  const [last] = view.packages;
  if (refused) {
    const shown = refused.findings.length;
    return (
      <>
        <div class="mb-5">
          <Notice tone="error" live>
            <p class="font-semibold break-words">{words.refusedTitle(refused.name)}</p>
            <p>{words.refusedText(ui.format.number(refused.total))}</p>
            <p class="text-sm">
              <When ui={ui} at={refused.at} />
            </p>
          </Notice>
        </div>
        <Block id="findings" title={words.findingsTitle}>
          {shown < refused.total && <p class="quiet mb-3">{words.first(ui.format.number(shown))}</p>}
          <Findings ui={ui} findings={refused.findings} />
        </Block>
      </>
    );
  }
  if (!last) return null;
  const { people } = last;
  const isNews = last.files.some(({ changed }) => changed);
  return (
    <div class="mb-6">
      <Notice tone={people?.known === 0 ? 'warning' : 'success'} live>
        <p class="font-semibold break-words">{words.takenTitle(last.name)}</p>
        {!isNews && <p>{words.nothingNew}</p>}
        {people && (
          <p>
            {people.known === 0
              ? words.noneKnown
              : words.strangers(ui.format.number(people.known), ui.format.number(people.all))}
          </p>
        )}
        <p class="text-sm">
          <When ui={ui} at={last.at} />
        </p>
      </Notice>
    </div>
  );
}

function Findings({ ui, findings }: { readonly ui: Ui; readonly findings: readonly PackageFindingView[] }) {
  const words = ui.t.packages;
  const { where, wrong } = words.findingColumns;
  return (
    <Table caption={words.findingsTitle} columns={[where, wrong]} cards>
      {findings.map(({ file, line, column, message, mend }) => (
        <tr>
          <th scope="row" class="align-top font-normal break-words">
            {file ?? words.whole}
            {line !== undefined && <span class="block">{words.line(ui.format.number(line))}</span>}
            {column !== undefined && (
              <span class="block">
                {words.column} <code>{column}</code>
              </span>
            )}
          </th>
          <td data-label={wrong} class="w-full align-top">
            <Text ui={ui} map={message} />{' '}
            <span class="quiet">
              <Text ui={ui} map={mend} />
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Works without script; with it the way of a large package is seen. */
function SendForm(props: {
  readonly ui: Ui;
  readonly connectionId: string;
  readonly maxBytes: number;
  readonly failure: string | undefined;
}) {
  const { ui, connectionId, maxBytes, failure } = props;
  const words = ui.t.packages;
  return (
    <form
      method="post"
      action={tabHref(connectionId, 'packages')}
      enctype="multipart/form-data"
      class="panel max-w-2xl p-5"
      data-send-file
      data-max-bytes={String(maxBytes)}
      data-say-large={words.fileLarge}
      data-say-sending={words.sending('{percent}')}
      data-say-checking={words.checking}
      data-say-failed={words.sendFailed}
    >
      {failure && (
        <div class="mb-4">
          <Notice tone="error" live>
            {failure}
          </Notice>
        </div>
      )}
      <FileField
        label={words.file}
        hint={words.fileHint}
        accept=".zip,application/zip,application/x-zip-compressed"
      />
      <progress class="bar mb-2" max="100" value="0" aria-label={words.bar} hidden></progress>
      <p class="mb-2 font-medium empty:hidden" role="status"></p>
      <button type="submit" class="btn btn-primary">
        {words.send}
      </button>
    </form>
  );
}

function Counts({ ui, view }: PartProps) {
  const words = ui.t.packages;
  if (view.counts.length === 0) return <EmptyState icon="inbox" title={words.empty} text={words.emptyText} />;
  const { file, rows, at } = words.countColumns;
  return (
    <Table caption={words.countsTitle} columns={[file, rows, at]} cards>
      {view.counts.map((count) => (
        <tr>
          <th scope="row" class="font-normal">
            {words.fileName[count.file]}
            <span class="quiet block text-sm">{count.file}.csv</span>
          </th>
          <td data-label={rows} class="tabular-nums">
            {ui.format.number(count.rows)}
          </td>
          <td data-label={at} class="whitespace-nowrap">
            <When ui={ui} at={count.at} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function History({ ui, packages }: { readonly ui: Ui; readonly packages: readonly TakenPackageView[] }) {
  const words = ui.t.packages;
  const { name, at, files } = words.historyColumns;
  return (
    <Table caption={words.historyTitle} columns={[name, at, files]} cards>
      {packages.map((one) => (
        <tr>
          <th scope="row" class="max-w-[20rem] font-normal break-words">
            {one.name}
            <span class="quiet block text-sm">
              {[`OneRoster ${one.version}`, one.systemName].filter(Boolean).join(', ')}
            </span>
          </th>
          <td data-label={at} class="whitespace-nowrap">
            <When ui={ui} at={one.at} />
          </td>
          <td data-label={files} class="min-w-[16rem]">
            <ul>
              {one.files.map(({ file, mode, rows, changed }) => (
                <li>
                  {words.fileLine(words.fileName[file], mode, ui.format.number(rows))}
                  {!changed && <span class="quiet"> ({words.same})</span>}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ))}
    </Table>
  );
}
