/**
 * Spans of time as SCORM writes them, in seconds with hundredths. Years count 365 days and months 30: a span has no
 * date that would tell more.
 */
const timespan = /^(\d{1,4}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,2}))?$/;
const isoDuration =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;
const maxTimespanHundredths = (9999 * 3600 + 59 * 60 + 59) * 100 + 99;
/** Longer spans are nonsense, and their hundredths would leave the safe integers. */
const maxHundredths = 100 * 365 * 86_400 * 1000;

/** CMITimespan of SCORM 1.2, `HHHH:MM:SS.SS`; undefined for anything else. */
export function parseTimespan(text: string): number | undefined {
  const match = timespan.exec(text.trim());
  if (!match) return undefined;
  const [, hours, minutes, seconds, fraction = ''] = match;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (whole * 100 + Number(fraction.padEnd(2, '0'))) / 100;
}

/** timeinterval(second,10,2) of SCORM 2004, ISO 8601; undefined for anything else. */
export function parseIsoDuration(text: string): number | undefined {
  const match = isoDuration.exec(text.trim());
  if (!match) return undefined;
  const [years, months, days, hours, minutes, seconds] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const allDays = (years ?? 0) * 365 + (months ?? 0) * 30 + (days ?? 0);
  const whole = allDays * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  const hundredths = whole * 100 + Number((match[7] ?? '').padEnd(2, '0').slice(0, 2));
  return hundredths <= maxHundredths ? hundredths / 100 : undefined;
}

/** `HHHH:MM:SS.SS`; what is longer than the form can say becomes its longest. */
export function formatTimespan(seconds: number): string {
  const all = Math.min(hundredthsOf(seconds), maxTimespanHundredths);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = String(Math.floor(all / 360_000)).padStart(4, '0');
  const rest = all % 360_000;
  return `${hours}:${two(Math.floor(rest / 6000))}:${two(Math.floor((rest % 6000) / 100))}.${two(rest % 100)}`;
}

/** ISO 8601 with hours as the largest unit: `PT1H2M3.04S`, and `PT0S` for nothing. */
export function formatIsoDuration(seconds: number): string {
  const all = hundredthsOf(seconds);
  const hours = Math.floor(all / 360_000);
  const minutes = Math.floor((all % 360_000) / 6000);
  const rest = (all % 6000) / 100;
  const parts = [hours > 0 && `${hours}H`, minutes > 0 && `${minutes}M`, rest > 0 && `${rest}S`];
  const said = parts.filter((part) => part !== false).join('');
  return `PT${said === '' ? '0S' : said}`;
}

function hundredthsOf(seconds: number): number {
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.round(seconds * 100)), maxHundredths) : 0;
}
