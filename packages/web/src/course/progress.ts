import type { CourseView, OutlineNode, PartView } from './ports.ts';

/** Every part of the outline, in order. */
export function partsOf(nodes: readonly OutlineNode[]): readonly PartView[] {
  return nodes.flatMap((node) => (node.kind === 'part' ? [node] : partsOf(node.nodes)));
}

/** A part that no longer stands in the way of finishing the course; one without a condition never does. */
export function isDone(part: PartView): boolean {
  return part.state === 'done' || part.state === 'waived' || part.criterion === 'not-applicable';
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Done parts of those that have a condition, rounded down so that 100 means finished. */
  readonly percent: number;
  readonly missing: readonly PartView[];
  /** Where "continue" leads: what was begun and not finished, else the first unfinished, else the first. */
  readonly next: PartView | undefined;
}

export function progressOf(course: Pick<CourseView, 'outline'>): Progress {
  const parts = partsOf(course.outline);
  const counted = parts.filter((part) => part.criterion !== 'not-applicable');
  const missing = parts.filter((part) => !isDone(part));
  const done = counted.length - missing.length;
  return {
    done,
    total: counted.length,
    percent: counted.length === 0 ? 100 : Math.floor((done * 100) / counted.length),
    missing,
    next: missing.find((part) => part.state === 'started') ?? missing[0] ?? parts[0],
  };
}

/** The part after this one that still needs work, around the end. */
export function nextAfter(course: Pick<CourseView, 'outline'>, partId: string): PartView | undefined {
  const parts = partsOf(course.outline);
  const index = parts.findIndex((part) => part.id === partId);
  const ordered = [...parts.slice(index + 1), ...parts.slice(0, Math.max(index, 0))];
  return ordered.find((part) => !isDone(part));
}
