import type { Jp } from '@sinau/kernel';
import { type JpShow, ledgerPath } from '../credit/paths.ts';
import { homeWords } from '../i18n/home.ts';
import { hrefOf } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { Pace } from './pace.tsx';
import type { YearView } from './ports.ts';

const radius = 52;
const length = 2 * Math.PI * radius;

/** Yearly JP as a drawn ring; the numbers stand beside it in words, and each opens the lines it is made of. */
export function YearRing(props: { readonly ui: Ui; readonly year: YearView }) {
  const { ui, year } = props;
  const { format } = ui;
  const words = homeWords[ui.locale];
  const whole = year.maximum?.jp ?? year.minimum;
  const recognised = year.maximum?.recognised ?? year.recognised;
  const counted = share(recognised, whole);
  const open = share((recognised + year.inProgress) as Jp, whole);
  const ahead = share((recognised + year.inProgress + year.planned) as Jp, whole);
  const label = whole === undefined ? format.jp(recognised) : ringLabel(ui, { year, recognised, whole });
  return (
    <section aria-labelledby="year" class="rounded-box bg-base-100 p-5 text-base-content shadow-lg">
      <h2 id="year" class="text-lg font-semibold">
        {words.yearHeading(year.year)}
      </h2>
      <div class="mt-3 flex flex-wrap items-center gap-x-6 gap-y-4">
        <svg
          class="size-28 shrink-0"
          width="128"
          height="128"
          viewBox="0 0 128 128"
          role="img"
          aria-label={label}
        >
          <Arc share={1} class="text-base-300" />
          <Arc share={ahead} class="text-accent/40" />
          <Arc share={open} class="text-accent" />
          <Arc share={counted} class="text-primary" />
          <text
            x="64"
            y="64"
            text-anchor="middle"
            fill="currentColor"
            font-size="28"
            font-weight="700"
            dominant-baseline="middle"
          >
            {format.jp(recognised).replace(' JP', '')}
          </text>
          <text x="64" y="86" text-anchor="middle" fill="currentColor" font-size="12">
            {whole === undefined ? 'JP' : `/ ${format.jp(whole)}`}
          </text>
        </svg>
        <dl class="min-w-36 grow space-y-1.5 text-sm">
          <Line {...props} dot="bg-primary" label={words.recognised} jp={recognised} show="recognised" />
          {year.held > 0 && <Line {...props} label={words.held} jp={year.held} show="held" />}
          <Line {...props} dot="bg-accent" label={words.inProgress} jp={year.inProgress} show="running" />
          <Line {...props} dot="bg-accent/40" label={words.planned} jp={year.planned} show="planned" />
          <Duty {...props} />
        </dl>
      </div>
      <Pace {...props} />
      <p class="mt-3">
        <a href="/jp" class="text-link inline-flex min-h-8 items-center font-medium">
          {words.openLedger}
        </a>
      </p>
    </section>
  );
}

function ringLabel(
  { locale, format }: Ui,
  given: { readonly year: YearView; readonly recognised: Jp; readonly whole: Jp },
): string {
  const { ringMaximum, ringLabel: ringMinimum } = homeWords[locale];
  const words = given.year.maximum ? ringMaximum : ringMinimum;
  return words(format.jp(given.recognised), format.jp(given.whole));
}

/** What a PNS has still to reach, or what of a PPPK is recognised at most. */
function Duty(props: { readonly ui: Ui; readonly year: YearView }) {
  const { ui, year } = props;
  const words = homeWords[ui.locale];
  if (year.maximum) return <Line {...props} label={words.maximum} jp={year.maximum.jp} />;
  if (year.minimum === undefined) return null;
  const left = Math.max(year.minimum - year.recognised, 0) as Jp;
  return (
    <>
      <Line
        {...props}
        dot="bg-base-300"
        label={left === 0 ? words.targetMet : words.toTarget}
        jp={left}
        show="left"
      />
      <Line {...props} label={words.target} jp={year.minimum} />
    </>
  );
}

/** Without a whole there is nothing to fill. */
function share(part: Jp, whole: Jp | undefined): number {
  if (whole === undefined) return 0;
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

/** A number of the year. With `show` it leads to what it is made of. */
function Line(props: {
  readonly ui: Ui;
  readonly year: YearView;
  readonly dot?: string;
  readonly label: string;
  readonly jp: Jp;
  readonly show?: JpShow;
}) {
  const { ui, year, label, jp, show } = props;
  const value = ui.format.jp(jp);
  return (
    <div class="flex items-baseline justify-between gap-3">
      <dt class="inline-flex items-center gap-2">
        {props.dot && <span aria-hidden="true" class={`size-2.5 rounded-full ${props.dot}`}></span>}
        {label}
      </dt>
      <dd class="font-semibold tabular-nums">
        {show ? (
          <a
            href={hrefOf(ledgerPath, { year: String(year.year), show })}
            class="text-link inline-flex min-h-6 items-center"
            aria-label={`${value}, ${homeWords[ui.locale].linesOf(label)}`}
          >
            {value}
          </a>
        ) : (
          value
        )}
      </dd>
    </div>
  );
}
