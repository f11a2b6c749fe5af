import type { Jp } from '@sinau/kernel';
import type { Ui } from '../ui.ts';
import type { YearView } from './ports.ts';

const radius = 52;
const length = 2 * Math.PI * radius;

/** Yearly JP as a drawn ring; the numbers stand beside it in words. */
export function YearRing(props: { readonly ui: Ui; readonly year: YearView }) {
  const { ui, year } = props;
  const { t, format } = ui;
  const earned = share(year.earned, year.target);
  const open = Math.min(share((year.earned + year.inProgress) as Jp, year.target), 1);
  const left = Math.max(year.target - year.earned, 0) as Jp;
  return (
    <section aria-labelledby="year" class="rounded-box bg-base-100 p-5 text-base-content shadow-lg">
      <h2 id="year" class="text-lg font-semibold">
        {t.home.yearHeading(year.year)}
      </h2>
      <div class="mt-3 flex flex-wrap items-center gap-x-6 gap-y-4">
        <svg
          class="size-28 shrink-0"
          width="128"
          height="128"
          viewBox="0 0 128 128"
          role="img"
          aria-label={t.home.ringLabel(format.jp(year.earned), format.jp(year.target))}
        >
          <Arc share={1} class="text-base-300" />
          <Arc share={open} class="text-accent" />
          <Arc share={earned} class="text-primary" />
          <text
            x="64"
            y="64"
            text-anchor="middle"
            fill="currentColor"
            font-size="28"
            font-weight="700"
            dominant-baseline="middle"
          >
            {format.jp(year.earned).replace(' JP', '')}
          </text>
          <text x="64" y="86" text-anchor="middle" fill="currentColor" font-size="12">
            / {format.jp(year.target)}
          </text>
        </svg>
        <dl class="min-w-36 grow space-y-1.5 text-sm">
          <Line dot="bg-primary" label={t.home.earned} value={format.jp(year.earned)} />
          <Line dot="bg-accent" label={t.home.inProgress} value={format.jp(year.inProgress)} />
          <Line
            dot="bg-base-300"
            label={left === 0 ? t.home.targetMet : t.home.toTarget}
            value={left === 0 ? '✓' : format.jp(left)}
          />
          <Line label={t.home.target} value={format.jp(year.target)} />
        </dl>
      </div>
      <p class="quiet mt-3 text-xs">{t.home.ringRule}</p>
    </section>
  );
}

function share(part: Jp, whole: Jp): number {
  return whole === 0 ? 1 : Math.min(part / whole, 1);
}

function Arc(props: { readonly share: number; readonly class: string }) {
  if (props.share <= 0) return null;
  return (
    <circle
      class={props.class}
      cx="64"
      cy="64"
      r={radius}
      fill="none"
      stroke="currentColor"
      stroke-width="12"
      stroke-linecap={props.share < 1 ? 'round' : 'butt'}
      stroke-dasharray={`${(props.share * length).toFixed(1)} ${length.toFixed(1)}`}
      transform="rotate(-90 64 64)"
    />
  );
}

function Line(props: { readonly dot?: string; readonly label: string; readonly value: string }) {
  return (
    <div class="flex items-baseline justify-between gap-3">
      <dt class="inline-flex items-center gap-2">
        {props.dot && <span aria-hidden="true" class={`size-2.5 rounded-full ${props.dot}`}></span>}
        {props.label}
      </dt>
      <dd class="font-semibold tabular-nums">{props.value}</dd>
    </div>
  );
}
