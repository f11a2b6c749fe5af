/** One line of a bench's output; what stands beside name, value and unit says how the value came about. */
export function figure(line: {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly [more: string]: unknown;
}): void {
  process.stdout.write(`${JSON.stringify({ ...line, value: round(line.value) })}\n`);
}

/** Middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return (low + high) / 2;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
