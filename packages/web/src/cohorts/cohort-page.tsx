import { momentAt } from '../events/times.ts';
import { cohortDaysWords } from '../i18n/cohort-days.ts';
import { cohortWords } from '../i18n/cohorts.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Block, Figure, PageHeading, ProgressBar, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import { learningPathPath } from '../learning-paths/paths.ts';
import { PriorityEntry } from '../priority/entry.tsx';
import type { Ui } from '../ui.ts';
import { CohortDays, RosterTable } from './parts.tsx';
import { cohortPath, cohortsPath } from './paths.ts';
import type { CohortStepView, CohortView, Roster } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly cohort: CohortView;
}

/** A cohort as whoever is in it, can come into it, or looks after it sees it. */
export function CohortPage(
  props: Props & {
    readonly form: FormState;
    readonly notice?: NoticeName | undefined;
    /** For whoever looks after it. */
    readonly roster?: Roster;
    readonly isFirst: boolean;
  },
) {
  const { ui, cohort, form, notice, roster, isFirst } = props;
  const words = cohortWords[ui.locale];
  const { number } = ui.format;
  return (
    <Shell ui={ui} title={cohort.name} section="paths" notice={notice}>
      <PageHeading
        title={cohort.name}
        lead={<CohortDays ui={ui} cohort={cohort} />}
        trail={<Trail ui={ui} links={[[cohortsPath, words.title]]} />}
      />
      <FormProblem ui={ui} form={form} />
      {cohort.cancelReason && <p class="mb-6">{words.cancelledBecause(cohort.cancelReason)}</p>}
      {cohort.about && <p class="mb-6 max-w-[65ch] whitespace-pre-line">{cohort.about}</p>}
      <Place {...props} />
      <dl class="mb-8 grid gap-4 sm:grid-cols-2 md:grid-cols-3">
        <Figure label={words.subject[cohort.subject.kind]} value={<Subject ui={ui} cohort={cohort} />} />
        <Figure
          label={words.seats}
          value={`${number(cohort.taken)} / ${number(cohort.capacity)}`}
          note={cohort.waiting > 0 && words.waitingCount(number(cohort.waiting))}
        />
        <Figure label={words.applyUntil} value={<When ui={ui} at={cohort.applyUntil} dateOnly />} />
        {cohort.facilitator && <Figure label={words.facilitator} value={cohort.facilitator} />}
      </dl>
      <Steps {...props} />
      {roster && (
        <Block
          id="roster"
          title={words.roster}
          aside={
            <a
              class="text-link inline-flex min-h-8 items-center"
              href={`${cohortPath(cohort.cohortId)}/late`}
            >
              {cohortDaysWords[ui.locale].open}
            </a>
          }
        >
          <RosterTable ui={ui} roster={roster} path={cohortPath(cohort.cohortId)} isFirst={isFirst} />
        </Block>
      )}
    </Shell>
  );
}

function Subject({ ui, cohort: { subject } }: Props) {
  const href =
    subject.kind === 'path' ? learningPathPath(subject.id) : `/courses/${encodeURIComponent(subject.id)}`;
  return (
    <a class="text-link text-base" href={href}>
      <Text ui={ui} map={subject.title} />
    </a>
  );
}

function Place({ ui, cohort }: Props) {
  const words = cohortWords[ui.locale];
  const { place } = cohort;
  const here = cohortPath(cohort.cohortId);
  if (!place && !cohort.mayApply && cohort.state !== 'open') return null;
  const isKept = place?.state === 'offered' && place.offeredUntil !== undefined && cohort.state === 'open';
  const isGone = place?.state === 'offered' && !isKept;
  return (
    <section aria-label={words.yourPlace} class="panel mb-8 max-w-3xl p-5">
      {place && (
        <p class="text-lg font-semibold">
          {place.state === 'confirmed' ? words.youAreIn : isGone ? words.applyOver : words.seat[place.state]}
        </p>
      )}
      {place?.reason && <p class="mt-1">{words.reason(place.reason)}</p>}
      {place?.state === 'waiting' && <p class="mt-1">{words.ahead(place.ahead ?? 0)}</p>}
      {place?.rank && <p class="mt-1">{words.yourRank[place.rank]}</p>}
      {place?.mayUsePriority && <PriorityEntry ui={ui} />}
      {place?.state === 'confirmed' && cohort.subject.kind === 'path' && (
        <p class="mt-3">
          <a class="btn btn-primary" href={learningPathPath(cohort.subject.id)}>
            {words.toPath}
          </a>
        </p>
      )}
      {place?.state === 'confirmed' && cohort.subject.kind === 'course' && (
        <p class="mt-3">
          <a class="btn btn-primary" href={`/courses/${encodeURIComponent(cohort.subject.id)}`}>
            {words.toCourse}
          </a>
        </p>
      )}
      {isKept && place.offeredUntil && (
        <form method="post" action={`${here}/confirm`} class="mt-2">
          <p class="mb-3">{words.offeredUntil(momentAt(ui.locale, cohort.zone, place.offeredUntil))}</p>
          <button type="submit" class="btn btn-primary">
            {words.confirm}
          </button>
        </form>
      )}
      {cohort.mayApply && (
        <form method="post" action={`${here}/apply`}>
          <p class="mb-3">{words.applyText[cohort.admission]}</p>
          <button type="submit" class="btn btn-primary">
            {cohort.taken >= cohort.capacity || cohort.waiting > 0 ? words.queue : words.apply}
          </button>
        </form>
      )}
      {!place && !cohort.mayApply && (
        <p>{cohort.admission === 'nomination' ? words.applyText.nomination : words.applyOver}</p>
      )}
      {place?.mayLeave && (
        <a class="btn btn-ghost mt-3" href={`${here}/leave`}>
          {words.leave}
        </a>
      )}
    </section>
  );
}

function Steps({ ui, cohort }: Props) {
  const words = cohortWords[ui.locale];
  const label = words.progress(ui.format.number(cohort.done), ui.format.number(cohort.needed));
  return (
    <Block
      id="steps"
      title={words.steps}
      aside={cohort.steps.some(({ dueOn }) => dueOn !== undefined) && <Calendar ui={ui} cohort={cohort} />}
    >
      {cohort.place?.state === 'confirmed' && (
        <div class="mb-4 max-w-3xl">
          <ProgressBar
            percent={cohort.needed === 0 ? 0 : (100 * cohort.done) / cohort.needed}
            label={label}
            done={cohort.done >= cohort.needed}
          />
          <p class="mt-1 text-sm">{label}</p>
          {cohort.steps.some(({ dueOn }) => dueOn !== undefined) && (
            <p class="quiet mt-1 text-sm">{cohortDaysWords[ui.locale].reminded}</p>
          )}
        </div>
      )}
      <ol class="grid gap-2">
        {cohort.steps.map((step) => (
          <li class="panel flex flex-wrap items-center justify-between gap-3 p-4">
            <Step ui={ui} step={step} />
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Calendar({ ui, cohort }: Props) {
  return (
    <a
      class="text-link inline-flex min-h-8 items-center"
      href={`${cohortPath(cohort.cohortId)}/calendar.ics`}
    >
      {cohortDaysWords[ui.locale].calendar}
    </a>
  );
}

const icons = { done: 'check', open: 'circle', locked: 'lock' } as const;

function Step({ ui, step }: { readonly ui: Ui; readonly step: CohortStepView }) {
  const words = cohortWords[ui.locale];
  return (
    <>
      <span class="flex min-w-0 items-center gap-3">
        <Icon name={icons[step.state]} />
        <span>
          <Text ui={ui} map={step.title} />
          <span class="sr-only">{` (${words.stepState[step.state]})`}</span>
        </span>
      </span>
      {step.dueOn !== undefined && (
        <span class={step.isLate ? 'font-medium text-error' : 'quiet text-sm'}>
          {step.isLate ? words.late : words.due} <When ui={ui} at={step.dueOn} dateOnly />
        </span>
      )}
    </>
  );
}
