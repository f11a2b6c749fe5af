import { AgencyFrame } from '../agency/frame.tsx';
import { nameText } from '../competency/parts.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { needWords } from '../i18n/needs.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, hrefOf, PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { basisTitle, Need, planName } from './parts.tsx';
import {
  itemPath,
  notePath,
  planPath,
  plansPath,
  rulesPath,
  signalPath,
  signalsPath,
  standingPath,
} from './paths.ts';
import {
  type SignalStateName,
  type SignalsView,
  type SignalView,
  type SourceName,
  signalStateNames,
  sourceNames,
} from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: SignalsView;
  readonly state: SignalStateName;
  readonly failure?: string | undefined;
  readonly notice?: NoticeName | undefined;
}

/** What there is to answer in a year, by source. */
export function SignalsPage(props: Props) {
  const { ui, view, state, notice, failure } = props;
  const words = annualPlanWords[ui.locale];
  const title = words.signalsTitle(view.year);
  const shown = view.signals.filter((signal) => signal.state === state);
  return (
    <AgencyFrame current={plansPath} ui={ui} title={title} notice={notice}>
      <PageHeading
        title={title}
        lead={words.signalsLead}
        trail={<SignalsTrail ui={ui} view={view} />}
        actions={
          <>
            <a class="btn" href={`${notePath(view.year, 'new')}?kind=performance`}>
              {words.addPerformance}
            </a>
            <a class="btn" href={rulesPath}>
              {needWords[ui.locale].openRules}
            </a>
            <a class="btn" href={standingPath}>
              {needWords[ui.locale].openStanding}
            </a>
          </>
        }
      />
      <PlanNotice {...props} />
      {failure !== undefined && <FormProblem ui={ui} form={{ values: {}, errors: {}, failure }} />}
      <UnitChoice {...props} />
      <States {...props} />
      {shown.length === 0 ? (
        <EmptyState icon="inbox" title={words.noSignals[state]} text={words.noSignalsText[state]} />
      ) : (
        sourceNames.map((source) => <Source {...props} source={source} shown={shown} />)
      )}
      {view.rule && (
        <p class="quiet max-w-[80ch] text-sm">
          {nameText(ui, view.rule.basis)} {words.leastAnswers(view.rule.leastAnswers)}
        </p>
      )}
    </AgencyFrame>
  );
}

function SignalsTrail({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = annualPlanWords[ui.locale];
  const { newest } = view;
  const plan = newest ? ([[planPath(newest), planName(ui, newest)]] as const) : [];
  return <Trail ui={ui} links={[[plansPath, words.title], ...plan]} />;
}

/** Why nothing can be taken now, where that is so. */
function PlanNotice({ ui, view: { newest, year } }: Props) {
  const words = annualPlanWords[ui.locale];
  if (newest?.state === 'draft') return null;
  return (
    <div class="mb-5">
      <Notice tone="info">
        <p>{newest ? words.notDraft(planName(ui, newest), newest.state === 'set') : words.noPlanYet(year)}</p>
        <a class="text-link inline-flex min-h-8 items-center" href={newest ? planPath(newest) : plansPath}>
          {newest ? words.openPlan : words.begin}
        </a>
      </Notice>
    </div>
  );
}

/** Whose gaps are shown; not there where the agency has no units. */
function UnitChoice({ ui, view, state }: Props) {
  const words = annualPlanWords[ui.locale];
  if (view.units.length === 0) return null;
  const form = { values: { unit: view.unitId ?? '' }, errors: {} };
  const options = [
    ['', words.wholeAgency] as const,
    ...view.units.map(({ unitId, name }) => [unitId, name] as const),
  ];
  return (
    <form method="get" action={signalsPath(view.year)} class="mb-5 flex flex-wrap items-end gap-x-3">
      {state !== 'open' && <input type="hidden" name="state" value={state} />}
      <div class="min-w-0 max-w-md grow">
        <SelectField
          ui={ui}
          form={form}
          name="unit"
          label={words.unitLabel}
          hint={words.unitHint}
          options={options}
        />
      </div>
      <button type="submit" class="btn mb-4">
        {words.showUnit}
      </button>
    </form>
  );
}

function States({ ui, view, state }: Props) {
  const words = annualPlanWords[ui.locale];
  return (
    <nav aria-label={words.signalStatesLabel} class="mb-5 flex flex-wrap gap-2">
      {signalStateNames.map((one) => {
        const count = view.signals.filter((signal) => signal.state === one).length;
        return (
          <a
            class="tab-link"
            href={hrefOf(signalsPath(view.year), {
              ...{ state: one === 'open' ? undefined : one, unit: view.unitId },
            })}
            aria-current={one === state ? 'page' : undefined}
          >
            {words.signalStates[one]} ({ui.format.number(count)})
          </a>
        );
      })}
    </nav>
  );
}

function Source(props: Props & { readonly source: SourceName; readonly shown: readonly SignalView[] }) {
  const { ui, source, shown } = props;
  const words = annualPlanWords[ui.locale];
  const signals = shown.filter((signal) => signal.source === source);
  if (signals.length === 0) return null;
  return (
    <Block id={`source-${source}`} title={words.sources[source]}>
      <p class="quiet mb-3 text-sm">{words.sourceNotes[source]}</p>
      <ul class="grid gap-3">
        {signals.map((signal) => (
          <li class="panel p-4">
            <Signal {...props} signal={signal} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Signal(props: Props & { readonly signal: SignalView }) {
  const { ui, view, signal } = props;
  const words = annualPlanWords[ui.locale];
  const { year, newest } = view;
  const title = basisTitle(ui, signal.basis);
  return (
    <div class="flex flex-wrap items-start justify-between gap-3">
      <Need ui={ui} year={year} need={signal}>
        {signal.note && (
          <p class="quiet text-sm">{words.writtenBy(signal.note.by, ui.format.date(signal.note.at))}</p>
        )}
        {signal.aside && (
          <p class="mt-1 text-sm">
            {words.asideBecause(signal.aside.reason, signal.aside.by, ui.format.date(signal.aside.at))}
          </p>
        )}
      </Need>
      <div class="flex flex-wrap items-start gap-2">
        {signal.state === 'taken' && newest && signal.itemId !== undefined && (
          <a
            class="btn btn-sm"
            href={itemPath(newest, signal.itemId)}
            aria-label={`${words.openItem}: ${title}`}
          >
            {words.openItem}
          </a>
        )}
        {signal.state === 'open' && newest?.state === 'draft' && (
          <a
            class="btn btn-primary btn-sm"
            href={`${itemPath(newest, 'new')}?signal=${encodeURIComponent(signal.signalId)}`}
            aria-label={`${words.take}: ${title}`}
          >
            {words.take}
          </a>
        )}
        {signal.state === 'aside' && <BringBack {...props} title={title} />}
        {signal.state === 'open' && (
          <a
            class="btn btn-sm"
            href={signalPath(year, signal.signalId)}
            aria-label={`${words.setAside}: ${title}`}
          >
            {words.setAside}
          </a>
        )}
      </div>
    </div>
  );
}

function BringBack({
  ui,
  view,
  signal,
  title,
}: Props & { readonly signal: SignalView; readonly title: string }) {
  const words = annualPlanWords[ui.locale];
  return (
    <form method="post" action={signalPath(view.year, signal.signalId)}>
      <input type="hidden" name="act" value="back" />
      <button type="submit" class="btn btn-sm" aria-label={`${words.bringBack}: ${title}`}>
        {words.bringBack}
      </button>
    </form>
  );
}

/** Why a signal is not followed. */
export function AsidePage(props: {
  readonly ui: Ui;
  readonly year: number;
  readonly signal: SignalView;
  readonly form: FormState;
}) {
  const { ui, year, signal, form } = props;
  const words = annualPlanWords[ui.locale];
  const links = [
    [plansPath, words.title],
    [signalsPath(year), words.signalsTitle(year)],
  ] as const;
  return (
    <AgencyFrame current={plansPath} ui={ui} title={words.setAside}>
      <PageHeading title={words.setAside} lead={words.asideLead} trail={<Trail ui={ui} links={links} />} />
      <div class="panel mb-5 max-w-2xl p-5">
        <Need ui={ui} year={year} need={signal} />
      </div>
      <form method="post" action={signalPath(year, signal.signalId)} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="act" value="aside" />
        <TextField {...{ ui, form }} name="reason" label={words.reason} required maxlength={500} multiline />
        <button type="submit" class="btn btn-primary">
          {words.setAside}
        </button>
      </form>
    </AgencyFrame>
  );
}
