import type { AgencyId, LocalDate } from '@sinau/kernel';
import type { Improvement } from './found.ts';
import type { Recognition } from './recognition.ts';

/** A level that somebody else found, and that counts. */
export interface Assessed {
  readonly competencyId: string;
  readonly level: number;
  readonly assessedOn: LocalDate;
  readonly method: string;
  /** ISO 8601 UTC. */
  readonly recordedAt: string;
}

/** Of one day a formal assessment says the last word. */
const weight = ({ method }: Assessed): number => (method === 'supervisor' ? 0 : 1);

/**
 * Gaps that are closed for certain: one assessment below what the post asks for, and the next at it. One's own word (`self`) is none (case L14). What a
 * post asked for when a closing was recognised is what it is measured by ever after, so that another standard takes nothing back.
 */
export function closedGaps(
  assessed: readonly Assessed[],
  given: {
    readonly agencyId: AgencyId;
    readonly requiredNow: ReadonlyMap<string, number>;
    readonly known: readonly Recognition[];
  },
): readonly Improvement[] {
  const { agencyId, requiredNow, known } = given;
  const requiredThen = new Map(
    known.flatMap(({ origin }) => (origin.kind === 'improvement' ? [[nameOf(origin), origin.required]] : [])),
  );
  const byCompetency = Map.groupBy(
    assessed.filter(({ method }) => method !== 'self'),
    ({ competencyId }) => competencyId,
  );
  return [...byCompetency.values()].flatMap((all) => {
    const inOrder = all.toSorted(
      (a, b) =>
        a.assessedOn.localeCompare(b.assessedOn) || weight(a) - weight(b) || a.method.localeCompare(b.method),
    );
    return inOrder.flatMap((next, at): readonly Improvement[] => {
      const before = inOrder[at - 1];
      const required = requiredThen.get(nameOf(next)) ?? requiredNow.get(next.competencyId);
      if (!before || required === undefined) return [];
      if (before.level >= required || next.level < required) return [];
      const { competencyId, assessedOn, method } = next;
      return [
        {
          ...{ agencyId, competencyId, required, before: before.level, after: next.level },
          assessedOn,
          method,
        },
      ];
    });
  });
}

const nameOf = (one: Pick<Assessed, 'competencyId' | 'assessedOn' | 'method'>): string =>
  JSON.stringify([one.competencyId, one.assessedOn, one.method]);
