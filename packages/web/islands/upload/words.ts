// Numbers as people say them, in the words that the page brings.

const unit = 1_000_000;

/** `62% · 311 dari 500 MB · sekitar 2 menit lagi`. */
export function wordsOf(
  form: HTMLFormElement,
  { sent, total, perSecond }: { readonly sent: number; readonly total: number; readonly perSecond: number },
): string {
  const locale = document.documentElement.lang;
  const megabytes = (bytes: number) => (bytes / unit).toLocaleString(locale, { maximumFractionDigits: 1 });
  const { sayProgress = '', sayMinutes = '', sayMoment = '' } = form.dataset;
  const told = fill(sayProgress, {
    percent: String(percentOf(sent, total)),
    sent: megabytes(sent),
    total: megabytes(total),
  });
  if (perSecond <= 0 || sent >= total) return told;
  const minutes = Math.round((total - sent) / perSecond / 60);
  return `${told} · ${minutes < 1 ? sayMoment : fill(sayMinutes, { minutes: String(minutes) })}`;
}

export function percentOf(sent: number, total: number): number {
  return total > 0 ? Math.min(100, Math.floor((sent * 100) / total)) : 0;
}

export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Bytes a second over the last while, so that a pause does not count. */
export function speedometer(now: () => number = () => performance.now()) {
  const window = 15_000;
  let marks: { readonly at: number; readonly sent: number }[] = [];
  return (sent: number): number => {
    const at = now();
    marks = [...marks.filter((mark) => at - mark.at < window && mark.sent <= sent), { at, sent }];
    const [first] = marks;
    return first && at - first.at > 1000 ? ((sent - first.sent) * 1000) / (at - first.at) : 0;
  };
}
