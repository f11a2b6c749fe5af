const weeks = /^P\d+(?:[.,]\d+)?W$/;
const parts =
  /^P(?=\d|T\d)(?:\d+(?:[.,]\d+)?Y)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?D)?(?:T(?=\d)(?:\d+(?:[.,]\d+)?H)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?S)?)?$/;
/** Only the smallest unit given may have a fraction. */
const earlyFraction = /[.,]\d+[A-Z].*\d/;

/** ISO 8601:2004 §4.4.3.2; weeks stand alone, the alternative time-point format is refused. */
export function isDuration(text: string): boolean {
  return weeks.test(text) || (parts.test(text) && !earlyFraction.test(text));
}

/** Digits of seconds past 0.01 do not count when durations are compared (1.0.3 Data 4.6); nothing else changes. */
export function comparableDuration(text: string): string {
  // Looked for from its mark on: a pattern that begins with digits tries each of them anew, in a text of any length.
  return text.replace(/[.,](\d+)S$/, (_, fraction: string) => {
    const kept = fraction.slice(0, 2).replace(/0+$/, '');
    return kept === '' ? 'S' : `.${kept}S`;
  });
}
