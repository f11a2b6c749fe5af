import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { siasnIndexWords } from '../i18n/siasn-indexes.ts';
import { CountTiles } from '../layout/count-tiles.tsx';
import { emptyForm, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { reportHref } from '../reports/paths.ts';
import type { Ui } from '../ui.ts';
import { siasnIndexesPath, siasnPath, siasnRowsHref, siasnSettingsPath } from './paths.ts';
import type { SiasnDeskView, SiasnFileView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: SiasnDeskView;
  readonly notice?: NoticeName | undefined;
  readonly session?: FormState;
  readonly file?: FormState;
  readonly release?: FormState;
}

/** How far an agency is with SIASN, and the two ways there besides its own connector: a session, and files. */
export function SiasnDeskPage(props: Props) {
  const { ui, view } = props;
  const words = ui.t.siasn;
  const { isOn } = view.settings;
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={siasnPath} />}
    >
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          isOn && (
            <a class="btn" href={siasnSettingsPath}>
              {words.settings}
            </a>
          )
        }
      />
      <div class="mb-6">
        <Notice tone="warning">{words.unconfirmed}</Notice>
      </div>
      {isOn ? <Running {...props} /> : <SwitchedOff ui={ui} />}
    </Shell>
  );
}

function SwitchedOff({ ui }: { readonly ui: Ui }) {
  const words = ui.t.siasn;
  return (
    <EmptyState icon="list" title={words.offTitle} text={words.offText}>
      <a class="btn btn-primary" href={siasnSettingsPath}>
        {words.setUp}
      </a>
    </EmptyState>
  );
}

function Running(props: Props) {
  const { ui, view } = props;
  const words = ui.t.siasn;
  return (
    <>
      {view.settings.environment === 'training' && (
        <div class="mb-6">
          <Notice tone="warning">{words.trialDesk}</Notice>
        </div>
      )}
      {view.standstill && (
        <div class="mb-6">
          <Notice tone="error">
            {words.standstill[view.standstill.because]} ({ui.format.dateTime(view.standstill.at)})
          </Notice>
        </div>
      )}
      <Block id="queue" title={words.queue}>
        <CountTiles
          ui={ui}
          columns={4}
          tiles={view.counts.map(({ state, ...counted }) => ({
            ...{ ...counted, href: siasnRowsHref(state) },
            ...{ label: words.state[state], note: words.stateText[state] },
          }))}
        />
        <Unproven {...props} />
      </Block>
      <Session {...props} />
      <Connector {...props} />
      <Files {...props} />
      <Indexes ui={ui} view={view} />
    </>
  );
}

/** Said before SIASN says it. */
function Unproven({ ui, view }: Props) {
  const words = ui.t.siasn;
  const waiting = view.counts.find(({ state }) => state === 'queued');
  if (!waiting || waiting.unproven === 0) return null;
  const count = `${ui.format.number(waiting.unproven)}${waiting.atLeast ? '+' : ''}`;
  return (
    <div class="mt-4">
      <Notice tone="warning">
        <p class="font-semibold">{words.unprovenCount(count)}</p>
        <p>{words.unprovenHelp}</p>
        <a class="text-link inline-flex min-h-8 items-center" href={siasnRowsHref('queued')}>
          {words.unprovenOpen}
        </a>
      </Notice>
    </div>
  );
}

function Session({ ui, view, session = emptyForm }: Props) {
  const words = ui.t.siasn;
  const isReady = view.settings.consumerKey !== undefined;
  return (
    <Block id="session" title={words.session}>
      {view.session ? (
        <div class="panel p-5">
          <p>{words.sessionOpen(view.session.by, ui.format.dateTime(view.session.endsAt))}</p>
          <form method="post" action={`${siasnPath}/session/close`} class="mt-4">
            <button type="submit" class="btn">
              {words.closeSession}
            </button>
          </form>
        </div>
      ) : (
        <div class="panel p-5">
          <p class="mb-4 max-w-[68ch]">{isReady ? words.sessionText : words.sessionNeeds}</p>
          {isReady && (
            <form method="post" action={`${siasnPath}/session`}>
              <FormProblem ui={ui} form={session} />
              <TextField
                {...{ ui, form: session, label: words.token, hint: words.tokenHint }}
                {...{
                  name: 'token',
                  type: 'password',
                  autocomplete: 'off',
                  required: true,
                  maxlength: 8_000,
                }}
              />
              <button type="submit" class="btn btn-primary">
                {words.openSession}
              </button>
            </form>
          )}
        </div>
      )}
    </Block>
  );
}

/** Of the agency itself: it is made and run elsewhere, and only heard of here. */
function Connector({ ui, view }: Props) {
  const words = ui.t.siasn;
  const { connector, settings } = view;
  return (
    <Block id="connector" title={words.connector}>
      <div class="panel p-5">
        {connector ? (
          <>
            <p>{words.connectorSeen(connector.name, ui.format.dateTime(connector.at))}</p>
            {connector.environment !== settings.environment && (
              <p class="mt-3 font-medium">
                {words.connectorElsewhere(words.environment[connector.environment])}
              </p>
            )}
            {connector.trouble && <p class="mt-3 font-medium">{words.connectorTrouble[connector.trouble]}</p>}
          </>
        ) : (
          <p class="max-w-[68ch]">{words.connectorText}</p>
        )}
      </div>
    </Block>
  );
}

/** The way back: what BKN has of people. */
function Indexes({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = siasnIndexWords[ui.locale];
  const { isOn, readAt } = view.indexes;
  const at = readAt === undefined ? undefined : ui.format.dateTime(readAt);
  return (
    <Block id="indexes" title={words.title}>
      <div class="panel p-5">
        <p class="mb-3 max-w-[68ch]">
          {isOn && at === undefined ? words.deskOn : words.deskText(isOn ? at : undefined)}
        </p>
        <a class="btn" href={siasnIndexesPath}>
          {words.open}: {words.title}
        </a>
      </div>
    </Block>
  );
}

function Files({ ui, view, file, release }: Props) {
  const words = ui.t.siasn;
  const values = { year: String(view.year), format: 'xlsx', ...file?.values };
  const form: FormState = { ...(file ?? emptyForm), values };
  const lacking = view.counts.find(({ state }) => state === 'incomplete')?.count ?? 0;
  return (
    <Block id="files" title={words.files}>
      <form method="post" action={`${siasnPath}/files`} class="panel mb-4 grid gap-x-4 p-5 sm:grid-cols-2">
        <div class="sm:col-span-2">
          <p class="mb-4 max-w-[68ch]">{words.filesText}</p>
          {lacking > 0 && (
            <p class="mb-4">
              <a class="text-link" href={siasnRowsHref('incomplete')}>
                {words.filesLack(ui.format.number(lacking))}
              </a>
            </p>
          )}
          <FormProblem ui={ui} form={form} />
        </div>
        <TextField
          {...{ ui, form, name: 'year', label: words.year, required: true, maxlength: 4 }}
          inputmode="numeric"
        />
        <SelectField
          {...{ ui, form, name: 'format', label: words.format, required: true }}
          options={[
            ['xlsx', 'Excel'],
            ['csv', 'CSV'],
          ]}
        />
        <div class="sm:col-span-2">
          <button type="submit" class="btn">
            {words.orderFile}
          </button>
        </div>
      </form>
      {release && <FormProblem ui={ui} form={release} />}
      {view.files.length > 0 && <MadeFiles {...{ ui, view }} />}
    </Block>
  );
}

function MadeFiles({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = ui.t.siasn;
  const { file: name, rows, mark } = words.fileColumns;
  return (
    <Table caption={words.filesMade} columns={[name, rows, mark]} cards>
      {view.files.map((file) => (
        <tr>
          <th scope="row" class="font-medium">
            <FileName {...{ ui, file }} />
          </th>
          <td data-label={rows} class="tabular-nums">
            {file.made ? ui.format.number(file.made.rows) : '–'}
            {file.holds > 0 && (
              <span class="quiet block text-xs">{words.holds(ui.format.number(file.holds))}</span>
            )}
          </td>
          <td data-label={mark}>
            <div class="flex flex-wrap gap-3">
              {file.holds > 0 && (
                <form method="post" action={`${siasnPath}/files/${encodeURIComponent(file.reportId)}/mark`}>
                  <button type="submit" class="btn">
                    {words.mark}
                  </button>
                </form>
              )}
              <form
                method="post"
                action={`${siasnPath}/files/${encodeURIComponent(file.reportId)}/release`}
                class="flex flex-wrap gap-2"
              >
                <input
                  {...{ name: 'reason', class: 'input', required: true, minlength: 3, maxlength: 200 }}
                  aria-label={words.releaseReason}
                  placeholder={words.releaseReason}
                />
                <button type="submit" class="btn btn-ghost">
                  {words.release}
                </button>
              </form>
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function FileName(props: { readonly ui: Ui; readonly file: SiasnFileView }) {
  const { ui, file } = props;
  const { reportId, made } = file;
  const words = ui.t.siasn;
  if (!made)
    return (
      <>
        {words.fileForgotten}
        <span class="quiet block text-xs font-normal">
          {words.fileForgottenText} <span class="font-mono break-all">{reportId}</span>
        </span>
      </>
    );
  return (
    <a class="text-link inline-flex min-h-8 items-center" href={reportHref(reportId)}>
      {words.fileOf(String(made.year), ui.format.dateTime(made.asOf))}
    </a>
  );
}
