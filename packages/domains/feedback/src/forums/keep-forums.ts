import { type Clock, type Ids, InvalidInput } from '@sinau/kernel';
import { agencyOf, type Caller } from '../authority.ts';
import { FeedbackChanged, FeedbackFull, FeedbackNotFound } from '../errors.ts';
import type { ServiceStore } from '../ports.ts';
import type { ServiceId } from '../service.ts';
import { surveyDay } from '../survey.ts';
import {
  type Commitment,
  type CommitmentId,
  type CommitmentRequest,
  type Forum,
  type ForumId,
  type ForumRequest,
  mostCommitments,
  participantsOf,
} from './forum.ts';
import type { ForumStore, MinutesRoom } from './ports.ts';
import { withoutPersons } from './without-persons.ts';

export interface ForumDeps {
  readonly services: Pick<ServiceStore, 'find' | 'list'>;
  readonly forums: ForumStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface At {
  readonly principal: Caller;
  readonly forumId: string;
}

/** A forum of one's agency; anybody else's is answered like one that is absent. */
export async function ownForum(
  { forums }: Pick<ForumDeps, 'forums'>,
  { principal, forumId }: At,
): Promise<Forum> {
  const found = await forums.find(agencyOf(principal), forumId as ForumId);
  if (!found) throw new FeedbackNotFound();
  return found;
}

/** Enters a forum, before or after it is held. Everybody reads it at once. */
export async function addForum(
  deps: ForumDeps,
  { principal, request }: { readonly principal: Caller; readonly request: ForumRequest },
): Promise<Forum> {
  const agencyId = agencyOf(principal);
  const createdAt = deps.clock.now().toISOString();
  // In the order of time, so that names sort by age.
  const forumId = `${createdAt.replaceAll(/[-:.]/g, '')}-${deps.ids.token(9)}` as ForumId;
  const words = await checked(deps, { agencyId, request });
  return saved(deps, { forumId, agencyId, ...words, commitments: [], createdAt, rev: 0 });
}

/** What is said of a forum, whole. `rev`: as it was read. */
export async function changeForum(
  deps: ForumDeps,
  input: At & { readonly request: ForumRequest; readonly rev: number },
): Promise<Forum> {
  const { agencyId, forumId, commitments, createdAt, minutesFile } = await ownForum(deps, input);
  const words = await checked(deps, { agencyId, request: input.request });
  if (minutesFile && surveyDay(deps.clock.now()) < words.heldOn) throw notHeld();
  const kept = { commitments, createdAt, ...(minutesFile && { minutesFile }) };
  return saved(deps, { forumId, agencyId, ...words, ...kept, rev: input.rev });
}

/** Takes a forum away that nobody was promised anything at, with its minutes. */
export async function removeForum(
  deps: Pick<ForumDeps, 'forums'> & { readonly files: Pick<MinutesRoom, 'remove'> },
  input: At,
): Promise<void> {
  const forum = await ownForum(deps, input);
  if (forum.commitments.length > 0) {
    throw new InvalidInput('This forum has commitments; drop them with a reason instead.');
  }
  if ((await deps.forums.remove(forum)) === 'conflict') throw new FeedbackChanged();
  if (forum.minutesFile) await deps.files.remove({ ...forum, fileId: forum.minutesFile.fileId });
}

/** Makes a commitment, or changes the one named. `rev`: of the forum, as it was read. Everybody reads it at once. */
export async function setCommitment(
  deps: Pick<ForumDeps, 'forums' | 'clock' | 'ids'>,
  input: At & {
    readonly request: CommitmentRequest;
    readonly rev: number;
    readonly commitmentId?: string;
  },
): Promise<Commitment> {
  const forum = await ownForum(deps, input);
  const { request, commitmentId } = input;
  const { said, text, unit, outcome, topic } = request;
  withoutPersons({ said, text, unit, outcome, topic });
  const isKnown = forum.commitments.some((one) => one.commitmentId === commitmentId);
  if (commitmentId !== undefined && !isKnown) throw new FeedbackNotFound();
  if (!isKnown && forum.commitments.length >= mostCommitments) throw new FeedbackFull();
  if (surveyDay(deps.clock.now()) < forum.heldOn) throw notHeld();
  const next: Commitment = {
    commitmentId: (commitmentId ?? deps.ids.uuid()) as CommitmentId,
    ...request,
    updatedAt: deps.clock.now().toISOString(),
  };
  const commitments = isKnown
    ? forum.commitments.map((one) => (one.commitmentId === commitmentId ? next : one))
    : [...forum.commitments, next];
  await saved(deps, { ...forum, commitments, rev: input.rev });
  return next;
}

async function checked(
  deps: ForumDeps,
  { agencyId, request }: { readonly agencyId: Forum['agencyId']; readonly request: ForumRequest },
): Promise<Omit<Forum, 'forumId' | 'agencyId' | 'commitments' | 'minutesFile' | 'createdAt' | 'rev'>> {
  const { title, place, agenda, minutes, participants } = request;
  withoutPersons({ title, place, agenda, minutes });
  const isAhead = surveyDay(deps.clock.now()) < request.heldOn;
  const counted = Object.fromEntries(Object.entries(participants).filter(([, count]) => count > 0));
  if (isAhead && (minutes !== undefined || participantsOf({ participants: counted }) > 0)) {
    throw notHeld();
  }
  const serviceIds = [...new Set(request.serviceIds)] as ServiceId[];
  for (const serviceId of serviceIds) {
    if (!(await deps.services.find({ agencyId, serviceId }))) throw new FeedbackNotFound();
  }
  return { ...request, serviceIds, participants: counted };
}

const notHeld = () =>
  new InvalidInput('This forum was not held yet.', {
    issues: [{ path: '/heldOn', message: 'is ahead: what comes of a forum is entered once it was held' }],
  });

async function saved({ forums }: Pick<ForumDeps, 'forums'>, next: Forum): Promise<Forum> {
  if ((await forums.save(next)) === 'conflict') throw new FeedbackChanged();
  return { ...next, rev: next.rev + 1 };
}
