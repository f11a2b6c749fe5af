import { leastGroup } from '@sinau/kernel';
import { EvaluationNotFound } from './errors.ts';
import type { Owner, Subject } from './evaluation.ts';
import type { ResultStore, SubjectPlace, WordsLine } from './ports.ts';
import { type Results, resultsOf, resultsTogether, type Scope, type SubjectSums, toldOf } from './results.ts';
import type { Group } from './tally.ts';

export interface SubjectResults extends Results {
  readonly subject: Subject;
  readonly owner: Owner;
  readonly title: SubjectSums['title'];
}

export interface OwnerResults extends Results {
  readonly owner: Owner;
  /** How many subjects. */
  readonly subjects: number;
}

/** Results of a year. */
export interface YearResults {
  /** Sum of what is told of the subjects. */
  readonly all: Results;
  /** By owner, most completions first. */
  readonly owners: readonly OwnerResults[];
  /** Most completions first. */
  readonly subjects: readonly SubjectResults[];
}

interface Deps {
  readonly results: ResultStore;
}

const ownerKey = (owner: Owner): string =>
  owner.kind === 'provider' ? `provider ${owner.providerId}` : `agency ${owner.agencyId}`;

export interface ResultFilter {
  readonly kind?: Subject['kind'];
  readonly owner?: Owner;
}

/**
 * What an agency's people say of what they took, and what everybody says of what the agency held itself: of those events its own people are not
 * told apart, since the rest could be got at by taking them from everybody.
 */
export async function readAgencyResults(
  deps: Deps,
  input: {
    readonly agencyId: Extract<Scope, { kind: 'agency' }>['agencyId'];
    readonly year: number;
    readonly filter?: ResultFilter;
  },
): Promise<YearResults> {
  const { agencyId, year, filter = {} } = input;
  const own: Owner = { kind: 'agency', agencyId };
  const [taken, held] = await Promise.all([
    deps.results.list({ kind: 'agency', agencyId }, year),
    deps.results.list({ kind: 'owner', owner: own }, year),
  ]);
  const others = taken.filter(({ owner }) => ownerKey(owner) !== ownerKey(own));
  return yearOf([...others, ...held], filter);
}

/** What everybody says of what a provider offers. */
export async function readProviderResults(
  deps: Deps,
  input: {
    readonly providerId: Extract<Owner, { kind: 'provider' }>['providerId'];
    readonly year: number;
    readonly filter?: ResultFilter;
  },
): Promise<YearResults> {
  const { providerId, year, filter = {} } = input;
  const scope: Scope = { kind: 'owner', owner: { kind: 'provider', providerId } };
  return yearOf(await deps.results.list(scope, year), filter);
}

function yearOf(all: readonly SubjectSums[], { kind, owner }: ResultFilter): YearResults {
  const chosen = all
    .filter(({ subject }) => kind === undefined || subject.kind === kind)
    .filter((one) => owner === undefined || ownerKey(one.owner) === ownerKey(owner))
    // Somebody completed it, and it was taken back.
    .filter(({ sums }) => (sums.asked ?? 0) > 0);
  const owners = [...Map.groupBy(chosen, (one) => ownerKey(one.owner)).values()].flatMap((subjects) => {
    const [first] = subjects;
    return first ? [{ owner: first.owner, subjects: subjects.length, ...resultsTogether(subjects) }] : [];
  });
  return {
    all: resultsTogether(chosen),
    owners: owners.toSorted((a, b) => b.completed - a.completed),
    subjects: chosen.map(subjectResults).toSorted((a, b) => b.completed - a.completed),
  };
}

const subjectResults = (one: SubjectSums): SubjectResults => ({
  ...{ subject: one.subject, owner: one.owner, title: one.title },
  ...resultsOf({ sums: one.sums, told: toldOf(one) }),
});

/** One course or event. Who may see it is asked before. */
export async function readSubjectResults(deps: Deps, place: SubjectPlace): Promise<SubjectResults> {
  const found = await deps.results.find(place);
  if (!found) throw new EvaluationNotFound();
  return subjectResults(found);
}

/**
 * What was written, of a group of which five or more have answered, up to the moment of what is told of it; by month and in no order, so that nothing
 * tells who wrote it or beside which scores.
 */
export async function listWords(
  deps: Deps,
  place: SubjectPlace,
  { group, limit, after }: { readonly group: Group; readonly limit: number; readonly after?: string },
): Promise<{
  readonly words: readonly (Pick<WordsLine, 'text'> & { readonly month: string })[];
  readonly next?: string;
}> {
  const found = await deps.results.find(place);
  const standing = found?.standings[group];
  if (!standing || (found.sums[group] ?? 0) < leastGroup) return { words: [] };
  const page = await deps.results.words(place, group, { limit, ...(after !== undefined && { after }) });
  return {
    words: page.words
      .filter(({ at }) => at <= standing.at)
      .map(({ text, at }) => ({ text, month: at.slice(0, 7) })),
    ...(page.next !== undefined && { next: page.next }),
  };
}
