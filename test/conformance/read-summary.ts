/** What the suite says about one battery of tests. */
export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly total: number;
}

/**
 * The last summary among the lines that the suite prints; undefined when it never began. Its exit status is the number
 * of failures modulo 256, and it is 0 also when the battery was aborted: only the summary tells.
 */
export function readSummary(printed: string): Summary | undefined {
  let last: Summary | undefined;
  for (const line of printed.split('\n')) last = parseLine(line) ?? last;
  return last;
}

/** Every test ran, and passed. */
export function isWhole({ passed, failed, total }: Summary): boolean {
  return total > 0 && failed === 0 && passed === total;
}

/** Where the suite wrote its log of failing tests. */
export function readLogPath(printed: string): string | undefined {
  return /^Full run log written to (.+)$/m.exec(printed)?.[1]?.trim();
}

/** Titles of failed tests, outermost first, from the suite's log. */
export function failedTitles(log: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof log !== 'object' || log === null) return [];
  const { title, status, tests, error } = log as Readonly<Record<string, unknown>>;
  if (status !== 'failed') return [];
  const here = typeof title === 'string' && title !== '' ? [...path, title] : path;
  const inner = (Array.isArray(tests) ? tests : []).flatMap((test) => failedTitles(test, here));
  return inner.length > 0 ? inner : [`${here.join(' > ')}${error === undefined ? '' : `: ${String(error)}`}`];
}

function parseLine(line: string): Summary | undefined {
  if (!line.startsWith('{"total":')) return undefined;
  try {
    const { passed, failed, total } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const numbers = [passed, failed, total].map(Number);
    if (total === null || !numbers.every(Number.isSafeInteger)) return undefined;
    const [p = 0, f = 0, t = 0] = numbers;
    return { passed: p, failed: f, total: t };
  } catch {
    // A log line of a test that begins alike.
    return undefined;
  }
}
