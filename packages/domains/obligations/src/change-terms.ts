import { type Clock, InvalidInput, isDayOver, yearOf } from '@sinau/kernel';
import { isIn, type Member } from './audience/audience.ts';
import { openStates } from './duty/duty.ts';
import { periodOn } from './duty/period.ts';
import { ObligationChanged } from './errors.ts';
import { dayOfYear, localDayOf } from './local-day.ts';
import type { Due, Obligation, TermsRequest } from './obligation.ts';
import { type AgencyDesk, makerOf, ownObligation } from './own-obligation.ts';
import type { DutyStore, MemberDirectory, ObligationStore } from './ports.ts';
import { type StartSpreadDeps, saveAndSpread } from './spread/start-spread.ts';

interface Input {
  readonly principal: AgencyDesk;
  readonly obligationId: string;
  readonly request: TermsRequest;
  /** As it was shown; absent: as it stands. */
  readonly rev?: number;
}

/** What would come of other terms. Numbers of people are those of today. */
export interface TermsPreview {
  readonly obligation: Obligation;
  /** In the audience then; of them who is not now, and who is now and would not be. */
  readonly people: number;
  readonly comes: number;
  readonly goes: number;
  /** False: at least so many. */
  readonly isComplete: boolean;
  /** Duties of the round of today that are open; given when the last day moves. */
  readonly moves?: { readonly duties: number; readonly from: string; readonly to: string };
}

/** A page of a browser waits for it. */
const mostSeen = 5_000;
const portion = 100;

/** Nothing is kept. */
export async function previewTerms(
  deps: {
    readonly obligations: Pick<ObligationStore, 'find'>;
    readonly members: Pick<MemberDirectory, 'pageOf'>;
    readonly duties: Pick<DutyStore, 'countsOf'>;
    readonly clock: Clock;
  },
  input: Input,
): Promise<TermsPreview> {
  const before = await ownObligation(deps, input);
  const after = changed(deps.clock, before, input);
  const counts = { people: 0, comes: 0, goes: 0 };
  let [seen, next]: [number, string | undefined] = [0, undefined];
  do {
    const page = await deps.members.pageOf(bothAudiences(before, after), {
      limit: portion,
      ...(next !== undefined && { after: next }),
    });
    for (const member of page.members) count(counts, member, { before, after });
    seen += page.members.length;
    next = page.next;
  } while (next !== undefined && seen < mostSeen);
  const moves = await movesOf(deps, before, after);
  return { obligation: after, ...counts, isComplete: next === undefined, ...(moves && { moves }) };
}

/** Other terms from now on; whoever comes, goes or has another day is met by and by, and told once. */
export async function changeTerms(
  deps: StartSpreadDeps & { readonly obligations: ObligationStore },
  input: Input,
): Promise<Obligation> {
  const before = await ownObligation(deps, input);
  const next = {
    ...changed(deps.clock, before, input),
    changedAt: deps.clock.now().toISOString(),
    changedBy: makerOf(input.principal),
  };
  return saveAndSpread(deps, next);
}

function changed(clock: Clock, before: Obligation, { request, rev }: Input): Obligation {
  if (rev !== undefined && rev !== before.rev) throw new ObligationChanged();
  if (before.state === 'ended') throw new ObligationChanged('This obligation has ended.');
  assertDue(clock, before.due, request.due);
  const { title, audience, due, note } = request;
  const { note: _, ...rest } = before;
  return {
    ...{ ...rest, title, audience, due, edition: before.edition + 1 },
    ...(note !== undefined && note !== '' && { note }),
  };
}

/** Nobody becomes late by a change: a day that is over cannot be set while the one that holds is not. */
function assertDue(clock: Clock, before: Due, after: Due): void {
  const refused = (message: string) =>
    new InvalidInput('These terms are not possible.', { issues: [{ path: '/due', message }] });
  if (before.kind !== after.kind) throw refused('stays once, or each year');
  const now = clock.now();
  const year = yearOf(localDayOf(now, 'Asia/Jakarta'));
  const dayOf = (due: Due) => (due.kind === 'once' ? due.on : dayOfYear(year, due.by));
  const [from, to] = [dayOf(before), dayOf(after)];
  if (to !== from && isDayOver(to, now) && (after.kind === 'once' || !isDayOver(from, now)))
    throw refused('is over already');
}

const bothAudiences = (before: Obligation, after: Obligation) => {
  const { agencyId } = before;
  const [was, will] = [before.audience.unitIds, after.audience.unitIds];
  return { agencyId, ...(was && will && { unitIds: [...new Set([...was, ...will])] }) };
};

function count(
  counts: { people: number; comes: number; goes: number },
  member: Member,
  { before, after }: { readonly before: Obligation; readonly after: Obligation },
): void {
  const [was, will] = [isIn(before.audience, member), isIn(after.audience, member)];
  if (will) counts.people += 1;
  if (will && !was) counts.comes += 1;
  if (was && !will) counts.goes += 1;
}

async function movesOf(
  { duties, clock }: { readonly duties: Pick<DutyStore, 'countsOf'>; readonly clock: Clock },
  before: Obligation,
  after: Obligation,
): Promise<TermsPreview['moves'] | undefined> {
  const now = clock.now();
  const today = localDayOf(now, 'Asia/Jakarta');
  const [was, will] = [before, after].map((terms) => periodOn(terms, today));
  if (!was || !will || was.dueOn === will.dueOn) return undefined;
  const counts = (await duties.countsOf(before.obligationId, now.toISOString()))[was.name] ?? {};
  const open = openStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return { duties: open, from: was.dueOn, to: will.dueOn };
}
