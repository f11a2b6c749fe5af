import { weekdayOf } from '@sinau/kernel';
import { noonOf } from '../course/standing.tsx';
import { habitWords } from '../i18n/habits.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { AwayForm, CourseForm, TeamForm, TimeForm } from './habit-forms.tsx';
import type { HabitsView, PledgeView } from './habit-ports.ts';
import { boardPath, habitsPath } from './paths.ts';
import { daysText, pledgeText, RhythmLegend, RhythmStrip } from './rhythm.tsx';

export type FormName = 'time' | 'course' | 'team' | 'away' | 'rhythm';
export type Forms = Readonly<Record<FormName, FormState>>;

/** What each form begins with. */
export function usualForms({ today, courses }: HabitsView): Forms {
  const form = (values: Record<string, string>): FormState => ({ values, errors: {} });
  return {
    time: form({ days: '2 4', minutes: '15', weeks: '4', share: 'nobody' }),
    course: form({ courseId: courses[0]?.courseId ?? '', courseUntil: '', courseShare: 'nobody' }),
    team: form({ teamDays: '5', teamMinutes: '60', teamWeeks: '4' }),
    away: form({ awayFrom: today, awayUntil: today }),
    rhythm: form({}),
  };
}

export interface HabitsProps {
  readonly ui: Ui;
  readonly view: HabitsView;
  readonly forms: Forms;
  /** Supervises somebody, or may. */
  readonly leads: boolean;
  readonly failed?: FormName | undefined;
  readonly notice?: NoticeName | undefined;
}

/** The weeks of the reader, what they mean to do, and the ways to say so. */
export function HabitsPage(props: HabitsProps) {
  const { ui, view } = props;
  const words = habitWords[ui.locale];
  return (
    <Shell ui={ui} title={words.title} section="home" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/', ui.t.shell.home]]} />}
      />
      <FormProblem ui={ui} form={props.forms.rhythm} />
      <Weeks ui={ui} view={view} />
      <Pledges ui={ui} view={view} />
      <Given ui={ui} view={view} />
      <div class="mb-8 grid max-w-2xl gap-3">
        <TimeForm {...props} />
        <CourseForm {...props} />
        {props.leads && <TeamForm {...props} />}
      </div>
      <p class="mb-6">
        <a href={boardPath} class="text-link inline-flex min-h-8 items-center">
          {words.board}
        </a>
      </p>
      <AwayForm {...props} />
    </Shell>
  );
}

interface Part {
  readonly ui: Ui;
  readonly view: HabitsView;
}

function Weeks({ ui, view }: Part) {
  const words = habitWords[ui.locale];
  return (
    <Block id="rhythm" title={words.rhythmTitle}>
      <div class="panel max-w-2xl p-5">
        <RhythmStrip ui={ui} rhythm={view.rhythm} />
        <RhythmLegend ui={ui} />
        <p class="quiet mt-3 text-sm">{words.rhythmRule}</p>
        <form method="post" action={`${habitsPath}/hide`} class="mt-3">
          <button type="submit" name="hidden" value={view.hidden ? 'no' : 'yes'} class="btn btn-sm">
            {view.hidden ? words.show : words.hide}
          </button>
        </form>
      </div>
    </Block>
  );
}

function Pledges({ ui, view }: Part) {
  const words = habitWords[ui.locale];
  return (
    <Block id="pledges" title={words.pledgesTitle}>
      {view.pledges.length === 0 ? (
        <p class="quiet">{words.pledgesNone}</p>
      ) : (
        <ul class="panel max-w-2xl divide-y divide-base-300">
          {view.pledges.map((pledge) => (
            <Pledge ui={ui} pledge={pledge} />
          ))}
        </ul>
      )}
    </Block>
  );
}

function Pledge({ ui, pledge }: { readonly ui: Ui; readonly pledge: PledgeView }) {
  const words = habitWords[ui.locale];
  const { state, audience } = pledge;
  return (
    <li class="px-5 py-4">
      <p class="font-medium">
        {pledgeText(ui, pledge.what)}, {words.until(ui.format.date(noonOf(pledge.until)))}
      </p>
      <p>{state === 'open' ? progressText(ui, pledge) : words.state[state]}</p>
      {state !== 'let-go' && <p class="quiet text-sm">{words.audience[audience]}</p>}
      <PledgeSteps ui={ui} pledge={pledge} />
    </li>
  );
}

function progressText(ui: Ui, { progress, until }: PledgeView): string {
  const words = habitWords[ui.locale];
  const { number } = ui.format;
  if (progress.kind === 'given') return words.given;
  if (progress.kind === 'course') return words.courseOpen;
  const { minutes, pledged, weekUntil = until, weeksKept, weeks } = progress;
  const lastDay = words.days[weekdayOf(weekUntil) - 1] ?? '';
  const week =
    minutes >= pledged
      ? words.weekDone(number(pledged))
      : words.week(number(minutes), number(pledged), lastDay);
  return weeksKept > 0 ? `${week} ${words.weeksKept(number(weeksKept), number(weeks))}` : week;
}

/** Each step with what it is about, for whoever hears it. */
function PledgeSteps({ ui, pledge }: { readonly ui: Ui; readonly pledge: PledgeView }) {
  const words = habitWords[ui.locale];
  const { state, audience } = pledge;
  const what = pledgeText(ui, pledge.what);
  const base = `${habitsPath}/pledges/${encodeURIComponent(pledge.pledgeId)}`;
  const isShared = audience === 'supervisor';
  return (
    <div class="mt-2 flex flex-wrap gap-2">
      {state !== 'open' && (
        <form method="post" action={`${base}/renew`}>
          <button type="submit" class="btn btn-sm" aria-label={words.renewOf(what)}>
            {words.renew}
          </button>
        </form>
      )}
      {state === 'open' && audience !== 'team' && (
        <form method="post" action={`${base}/share`}>
          <button
            type="submit"
            class="btn btn-sm"
            name="share"
            value={isShared ? 'nobody' : 'supervisor'}
            aria-label={isShared ? words.unshareOf(what) : words.shareOf(what)}
          >
            {isShared ? words.unshare : words.share}
          </button>
        </form>
      )}
      {(state === 'open' || state === 'over') && (
        <form method="post" action={`${base}/let-go`}>
          <button type="submit" class="btn btn-ghost btn-sm" aria-label={words.letGoOf(what)}>
            {words.letGo}
          </button>
        </form>
      )}
    </div>
  );
}

/** What the supervisor gives; nothing where that is nothing. */
function Given({ ui, view }: Part) {
  const words = habitWords[ui.locale];
  if (view.given.length === 0) return null;
  return (
    <Block id="given" title={words.givenTitle}>
      <ul class="panel max-w-2xl divide-y divide-base-300">
        {view.given.map(({ what, until }) => (
          <li class="px-5 py-3">
            {what.kind === 'course'
              ? pledgeText(ui, what)
              : words.givenLine(daysText(ui, what.days), ui.format.duration(what.minutes * 60))}
            , {words.until(ui.format.date(noonOf(until)))}
          </li>
        ))}
      </ul>
    </Block>
  );
}
