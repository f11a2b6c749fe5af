import { noonOf } from '../course/standing.tsx';
import { habitWords } from '../i18n/habits.ts';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { PledgedView, RhythmView } from './habit-ports.ts';

type WeekState = RhythmView['weeks'][number]['state'];

/** Shape and fill tell the states apart without colour. */
const marks: Readonly<Record<WeekState, string>> = {
  learned: 'border-primary bg-primary',
  grace: 'border-primary bg-primary/30',
  away: 'border-base-300 border-dashed',
  now: 'border-primary border-2 border-dotted',
  rest: 'border-base-300 bg-base-200',
  before: 'border-base-200',
};

/** Twelve weeks, the oldest first. */
export function RhythmStrip({ ui, rhythm }: { readonly ui: Ui; readonly rhythm: RhythmView }) {
  const words = habitWords[ui.locale];
  const { number } = ui.format;
  return (
    <>
      <ol class="flex flex-wrap gap-1.5">
        {rhythm.weeks.map(({ monday, state }) => {
          const text = words.weekOf(ui.format.date(noonOf(monday)), words.states[state]);
          return (
            <li class={`size-6 rounded border ${marks[state]}`} title={text}>
              <span class="sr-only">{text}</span>
            </li>
          );
        })}
      </ol>
      <p class="mt-3">
        {rhythm.counted === 0
          ? words.rhythmNone
          : words.rhythm(number(rhythm.inRhythm), number(rhythm.counted))}
      </p>
    </>
  );
}

/** What each mark means. */
export function RhythmLegend({ ui }: { readonly ui: Ui }) {
  const words = habitWords[ui.locale];
  return (
    <ul class="quiet mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {(['learned', 'grace', 'away', 'rest', 'now'] as const).map((state) => (
        <li class="flex items-center gap-1.5">
          <span class={`size-4 rounded border ${marks[state]}`} aria-hidden="true" />
          {words.states[state]}
        </li>
      ))}
    </ul>
  );
}

/** A pledge in one sentence. */
export function pledgeText(ui: Ui, what: PledgedView): string {
  const words = habitWords[ui.locale];
  if (what.kind === 'course') return words.course(plainText(ui, what.title));
  const text = what.kind === 'time' ? words.time : words.teamTime;
  return text(daysText(ui, what.days), ui.format.duration(what.minutes * 60));
}

export function daysText(ui: Ui, days: readonly number[]): string {
  const words = habitWords[ui.locale];
  const names = days.flatMap((day) => words.days[day - 1] ?? []);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}${words.and}${last}`;
}
