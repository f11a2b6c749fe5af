import type { Child } from 'hono/jsx';
import { Address } from '../certificates/address.tsx';
import { Fact } from '../certificates/fact.tsx';
import { ledgerPath } from '../credit/paths.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, hrefOf, PageHeading, SectionMenu, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { DeskShell, peoplePath, personPath } from '../people/desk.tsx';
import { SealNote } from '../seals/seal-note.tsx';
import type { Ui } from '../ui.ts';
import { transcriptPath } from './paths.ts';
import { transcriptOfPath } from './person-paths.ts';
import type { TranscriptEditionView, TranscriptView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: TranscriptView;
  readonly form: FormState;
}

const pathOf = ({ holder }: TranscriptView): string =>
  holder ? transcriptOfPath(holder.personId) : transcriptPath;

/** The transcript of a year: what there is of it, and the way to have it made. */
export function TranscriptPage(props: Props) {
  const { ui, view, form } = props;
  const words = ui.t.transcripts;
  const { year, holder } = view;
  const trail = holder
    ? ([[personPath('agency', holder.personId), holder.name]] as const)
    : ([[hrefOf(ledgerPath, { year: String(year) }), ui.t.credit.titleOf(year)]] as const);
  return (
    <Frame {...props}>
      <PageHeading
        title={words.titleOf(year)}
        lead={holder ? words.leadOf(holder.name) : words.lead}
        trail={<Trail ui={ui} links={trail} />}
      />
      {view.years.length > 1 && <Years ui={ui} view={view} />}
      <div class="max-w-2xl">
        <FormProblem ui={ui} form={form} />
        <div
          {...(view.state === 'making' && {
            'data-refresh': hrefOf(pathOf(view), { year: String(year), part: 'progress' }),
            'data-refresh-seconds': '2',
          })}
        >
          <TranscriptProgress ui={ui} view={view} />
        </div>
        <p class="quiet text-sm">{words.note}</p>
      </div>
    </Frame>
  );
}

/** The part that changes while it is made; also answered alone to the refreshing island. */
export function TranscriptProgress({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const { edition } = view;
  return (
    <div {...(view.state !== 'making' && { 'data-refresh-done': '' })}>
      <State ui={ui} view={view} />
      {edition && <Latest ui={ui} view={view} edition={edition} />}
    </div>
  );
}

function Frame({ ui, view, children }: Props & { readonly children?: Child }) {
  const title = ui.t.transcripts.titleOf(view.year);
  // The page looks again by itself while it is being made.
  const islands = view.state === 'making' ? (['copy', 'refresh'] as const) : (['copy'] as const);
  const refresh = view.state === 'making' ? { refreshSeconds: 3 } : {};
  if (view.holder) {
    return (
      <DeskShell
        ui={ui}
        desk="agency"
        title={title}
        current={peoplePath('agency')}
        {...{ islands, ...refresh }}
      >
        {children}
      </DeskShell>
    );
  }
  return (
    <Shell ui={ui} title={title} section="records" {...{ islands, ...refresh }}>
      {children}
    </Shell>
  );
}

function Years({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const hrefIn = (year: number) => hrefOf(pathOf(view), { year: String(year) });
  return (
    <div class="mb-6">
      <SectionMenu
        label={ui.t.credit.years}
        links={view.years.map((year) => [hrefIn(year), String(year)] as const)}
        current={hrefIn(view.year)}
      />
    </div>
  );
}

function State({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = ui.t.transcripts;
  const { state, edition } = view;
  if (state === 'making') {
    return (
      <div class="mb-6">
        <Notice tone="info" live>
          {words.making}
        </Notice>
      </div>
    );
  }
  if (state === 'late') {
    return (
      <div class="mb-6 space-y-4">
        <Notice tone="warning">{words.late}</Notice>
        <Order ui={ui} view={view} label={words.again} primary={!edition} />
      </div>
    );
  }
  if (state === 'ready') return null;
  return (
    <div class="panel mb-6 space-y-4 p-5">
      <p>{words.none}</p>
      <Order ui={ui} view={view} label={words.make} primary />
    </div>
  );
}

function Order(props: {
  readonly ui: Ui;
  readonly view: TranscriptView;
  readonly label: string;
  readonly primary?: boolean;
}) {
  const { view, label, primary = false } = props;
  return (
    <form method="post" action={pathOf(view)}>
      <input type="hidden" name="year" value={String(view.year)} />
      <button type="submit" class={primary ? 'btn btn-primary' : 'btn'}>
        {label}
      </button>
    </form>
  );
}

function Latest(props: {
  readonly ui: Ui;
  readonly view: TranscriptView;
  readonly edition: TranscriptEditionView;
}) {
  const { ui, view, edition } = props;
  const words = ui.t.transcripts;
  return (
    <Block id="latest" title={words.latest}>
      <dl class="panel mb-4 divide-y divide-base-300 px-5 py-1">
        <Fact label={words.asOf}>
          <When ui={ui} at={edition.asOf} />
        </Fact>
        <Fact label={ui.t.credit.recognised}>{ui.format.jp(edition.recognised)}</Fact>
        <Fact label={words.number}>
          <span class="font-mono">{edition.number}</span>
        </Fact>
      </dl>
      <div class="mb-6 flex flex-wrap gap-3">
        <a href={hrefOf(`${pathOf(view)}/pdf`, { year: String(view.year) })} class="btn btn-primary">
          <Icon name="download" />
          {words.download}
        </a>
        {view.state === 'ready' && <Order ui={ui} view={view} label={words.renew} />}
      </div>
      <div class="mb-6">
        <SealNote ui={ui} seal={edition.seal} of="transcript" />
      </div>
      <div class="panel mb-6 space-y-3 p-5">
        <p>{words.record}</p>
        <ul class="flex flex-wrap gap-2">
          {(['clr', 'jwt'] as const).map((form) => (
            <li>
              <a href={hrefOf(`${pathOf(view)}/${form}`, { year: String(view.year) })} class="btn">
                {words.recordFile[form]}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div class="panel mb-6 space-y-3 p-5">
        <p>{words.share}</p>
        <Address ui={ui} id="verify-url" label={words.verifyAddress} url={edition.verifyUrl} />
      </div>
    </Block>
  );
}
