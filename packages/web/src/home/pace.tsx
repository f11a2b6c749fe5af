import type { Jp } from '@sinau/kernel';
import { homeWords } from '../i18n/home.ts';
import type { Ui } from '../ui.ts';
import type { PaceView, YearView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly year: YearView;
}

/** What the year comes to, with the rule by which it is told. Of a maximum nothing is foreseen: it is no target. */
export function Pace({ ui, year }: Props) {
  const words = homeWords[ui.locale];
  const { format } = ui;
  const { maximum, pace, paceRule } = year;
  if (maximum) {
    const left = (maximum.jp - maximum.recognised) as Jp;
    return <p class="mt-3 text-sm">{left > 0 ? words.maximumLeft(format.jp(left)) : words.maximumFull}</p>;
  }
  if (!pace) return null;
  const { rule, how } = words.pace;
  return (
    <div class="mt-3 text-sm">
      <p>
        {paceText(ui, year, pace)}
        {pace.kind !== 'met' && ` ${words.daysLeft(year.daysLeft)}`}
      </p>
      <details>
        <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">{how}</summary>
        <p class="quiet">
          {rule(format.number(paceRule.leastDays), format.number(paceRule.leastDaysLearned))}
        </p>
      </details>
    </div>
  );
}

function paceText(ui: Ui, { minimum }: YearView, pace: PaceView): string {
  const { met, reached, short, ...unknown } = homeWords[ui.locale].pace;
  const { format } = ui;
  if (pace.kind === 'unknown') return unknown[pace.because];
  if (pace.kind === 'short') {
    const minutes = format.duration((pace.perWeek * 45 * 60) / 100);
    return short(format.jp(pace.atYearEnd), format.jp(pace.perWeek), minutes);
  }
  // Noon of western Indonesia: the same day in every zone of the country.
  const day = format.date(`${pace.on}T05:00:00.000Z`);
  return pace.kind === 'met' ? met(day) : reached(format.jp(minimum ?? (0 as Jp)), day);
}
