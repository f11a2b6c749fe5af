import { weekdayOf } from '@sinau/kernel';
import { planWords } from '../i18n/plan.ts';
import { ProgressBar } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { PlanDayView, WeekView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly week: WeekView;
  readonly doneSeconds: number;
}

/** Who has looked into a part for a moment has not learned yet. */
const leastShown = 60;

/** How far the week is, in one line and a bar. */
export function WeekSum({ ui, week, doneSeconds }: Props) {
  const words = planWords[ui.locale];
  const { format } = ui;
  const percent = Math.min(100, Math.floor((doneSeconds / (week.plannedMinutes * 60)) * 100));
  return (
    <div>
      <p class="font-medium tabular-nums">
        {words.doneOf(
          doneSeconds < leastShown ? words.noMinutes : format.duration(doneSeconds),
          format.duration(week.plannedMinutes * 60),
        )}
      </p>
      <div class="mt-1.5">
        <ProgressBar percent={percent} label={words.thisWeek} done={week.state === 'done'} />
      </div>
      <p class="quiet mt-1.5 text-sm">{words.state[week.state]}</p>
    </div>
  );
}

/** The days of the week; each says what it has brought or what it is to bring, and by which course. */
export function WeekDays({ ui, week }: Pick<Props, 'ui' | 'week'>) {
  return (
    <ol class="grid gap-2 sm:grid-cols-2 lg:grid-cols-7">
      {week.days.map((day) => (
        <li
          class={`rounded-box border p-3 ${day.when === 'today' ? 'border-primary bg-base-100' : 'border-base-300'}`}
          aria-current={day.when === 'today' ? 'date' : undefined}
        >
          <Day ui={ui} day={day} />
        </li>
      ))}
    </ol>
  );
}

function Day({ ui, day }: { readonly ui: Ui; readonly day: PlanDayView }) {
  const words = planWords[ui.locale];
  const { format } = ui;
  const { minutes, doneSeconds, suggested } = day;
  return (
    <>
      <p class="text-sm font-semibold">
        {words.days[weekdayOf(day.date) - 1]}
        {day.when === 'today' && <span class="tag ms-2">{words.today}</span>}
      </p>
      {doneSeconds >= leastShown && (
        <p class="text-sm tabular-nums">{words.did(format.duration(doneSeconds))}</p>
      )}
      {minutes > 0 && <p class="text-sm tabular-nums">{words.share(format.duration(minutes * 60))}</p>}
      {doneSeconds < leastShown && minutes === 0 && <p class="quiet text-sm">{words.free}</p>}
      {suggested.map((part) => (
        <p class="mt-1 text-sm">
          <a href={`/courses/${part.courseId}/continue`} class="text-link inline-flex min-h-8 items-center">
            <Text ui={ui} map={part.title} />
          </a>{' '}
          <span class="quiet whitespace-nowrap">{format.duration(part.minutes * 60)}</span>
        </p>
      ))}
    </>
  );
}
