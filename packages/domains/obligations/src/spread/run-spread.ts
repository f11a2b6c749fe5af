import { Unavailable } from '@sinau/kernel';
import { isIn } from '../audience/audience.ts';
import { type Duty, openStates } from '../duty/duty.ts';
import { keepDuties } from '../duty/keep-duty.ts';
import { keepOrDrop } from '../duty/keep-or-drop.ts';
import { releaseDuty } from '../duty/release-duty.ts';
import { isExempt } from '../exceptions/exception.ts';
import { type FollowPersonDeps, reasonOf } from '../follow-person.ts';
import type { Obligation } from '../obligation.ts';
import type { MemberDirectory, SpreadStore } from '../ports.ts';
import { inTurns } from './in-turns.ts';
import { nextLook } from './next-look.ts';
import type { Spread, SpreadMessage } from './spread.ts';

export interface RunSpreadDeps extends FollowPersonDeps {
  readonly members: MemberDirectory;
  readonly spreads: SpreadStore;
  /** Something was wrong with one person; the others go on. */
  readonly onFailure: (error: unknown) => void;
}

/** So many people are looked at before the place is saved: a break repeats no more. */
const portion = 50;
/** And no more duties than these, so that a portion of a long programme takes no longer. */
const mostDuties = 500;
const portionOf = ({ courseIds }: Obligation): number =>
  Math.min(portion, Math.ceil(mostDuties / Math.max(1, courseIds.length)));

/**
 * Goes on looking at everybody whom an obligation may be for, where it stands. `more`: the time was up; `elsewhere`: another
 * worker is on it, or nothing is left to do.
 */
export async function runSpread(
  deps: RunSpreadDeps,
  input: Omit<SpreadMessage, 'kind'> & { readonly deadlineMs: number },
): Promise<'done' | 'more' | 'elsewhere'> {
  let spread = await deps.spreads.findSpread(input.obligationId);
  const obligation = await deps.obligations.find(input.agencyId, input.obligationId);
  if (!obligation || spread?.state !== 'running') return 'elsewhere';
  while (spread.state === 'running') {
    const now = deps.clock.now();
    if (now.getTime() >= input.deadlineMs) return 'more';
    const next = await step(deps, { spread, obligation });
    const dueAt = nextLook(deps, next, obligation);
    const { dueAt: _, ...rest } = next;
    const saved = await deps.spreads.saveSpread({ ...rest, ...(dueAt && { dueAt }), tries: 0 });
    if (saved.outcome === 'changed') return 'elsewhere';
    spread = saved.spread;
  }
  return 'done';
}

interface Work {
  readonly spread: Spread;
  readonly obligation: Obligation;
}

const step = (deps: RunSpreadDeps, work: Work): Promise<Spread> =>
  work.spread.pass === 'members' ? lookAtMembers(deps, work) : lookAtDuties(deps, work);

async function lookAtMembers(deps: RunSpreadDeps, { spread, obligation }: Work): Promise<Spread> {
  if (obligation.state !== 'active') return secondPass(spread);
  const { agencyId, audience } = obligation;
  const list = { agencyId, ...(audience.unitIds && { unitIds: audience.unitIds }) };
  const { members, next } = await deps.members.pageOf(list, {
    ...pageOf(spread),
    limit: portionOf(obligation),
  });
  const fitting = members.filter((member) => isIn(audience, member));
  const results = await inTurns(fitting, (member) =>
    attempt(deps, () => keepDuties(deps, { obligation, member })),
  );
  return {
    ...(next === undefined ? secondPass(spread) : { ...spread, cursor: next }),
    seen: spread.seen + members.length,
    given: spread.given + sum(results),
    failed: spread.failed + results.filter((result) => result === 'failed').length,
  };
}

const secondPass = ({ cursor: _, ...spread }: Spread): Spread => ({ ...spread, pass: 'duties' });

/** Whoever owes something: whether they still do, where they are now, and when they are told. */
async function lookAtDuties(deps: RunSpreadDeps, { spread, obligation }: Work): Promise<Spread> {
  const { duties, next } = await openDuties(deps, spread);
  const results = await inTurns(duties, (duty) => attempt(deps, () => lookAtDuty(deps, duty, obligation)));
  const counts = {
    released: spread.released + sum(results),
    failed: spread.failed + results.filter((result) => result === 'failed').length,
  };
  if (next !== undefined) return { ...spread, ...counts, cursor: next };
  const { cursor: _, ...rest } = spread;
  return { ...rest, ...counts, state: 'done', finishedAt: deps.clock.now().toISOString() };
}

async function lookAtDuty(deps: RunSpreadDeps, duty: Duty, obligation: Obligation): Promise<number> {
  if (obligation.state === 'ended') return (await releaseDuty(deps, duty, 'obligation-ended')) ? 1 : 0;
  const [member, exception] = await Promise.all([
    deps.members.memberOf(duty.personId),
    deps.exceptions.findException(duty),
  ]);
  const isMeant = member?.agencyId === obligation.agencyId && isIn(obligation.audience, member);
  if (isMeant && !isExempt(exception, deps.clock.now())) {
    return keepOrDrop(deps, { duty, obligation, member });
  }
  const reason = isMeant ? 'exempted' : reasonOf(duty, member);
  return (await releaseDuty(deps, duty, reason)) ? 1 : 0;
}

/** The lists of open duties, one behind the other; the cursor names the list by its number. */
async function openDuties(deps: RunSpreadDeps, spread: Spread) {
  const [list = '0', ...rest] = (spread.cursor ?? '0').split(' ');
  const n = Number(list);
  const [state = 'required', following] = openStates.slice(n);
  const after = rest.join(' ');
  const { obligationId } = spread;
  const page = { limit: portion, ...(after !== '' && { after }) };
  const { duties, next } = await deps.duties.listState({ obligationId, state }, page);
  if (next !== undefined) return { duties, next: `${n} ${next}` };
  return { duties, ...(following && { next: String(n + 1) }) };
}

const pageOf = ({ cursor }: Spread) => ({ limit: portion, ...(cursor !== undefined && { after: cursor }) });

/** One person who cannot be looked at holds up nobody else; a store that does not answer holds up all. */
async function attempt(deps: RunSpreadDeps, work: () => Promise<number>): Promise<number | 'failed'> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    deps.onFailure(error);
    return 'failed';
  }
}

const sum = (results: readonly (number | 'failed')[]): number =>
  results.reduce<number>((all, result) => all + (result === 'failed' ? 0 : result), 0);
