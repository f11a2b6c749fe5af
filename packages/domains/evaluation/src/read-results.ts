import { leastGroup, type Principal } from '@sinau/kernel';
import { officeOf } from './authority.ts';
import { EvaluationNotFound } from './errors.ts';
import type { Owner, Subject } from './evaluation.ts';
import type { ResultStore, SubjectPlace } from './ports.ts';
import { type Results, resultsOf, resultsTogether, type SubjectSums, toldOf } from './results.ts';
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
  /** Whose anything was completed that year, whatever was filtered. */
  readonly choices: readonly Owner[];
}

interface Deps {
  readonly results: ResultStore;
}

export interface ResultFilter {
  readonly kind?: Subject['kind'];
  /** As `ownerKey` writes it. */
  readonly owner?: string;
}

/** One word for an owner, for addresses and lists. */
export const ownerKey = (owner: Owner): string =>
  owner.kind === 'provider' ? `provider.${owner.providerId}` : `agency.${owner.agencyId}`;

/**
 * For a provider, what everybody says of what it offers. For an agency, what its people say of what they took, and what everybody says of what
 * it held itself: of those events its own people are not told apart, since the rest could be got at by taking them from everybody.
 */
export async function readResults(
  deps: Deps,
  input: { readonly principal: Principal; readonly year: number; readonly filter?: ResultFilter },
): Promise<YearResults> {
  const { principal, year, filter = {} } = input;
  const office = officeOf(principal);
  const own = await deps.results.list({ kind: 'owner', owner: office }, year);
  if (office.kind === 'provider') return yearOf(own, filter);
  const taken = await deps.results.list({ kind: 'agency', agencyId: office.agencyId }, year);
  const others = taken.filter(({ owner }) => ownerKey(owner) !== ownerKey(office));
  return yearOf([...others, ...own], filter);
}

function yearOf(all: readonly SubjectSums[], { kind, owner }: ResultFilter): YearResults {
  // Others were completed, and taken back.
  const completed = all.filter(({ sums }) => (sums.asked ?? 0) > 0);
  const chosen = completed
    .filter(({ subject }) => kind === undefined || subject.kind === kind)
    .filter((one) => owner === undefined || ownerKey(one.owner) === owner);
  const owners = [...Map.groupBy(chosen, (one) => ownerKey(one.owner)).values()].flatMap((subjects) => {
    const [first] = subjects;
    return first ? [{ owner: first.owner, subjects: subjects.length, ...resultsTogether(subjects) }] : [];
  });
  return {
    choices: [...new Map(completed.map((one) => [ownerKey(one.owner), one.owner])).values()],
    all: resultsTogether(chosen),
    owners: owners.toSorted((a, b) => b.completed - a.completed),
    subjects: chosen.map(subjectResults).toSorted((a, b) => b.completed - a.completed),
  };
}

const subjectResults = (one: SubjectSums): SubjectResults => ({
  ...{ subject: one.subject, owner: one.owner, title: one.title },
  ...resultsOf({ sums: one.sums, told: toldOf(one) }),
});

interface OfSubject {
  readonly principal: Principal;
  readonly year: number;
  readonly subject: Subject;
}

/** Where the sums of one subject lie for whoever reads; undefined where nothing of it is theirs. */
async function placeOf(
  { results }: Deps,
  { principal, year, subject }: OfSubject,
): Promise<{ readonly place: SubjectPlace; readonly found: SubjectSums } | undefined> {
  const office = officeOf(principal);
  const own: SubjectPlace = { scope: { kind: 'owner', owner: office }, year, subject };
  const held = await results.find(own);
  if (held) return { place: own, found: held };
  if (office.kind === 'provider') return undefined;
  const place: SubjectPlace = { scope: { kind: 'agency', agencyId: office.agencyId }, year, subject };
  const found = await results.find(place);
  return found && { place, found };
}

/** One course or event; one that nobody has completed in that year, or of whom it is not, is absent. */
export async function readSubjectResults(deps: Deps, of: OfSubject): Promise<SubjectResults> {
  const at = await placeOf(deps, of);
  if (!at || (at.found.sums.asked ?? 0) <= 0) throw new EvaluationNotFound();
  return subjectResults(at.found);
}

/**
 * What was written, of a group of which five or more have answered, up to the moment of what is told of it; by month and in no order, so that nothing
 * tells who wrote it or beside which scores.
 */
export async function listWords(
  deps: Deps,
  of: OfSubject,
  { group, limit, after }: { readonly group: Group; readonly limit: number; readonly after?: string },
): Promise<{
  readonly words: readonly { readonly text: string; readonly month: string }[];
  readonly next?: string;
}> {
  const at = await placeOf(deps, of);
  if (!at) throw new EvaluationNotFound();
  const standing = at.found.standings[group];
  if (!standing || (at.found.sums[group] ?? 0) < leastGroup) return { words: [] };
  const page = await deps.results.words(at.place, group, { limit, ...(after !== undefined && { after }) });
  return {
    words: page.words
      .filter((one) => one.at < standing.at)
      .map((one) => ({ text: one.text, month: one.at.slice(0, 7) })),
    ...(page.next !== undefined && { next: page.next }),
  };
}
