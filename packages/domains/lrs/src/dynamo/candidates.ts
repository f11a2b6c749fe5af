import type { Item } from '@sinau/platform/dynamo';
import { isCommitRow, isTombstone } from './commit-row.ts';
import { decodeEntries } from './entries.ts';
import type { PositionGroup } from './merge-lists.ts';
import type { QueryPlan } from './plan-query.ts';
import type { Position } from './position.ts';

/** A statement that the rows do not rule out. */
export interface Candidate {
  readonly position: Position;
  readonly index: number;
  /** It may match by itself. */
  own: boolean;
  /** Ids of statements through which it may match. */
  readonly via: string[];
  /** Whether it matches through a reference has to be found out. */
  followReferences: boolean;
  source: BodySource;
}

/** Where the body lies. */
export type BodySource =
  | { readonly kind: 'inline'; readonly row: Item; readonly nth: number }
  | { readonly kind: 'chunk'; readonly chunk: number }
  | { readonly kind: 'id'; readonly id: string };

/** Statements of one commit in the order of the query, each once, without those that are voided. */
export function candidatesIn(group: PositionGroup, plan: QueryPlan): readonly Candidate[] {
  const voided = new Set<number>();
  const found = new Map<number, Candidate>();
  for (const row of group.rows) {
    const [, kind, index] = row.sk.split('#');
    if (kind === 'v') voided.add(Number(index));
    else if (row.e instanceof Uint8Array && !isTombstone(row)) collect(group.position, plan, { row, found });
  }
  const inOrder = [...found.values()].filter(
    ({ index }) => !voided.has(index) && isAfter(group, plan, index),
  );
  return inOrder.sort((a, b) => (plan.descending ? b.index - a.index : a.index - b.index));
}

function collect(
  position: Position,
  plan: QueryPlan,
  { row, found }: { readonly row: Item; readonly found: Map<number, Candidate> },
): void {
  const entries = decodeEntries(row.e as Uint8Array);
  for (const [nth, entry] of entries.entries()) {
    if (!plan.mayRead(entry)) continue;
    const matches = plan.mayMatch(entry);
    const follow = !plan.inherits && entry.refers && !matches;
    if (!matches && !follow) continue;
    const via = typeof row.v === 'string' ? row.v : undefined;
    const before = found.get(entry.index);
    const candidate = before ?? {
      position,
      index: entry.index,
      own: false,
      via: [],
      followReferences: false,
      source: sourceOf(row, nth, entry.chunk),
    };
    if (via !== undefined) candidate.via.push(via);
    else if (matches) candidate.own = true;
    // A short hash may deceive: what refers is followed also when its own row seems to match.
    if (!plan.inherits && entry.refers) candidate.followReferences = true;
    // A row of its own knows best where the body is.
    if (before && via === undefined && before.source.kind === 'id')
      before.source = sourceOf(row, nth, entry.chunk);
    found.set(entry.index, candidate);
  }
}

function sourceOf(row: Item, nth: number, chunk: number): BodySource {
  if (row.b instanceof Uint8Array && !isCommitRow(row)) return { kind: 'inline', row, nth };
  if (typeof row.i === 'string') return { kind: 'id', id: row.i };
  return { kind: 'chunk', chunk };
}

function isAfter({ position }: PositionGroup, { after, descending }: QueryPlan, index: number): boolean {
  if (!after || after.position !== position) return true;
  return descending ? index < after.index : index > after.index;
}
