import { AgencyMenu } from '../agency/menu.tsx';
import { Fact } from '../certificates/fact.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { CountTiles } from '../layout/count-tiles.tsx';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { sealRowsHref, sealSettingsPath, sealsPath } from './paths.ts';
import type { SealDeskView, SealerView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: SealDeskView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** How the seal of an agency stands: what is missing, what waits, whose seal it is, and who changed what. */
export function SealDeskPage(props: Props) {
  const { ui, view, form } = props;
  const words = ui.t.seals;
  const isBegun = view.settings.address !== undefined;
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={sealsPath} />}
    >
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          isBegun && (
            <a class="btn" href={sealSettingsPath}>
              {words.settings}
            </a>
          )
        }
      />
      <FormProblem ui={ui} form={form} />
      {isBegun ? <Running {...props} /> : <NotSetUp ui={ui} />}
    </Shell>
  );
}

function NotSetUp({ ui }: { readonly ui: Ui }) {
  const words = ui.t.seals;
  return (
    <EmptyState icon="list" title={words.offTitle} text={words.offText}>
      <a class="btn btn-primary" href={sealSettingsPath}>
        {words.setUp}
      </a>
    </EmptyState>
  );
}

function Running(props: Props) {
  const { ui, view } = props;
  const words = ui.t.seals;
  return (
    <>
      <div class="mb-6 space-y-3">
        <Health {...props} />
        <Notice tone="warning">{words.unconfirmed}</Notice>
      </div>
      <Block id="counts" title={words.counts}>
        <CountTiles
          ui={ui}
          columns={3}
          tiles={view.counts.map(({ state, ...counted }) => ({
            ...{ ...counted, href: sealRowsHref(state) },
            ...{ label: words.state[state], note: words.stateText[state] },
          }))}
        />
      </Block>
      <Activation {...props} />
      <Test {...props} />
      <History ui={ui} view={view} />
    </>
  );
}

function Health({ ui, view }: Props) {
  const words = ui.t.seals;
  const { settings, standstill, pausedUntil, lacks, sealer, lastSealedAt } = view;
  return (
    <>
      {standstill && (
        <Notice tone="error">
          <p class="font-medium">
            {words.standstill(words.reason[standstill.because], ui.format.dateTime(standstill.at))}
          </p>
          {standstill.words && <p>{words.said(standstill.words)}</p>}
          <p>{words.nextStep[standstill.because] ?? words.nextStepOther}</p>
          <form method="post" action={`${sealsPath}/resume`} class="mt-3">
            <button type="submit" class="btn">
              {words.resume}
            </button>
          </form>
        </Notice>
      )}
      {!standstill && pausedUntil && (
        <Notice tone="warning">{words.paused(ui.format.dateTime(pausedUntil))}</Notice>
      )}
      {lacks.length > 0 && (
        <Notice tone="info">
          <p class="font-medium">{words.lacksTitle}</p>
          <ul class="list-disc pl-5">
            {lacks.map((lack) => (
              <li>{words.lack[lack]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {lacks.length === 0 && !standstill && (
        <Notice tone={settings.isOn ? 'success' : 'info'}>
          {settings.isOn ? words.isOn : words.isReady}{' '}
          {lastSealedAt && words.lastSealed(ui.format.dateTime(lastSealedAt))}
        </Notice>
      )}
      {sealer?.endsSoon && <Notice tone="warning">{words.endsSoon(ui.format.date(sealer.validTo))}</Notice>}
    </>
  );
}

function Order({ ui, what }: { readonly ui: Ui; readonly what: 'activation' | 'test' }) {
  return (
    <form method="post" action={`${sealsPath}/order`} class="mt-4">
      <input type="hidden" name="what" value={what} />
      <button type="submit" class="btn">
        {ui.t.seals.order[what]}
      </button>
    </form>
  );
}

function Activation({ ui, view, form }: Props) {
  const words = ui.t.seals;
  return (
    <Block id="activation" title={words.activation}>
      <div class="panel max-w-2xl p-5">
        <p>{words.activationText}</p>
        {view.activationEndsAt && (
          <p class="mt-2">{words.activationEnds(ui.format.dateTime(view.activationEndsAt))}</p>
        )}
        <Outcome {...{ ui, view, what: 'activation' }} />
        <Order ui={ui} what="activation" />
        <form method="post" action={`${sealsPath}/activation`} class="mt-5">
          <TextField
            {...{ ui, form, name: 'code', label: words.code, hint: words.codeHint }}
            {...{ type: 'password', autocomplete: 'off', required: true, maxlength: 100 }}
          />
          <button type="submit" class="btn btn-primary">
            {words.activate}
          </button>
        </form>
      </div>
    </Block>
  );
}

function Test({ ui, view }: Props) {
  const words = ui.t.seals;
  const { trial, sealer } = view;
  return (
    <Block id="sealer" title={words.sealer}>
      <div class="panel max-w-2xl p-5">
        {sealer ? <SealerFacts ui={ui} sealer={sealer} /> : <p>{words.noSealer}</p>}
        <p class="mt-4">{words.testText}</p>
        <Outcome {...{ ui, view, what: 'test' }} />
        {trial?.what === 'test' && trial.sealer && !trial.isConfirmed && (
          <form method="post" action={`${sealsPath}/sealer`} class="mt-4">
            <SealerFacts ui={ui} sealer={trial.sealer} />
            <input type="hidden" name="fingerprint" value={trial.sealer.fingerprint} />
            <button type="submit" class="btn btn-primary mt-4">
              {words.confirm}
            </button>
          </form>
        )}
        <Order ui={ui} what="test" />
      </div>
    </Block>
  );
}

function Outcome({
  ui,
  view,
  what,
}: {
  readonly ui: Ui;
  readonly view: SealDeskView;
  readonly what: 'activation' | 'test';
}) {
  const words = ui.t.seals;
  const { trial } = view;
  if (trial?.what !== what) return null;
  const at = ui.format.dateTime(trial.at);
  if (trial.outcome === undefined) return <p class="mt-3 font-medium">{words.trying(at)}</p>;
  if (trial.outcome === 'good') return <p class="mt-3 font-medium">{words.tried[what](at)}</p>;
  return (
    <div class="mt-3">
      <Notice tone="error">
        <p>{words.triedBadly(words.reason[trial.outcome], at)}</p>
        {trial.words && <p>{words.said(trial.words)}</p>}
      </Notice>
    </div>
  );
}

function SealerFacts({ ui, sealer }: { readonly ui: Ui; readonly sealer: SealerView }) {
  const words = ui.t.seals;
  return (
    <dl class="divide-y divide-base-300">
      <Fact label={words.sealerName}>{sealer.name}</Fact>
      {sealer.organisation && <Fact label={words.sealerOrganisation}>{sealer.organisation}</Fact>}
      <Fact label={words.sealerIssuer}>{sealer.issuer}</Fact>
      <Fact label={words.sealerNumber}>
        <span class="font-mono break-all">{sealer.serialNumber}</span>
      </Fact>
      <Fact label={words.sealerEnds}>
        <When ui={ui} at={sealer.validTo} dateOnly />
      </Fact>
    </dl>
  );
}

function History({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = ui.t.seals;
  if (view.history.length === 0) return null;
  return (
    <Block id="history" title={words.history}>
      <ol class="panel max-w-2xl divide-y divide-base-300 px-5 py-1">
        {view.history.map(({ at, by, what }) => (
          <li class="py-3">
            <p>{what.map((one) => words.change[one]).join(', ')}</p>
            <p class="quiet text-sm">
              {by} · <When ui={ui} at={at} />
            </p>
          </li>
        ))}
      </ol>
    </Block>
  );
}
