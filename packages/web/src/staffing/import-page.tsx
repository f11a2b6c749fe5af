import { AgencyMenu } from '../agency/menu.tsx';
import { daysText } from '../external/parts.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { Block, Figure, PageHeading, ProgressBar, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { importHref, type ListPlace } from './paths.ts';
import type { OneImportView } from './ports.ts';
import { homeOf, wordsOf } from './words.ts';

interface Props {
  readonly ui: Ui;
  readonly place: ListPlace;
  readonly view: OneImportView;
}

const isOpen = ({ state }: OneImportView) => state === 'checking' || state === 'running';

/** A list as a job: it goes on when the page is closed, and this page can be opened again. */
export function ImportPage(props: Props & { readonly notice?: NoticeName | undefined }) {
  const { ui, place, view, notice } = props;
  const words = wordsOf(ui, place);
  const open = isOpen(view);
  return (
    <Shell
      ui={ui}
      title={view.name}
      section="agency"
      notice={notice}
      menu={<AgencyMenu ui={ui} current={place.path} />}
      {...(open && { islands: ['refresh'] as const, refreshSeconds: 5 })}
    >
      <PageHeading
        title={<span class="break-all">{view.name}</span>}
        lead={words.sentBy(view.createdBy, ui.format.dateTime(view.createdAt))}
        trail={<Trail ui={ui} links={[homeOf(ui, place), [place.path, words.title]]} />}
      />
      <div
        {...(open && {
          'data-refresh': `${importHref(place, view.importId)}/progress`,
          'data-refresh-seconds': '2',
        })}
      >
        <ImportResult ui={ui} place={place} view={view} />
      </div>
    </Shell>
  );
}

/** The part that changes while it runs; also answered alone to the refreshing island. */
export function ImportResult({ ui, place, view }: Props) {
  const words = wordsOf(ui, place);
  const open = isOpen(view);
  return (
    <div {...(!open && { 'data-refresh-done': '' })}>
      <div class="mb-6" role="status">
        <Outcome ui={ui} place={place} view={view} />
      </div>
      {!open && <Counts ui={ui} place={place} view={view} />}
      {!open && view.state !== 'discarded' && <Actions ui={ui} place={place} view={view} />}
      {place.list === 'people' && <RolesNote ui={ui} view={view} />}
      {view.read.length > 0 && <ReadRows ui={ui} view={view} />}
      {!open && view.refused.length > 0 && (
        <Block id="refused" title={words.refusedTitle}>
          {view.isCut && <p class="quiet mb-3">{words.first(ui.format.number(view.refused.length))}</p>}
          <Refused ui={ui} place={place} view={view} />
        </Block>
      )}
    </div>
  );
}

function Outcome({ ui, place, view }: Props) {
  const words = wordsOf(ui, place);
  const { counts, state } = view;
  const { number, percent } = ui.format;
  const taken = number(counts.created + counts.changed);
  switch (state) {
    case 'checking':
    case 'running':
      return (
        <div class="panel p-5">
          <p class="font-semibold">{words.state[state]}</p>
          <div class="my-3">
            <ProgressBar percent={view.percent} label={words.state[state]} />
          </div>
          <p class="quiet text-sm">{words.progress(percent(view.percent), number(view.rows))}</p>
        </div>
      );
    case 'checked':
      return (
        <Notice tone={counts.refused > 0 ? 'warning' : 'success'}>
          {words.checkedText(taken, number(counts.refused))}
        </Notice>
      );
    case 'done':
      return (
        <Notice tone={counts.refused > 0 ? 'warning' : 'success'}>
          {words.doneText(taken, number(counts.refused))}
        </Notice>
      );
    case 'failed':
      return <Notice tone="error">{words.failedText}</Notice>;
    case 'discarded':
      return <Notice tone="info">{words.discardedText}</Notice>;
  }
}

/** A record that is there is never changed by a list. */
const counted = {
  people: ['created', 'changed', 'skipped', 'refused'],
  history: ['created', 'skipped', 'refused'],
} as const;

function Counts({ ui, place, view }: Props) {
  const words = wordsOf(ui, place);
  const labels = view.state === 'checked' ? words.wouldBe : words.was;
  return (
    <dl class="mb-6 grid grid-cols-2 gap-3 sm:grid-cols-4">
      {counted[place.list].map((name) => (
        <Figure label={labels[name]} value={ui.format.number(view.counts[name])} />
      ))}
    </dl>
  );
}

function Actions({ ui, place, view }: Props) {
  const words = wordsOf(ui, place);
  const href = importHref(place, view.importId);
  const takes = view.counts.created + view.counts.changed > 0;
  return (
    <div class="mb-8 flex flex-wrap gap-2">
      {view.state === 'checked' && takes && (
        <form method="post" action={`${href}/start`}>
          <button type="submit" class="btn btn-primary">
            {words.start}
          </button>
        </form>
      )}
      {view.state === 'checked' && (
        <form method="post" action={`${href}/discard`}>
          <button type="submit" class="btn">
            {words.discard}
          </button>
        </form>
      )}
      <a href={`${href}/results`} class="btn">
        {words.results}
      </a>
      {view.counts.refused > 0 &&
        view.state !== 'failed' &&
        (['xlsx', 'csv'] as const).map((format) => (
          <a href={`${href}/refused-rows?format=${format}`} class="btn">
            {words.refusedFile[format]}
          </a>
        ))}
    </div>
  );
}

/** A list says who supervises whom, and gives nobody a role. */
function RolesNote({ ui, view }: Omit<Props, 'place'>) {
  if (view.state !== 'checked' && view.state !== 'done') return null;
  return (
    <p class="mb-8">
      {ui.t.staffing.rolesNote[view.state]}{' '}
      <a href="/agency/supervisors" class="text-link">
        {ui.t.people.supervisors.title}
      </a>
    </p>
  );
}

/** Whoever decides sees how days were read and what a row comes to before anything is recorded. */
function ReadRows({ ui, view }: Omit<Props, 'place'>) {
  const { readTitle, readText, readColumns } = ui.t.history;
  return (
    <Block id="read" title={readTitle}>
      <p class="quiet mb-3">{readText}</p>
      <Table
        caption={readTitle}
        columns={[readColumns.row, readColumns.event, readColumns.days, readColumns.form, readColumns.jp]}
        cards
      >
        {view.read.map((row) => (
          <tr>
            <th scope="row" class="font-normal tabular-nums">
              {readColumns.row} {ui.format.number(row.row)}
            </th>
            <td data-label={readColumns.event}>
              {row.name}
              <span class="quiet block font-mono text-xs">{row.maskedNumber}</span>
            </td>
            <td data-label={readColumns.days}>{daysText(ui, row)}</td>
            <td data-label={readColumns.form} class="font-mono">
              {row.form}
            </td>
            <td data-label={readColumns.jp} class="tabular-nums">
              {row.counted === undefined ? '–' : ui.format.jp(row.counted)}
            </td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

function Refused({ ui, place, view }: Props) {
  const { refusedTitle, rowColumns } = wordsOf(ui, place);
  return (
    <Table
      caption={refusedTitle}
      columns={[rowColumns.row, rowColumns.name, rowColumns.column, rowColumns.reason]}
      cards
    >
      {view.refused.map((row) => (
        <tr>
          <th scope="row" class="font-normal tabular-nums">
            {rowColumns.row} {ui.format.number(row.row)}
          </th>
          <td data-label={rowColumns.name}>
            {row.name}
            {row.maskedNumber !== '' && <span class="quiet block font-mono text-xs">{row.maskedNumber}</span>}
          </td>
          <td data-label={rowColumns.column}>{row.column ?? '–'}</td>
          <td data-label={rowColumns.reason}>
            <Text ui={ui} map={row.message} />{' '}
            <span class="quiet">
              <Text ui={ui} map={row.mend} />
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}
