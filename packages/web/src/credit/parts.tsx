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

function timeText(
  { t, format }: Ui,
  reason: Exclude<HoldReasonView, { readonly code: 'counted-already' }>,
): string {
  const { tooShort, parallel, impossible, tooFast, from, until, measured, unmeasured } = t.credit.holdReasons;
  const spent = format.duration(reason.seconds);
  if (reason.code === 'impossible-duration') return impossible(format.duration(reason.claimed), spent);
  const least = format.duration(reason.leastSeconds);
  if (reason.code === 'too-fast') {
    const { parts, all } = reason.unmeasured;
    const between = tooFast(from[reason.since], until[reason.until], { spent, least });
    return `${between} ${unmeasured(format.number(parts), format.number(all))}`;
  }
  const words = (reason.code === 'parallel' ? parallel : tooShort)(spent, least);
  if (!reason.measured) return words;
  const { parts, all } = reason.measured;
  return `${measured(format.number(parts), format.number(all), format.number(all - parts))} ${words}`;
}
