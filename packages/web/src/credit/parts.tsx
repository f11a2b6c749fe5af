import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { CapView, GroundView, HoldReasonView } from './ports.ts';

/** ISO date of the learner, as it is said: noon of western Indonesia is that day in every zone of the country. */
export const dayText = ({ format }: Ui, date: string): string => format.date(`${date}T05:00:00.000Z`);

/** The ground of a rule, and whether somebody has read it. */
export function Ground({ ui, ground }: { readonly ui: Ui; readonly ground: GroundView }) {
  const { verified, unverified } = ui.t.credit;
  return (
    <>
      {ground.legalBasis}{' '}
      <span class={ground.verified ? 'tag tag-success' : 'tag tag-warning'}>
        {ground.verified ? verified : unverified}
      </span>
    </>
  );
}

export function capText({ t, format }: Ui, { amount, period, measure }: CapView): string {
  const many = format.number(amount / 100);
  return t.credit.cap[period](measure === 'jp' ? `${many} JP` : t.credit.times(many));
}

/** What was found, with the numbers it was judged by. */
export function HoldReasons(props: { readonly ui: Ui; readonly reasons: readonly HoldReasonView[] }) {
  return (
    <ul class="list-disc ps-5">
      {props.reasons.map((reason) => (
        <li>{reasonText(props.ui, reason)}</li>
      ))}
    </ul>
  );
}

/** Whether it is about the time that was spent. */
export const isOfTime = ({ code }: HoldReasonView): boolean => code !== 'counted-already';

/** First and last day of a line. */
export function daysOfLine(ui: Ui, line: { readonly startsOn: string; readonly endsOn: string }): string {
  const [from, to] = [dayText(ui, line.startsOn), dayText(ui, line.endsOn)];
  return from === to ? from : `${from} – ${to}`;
}

function reasonText(ui: Ui, reason: HoldReasonView): string {
  const { counted } = ui.t.credit.holdReasons;
  if (reason.code === 'counted-already') return counted(plainText(ui, reason.title), daysOfLine(ui, reason));
  return timeText(ui, reason);
}

function timeText(ui: Ui, reason: Exclude<HoldReasonView, { readonly code: 'counted-already' }>): string {
  const { t, format } = ui;
  const words = t.credit.holdReasons;
  const spent = format.duration(reason.seconds);
  if (reason.code === 'impossible-duration') return words.impossible(format.duration(reason.claimed), spent);
  const least = format.duration(reason.leastSeconds);
  if (reason.code === 'too-fast') {
    const { parts, all } = reason.unmeasured;
    const [from, until] = [words.from[reason.since], words.until[reason.until]];
    return `${words.tooFast(from, until, { spent, least })} ${words.unmeasured(format.number(parts), format.number(all))}`;
  }
  return measuredText(ui, reason, { spent, least });
}

/** Of what was recorded, with the parts that it was recorded of where these are not all. */
function measuredText(
  { t, format }: Ui,
  { code, seconds, measured }: Extract<HoldReasonView, { readonly code: 'too-short' | 'parallel' }>,
  { spent, least }: { readonly spent: string; readonly least: string },
): string {
  const words = t.credit.holdReasons;
  const short = measured ? words.recorded : words.tooShort;
  const found = seconds === 0 ? words.nothing(least) : short(spent, least);
  const said = code === 'parallel' ? words.parallel(spent, least) : found;
  if (!measured) return said;
  const { parts, all } = measured;
  return `${words.measured(format.number(parts), format.number(all), format.number(all - parts))} ${said}`;
}
