import { Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { Counts, PrivacyJobView } from './ports.ts';

/** Auditors look; operators decide. */
export function mayDecide({ viewer }: Ui): boolean {
  return viewer?.roles.includes('operator') ?? false;
}

const tones = {
  counting: 'tag',
  counted: 'tag tag-warning',
  running: 'tag',
  checking: 'tag',
  done: 'tag tag-success',
  failed: 'tag tag-error',
  cancelled: 'tag',
} as const;

export function StateTag({ ui, job }: { readonly ui: Ui; readonly job: PrivacyJobView }) {
  const { states, exportStates, countedOnly, waitsToBegin } = ui.t.privacy;
  // A sweep begins by itself, or never.
  if (job.kind === 'retention' && job.state === 'counted') {
    return <span class="tag whitespace-nowrap">{job.verified === true ? waitsToBegin : countedOnly}</span>;
  }
  const words = job.kind === 'export' ? exportStates : states;
  return <span class={`${tones[job.state]} whitespace-nowrap`}>{words[job.state]}</span>;
}

/** One kind a row, with as many columns of numbers as are given. */
export function CountsTable(props: {
  readonly ui: Ui;
  readonly columns: readonly { readonly label: string; readonly counts: Counts }[];
}) {
  const { ui, columns } = props;
  const { privacy } = ui.t;
  const kinds = [...new Set(columns.flatMap(({ counts }) => Object.keys(counts)))];
  return (
    <Table caption={privacy.countsCaption} columns={[privacy.kind, ...columns.map(({ label }) => label)]}>
      {kinds.map((kind) => (
        <tr>
          <th scope="row" class="font-medium">
            {privacy.counts[kind] ?? kind}
          </th>
          {columns.map(({ counts }) => (
            <td class="tabular-nums">{counts[kind] === undefined ? '–' : ui.format.number(counts[kind])}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** What may be done with the file of an export. */
export function FileOf(props: {
  readonly ui: Ui;
  readonly job: PrivacyJobView;
  /** False: says no more than until when it is there. @default true */
  readonly mayOpen?: boolean;
}) {
  const { ui, job, mayOpen = true } = props;
  const { privacy } = ui.t;
  if (job.state !== 'done') return <span class="quiet">–</span>;
  if (job.fileUntil === undefined) return <span class="quiet">{privacy.gone}</span>;
  return (
    <span class="flex flex-wrap items-center gap-2">
      {mayOpen && (
        <a class="btn btn-sm" href={`/account/data/${encodeURIComponent(job.jobId)}`}>
          {privacy.download}
        </a>
      )}
      <span class="quiet text-sm">{privacy.availableUntil(ui.format.dateTime(job.fileUntil))}</span>
    </span>
  );
}

export function By(props: { readonly ui: Ui; readonly who: string | undefined; readonly at: string }) {
  const { ui, who, at } = props;
  return (
    <>
      {who ?? ui.t.privacy.system}, <When ui={ui} at={at} />
    </>
  );
}
