import { planWords } from '../i18n/plan.ts';
import { Icon } from '../layout/icon.tsx';
import { Block } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import { planPath } from '../plan/paths.ts';
import type { PlanView, WeekView } from '../plan/ports.ts';
import { WeekSum } from '../plan/week.tsx';
import type { Ui } from '../ui.ts';

interface Props {
  readonly ui: Ui;
  readonly plan: PlanView;
}

/** How far this week is and what today is to bring; the way to all of it. */
export function ThisWeek({ ui, plan }: Props) {
  const words = planWords[ui.locale];
  const { week, doneSeconds } = plan;
  return (
    <Block
      id="week"
      title={words.heading}
      aside={
        week && (
          <a href={planPath} class="text-link inline-flex min-h-8 items-center text-sm">
            {words.change}
          </a>
        )
      }
    >
      {week ? (
        <div class="panel grid gap-5 p-5 md:grid-cols-2">
          <WeekSum ui={ui} week={week} doneSeconds={doneSeconds} />
          <Today ui={ui} week={week} />
        </div>
      ) : (
        <NoPlan ui={ui} plan={plan} />
      )}
    </Block>
  );
}

function NoPlan({ ui, plan }: Props) {
  const words = planWords[ui.locale];
  return (
    <p class="rounded-box flex flex-wrap items-center justify-between gap-3 border border-dashed border-base-300 px-4 py-3">
      <span class="quiet">
        {plan.doneSeconds >= 60 ? `${words.noneDone(ui.format.duration(plan.doneSeconds))} ` : ''}
        {plan.stopped ? words.stopped : words.noneText}
      </span>
      <a href={planPath} class="btn">
        {plan.stopped ? words.resume : words.make}
        <Icon name="arrow" />
      </a>
    </p>
  );
}

function Today({ ui, week }: { readonly ui: Ui; readonly week: WeekView }) {
  const words = planWords[ui.locale];
  const today = week.days.find(({ when }) => when === 'today');
  if (!today) return null;
  const { suggested, minutes, doneSeconds } = today;
  const isDone = week.state === 'done' || (minutes > 0 && doneSeconds >= minutes * 60);
  return (
    <div>
      <p class="font-medium">
        {words.days[week.days.indexOf(today)]}, {words.today}
      </p>
      {suggested.length === 0 && <p class="quiet text-sm">{isDone ? words.todayDone : words.todayNothing}</p>}
      <ul class="mt-1">
        {suggested.map((part) => (
          <li class="flex flex-wrap items-baseline justify-between gap-x-3">
            <a href={`/courses/${part.courseId}/continue`} class="text-link inline-flex min-h-8 items-center">
              <Text ui={ui} map={part.title} />
            </a>
            <span class="quiet text-sm whitespace-nowrap">{ui.format.duration(part.minutes * 60)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
