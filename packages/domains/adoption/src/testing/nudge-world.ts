import type { AgencyId, PersonId, PersonPrincipal, Role } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import type { NudgeKind } from '../nudges/experiment.ts';
import type { NudgedPerson } from '../nudges/ports.ts';
import { memoryNudgeStore } from './memory-nudge-store.ts';

const dayMs = 86_400_000;

/** Nudges with people whose facts a test sets. Begins on a Monday at nine in Jakarta. */
export function nudgeWorld(start = '2026-03-02T02:00:00.000Z') {
  const clock = fixedClock(start);
  const nudges = memoryNudgeStore();
  const people = new Map<string, NudgedPerson>();
  /** Moments of learning. */
  const learned = new Map<string, readonly string[]>();
  const told: { readonly personId: string; readonly kind: NudgeKind; readonly noticeId: string }[] = [];
  let drawn = 0;
  const ids = {
    uuid: () => 'x',
    token: () => {
      drawn += 1;
      return `salt-${drawn}`.padEnd(43, '-');
    },
  };
  const deps = {
    ...{ nudges, clock, ids, signerOf: hmacSigner },
    learning: {
      personOf: async (personId: PersonId) => people.get(personId),
      learnedIn: async (personId: PersonId, { from, until }: { from: string; until: string }) =>
        (learned.get(personId) ?? []).some((at) => from <= at && at < until),
    },
    teller: {
      async tell({ personId, kind, noticeId }: (typeof told)[number]) {
        const isKnown = told.some((one) => one.personId === personId && one.noticeId === noticeId);
        if (!isKnown) told.push({ personId, kind, noticeId });
      },
    },
  };
  return {
    ...{ deps, clock, nudges, people, learned, told },
    daysAgo: (days: number) => new Date(clock.now().getTime() - days * dayMs).toISOString(),
    to: (at: string) => clock.advance(Date.parse(at) - clock.now().getTime()),
  };
}

export const principalOf = (role: Role, personId = 'op', agencyId = 'bkn'): PersonPrincipal => ({
  ...{
    kind: 'person',
    name: personId,
    personId: personId as PersonId,
    roles: [role],
    agencyId: agencyId as AgencyId,
  },
});

/** Somebody with a course that was opened for them at that moment and not begun. */
export const learnerOf = (openedAt: string, over: Partial<NudgedPerson> = {}): NudgedPerson => ({
  ...{ timeZone: 'Asia/Jakarta', agencyId: 'bkn' as AgencyId, hasPlan: true, mayNudge: true },
  courses: [{ courseId: 'c1', title: { id: 'Keamanan informasi' }, openedAt }],
  ...over,
});
