/** A part that was played without a break, in seconds: from, to. */
export type Segment = readonly [from: number, to: number];

/** More than so many are joined, so that the document of a restless viewer stays small. */
const maxSegments = 200;

/** Seconds of the recording that were played at least once; what was played twice counts once. */
export function playedSeconds(segments: readonly Segment[]): number {
  return joined(segments).reduce((sum, [from, to]) => sum + (to - from), 0);
}

/** Overlapping and touching parts as one, in the order of the recording. */
export function joined(segments: readonly Segment[]): readonly Segment[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...segments].sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) result.push([from, to]);
  }
  return result;
}

/** In the order in which they were played, joined only when there are too many. */
export function withSegment(segments: readonly Segment[], [from, to]: Segment): readonly Segment[] {
  const next =
    roundTime(to) > roundTime(from) ? [...segments, [roundTime(from), roundTime(to)] as const] : segments;
  return next.length > maxSegments ? joined(next) : next;
}

/** Both lists, without what the first covers already. */
export function mergeSegments(known: readonly Segment[], more: readonly Segment[]): readonly Segment[] {
  const texts = new Set(known.map(String));
  return more
    .filter((segment) => !texts.has(String(segment)))
    .reduce<readonly Segment[]>((all, segment) => withSegment(all, segment), known);
}

/** Played share, 0 to 1; 0 while the length is not known. */
export function playedShare(segments: readonly Segment[], length: number): number {
  return length > 0 ? Math.min(1, playedSeconds(segments) / length) : 0;
}

/**
 * True when so much was played that `share` of the recording counts as played. A player tells its time four times a second and stops
 * a little before the end, so up to a second (2 % of a short recording) may be missing.
 */
export function isPlayedEnough(segments: readonly Segment[], length: number, share: number): boolean {
  if (!(length > 0)) return false;
  const patience = Math.min(1, length * 0.02);
  return playedSeconds(segments) >= share * length - patience;
}

/** Extension `played-segments` of the video profile (2.5.4.5): `0[.]12.5[,]14[.]21`. */
export function writeSegments(segments: readonly Segment[]): string {
  return segments.map(([from, to]) => `${from}[.]${to}`).join('[,]');
}

/** What is no segment is left out. */
export function readSegments(text: string): readonly Segment[] {
  return text.split('[,]').flatMap((part) => {
    const [from = Number.NaN, to = Number.NaN, ...more] = part.split('[.]').map(numberOf);
    return more.length === 0 && from >= 0 && to > from ? [[from, to] as const] : [];
  });
}

const numberOf = (text: string) => (/^\d{1,7}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN);

/** Milliseconds are the finest that the profile knows. */
export function roundTime(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
