import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { siasnIndexWords } from '../i18n/siasn-indexes.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, Figure, PageHeading, ProgressBar, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { indexCountNames, type SiasnIndexesView } from './index-ports.ts';
import { siasnIndexesPath, siasnPath, siasnSettingsPath } from './paths.ts';

interface Props {
  readonly ui: Ui;
  readonly view: SiasnIndexesView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}
type Shown = Pick<Props, 'ui' | 'view'>;

/** Whether reading of official values works; nobody's value. */
export function SiasnIndexesPage({ ui, view, form, notice }: Props) {
  const words = siasnIndexWords[ui.locale];
  const trail = [[siasnPath, words.back]] as const;
  return (
    <Shell
      {...{ ui, notice }}
      title={words.title}
      section="agency"
      menu={<AgencyMenu ui={ui} current={siasnPath} />}
    >
      <PageHeading title={words.title} lead={words.lead} trail={<Trail ui={ui} links={trail} />} />
      <p class="mb-5 max-w-[68ch]">{words.privacy}</p>
      <FormProblem ui={ui} form={form} />
      {view.isOn && view.isSiasnOn ? <Running {...{ ui, view }} /> : <Off {...{ ui, view }} />}
    </Shell>
  );
}

function Off({ ui, view }: Shown) {
  const words = siasnIndexWords[ui.locale];
  return (
    <EmptyState icon="list" title={words.offTitle} text={view.isSiasnOn ? words.offText : words.siasnOff}>
      {view.isSiasnOn ? (
        <Switch ui={ui} isOn={true} />
      ) : (
        <a class="btn btn-primary" href={siasnSettingsPath}>
          {words.toSettings}
        </a>
      )}
    </EmptyState>
  );
}

function Switch({ ui, isOn }: { readonly ui: Ui; readonly isOn: boolean }) {
  const words = siasnIndexWords[ui.locale];
  return (
    <form method="post" action={`${siasnIndexesPath}/switch`}>
      <input type="hidden" name="isOn" value={isOn ? 'yes' : 'no'} />
      <button type="submit" class={isOn ? 'btn btn-primary' : 'btn btn-ghost'}>
        {isOn ? words.switchOn : words.switchOff}
      </button>
    </form>
  );
}

function Running({ ui, view }: Shown) {
  const words = siasnIndexWords[ui.locale];
  return (
    <>
      <Notices {...{ ui, view }} />
      <Block id="state" title={words.state}>
        <State {...{ ui, view }} />
      </Block>
      {view.round && (
        <Block id="counts" title={words.counts}>
          <Counts {...{ ui, view }} />
        </Block>
      )}
      <Block id="failures" title={words.failures}>
        <Failures {...{ ui, view }} />
      </Block>
      <Switch ui={ui} isOn={false} />
      <p class="quiet mt-1 text-sm">{words.switchOffNote}</p>
    </>
  );
}

function Notices({ ui, view }: Shown) {
  const words = siasnIndexWords[ui.locale];
  const { isTrial, reader, pause } = view;
  const dateTime = (at: string) => ui.format.dateTime(at);
  const isWaiting = view.round?.finishedAt === undefined;
  return (
    <div class="mb-6 grid gap-3 empty:hidden">
      {isTrial && <Notice tone="warning">{words.training}</Notice>}
      {reader === 'old' && <Notice tone="error">{words.oldConnector}</Notice>}
      {reader === 'nobody' && isWaiting && <Notice tone="warning">{words.nobody}</Notice>}
      {pause && (
        <Notice tone="error">
          {words.paused(words.because[pause.because], dateTime(pause.at), dateTime(pause.until))}
        </Notice>
      )}
    </div>
  );
}

function State({ ui, view }: Shown) {
  const { format, locale } = ui;
  const words = siasnIndexWords[locale];
  const { round, nextAt, readAt, pause, people, before } = view;
  const isRunning = round !== undefined && round.finishedAt === undefined && nextAt === undefined;
  return (
    <div class="panel grid gap-2 p-5">
      <p class="font-semibold">{isRunning ? words.running : round ? words.finished : words.waiting}</p>
      {isRunning && <Progress ui={ui} round={round} people={people} />}
      <p>{readAt === undefined ? words.neverRead : words.lastRead(format.dateTime(readAt))}</p>
      <p class="quiet">
        {round && words.started(format.dateTime(round.startedAt))}{' '}
        {round?.finishedAt !== undefined && words.ended(format.dateTime(round.finishedAt))}{' '}
        {round && nextAt !== undefined && words.next(format.dateTime(nextAt))}
      </p>
      {before?.finishedAt !== undefined && (
        <p class="quiet text-sm">
          {words.before(format.dateTime(before.finishedAt), {
            value: format.number(before.counts.value),
            none: format.number(before.counts.none),
            failed: format.number(before.counts.failed),
          })}
        </p>
      )}
      {(!isRunning || pause) && round && (
        <form method="post" action={`${siasnIndexesPath}/now`}>
          <button type="submit" class="btn">
            {pause ? words.tryNow : words.readNow}
          </button>
          <p class="quiet mt-1 text-sm">{words.readNowNote}</p>
        </form>
      )}
    </div>
  );
}

function Progress(props: {
  readonly ui: Ui;
  readonly round: NonNullable<SiasnIndexesView['round']>;
  readonly people: number;
}) {
  const { ui, round, people } = props;
  const words = siasnIndexWords[ui.locale];
  const done = indexCountNames.reduce((sum, name) => sum + round.counts[name], 0);
  const all = Math.max(people, done);
  return (
    <>
      <ProgressBar percent={all === 0 ? 0 : (done * 100) / all} label={words.progressLabel} />
      <p>{words.progress(ui.format.number(done), ui.format.number(all))}</p>
    </>
  );
}

function Counts({ ui, view }: Shown) {
  const words = siasnIndexWords[ui.locale];
  return (
    <dl class="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {indexCountNames.map((name) => (
        <Figure
          label={words.count[name]}
          value={ui.format.number(view.round?.counts[name] ?? 0)}
          note={words.countNote[name]}
        />
      ))}
    </dl>
  );
}

function Failures({ ui, view }: Shown) {
  const words = siasnIndexWords[ui.locale];
  const { name, because, at } = words.failureColumns;
  if (view.failures.length === 0) return <p class="quiet">{words.failuresNone}</p>;
  return (
    <Table caption={words.failures} columns={[name, because, at]} cards>
      {view.failures.map((one) => (
        <tr>
          <th scope="row" class="font-medium">
            {one.name}
          </th>
          <td data-label={because}>{words.because[one.because]}</td>
          <td data-label={at}>{ui.format.dateTime(one.at)}</td>
        </tr>
      ))}
    </Table>
  );
}
