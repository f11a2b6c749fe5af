import { randomUUID } from 'node:crypto';
import { nothingSatisfied, openedSession } from '@sinau/cmi5';
import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RegistrationStore } from '../ports.ts';
import type { AuSession, DeliveryRegistration } from '../registration.ts';

const at = '2026-03-02T01:00:00.000Z';
const later = '2026-03-02T02:00:00.000Z';

/** A store under test, and what commits the writes of its companions as the record store would. */
export interface RegistrationStoreUnderTest {
  readonly store: RegistrationStore;
  /** False when a condition did not hold; then nothing was written. */
  commit(writes: readonly object[]): Promise<boolean>;
}

/** What every registration store keeps. Ids are fresh in every test, so that the store need not be empty. */
export function registrationStoreContract(
  adapter: string,
  open: () => Promise<RegistrationStoreUnderTest>,
): void {
  describe(`registration store on ${adapter}`, () => {
    let store: RegistrationStore;
    let commit: RegistrationStoreUnderTest['commit'];
    let registration: string;

    beforeEach(async () => {
      ({ store, commit } = await open());
      registration = randomUUID();
    });

    function fresh(over: Partial<DeliveryRegistration> = {}): DeliveryRegistration {
      return {
        registration,
        personId: 'sri' as PersonId,
        courseId: 'c1',
        version: 1,
        actor: { homePage: 'https://sinau.example', name: 'sri' },
        createdAt: at,
        aus: {},
        satisfaction: nothingSatisfied,
        rev: 0,
        ...over,
      };
    }

    function session(over: Partial<AuSession> = {}): AuSession {
      return {
        auIndex: 3,
        terms: {
          sessionId: 'session-1',
          registration,
          actor: fresh().actor,
          activityId: 'https://sinau.example/activities/c1/au/3',
          publisherId: 'https://publisher.example/au/3',
          launchMode: 'Normal',
          masteryScore: 0.75,
        },
        progress: openedSession,
        launchedAt: at,
        fetchHash: 'f'.repeat(64),
        ...over,
      };
    }

    it('saves together with the writes of another, or neither', async () => {
      const other = { ...fresh(), registration: randomUUID() };
      expect(await store.saveWith(fresh(), store.saving(other))).toBe('saved');
      expect(await store.read(registration)).toMatchObject({ rev: 1 });
      expect(await store.read(other.registration)).toMatchObject({ rev: 1 });
      // The other one has a `rev` by now, so that its condition fails.
      expect(await store.saveWith(fresh({ rev: 1, version: 2 }), store.saving(other))).toBe('conflict');
      expect(await store.read(registration)).toMatchObject({ version: 1, rev: 1 });
    });

    it('holds what was read and not changed, and writes nothing', async () => {
      const unchanged = (rev: number) => commit(store.unchanged({ registration, rev }).writes);
      expect(await unchanged(0)).toBe(true);
      expect(await unchanged(1)).toBe(false);
      expect(await store.read(registration)).toBeUndefined();
      await store.save(fresh());
      expect(await unchanged(0)).toBe(false);
      expect(await unchanged(1)).toBe(true);
      expect(await store.read(registration)).toMatchObject({ rev: 1 });
    });

    it('gives back the whole of what was written, one rev higher', async () => {
      const state = fresh({
        aus: {
          0: {
            completed: true,
            judged: 'passed',
            waived: false,
            score: 0.8333,
            progress: 100,
            launchedAt: at,
          },
          7: { completed: false, judged: 'failed', waived: true, score: -1 },
          1000: { completed: false, waived: false, progress: 0 },
        },
        satisfaction: { blocks: [2, 0, 11], course: true },
        courseSatisfiedAt: later,
        closedAt: later,
        session: session({
          progress: {
            ...openedSession,
            launchDataRead: true,
            accepted: { initialized: 'i', terminated: 't' },
          },
          lastStatementAt: later,
          endedAt: later,
          fetchedAt: at,
          tokenHash: 'a'.repeat(64),
        }),
      });
      expect(await store.save(state)).toBe('saved');
      expect(await store.read(registration)).toEqual({ ...state, rev: 1 });
    });

    it('gives back the least that can be written', async () => {
      await store.save(fresh());
      expect(await store.read(registration)).toEqual(fresh({ rev: 1 }));
      await store.save(fresh({ rev: 1, session: session() }));
      expect(await store.read(registration)).toEqual(fresh({ rev: 2, session: session() }));
    });

    it('knows nothing of another registration', async () => {
      await store.save(fresh());
      expect(await store.read(randomUUID())).toBeUndefined();
    });

    it('creates a registration once, and lets exactly one of twenty changes of one rev through', async () => {
      const firsts = await Promise.all(Array.from({ length: 20 }, () => store.save(fresh())));
      expect(firsts.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      const seconds = await Promise.all(
        Array.from({ length: 20 }, (_, version) => store.save(fresh({ rev: 1, version }))),
      );
      expect(seconds.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      expect(await store.read(registration)).toMatchObject({ rev: 2, version: seconds.indexOf('saved') });
    });

    it('does not create what was said to exist', async () => {
      expect(await store.save(fresh({ rev: 3 }))).toBe('conflict');
      expect(await store.read(registration)).toBeUndefined();
    });

    it('saves with a companion under the same condition', async () => {
      expect(await commit(store.saving(fresh()).writes)).toBe(true);
      expect(await commit(store.saving(fresh()).writes)).toBe(false);
      expect(await commit(store.saving(fresh({ rev: 1, closedAt: later })).writes)).toBe(true);
      expect(await store.read(registration)).toEqual(fresh({ rev: 2, closedAt: later }));
    });

    it('touches an open session without a new rev', async () => {
      await store.save(fresh({ session: session() }));
      expect(await commit(store.touching({ registration, sessionId: 'session-1', at: later }).writes)).toBe(
        true,
      );
      expect(await store.read(registration)).toEqual(
        fresh({ rev: 1, session: session({ lastStatementAt: later }) }),
      );
    });

    it.each([
      ['abandoned', { progress: { ...openedSession, abandoned: true } }],
      ['sealed', { endedAt: later }],
      ['terminated', { progress: { ...openedSession, accepted: { terminated: 't' } } }],
    ])(
      'does not touch a session that was %s, nor another one, nor an absent registration',
      async (_, over) => {
        const touch = (sessionId: string) => store.touching({ registration, sessionId, at: later }).writes;
        expect(await commit(touch('session-1'))).toBe(false);
        await store.save(fresh({ session: session(over) }));
        expect(await commit(touch('session-1'))).toBe(false);
        await store.save(fresh({ rev: 1, session: session() }));
        expect(await commit(touch('session-2'))).toBe(false);
        expect(await store.read(registration)).toEqual(fresh({ rev: 2, session: session() }));
      },
    );
  });
}
