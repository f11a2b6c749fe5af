import { type Clock, InvalidInput, type ProviderId } from '@sinau/kernel';
import type { CoursePart } from './course-part.ts';
import { LearnerNotFound, ResultChanged, ResultNotFound } from './errors.ts';
import type { InboxResult, ResultPlace, ResultState } from './inbox-result.ts';
import { learnerKnown } from './match-later.ts';
import { type PlaceDeps, placeIn, placeResult } from './place-result.ts';
import type { CourseParts, OutcomePort, ResultStore } from './ports.ts';
import { registrationNamed } from './registration-named.ts';
import type { KeptPayload } from './sent-payload.ts';
import { settleResults, versionOf } from './settle-results.ts';

/** Whose results somebody looks at: staff of a provider at their own. */
interface Owned {
  readonly providerId: ProviderId;
}

export interface ListedResults {
  readonly results: readonly InboxResult[];
  readonly next?: string;
}

const pageSize = 50;
/** So many pages are looked through for one that is to be filled; then a short one is shown. */
const mostPages = 10;

/** Results of a provider, latest received first; those of a state or connection alone where that is asked for. */
export async function listResults(
  deps: { readonly results: ResultStore },
  input: Owned & {
    readonly state?: ResultState;
    readonly connectionId?: string;
    readonly after?: string;
  },
): Promise<ListedResults> {
  const { providerId, state, connectionId } = input;
  const found: InboxResult[] = [];
  let after = input.after;
  for (let n = 0; n < mostPages && found.length < pageSize; n += 1) {
    const page = { providerId, limit: pageSize, ...(after !== undefined && { after }) };
    const { results, next } =
      state === 'unmatched'
        ? await deps.results.listUnmatched({ ...page, ...(connectionId !== undefined && { connectionId }) })
        : await deps.results.list(page);
    found.push(...results.filter((one) => isWanted(one, input)));
    after = next;
    if (after === undefined) break;
  }
  return { results: found, ...(after !== undefined && { next: after }) };
}

function isWanted(
  { event: { about }, decision }: InboxResult,
  { state, connectionId }: { readonly state?: ResultState; readonly connectionId?: string },
): boolean {
  if (state !== undefined && decision.state !== state) return false;
  if (connectionId === undefined) return true;
  return about.kind === 'external' && about.connectionId === connectionId;
}

/** One result, how it was sent, and all that count in the same place beside it, oldest first. */
export async function getResult(
  deps: { readonly results: ResultStore },
  { providerId, resultId }: Owned & { readonly resultId: string },
): Promise<{
  readonly result: InboxResult;
  readonly sent: KeptPayload | undefined;
  readonly versions: readonly InboxResult[];
}> {
  const result = await ownResult(deps, { providerId, resultId });
  const [sent, versions] = await Promise.all([
    deps.results.readSent(resultId),
    result.decision.state === 'placed' ? deps.results.versionsOf(result.decision.place) : [],
  ]);
  const timeOf = (one: InboxResult) => versionOf(one).occurredAt + one.resultId;
  const byTime = versions.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  return { result, sent, versions: byTime };
}

async function ownResult(
  deps: { readonly results: Pick<ResultStore, 'find'> },
  { providerId, resultId }: Owned & { readonly resultId: string },
): Promise<InboxResult> {
  const result = await deps.results.find(resultId);
  if (result?.event.providerId !== providerId) throw new ResultNotFound();
  return result;
}

/**
 * A person says whose result it is, by our pseudonym of the learner or their account there, and in which part of the course it counts where there are
 * several. What the learner is called over there is noted, so that what waits and what comes is found by itself. `forCourse`: the part is that of all
 * results of the course, of what waits and of what comes; those that count already stay where they do.
 */
export async function mapResult(
  deps: PlaceDeps,
  input: Owned & {
    /** The person or client who says so. */
    readonly by: string;
    readonly resultId: string;
    readonly subject: string;
    readonly moduleId?: string;
    readonly forCourse?: boolean;
  },
): Promise<void> {
  const { providerId, by, moduleId, forCourse = false } = input;
  const subject = input.subject.trim();
  if (subject === '') throw new InvalidInput('Say the pseudonym of the learner.');
  const seen = await ownResult(deps, input);
  const { about } = seen.event;
  if (about.kind !== 'external') throw new InvalidInput('This result says itself where it counts.');
  const { connectionId, externalCourseId, externalLearnerId } = about;
  const found = await registrationNamed(deps, { providerId, connectionId, externalCourseId, subject });
  if ('reason' in found) throw new LearnerNotFound();
  const { registration } = found;
  const course = { connectionId, externalCourseId };
  const place = await placeBy(deps, {
    ...{ providerId, registration, course },
    ...(moduleId !== undefined && { moduleId }),
  });
  const at = deps.clock.now().toISOString();
  if ((await deps.results.decide(seen, { state: 'placed', place, at, by })) === 'changed')
    throw new ResultChanged();
  if (forCourse) {
    const part = { ...course, moduleId: place.moduleId };
    await deps.courseParts.keep({ ...part, chosenAt: at, chosenBy: by });
  }
  const learner = externalLearnerId === undefined ? {} : { externalLearnerId };
  const pseudonym = found.by === 'pseudonym' ? { subject } : {};
  await learnerKnown(deps, {
    ...{ providerId, connectionId, externalCourseId, registration },
    ...learner,
    ...pseudonym,
  });
}

/** In which part all results of the course of this one count, as somebody has said; undefined where nobody has. */
export async function coursePartOf(
  deps: { readonly courseParts: Pick<CourseParts, 'find'> },
  { event: { about } }: Pick<InboxResult, 'event'>,
): Promise<CoursePart | undefined> {
  return about.kind === 'external' ? deps.courseParts.find(about) : undefined;
}

/** Takes back what was said for all results of the course of this one. Those that count stay where they do; what comes is asked about again. */
export async function forgetCoursePart(
  deps: { readonly results: Pick<ResultStore, 'find'>; readonly courseParts: Pick<CourseParts, 'drop'> },
  input: Owned & { readonly resultId: string },
): Promise<void> {
  const { about } = (await ownResult(deps, input)).event;
  if (about.kind !== 'external') throw new InvalidInput('This result says itself where it counts.');
  await deps.courseParts.drop(about);
}

async function placeBy(
  deps: PlaceDeps,
  of: Parameters<typeof placeIn>[1] & Partial<Pick<ResultPlace, 'moduleId'>>,
): Promise<ResultPlace> {
  const { providerId, registration, moduleId } = of;
  if (moduleId === undefined) {
    const place = await placeIn(deps, of);
    if ('reason' in place) throw new LearnerNotFound('Say in which part of the course this counts.');
    return place;
  }
  const parts = await deps.finder.partsOf(providerId, registration);
  if (!parts?.moduleIds.includes(moduleId))
    throw new LearnerNotFound('This part of the course takes no results.');
  return { registration, moduleId };
}

/** Somebody says that a result counts nowhere, and why. What it has completed stays completed. */
export async function setResultAside(
  deps: { readonly results: ResultStore; readonly clock: Clock },
  input: Owned & {
    /** The person or client who says so. */
    readonly by: string;
    readonly resultId: string;
    readonly note: string;
  },
): Promise<void> {
  const note = input.note.trim();
  if (note === '' || note.length > 500) throw new InvalidInput('Say why in at most 500 characters.');
  const seen = await ownResult(deps, input);
  const at = deps.clock.now().toISOString();
  const { by } = input;
  if ((await deps.results.decide(seen, { state: 'set-aside', note, at, by })) === 'changed')
    throw new ResultChanged();
}

/** Does again what follows from a result: looks for its place, or lets what counts there come to what it comes to. */
export async function replayResult(
  deps: PlaceDeps & { readonly outcomes: OutcomePort },
  input: Owned & { readonly resultId: string },
): Promise<'placed' | 'unmatched' | 'recorded' | 'unchanged' | 'closed' | 'no-part'> {
  const { decision } = await ownResult(deps, input);
  if (decision.state === 'placed') return settleResults(deps, decision.place);
  const outcome = await placeResult(deps, input);
  return outcome === 'absent' ? 'unchanged' : outcome;
}
