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
  /**
   * Mean over the parts that have a condition: 100 for one that is done, else what it reports of itself, at most 99.
   * Rounded down, so that 100 means finished.
   */
  readonly percent: number;
  /** Something was opened, whether or not it reports anything of itself. */
  readonly begun: boolean;
  readonly missing: readonly PartView[];
  /**
   * Where "continue" leads: what was begun and not finished, else the first unfinished, else the first. Not to a part that
   * waits for another one, as long as there is any other.
   */
  readonly next: PartView | undefined;
}

export function progressOf(course: Pick<CourseView, 'outline'>): Progress {
  const parts = partsOf(course.outline);
  const counted = parts.filter((part) => part.criterion !== 'not-applicable');
  const missing = parts.filter((part) => !isDone(part));
  const open = missing.filter((part) => !part.needs);
  const shares = counted.reduce((sum, part) => sum + shareOf(part), 0);
  return {
    done: counted.length - missing.length,
    total: counted.length,
    percent: counted.length === 0 ? 100 : Math.floor(shares / counted.length),
    begun: parts.some((part) => part.state !== 'not-started'),
    missing,
    next: open.find((part) => part.state === 'started') ?? open[0] ?? missing[0] ?? parts[0],
  };
}

const shareOf = (part: PartView) => (isDone(part) ? 100 : Math.min(99, part.percent ?? 0));

/** The outline as it is from the moment this part is opened, before anything of it is stored. */
export function withOpened(nodes: readonly OutlineNode[], partId: string): readonly OutlineNode[] {
  return nodes.map((node): OutlineNode => {
    if (node.kind === 'block') return { ...node, nodes: withOpened(node.nodes, partId) };
    return node.id === partId && node.state === 'not-started' ? { ...node, state: 'started' } : node;
  });
}

/** The part after this one that still needs work and can be opened, around the end. */
export function nextAfter(course: Pick<CourseView, 'outline'>, partId: string): PartView | undefined {
  const parts = partsOf(course.outline);
  const index = parts.findIndex((part) => part.id === partId);
  const ordered = [...parts.slice(index + 1), ...parts.slice(0, Math.max(index, 0))];
  return ordered.find((part) => !isDone(part) && !part.needs);
}
