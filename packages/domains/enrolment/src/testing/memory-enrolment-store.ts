import { type Enrolment, isCurrent, type Registration, waitingRank } from '../enrolment.ts';
import type { Invitation } from '../invitation.ts';
import { endOf } from '../invitation.ts';
import { fittingPools, type SeatGroups } from '../pool.ts';
import {
  type EnrolmentPage,
  type EnrolmentStore,
  type InvitationStore,
  type PageOf,
  rosterShards,
  type Step,
  type StepOutcome,
} from '../ports.ts';
import { type LineEffects, lineEffects, type SeatBudgetAtOnce } from '../seat-budget.ts';
import { type SeatEffects, seatEffects } from '../seats.ts';
import { type MemoryCosts, memoryCosts } from './memory-costs.ts';
import { noBudget } from './no-budget.ts';
import { noGroups } from './no-groups.ts';

/** The ports on maps, for unit tests of use cases. Pass the same contract suites as the DynamoDB adapter. */
export function memoryEnrolmentStore(
  given: {
    readonly invitations?: Map<string, Invitation>;
    readonly costs?: MemoryCosts;
    /** In memory as well. @default no line at all */
    readonly budget?: SeatBudgetAtOnce;
    /** @default nobody is of any group */
    readonly groups?: Pick<SeatGroups, 'of'>;
  } = {},
): EnrolmentStore {
  const costs = given.costs ?? memoryCosts();
  const budget = given.budget ?? noBudget;
  const invitations = given.invitations ?? new Map<string, Invitation>();
  const { rows } = costs;
  const groups = given.groups ?? noGroups;
  const replaced = new Set<Registration>();
  const offHeld = new Set<Registration>();
  const counters = new Map<string, { taken: number; waiting: number }>();
  const closed = new Set<string>();
  const counterOf = (courseId: string) => counters.get(courseId) ?? { taken: 0, waiting: 0 };
  const stands = (row: Enrolment) => isCurrent(row) && !replaced.has(row.registration);
  const current = (personId: string) =>
    [...rows.values()].filter((row) => row.personId === personId && stands(row));
  const queue = (courseId: string) =>
    [...rows.values()]
      .filter(
        (row) =>
          row.courseId === courseId && row.state === 'waiting' && !row.waitingQuota && !row.waitingBudget,
      )
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

  const roster = (courseId: string, shard: number, state: Enrolment['state']) =>
    [...rows.values()].filter(
      (row) =>
        row.state === state &&
        row.courseId === courseId &&
        Number.parseInt(row.registration.slice(0, 2), 16) % rosterShards === shard,
    );

  function refusal(step: Step, effects: SeatEffects): StepOutcome | undefined {
    const { before, after, replaces, capacity, invitation, unbegun, along } = step;
    const known = before && rows.get(before.registration);
    const isAsRead =
      known?.state === before?.state &&
      known?.assignment?.at === before?.assignment?.at &&
      known?.charge?.state === before?.charge?.state &&
      known?.waitingQuota === before?.waitingQuota &&
      known?.waitingRaised === before?.waitingRaised &&
      known?.waitingBehindUntil === before?.waitingBehindUntil &&
      known?.waitingPools?.join() === before?.waitingPools?.join() &&
      known?.waitingBudget?.lineId === before?.waitingBudget?.lineId;
    if (before && !isAsRead) return 'changed';
    const checks = (unbegun?.writes ?? []) as readonly MemoryWrite[];
    if (unbegun && (known?.lastActivityAt !== undefined || checks.some(({ holds }) => !holds())))
      return 'changed';
    const standing = current(after.personId).find(({ courseId }) => courseId === after.courseId);
    if (!before && standing?.registration !== replaces?.registration) return 'changed';
    const others = (along?.writes ?? []) as readonly MemoryWrite[];
    if (others.some(({ holds }) => !holds())) return 'along-refused';
    const invited = invitation && invitations.get(`${invitation.courseId} ${invitation.invitationId}`);
    if (invitation && (!invited || endOf(invited, invitation.at))) return 'uninvited';
    if (closed.has(after.courseId) && !before) return effects.taken > 0 ? 'full' : 'changed';
    const seatsLeft = seatRefusal(counterOf(after.courseId), effects.rule, capacity);
    return costs.refusal(step) ?? bindingRefusal(budget, step) ?? seatsLeft;
  }

  function charge(before: Enrolment, state: 'committed' | 'spent', at: string): Enrolment {
    if (!before.charge) return before;
    const after = { ...before, charge: { ...before.charge, state } };
    costs.apply({ before, after }, at);
    bind(budget, { before, after }, at);
    return after;
  }

  return {
    async move(step) {
      const effects = seatEffects(step);
      const refused = refusal(step, effects);
      if (refused) return refused;
      const { after, replaces, invitation } = step;
      const { taken, waiting } = counterOf(after.courseId);
      counters.set(after.courseId, { taken: taken + effects.taken, waiting: waiting + effects.waiting });
      const key = invitation && `${invitation.courseId} ${invitation.invitationId}`;
      const invited = key === undefined ? undefined : invitations.get(key);
      if (key !== undefined && invited) invitations.set(key, { ...invited, uses: invited.uses + 1 });
      const { lastActivityAt, providerWord } = rows.get(after.registration) ?? {};
      costs.apply(step, after.cancelledAt ?? after.enrolledAt);
      bind(budget, step, after.cancelledAt ?? after.enrolledAt);
      rows.set(after.registration, {
        ...after,
        ...(lastActivityAt !== undefined && { lastActivityAt }),
        ...(providerWord && { providerWord }),
      });
      if (replaces) replaced.add(replaces.registration);
      for (const write of (step.along?.writes ?? []) as readonly MemoryWrite[]) write.apply();
      return 'done';
    },
    async findCurrent(personId, courseId) {
      return current(personId).find((row) => row.courseId === courseId);
    },
    async findByRegistration(registration) {
      return rows.get(registration);
    },
    async listCurrent(personId) {
      return current(personId);
    },
    async listPast(personId, courseId) {
      return [...rows.values()].filter(
        (row) =>
          row.personId === personId && !stands(row) && (courseId === undefined || row.courseId === courseId),
      );
    },
    async complete({ registration }, { at, earnedJp }) {
      const row = rows.get(registration);
      if (!row) return 'absent';
      if (row.state === 'completed') return 'was-completed';
      if (row.state !== 'active') return 'was-cancelled';
      const earned = earnedJp === undefined ? {} : { earnedJp };
      const done = charge({ ...row, ...earned }, 'spent', at);
      rows.set(registration, { ...done, state: 'completed', completedAt: at });
      return 'completed';
    },
    async noteProviderWord({ registration, state }, providerWord) {
      const row = rows.get(registration);
      if (row?.state !== state || (row.providerWord?.rev ?? 0) !== providerWord.rev - 1) return 'changed';
      rows.set(registration, { ...row, providerWord });
      return 'noted';
    },
    async commitCharge(registration, at) {
      const row = rows.get(registration);
      if (row?.state !== 'active' || row.charge?.state !== 'reserved') return;
      rows.set(registration, charge(row, 'committed', at));
    },
    quotasFor: async (seat) => costs.quotasFor(seat),
    quotaOf: (agencyId, quotaId) => costs.quotaOf(agencyId, quotaId),
    async poolsFor(personId, quota) {
      const own = (await costs.lists.ofPerson(personId)).filter(
        ({ agencyId, quotaId, state }) =>
          state === 'listed' && agencyId === quota.agencyId && quotaId === quota.quotaId,
      );
      const lists = new Set(own.map(({ poolId }) => poolId));
      return fittingPools(quota, { groups: await groups.of(quota.agencyId, personId), lists });
    },
    async waitingForQuota({ agencyId, quotaId }, { limit, after = '' }) {
      const behind = [...rows.values()]
        .filter((row) => row.agencyId === agencyId && row.waitingQuota === quotaId && row.state === 'waiting')
        .filter((row) => placeOf(row) > after)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      const enrolments = behind.slice(0, limit);
      const last = enrolments.at(-1);
      return { enrolments, ...(last && behind.length > limit && { next: placeOf(last) }) };
    },
    async listHeld({ agencyId, quotaId }, { until, ...page }) {
      const held = [...rows.values()]
        .filter(({ state, assignment, charge }) => {
          return (
            state === 'active' && !assignment && charge?.agencyId === agencyId && charge.quotas[0] === quotaId
          );
        })
        .filter((row) => row.enrolledAt < until && !offHeld.has(row.registration))
        .sort((a, b) => (a.enrolledAt < b.enrolledAt ? -1 : 1));
      return pageOf(held, page);
    },
    takeOffHeld: async ({ registration }) => void offHeld.add(registration),
    async putOnHeld({ registration }) {
      const row = rows.get(registration);
      const belongs = row?.state === 'active' && !row.assignment && row.charge?.quotas[0] !== undefined;
      if (!belongs || row.lastActivityAt !== undefined) return false;
      return offHeld.delete(registration);
    },
    lineOf: (agencyId, lineId) => budget.find(agencyId, lineId),
    async waitingForLine({ agencyId, lineId }, { limit, after = '' }) {
      const behind = [...rows.values()]
        .filter((row) => row.agencyId === agencyId && row.state === 'waiting')
        .filter((row) => row.waitingBudget?.lineId === lineId && placeOf(row) > after)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      const enrolments = behind.slice(0, limit);
      const last = enrolments.at(-1);
      return { enrolments, ...(last && behind.length > limit && { next: placeOf(last) }) };
    },
    async seatsOf(courseId) {
      return counterOf(courseId);
    },
    async firstWaiting(courseId) {
      return queue(courseId)[0];
    },
    async waitingBefore(enrolment, limit) {
      const before = [...rows.values()]
        .filter((row) => row.state === 'waiting' && sameList(row, enrolment))
        .filter((row) => placeOf(row) < placeOf(enrolment));
      return Math.min(before.length, limit);
    },
    async listRequested(agencyId, page) {
      const all = [...rows.values()]
        .filter((row) => row.agencyId === agencyId && row.state === 'requested')
        .sort((a, b) => ((a.requestedAt ?? '') < (b.requestedAt ?? '') ? -1 : 1));
      return pageOf(all, page);
    },
    async listAssigned(agencyId, page) {
      const at = (row: Enrolment) => row.assignment?.at ?? '';
      const all = [...rows.values()]
        .filter((row) => row.assignment?.agencyId === agencyId && isCurrent(row))
        .sort((a, b) => (at(a) > at(b) ? -1 : 1));
      return pageOf(all, page);
    },
    listRunning: async (courseId, shard, page) => pageOf(roster(courseId, shard, 'active'), page),
    listDone: async (courseId, shard, page) => {
      const done = roster(courseId, shard, 'completed').filter((row) => !replaced.has(row.registration));
      return pageOf(done, page);
    },
    listLeft: async (courseId, shard, { since, ...page }) => {
      const left = roster(courseId, shard, 'cancelled').filter((row) => (row.cancelledAt ?? '') >= since);
      return pageOf(left, page);
    },
    // What the in-memory registration store of delivery commits as well.
    closing: (courseId) => ({
      writes: [
        {
          holds: () => !counters.has(courseId) && !closed.has(courseId),
          apply: () => void closed.add(courseId),
        },
      ],
    }),
    movingVersion: ({ registration, from, to, movedAt }) => ({
      writes: [
        {
          holds: () => {
            const row = rows.get(registration);
            return row?.state === 'active' && row.version === from;
          },
          apply: () => {
            const row = rows.get(registration);
            if (row) rows.set(registration, { ...row, version: to, movedAt });
          },
        },
      ],
    }),
    async noteActivity({ registration, personId, at }) {
      const row = rows.get(registration);
      if (row?.personId !== personId || (row.lastActivityAt ?? '') >= at) return;
      rows.set(registration, { ...row, lastActivityAt: at });
    },
  };
}

const sameList = (a: Enrolment, b: Enrolment) =>
  a.waitingQuota === b.waitingQuota &&
  a.waitingBudget?.lineId === b.waitingBudget?.lineId &&
  (a.waitingQuota === undefined && !a.waitingBudget ? a.courseId === b.courseId : a.agencyId === b.agencyId);

/** What companions in memory are made of. */
interface MemoryWrite {
  readonly holds: () => boolean;
  readonly apply: () => void;
}

const writesOf = (budget: SeatBudgetAtOnce, effects: LineEffects) =>
  budget.moving(effects).writes as readonly MemoryWrite[];

function bindingRefusal(budget: SeatBudgetAtOnce, step: Step): StepOutcome | undefined {
  const refused = lineEffects(step, '').find((effects) =>
    writesOf(budget, effects).some(({ holds }) => !holds()),
  );
  if (!refused) return undefined;
  return refused.rule === 'needed' ? 'budget-free' : 'budget-full';
}

function bind(budget: SeatBudgetAtOnce, step: Step, at: string): void {
  for (const effects of lineEffects(step, at)) for (const { apply } of writesOf(budget, effects)) apply();
}

const placeOf = (row: Enrolment) => `${waitingRank(row)} ${row.waitingSince} ${row.registration}`;

function seatRefusal(
  counter: { readonly taken: number; readonly waiting: number },
  rule: SeatEffects['rule'],
  capacity = Number.POSITIVE_INFINITY,
): 'full' | 'free' | undefined {
  const isFree = counter.taken < capacity;
  if (rule === 'free') return isFree ? undefined : 'full';
  if (rule === 'unclaimed') return isFree && counter.waiting === 0 ? undefined : 'full';
  if (rule === 'needed') return isFree && counter.waiting === 0 ? 'free' : undefined;
  return undefined;
}

function pageOf(all: readonly Enrolment[], { limit, after }: PageOf): EnrolmentPage {
  const start = after === undefined ? 0 : Number(after);
  const enrolments = all.slice(start, start + limit);
  return { enrolments, ...(start + limit < all.length && { next: String(start + limit) }) };
}

/** `invitations` is the map that the enrolment store counts uses in. */
export function memoryInvitationStore(invitations = new Map<string, Invitation>()): InvitationStore {
  const keyOf = ({ courseId, invitationId }: Pick<Invitation, 'courseId' | 'invitationId'>) =>
    `${courseId} ${invitationId}`;
  return {
    async add(invitation) {
      invitations.set(keyOf(invitation), invitation);
    },
    async find(courseId, invitationId) {
      return invitations.get(keyOf({ courseId, invitationId }));
    },
    async list(courseId) {
      return [...invitations.values()]
        .filter((one) => one.courseId === courseId)
        .sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1));
    },
    async revoke(ref, revokedAt) {
      const found = invitations.get(keyOf(ref));
      if (found && found.revokedAt === undefined) invitations.set(keyOf(ref), { ...found, revokedAt });
    },
  };
}
