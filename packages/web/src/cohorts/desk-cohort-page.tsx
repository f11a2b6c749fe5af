import { AgencyFrame } from '../agency/frame.tsx';
import { cohortDaysWords } from '../i18n/cohort-days.ts';
import { cohortWords } from '../i18n/cohorts.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { emptyForm, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, Figure, PageHeading, Trail } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { CohortDays, RosterTable } from './parts.tsx';
import { cohortPath, deskCohortPath, deskCohortsPath } from './paths.ts';
import type { CohortAct, DeskCohortView, NominatedView, Roster } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly cohort: DeskCohortView;
  readonly form: FormState;
}

/** One cohort as its agency sees it: what comes next, who is in it, how far they are. */
export function DeskCohortPage(
  props: Props & {
    readonly roster: Roster;
    readonly isFirst: boolean;
    readonly notice?: NoticeName | undefined;
    /** What became of those who were named just now. */
    readonly nominated?: NominatedView;
  },
) {
  const { ui, cohort, form, roster, isFirst, notice, nominated } = props;
  const words = cohortWords[ui.locale];
  const { number } = ui.format;
  const here = deskCohortPath(cohort.cohortId);
  return (
    <AgencyFrame current={deskCohortsPath} ui={ui} title={cohort.name} notice={notice}>
      <PageHeading
        title={cohort.name}
        lead={
          <>
            {`${words.state[cohort.state]} · `}
            <CohortDays ui={ui} cohort={cohort} />
          </>
        }
        trail={<Trail ui={ui} links={[[deskCohortsPath, words.desk]]} />}
        actions={<Actions ui={ui} cohort={cohort} />}
      />
      <FormProblem ui={ui} form={form} />
      {nominated && <Named ui={ui} nominated={nominated} />}
      {cohort.cancelReason && <p class="mb-6">{words.cancelledBecause(cohort.cancelReason)}</p>}
      <dl class="mb-8 grid gap-4 sm:grid-cols-2 md:grid-cols-3">
        <Figure
          label={words.subject[cohort.subject.kind]}
          value={
            <span class="text-base">
              <Text ui={ui} map={cohort.subject.title} />
            </span>
          }
        />
        <Figure
          label={words.seats}
          value={`${number(cohort.taken)} / ${number(cohort.capacity)}`}
          note={cohort.waiting > 0 && words.waitingCount(number(cohort.waiting))}
        />
        {cohort.facilitator && (
          <Figure label={words.facilitator} value={<span class="text-base">{cohort.facilitator}</span>} />
        )}
      </dl>
      <NextStep {...props} />
      <Days ui={ui} cohort={cohort} />
      {cohort.state === 'open' && <Add {...props} />}
      {cohort.state !== 'draft' && (
        <Block
          id="roster"
          title={words.roster}
          aside={
            <span class="flex flex-wrap gap-4">
              <a class="text-link inline-flex min-h-8 items-center" href={`${here}/late`}>
                {cohortDaysWords[ui.locale].open}
              </a>
              <a class="text-link inline-flex min-h-8 items-center" href={`${here}/roster?format=xlsx`}>
                {words.asExcel}
              </a>
              <a class="text-link inline-flex min-h-8 items-center" href={`${here}/roster?format=csv`}>
                {words.asCsv}
              </a>
            </span>
          }
        >
          <RosterTable ui={ui} roster={roster} path={here} isFirst={isFirst} />
          {cohort.state === 'open' && <TakeBack ui={ui} cohort={cohort} roster={roster} />}
        </Block>
      )}
    </AgencyFrame>
  );
}

function Actions({ ui, cohort }: Omit<Props, 'form'>) {
  const words = cohortWords[ui.locale];
  return (
    <>
      {cohort.state !== 'draft' && (
        <a class="btn" href={cohortPath(cohort.cohortId)}>
          {words.asLearner}
        </a>
      )}
      {(cohort.state === 'draft' || cohort.state === 'open') && (
        <a class="btn" href={`${deskCohortPath(cohort.cohortId)}/change`}>
          {words.change}
        </a>
      )}
    </>
  );
}

function Named({ ui, nominated }: { readonly ui: Ui; readonly nominated: NominatedView }) {
  const words = cohortWords[ui.locale];
  const { seated, waiting, already, refused } = nominated;
  const { number } = ui.format;
  return (
    <div class="mb-5">
      <Notice tone={refused.length > 0 ? 'warning' : 'success'} live>
        <p>{words.named(number(seated), number(waiting), number(already))}</p>
        {refused.length > 0 && <p>{words.refused(refused.join(', '))}</p>}
      </Notice>
    </div>
  );
}

function NextStep({ ui, cohort, form }: Props) {
  const words = cohortWords[ui.locale];
  const here = deskCohortPath(cohort.cohortId);
  const button = (act: CohortAct, label: string, tone = 'btn-primary') => (
    <button type="submit" name="act" value={act} class={`btn ${tone}`}>
      {label}
    </button>
  );
  if (cohort.state === 'draft') {
    return (
      <form method="post" action={`${here}/act`} class="panel mb-8 max-w-3xl p-5">
        <p class="mb-3">{words.openText}</p>
        <div class="flex flex-wrap gap-3">
          {button('open', words.openNow)}
          {button('remove', words.remove, 'btn-ghost')}
        </div>
      </form>
    );
  }
  if (cohort.state !== 'open') return null;
  return (
    <div class="panel mb-8 max-w-3xl p-5">
      <form method="post" action={`${here}/act`}>
        <p class="mb-3">{words.closeText}</p>
        {button('close', words.close, '')}
      </form>
      <details class="mt-3" open={Boolean(form.errors.reason)}>
        <summary class="text-link inline-flex min-h-9 items-center">{words.cancel}</summary>
        <form method="post" action={`${here}/cancel`} class="mt-2 max-w-xl">
          <p class="mb-3">{words.cancelText}</p>
          <TextField ui={ui} form={form} name="reason" label={words.cancelReason} required maxlength={300} />
          <button type="submit" class="btn btn-error">
            {words.cancel}
          </button>
        </form>
      </details>
    </div>
  );
}

function Days({ ui, cohort }: Omit<Props, 'form'>) {
  const words = cohortWords[ui.locale];
  return (
    <Block id="steps" title={words.steps}>
      <ol class="grid gap-1">
        {cohort.steps.map(({ title, dueOn }, n) => (
          <li>
            {`${n + 1}. `}
            <Text ui={ui} map={title} />
            {dueOn !== undefined && (
              <span class="quiet text-sm">
                {` – ${words.due} `}
                <When ui={ui} at={dueOn} dateOnly />
              </span>
            )}
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Add({ ui, cohort, form }: Props) {
  const words = cohortWords[ui.locale];
  return (
    <details class="mb-8" open={Boolean(form.errors.people)}>
      <summary class="text-link inline-flex min-h-9 items-center">{words.addPeople}</summary>
      <form
        method="post"
        action={`${deskCohortPath(cohort.cohortId)}/people`}
        class="panel mt-2 max-w-2xl p-5"
      >
        <TextField
          ui={ui}
          form={form}
          name="people"
          label={words.peopleField}
          hint={words.peopleHint}
          required
          maxlength={10_000}
          multiline
          rows={6}
        />
        <button type="submit" class="btn btn-primary">
          {words.addPeople}
        </button>
      </form>
    </details>
  );
}

const held = ['requested', 'waiting', 'offered', 'confirmed'];

function TakeBack({ ui, cohort, roster }: Omit<Props, 'form'> & { readonly roster: Roster }) {
  const words = cohortWords[ui.locale];
  const rows = roster.rows.filter(({ state }) => held.includes(state));
  if (rows.length === 0) return null;
  return (
    <details class="mt-4">
      <summary class="text-link inline-flex min-h-9 items-center">{words.takeBack}</summary>
      <ul class="mt-2 grid gap-3">
        {rows.map((row) => (
          <li class="panel max-w-2xl p-4">
            <form method="post" action={`${deskCohortPath(cohort.cohortId)}/seats`}>
              <input type="hidden" name="personId" value={row.personId} />
              <label class="mb-1 block font-medium" for={`why-${row.personId}`}>
                {words.takeBackReason(row.name)}
              </label>
              <input
                id={`why-${row.personId}`}
                name="reason"
                required
                maxlength={300}
                autocomplete="off"
                class="input mb-3 w-full"
                value={emptyForm.values.reason ?? ''}
              />
              <button type="submit" class="btn btn-sm">
                {words.takeBack}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}
