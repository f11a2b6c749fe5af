import type { PathOrder } from './path.ts';

/** What of a path does not fit together; places are counted from 0. */
export type PathFault =
  | { readonly kind: 'no-units' }
  | { readonly kind: 'provider-audience' }
  | { readonly kind: 'too-many-steps' }
  | { readonly kind: 'needs-too-many'; readonly group: number }
  /** A course or event stands in the path twice, or an id does. */
  | { readonly kind: 'twice'; readonly group: number; readonly step: number }
  /** There is no such course or event that is open. */
  | { readonly kind: 'not-open'; readonly group: number; readonly step: number }
  /** Comes after something that is not in the path. */
  | {
      readonly kind: 'unknown-prerequisite';
      readonly group: number;
      readonly step: number;
      readonly id: string;
    }
  /** Each waits for the next, and the last for the first. Without `step` it is a whole group. */
  | {
      readonly kind: 'cycle';
      readonly ids: readonly string[];
      readonly places: readonly { readonly group: number; readonly step?: number }[];
    };

/** Faults of the shape alone, without looking at courses. */
export function findFaults(order: Pick<PathOrder, 'groups' | 'audience' | 'unitIds'>, mostSteps: number) {
  const faults: PathFault[] = [];
  const { groups, audience, unitIds } = order;
  if (audience === 'units' && unitIds.length === 0) faults.push({ kind: 'no-units' });
  const steps = groups.flatMap((one) => one.steps);
  if (steps.length > mostSteps) faults.push({ kind: 'too-many-steps' });
  const [ids, things] = [new Set(groups.map(({ groupId }) => groupId)), new Set<string>()];
  const known = new Set([...ids, ...steps.map(({ stepId }) => stepId)]);
  for (const [group, { needs, steps: own }] of groups.entries()) {
    if (needs !== 'all' && needs > own.length) faults.push({ kind: 'needs-too-many', group });
    for (const [step, { stepId, kind, of, after }] of own.entries()) {
      const thing = `${kind} ${of}`;
      if (ids.has(stepId) || things.has(thing)) faults.push({ kind: 'twice', group, step });
      ids.add(stepId);
      things.add(thing);
      for (const one of after)
        if (!known.has(one)) faults.push({ kind: 'unknown-prerequisite', group, step, id: one });
    }
  }
  const cycle = findCycle(groups);
  if (!cycle) return faults;
  const places = cycle.map((one) => placeOf(groups, one));
  return [...faults, { kind: 'cycle', ids: cycle, places } as const];
}

function placeOf(
  groups: PathOrder['groups'],
  id: string,
): { readonly group: number; readonly step?: number } {
  const group = groups.findIndex(
    ({ groupId, steps }) => groupId === id || steps.some(({ stepId }) => stepId === id),
  );
  const step = groups[group]?.steps.findIndex(({ stepId }) => stepId === id) ?? -1;
  return step < 0 ? { group } : { group, step };
}

/**
 * The first circle of prerequisites, in the order in which one waits for the next; undefined where there is none. A group waits for its steps, so
 * that a step which comes after its own group is a circle, too.
 */
export function findCycle(groups: PathOrder['groups']): readonly string[] | undefined {
  const edges = new Map<string, readonly string[]>();
  for (const { groupId, steps } of groups) {
    edges.set(
      groupId,
      steps.map(({ stepId }) => stepId),
    );
    for (const { stepId, after } of steps) edges.set(stepId, after);
  }
  const done = new Set<string>();
  const visit = (at: string, trail: readonly string[]): readonly string[] | undefined => {
    const from = trail.indexOf(at);
    if (from >= 0) return trail.slice(from);
    if (done.has(at)) return undefined;
    for (const next of edges.get(at) ?? []) {
      const found = visit(next, [...trail, at]);
      if (found) return found;
    }
    done.add(at);
    return undefined;
  };
  for (const start of edges.keys()) {
    const found = visit(start, []);
    if (found) return found;
  }
  return undefined;
}
