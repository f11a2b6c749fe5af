import type { Evaluation, Owner, Words } from '../evaluation.ts';
import { scopesOf } from '../note-standings.ts';
import type { EvaluationPlace, EvaluationStore, ResultStore, SubjectPlace, WordsLine } from '../ports.ts';
import type { Scope, SubjectSums } from '../results.ts';
import type { Standings } from '../standing.ts';
import { addTally, type Group, stepBetween, type Tally } from '../tally.ts';

export interface EvaluationStores {
  readonly evaluations: EvaluationStore;
  readonly results: ResultStore;
}

const keyOf = ({ personId, evaluationId }: EvaluationPlace): string =>
  JSON.stringify([personId, evaluationId]);
const ownerKey = (owner: Owner): string => (owner.kind === 'agency' ? owner.agencyId : owner.providerId);
const scopeKey = (scope: Scope): string =>
  scope.kind === 'agency' ? `agency ${scope.agencyId}` : `${scope.owner.kind} owns ${ownerKey(scope.owner)}`;
const placeKey = ({ scope, year, subject }: SubjectPlace): string =>
  JSON.stringify([scopeKey(scope), year, subject.kind, subject.id]);

interface Noted {
  readonly about: Pick<SubjectSums, 'subject' | 'owner' | 'title'>;
  readonly in: string;
  readonly sums: Tally;
}

/** Evaluations without a table. */
export function memoryEvaluationStores(): EvaluationStores {
  const rows = new Map<string, Evaluation>();
  const sums = new Map<string, Noted>();
  const standings = new Map<string, { readonly standings: Standings; readonly rev: number }>();
  const sumsOf = (key: string): SubjectSums | undefined => {
    const found = sums.get(key);
    if (!found) return undefined;
    const counted = Object.fromEntries(Object.entries(found.sums).filter(([, count]) => count !== 0));
    return { ...found.about, sums: counted, ...(standings.get(key) ?? { standings: {}, rev: 0 }) };
  };
  const count = (one: Evaluation, step: Tally) => {
    if (Object.keys(step).length === 0) return;
    const { subject, owner, title, year } = one;
    for (const scope of scopesOf(one)) {
      const key = placeKey({ scope, year, subject });
      sums.set(key, {
        about: { subject, owner, title },
        in: `${scopeKey(scope)} ${year}`,
        sums: addTally(sums.get(key)?.sums ?? {}, step),
      });
    }
  };
  return {
    evaluations: {
      find: async (place) => rows.get(keyOf(place)),
      ofPerson: async (personId) => [...rows.values()].filter((one) => one.personId === personId),
      async step(before, after) {
        const one = after ?? before;
        if (!one) return 'done';
        if (rows.get(keyOf(one))?.rev !== before?.rev) return 'changed';
        if (after) rows.set(keyOf(one), { ...after, rev: (before?.rev ?? 0) + 1 });
        else rows.delete(keyOf(one));
        count(one, stepBetween(before, after));
        return 'done';
      },
      askedOf: async (supervisorId) =>
        [...rows.values()]
          .filter(({ asked }) => asked?.supervisorId === supervisorId)
          .map(({ personId, evaluationId }) => ({ personId, evaluationId })),
      due: async (now, limit) =>
        [...rows.values()]
          .flatMap(({ turn, personId, evaluationId }) =>
            turn && turn.at <= now ? [{ at: turn.at, personId, evaluationId }] : [],
          )
          .toSorted((a, b) => (a.at < b.at ? -1 : 1))
          .slice(0, limit)
          .map(({ personId, evaluationId }) => ({ personId, evaluationId })),
    },
    results: {
      list: async (scope, year) =>
        [...sums].flatMap(([key, noted]) =>
          noted.in === `${scopeKey(scope)} ${year}` ? (sumsOf(key) ?? []) : [],
        ),
      find: async (place) => sumsOf(placeKey(place)),
      async noteStandings(place, { rev, next }) {
        const key = placeKey(place);
        if ((standings.get(key)?.rev ?? 0) === rev) standings.set(key, { standings: next, rev: rev + 1 });
      },
      async words(place, group, { limit, after }) {
        const all = [...rows.values()]
          .filter((one) => scopesOf(one).some((scope) => placeKey({ ...one, scope }) === placeKey(place)))
          .flatMap((one) => wordsOf(one, group))
          .toSorted((a, b) => (a.wordsId < b.wordsId ? -1 : 1));
        const from = Number(after ?? 0);
        return {
          words: all.slice(from, from + limit),
          ...(from + limit < all.length && { next: String(from + limit) }),
        };
      },
    },
  };
}

function wordsOf(one: Evaluation, group: Group): readonly WordsLine[] {
  if (one.state !== 'standing') return [];
  const said: Partial<Record<Group, Words | undefined>> = {
    ...{ r: one.reaction?.comment, a: one.applied?.example, s: one.supervisor?.example },
  };
  const words = said[group];
  return words ? [words] : [];
}
