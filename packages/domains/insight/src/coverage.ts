import { coverageBins } from './traces.ts';

const most = 9;
/** More than any player tells; what comes behind is left out. */
const maxSegments = 2_000;

/**
 * How often each hundredth of a recording was played, from `played-segments` of the video profile (`0[.]12.5[,]14[.]21`).
 * A part counts when its middle was played. Undefined for a length or segments that are none.
 */
export function coverageOf(segments: string, lengthSeconds: number): string | undefined {
  if (!(lengthSeconds > 0) || !Number.isFinite(lengthSeconds)) return undefined;
  const counts = new Array<number>(coverageBins).fill(0);
  const width = lengthSeconds / coverageBins;
  for (const part of segments.split('[,]', maxSegments)) {
    const [from = Number.NaN, to = Number.NaN, ...more] = part.split('[.]').map(secondsOf);
    if (more.length > 0 || !(to > from)) continue;
    const [first, end] = [Math.ceil(from / width - 0.5), Math.ceil(to / width - 0.5)];
    for (let bin = Math.max(0, first); bin < Math.min(coverageBins, end); bin += 1) {
      counts[bin] = Math.min(most, (counts[bin] ?? 0) + 1);
    }
  }
  return counts.some((count) => count > 0) ? counts.join('') : undefined;
}

/** What was played in either, as often as in the one where it was played more: players repeat what they told before. */
export function mergeCoverage(a: string, b: string): string {
  return Array.from({ length: coverageBins }, (_, bin) =>
    Math.max(Number(a[bin] ?? 0), Number(b[bin] ?? 0)),
  ).join('');
}

const secondsOf = (text: string): number =>
  /^\d{1,7}(\.\d{1,9})?$/.test(text.trim()) ? Number(text) : Number.NaN;
