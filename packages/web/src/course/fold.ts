import type { LanguageMap } from '@sinau/kernel';
import type { OutlineNode, PartView } from './ports.ts';
import { isDone, partsOf } from './progress.ts';

/** A block of the course, or a run of entries where a list has too many. */
export interface ShownGroup {
  readonly kind: 'group';
  /** Absent: a run, named by the places of its parts. */
  readonly title?: LanguageMap;
  /** Places in the course, from 1, and the id of the part that stands first; absent for a block without parts. */
  readonly first?: number;
  readonly last?: number;
  readonly firstId?: string;
  /** Parts that have a condition. */
  readonly total: number;
  readonly done: number;
  /** Absent: folded. */
  readonly nodes?: readonly ShownNode[];
  /** The innermost group around the place that is asked for. */
  readonly here: boolean;
}

export type ShownNode = PartView | ShownGroup;

/** An outline of so many parts is shown whole. */
const mostWhole = 150;
/** Entries of one list, at most. */
const mostEntries = 50;

type Group = { readonly title?: LanguageMap; readonly nodes: readonly Entry[] };
type Entry = PartView | Group;

/**
 * The outline as a page shows it. A long one is folded but for the way to one part, and long lists become runs, so that
 * a page stays small however many parts there are. `openAt`: id of that part; one that is not there means the first.
 */
export function foldOutline(nodes: readonly OutlineNode[], openAt: string | undefined): readonly ShownNode[] {
  const parts = partsOf(nodes);
  const whole = parts.length <= mostWhole;
  const places = new Map(parts.map(({ id }, index) => [id, index + 1]));
  const at = places.get(openAt ?? '') ?? 1;

  const show = (entry: Entry): ShownNode => {
    if (!('nodes' in entry)) return entry;
    const inside = partsIn(entry);
    const [first, last] = [inside[0], inside.at(-1)].map((part) => part && places.get(part.id));
    const around = first !== undefined && last !== undefined && first <= at && at <= last;
    const open = whole || around || inside.length === 0;
    const shown = open ? entry.nodes.map(show) : undefined;
    const counted = inside.filter((part) => part.criterion !== 'not-applicable');
    return {
      kind: 'group',
      ...(entry.title && { title: entry.title }),
      ...(first !== undefined && { first }),
      ...(last !== undefined && { last }),
      ...(inside[0] && { firstId: inside[0].id }),
      total: counted.length,
      done: counted.filter(isDone).length,
      ...(shown && { nodes: shown }),
      here:
        !whole &&
        around &&
        !shown?.some((one) => one.kind === 'group' && one.nodes && one.first !== undefined),
    };
  };
  return (whole ? nodes.map(asEntry) : inRuns(nodes.map((node) => asRuns(node)))).map(show);
}

const asEntry = (node: OutlineNode): Entry =>
  node.kind === 'part' ? node : { title: node.title, nodes: node.nodes.map(asEntry) };

const asRuns = (node: OutlineNode): Entry =>
  node.kind === 'part' ? node : { title: node.title, nodes: inRuns(node.nodes.map(asRuns)) };

/** Runs of runs, until a list can be read. */
function inRuns(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length <= mostEntries) return entries;
  const runs = Array.from({ length: Math.ceil(entries.length / mostEntries) }, (_, index): Group => {
    return { nodes: entries.slice(index * mostEntries, (index + 1) * mostEntries) };
  });
  return inRuns(runs);
}

function partsIn(entry: Entry): readonly PartView[] {
  return 'nodes' in entry ? entry.nodes.flatMap(partsIn) : [entry];
}
