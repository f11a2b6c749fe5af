import type { AgencyId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { listReferrers } from '../list-referrers.ts';
import type { Reader } from '../model.ts';
import { type Harness, harness, type TestedStores } from './record-store-harness.ts';
import {
  activityId,
  lms,
  otherClient,
  person,
  referring,
  statement,
  uuidOf,
  verbIds,
  voiding,
} from './sample-statements.ts';

/** What every store of statements keeps to. `open` gives an empty one. */
export function statementStoreContract(name: string, open: () => Promise<TestedStores>): void {
  describe(`${name}: statements`, () => {
    let on: Harness;
    beforeEach(async () => {
      on = harness(await open());
    });
    const ids = (result: Awaited<ReturnType<Harness['store']>>) =>
      result.outcome === 'stored' ? result.ids : [];

    describe('storing', () => {
      it('gives back what was stored, with the properties the store sets', async () => {
        const sent = statement({
          id: uuidOf(1).toUpperCase(),
          stored: '1999-01-01T00:00:00Z',
          authority: otherClient,
        });
        expect(await on.store([sent])).toMatchObject({ outcome: 'stored', ids: [uuidOf(1)] });
        const found = await on.get(uuidOf(1).toUpperCase());
        expect(found?.statement).toMatchObject({
          actor: sent.actor,
          id: uuidOf(1),
          authority: lms,
          version: '1.0.0',
        });
        expect(found?.statement.timestamp).toBe(found?.statement.stored);
        expect(Math.abs(Date.parse(found?.statement.stored ?? '') - Date.now())).toBeLessThan(60_000);
        expect(JSON.parse(found?.json ?? '')).toEqual(found?.statement);
      });

      it('keeps the order of a batch and gives every statement an id', async () => {
        const batch = Array.from({ length: 30 }, (_, n) => statement({ object: { id: activityId(n) } }));
        const stored = ids(await on.store(batch));
        expect(new Set(stored).size).toBe(30);
        expect(await on.idsOf({ ascending: true })).toEqual(stored);
        expect(await on.idsOf()).toEqual([...stored].reverse());
        const times = (await on.readAll()).map((one) => one.statement.stored);
        expect(new Set(times).size).toBe(1);
      });

      it('E11: passes over a statement that is there already, whether it comes alone or in a batch', async () => {
        const one = statement({ id: uuidOf(1) });
        await on.store([one]);
        const first = await on.get(uuidOf(1));
        expect(await on.store([one])).toEqual({ outcome: 'stored', ids: [uuidOf(1)], newIds: [] });
        const two = statement({ id: uuidOf(2) });
        expect(await on.store([one, two])).toMatchObject({ newIds: [uuidOf(2)] });
        expect(await on.store([one, two])).toMatchObject({ newIds: [] });
        expect(await on.get(uuidOf(1))).toEqual(first);
        expect(await on.idsOf({ ascending: true })).toEqual([uuidOf(1), uuidOf(2)]);
      });

      it('E11: refuses another statement under a stored id, and with it the whole batch', async () => {
        await on.store([statement({ id: uuidOf(1) })]);
        const other = statement({ id: uuidOf(1), verb: { id: verbIds.passed } });
        expect(await on.store([other])).toEqual({ outcome: 'conflict', id: uuidOf(1) });
        const batch = [statement({ id: uuidOf(2) }), other, statement({ id: uuidOf(3) })];
        expect(await on.store(batch)).toEqual({ outcome: 'conflict', id: uuidOf(1) });
        expect(await on.get(uuidOf(2))).toBeUndefined();
        expect(await on.idsOf()).toEqual([uuidOf(1)]);
        // What was refused leaves nothing in the way.
        expect(await on.store([statement({ id: uuidOf(2), verb: { id: verbIds.passed } })])).toMatchObject({
          newIds: [uuidOf(2)],
        });
      });

      it('does not mind in a repetition what the specification says not to mind', async () => {
        const timed = statement({ id: uuidOf(1), timestamp: '2026-03-02T08:00:00+07:00' });
        await on.store([timed]);
        const again = {
          ...timed,
          timestamp: '2026-03-02T01:00:00.000Z',
          verb: { ...timed.verb, display: { id: 'selesai' } },
        };
        expect(await on.store([again])).toMatchObject({ outcome: 'stored' });
        expect(await on.store([{ ...timed, timestamp: '2026-03-02T02:00:00Z' }])).toMatchObject({
          outcome: 'conflict',
        });
        await on.store([statement({ id: uuidOf(2) })]);
        const copy = (await on.get(uuidOf(2)))?.statement;
        expect(copy && (await on.store([copy]))).toMatchObject({ outcome: 'stored', newIds: [] });
      });

      it('takes twenty parallel posts of one id as one', async () => {
        const results = await Promise.all(
          Array.from({ length: 20 }, () => on.store([statement({ id: uuidOf(1) })])),
        );
        expect(results.every(({ outcome }) => outcome === 'stored')).toBe(true);
        expect(
          results.filter((result) => result.outcome === 'stored' && result.newIds.length === 1),
        ).toHaveLength(1);
        expect(await on.idsOf()).toEqual([uuidOf(1)]);
        const clash = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            on.store([statement({ id: uuidOf(2), object: { id: activityId(n) } })]),
          ),
        );
        expect(clash.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
        expect(clash.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(19);
      });

      it('takes the same batch posted in parallel as one, also in another order and overlapping', async () => {
        const batch = Array.from({ length: 12 }, (_, n) =>
          statement({ id: uuidOf(n), object: { id: activityId(n) } }),
        );
        const reversed = [...batch].reverse();
        const results = await Promise.all([
          on.store(batch),
          on.store(reversed),
          on.store(batch.slice(4)),
          on.store(reversed.slice(4)),
          on.store(batch.slice(2, 3)),
        ]);
        expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('stored'));
        const all = await on.idsOf();
        expect([...all].sort()).toEqual(batch.map(({ id }) => id));
      });

      it('lets one of two contradicting parallel batches win whole', async () => {
        const one = Array.from({ length: 8 }, (_, n) => statement({ id: uuidOf(n) }));
        const other = one.map((each) => ({ ...each, verb: { id: verbIds.passed } }));
        const results = await Promise.all([on.store(one), on.store([...other].reverse())]);
        expect(results.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'stored']);
        const verbs = (await on.readAll()).map((each) => each.statement.verb.id);
        expect(verbs).toHaveLength(8);
        expect(new Set(verbs).size).toBe(1);
      });

      it('keeps a deep and a large statement, alone and in a batch', async () => {
        const deep = Array.from({ length: 60 }).reduce<object>((inner) => ({ inner }), {});
        const noise = Array.from({ length: 40_000 }, (_, n) => (n * 2654435761) % 4294967296).join(' ');
        const extensions = { 'https://x.example/deep': deep as never, 'https://x.example/noise': noise };
        const large = (n: number) => statement({ id: uuidOf(n), result: { extensions } });
        await on.store([large(1)]);
        await on.store([statement({ id: uuidOf(2) }), large(3)]);
        for (const n of [1, 3]) expect((await on.get(uuidOf(n)))?.statement.result).toEqual({ extensions });
        expect(await on.idsOf({ agent: person('sri') })).toHaveLength(3);
      });

      it('keeps stores apart: another statement under the same id is no conflict, and nobody voids across', async () => {
        await on.store([statement({ id: uuidOf(1) })]);
        const there = { store: 'sandbox' } as const;
        expect(
          await on.store([statement({ id: uuidOf(1), verb: { id: verbIds.passed } })], there),
        ).toMatchObject({
          outcome: 'stored',
        });
        await on.store([voiding(uuidOf(1))], there);
        expect(await on.get(uuidOf(1))).toBeDefined();
        expect(await on.get(uuidOf(1), there)).toBeUndefined();
        expect(await on.idsOf()).toEqual([uuidOf(1)]);
      });

      it('gives everything back again after many parallel writers, once each', async () => {
        const batches = Array.from({ length: 8 }, (_, b) =>
          Array.from({ length: 10 }, (_, n) => statement({ id: uuidOf(b * 100 + n) })),
        );
        await Promise.all(batches.map((batch) => on.store(batch)));
        const wanted = batches
          .flat()
          .map(({ id }) => id)
          .sort();
        for (const ascending of [true, false]) {
          const all = await on.readAll({ ascending, agent: person('sri') }, { pageSize: 7 });
          expect(all.map(({ id }) => id).sort()).toEqual(wanted);
          const positions = all.map(({ position }) => position);
          expect(ascending ? positions : positions.reverse()).toEqual([...positions].sort());
        }
      });
    });

    describe('filters', () => {
      const group = { objectType: 'Group', name: 'Tim', member: [person('budi'), person('ayu')] } as const;
      beforeEach(async () => {
        await on.store([
          statement({ id: uuidOf(1) }),
          statement({ id: uuidOf(2), actor: group, verb: { id: verbIds.passed } }),
          statement({ id: uuidOf(3), actor: person('ayu'), object: person('sri') }),
        ]);
        await on.store([
          statement({
            id: uuidOf(4),
            actor: person('budi'),
            context: {
              registration: uuidOf(99),
              instructor: person('sri'),
              contextActivities: {
                parent: [{ id: activityId(7) }],
                category: [{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }],
              },
            },
          }),
        ]);
        await on.store([
          statement({
            id: uuidOf(5),
            actor: person('budi'),
            object: {
              objectType: 'SubStatement',
              actor: person('dewi'),
              verb: { id: verbIds.passed },
              object: { id: activityId(8) },
            },
          }),
        ]);
      });
      const found = async (...wanted: Parameters<Harness['idsOf']>) =>
        (await on.idsOf(...wanted)).map((id) => Number.parseInt(id.slice(-4), 16)).sort();

      it('finds an agent as actor, as object and as member of a group', async () => {
        expect(await found({ agent: person('sri') })).toEqual([1, 3]);
        expect(await found({ agent: person('ayu') })).toEqual([2, 3]);
      });
      it('finds a related agent anywhere, authorities too', async () => {
        expect(await found({ agent: person('sri'), relatedAgents: true })).toEqual([1, 3, 4]);
        expect(await found({ agent: person('dewi') })).toEqual([]);
        expect(await found({ agent: person('dewi'), relatedAgents: true })).toEqual([5]);
        expect(await found({ agent: lms, relatedAgents: true })).toEqual([1, 2, 3, 4, 5]);
        expect(await found({ agent: lms })).toEqual([]);
      });
      it('finds activities, and related ones anywhere', async () => {
        expect(await found({ activity: activityId(1) })).toEqual([1, 2, 4]);
        expect(await found({ activity: activityId(7) })).toEqual([]);
        expect(await found({ activity: activityId(7), relatedActivities: true })).toEqual([4]);
        expect(await found({ activity: activityId(8), relatedActivities: true })).toEqual([5]);
        const category = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
        expect(await found({ activity: category, relatedActivities: true })).toEqual([4]);
        expect(await found({ activity: category })).toEqual([]);
      });
      it('finds by verb and registration, and everything together', async () => {
        expect(await found({ verb: verbIds.passed })).toEqual([2]);
        expect(await found({ registration: uuidOf(99).toUpperCase() })).toEqual([4]);
        expect(
          await found({ registration: uuidOf(99), agent: person('budi'), activity: activityId(1) }),
        ).toEqual([4]);
        expect(await found({ registration: uuidOf(99), agent: person('sri') })).toEqual([]);
      });
      it('C3: shows an agency its own statements only, with every filter', async () => {
        const as = (agencyId: string) => ({
          reader: { kind: 'agency', agencyId: agencyId as never } as const,
        });
        expect(await found({}, as('bkn'))).toEqual([1, 3]);
        expect(await found({}, as('lan'))).toEqual([3, 4, 5]);
        expect(await found({ agent: person('budi') }, as('bkn'))).toEqual([]);
        expect(await found({ activity: activityId(1) }, as('bkn'))).toEqual([1]);
        expect(await found({ registration: uuidOf(99) }, as('bkn'))).toEqual([]);
        expect(await found({}, as('other'))).toEqual([]);
        expect(await on.get(uuidOf(4), as('bkn'))).toBeUndefined();
        expect(await on.get(uuidOf(4), as('lan'))).toBeDefined();
      });
      it('C3: a statement lends its match to those alone who may see it', async () => {
        // The agency's own, about a statement of another's people, and about that one again.
        await on.store([referring(uuidOf(4), { id: uuidOf(6), actor: person('sri') })]);
        await on.store([referring(uuidOf(6), { id: uuidOf(7), actor: person('sri') })]);
        const bkn = { reader: { kind: 'agency', agencyId: 'bkn' as never } } as const;
        const mine = { reader: { kind: 'mine', authority: otherClient } } as const;
        await on.store([referring(uuidOf(4), { id: uuidOf(8) })], { authority: otherClient });
        const ofOthers = [
          { agent: person('budi') },
          { registration: uuidOf(99) },
          { agent: person('budi'), verb: verbIds.completed },
          { activity: activityId(7), relatedActivities: true },
          { activity: 'https://w3id.org/xapi/cmi5/context/categories/cmi5', relatedActivities: true },
        ];
        for (const filter of ofOthers) {
          expect(await found(filter)).toEqual(expect.arrayContaining([6, 7, 8]));
          expect(await found(filter, bkn)).toEqual([]);
          expect(await found(filter, mine)).toEqual([]);
        }
        expect(await found({ agent: person('sri') }, bkn)).toEqual([1, 3, 6, 7, 8]);
      });
      it('shows an authority its own statements only', async () => {
        await on.store([statement({ id: uuidOf(6) })], { authority: otherClient });
        const reader = { kind: 'mine', authority: otherClient } as const;
        expect(await found({}, { reader })).toEqual([6]);
        expect(await found({ agent: person('sri') }, { reader })).toEqual([6]);
        expect(await on.get(uuidOf(1), { reader })).toBeUndefined();
        expect(await on.get(uuidOf(6), { reader })).toBeDefined();
      });
      it('C3: shows running content what its authority recorded of one learner under one registration', async () => {
        const context = { registration: uuidOf(77) };
        const sri = { context, actor: person('sri') };
        await on.store([
          statement({ id: uuidOf(6), ...sri }),
          statement({ id: uuidOf(7), context, actor: person('budi') }),
          statement({ id: uuidOf(8) }),
          referring(uuidOf(6), { id: uuidOf(9), actor: person('budi') }),
          referring(uuidOf(8), { id: uuidOf(11), ...sri }),
        ]);
        await on.store([statement({ id: uuidOf(10), ...sri })], { authority: otherClient });
        const registration = uuidOf(77);
        const reader = {
          kind: 'registration',
          authority: lms,
          registration,
          learner: person('sri'),
        } as const;
        expect(await found({ registration })).toEqual(expect.arrayContaining([6, 7, 9, 10, 11]));
        expect(await found({ registration }, { reader })).toEqual([11, 6]);
        expect(await found({}, { reader })).toEqual([11, 6]);
        expect(await found({ agent: person('sri') }, { reader })).toEqual([11, 6]);
        for (const n of [7, 8, 9, 10]) expect(await on.get(uuidOf(n), { reader })).toBeUndefined();
      });
      it('takes since exclusively and until inclusively, to the millisecond', async () => {
        const all = await on.readAll({ ascending: true });
        const times = all.map((one) => one.statement.stored);
        for (const time of new Set(times)) {
          expect(await on.idsOf({ since: time })).toHaveLength(times.filter((each) => each > time).length);
          expect(await on.idsOf({ until: time })).toHaveLength(times.filter((each) => each <= time).length);
          const finer = time.replace('Z', '999Z');
          expect(await on.idsOf({ until: finer })).toHaveLength(times.filter((each) => each <= time).length);
        }
        expect(await on.idsOf({ since: times[0] as string, until: times[0] as string })).toEqual([]);
      });
      it('pages by count and by bytes without loss or repetition, both ways, and ends without an empty page', async () => {
        const all = await on.idsOf({ ascending: true });
        for (const pageSize of [1, 2, 4, 5]) {
          expect(await on.idsOf({ ascending: true }, { pageSize })).toEqual(all);
          expect(await on.idsOf({}, { pageSize })).toEqual([...all].reverse());
        }
        expect(await on.idsOf({}, { maxBytes: 700 })).toEqual([...all].reverse());
        const throughMs = await on.statements.consistentThroughMs('national');
        const query = { store: 'national', reader: { kind: 'all' }, maxBytes: 1e6, throughMs } as const;
        const filter = { relatedAgents: false, relatedActivities: false, ascending: false };
        expect((await on.statements.query({ ...query, filter, limit: 5 })).last).toBeUndefined();
        expect((await on.statements.query({ ...query, filter, limit: 4 })).last).toBeDefined();
      });
    });

    describe('voiding', () => {
      const check = async () => {
        expect(await on.get(uuidOf(1))).toBeUndefined();
        expect((await on.get(uuidOf(1), { voided: true }))?.id).toBe(uuidOf(1));
        expect(await on.get(uuidOf(2))).toBeDefined();
        expect(await on.get(uuidOf(2), { voided: true })).toBeUndefined();
        expect(await on.idsOf()).not.toContain(uuidOf(1));
        expect(await on.idsOf()).toContain(uuidOf(2));
        // The voiding statement refers to what it voids, and so matches like it.
        expect(await on.idsOf({ agent: person('sri') })).toEqual([uuidOf(2)]);
        expect(await on.idsOf({ activity: activityId(1) })).toEqual([uuidOf(2)]);
        const bkn = { kind: 'agency', agencyId: 'bkn' as never } as const;
        expect(await on.idsOf({}, { reader: bkn })).not.toContain(uuidOf(1));
      };
      const target = statement({ id: uuidOf(1) });
      const voider = voiding(uuidOf(1), { id: uuidOf(2) });
      const others = [statement({ id: uuidOf(8), actor: person('budi'), object: { id: activityId(5) } })];

      it('takes a stored statement out of results', async () => {
        await on.store([target]);
        await on.store([voider]);
        await check();
      });
      it('takes out one of a batch and no other', async () => {
        await on.store([
          target,
          statement({ id: uuidOf(3), actor: person('ayu'), object: { id: activityId(4) } }),
        ]);
        await on.store([voider, ...others]);
        await check();
        expect(await on.idsOf({ agent: person('ayu') })).toEqual([uuidOf(3)]);
      });
      it('counts for a target that comes later, alone', async () => {
        await on.store([voider]);
        await on.store([target]);
        await check();
      });
      it('counts for a target that comes later, in a batch', async () => {
        await on.store([voider, ...others]);
        await on.store([
          statement({ id: uuidOf(7), actor: person('ayu'), object: { id: activityId(4) } }),
          target,
        ]);
        await check();
      });
      it('E10: of one who may void its own alone, counts against nothing of another, whichever comes first', async () => {
        const own = { authority: otherClient, voids: 'own' } as const;
        const stands = async (n: number) => {
          expect(await on.get(uuidOf(n))).toBeDefined();
          expect(await on.get(uuidOf(n), { voided: true })).toBeUndefined();
          expect(await on.idsOf()).toContain(uuidOf(n));
          expect(await on.idsOf({ agent: person('sri') })).toContain(uuidOf(n));
          expect(await on.idsOf({ registration: uuidOf(60 + n) })).toContain(uuidOf(n));
        };
        const victim = (n: number) => statement({ id: uuidOf(n), context: { registration: uuidOf(60 + n) } });
        // Alone and in batches, before its target, at the same time, and after it.
        await on.store([voiding(uuidOf(11), { id: uuidOf(21) })], own);
        await on.store([voiding(uuidOf(12), { id: uuidOf(22) }), ...others], own);
        await on.store([victim(11)]);
        await on.store([victim(12), victim(13)]);
        await Promise.all([
          on.store([voiding(uuidOf(14), { id: uuidOf(24) })], own),
          on.store([victim(14), victim(15)]),
        ]);
        await on.store([voiding(uuidOf(13), { id: uuidOf(23) })], own);
        for (const n of [11, 12, 13, 14]) await stands(n);
        // What is its own goes, also late; and what stood is taken out by whoever may.
        await on.store([voiding(uuidOf(16), { id: uuidOf(26) })], own);
        await on.store([victim(16)], own);
        await on.store([voiding(uuidOf(11), { id: uuidOf(31) })]);
        for (const n of [16, 11]) {
          expect(await on.get(uuidOf(n))).toBeUndefined();
          expect(await on.idsOf({ registration: uuidOf(60 + n) })).not.toContain(uuidOf(n));
        }
      });
      it('counts inside one batch, in either order', async () => {
        await on.store([voider, target]);
        await check();
        await on.store([statement({ id: uuidOf(11) }), voiding(uuidOf(11), { id: uuidOf(12) })]);
        expect(await on.get(uuidOf(11))).toBeUndefined();
      });
      it('counts when both come at the same time', async () => {
        for (let n = 0; n < 10; n += 1) {
          const [one, two, three] = [uuidOf(20 + n), uuidOf(40 + n), uuidOf(60 + n)];
          await Promise.all([
            on.store([statement({ id: one }), statement({ id: three })]),
            on.store(n % 2 === 0 ? [voiding(one, { id: two })] : [voiding(one, { id: two }), ...others]),
          ]);
          expect(await on.get(one)).toBeUndefined();
          expect(await on.idsOf({ agent: person('sri') })).not.toContain(one);
          expect(await on.idsOf({ agent: person('sri') })).toContain(three);
          expect(await on.idsOf({ agent: person('sri') })).toContain(two);
        }
      });
      it('does not void a voiding statement', async () => {
        await on.store([target]);
        await on.store([voider]);
        await on.store([voiding(uuidOf(2), { id: uuidOf(3) })]);
        expect(await on.get(uuidOf(1))).toBeUndefined();
        expect(await on.get(uuidOf(2))).toBeDefined();
        expect(await on.get(uuidOf(3))).toBeDefined();
        expect(await on.idsOf({ agent: person('sri') })).toEqual([uuidOf(3), uuidOf(2)]);
      });
      it('does not count when the voiding batch was refused', async () => {
        await on.store([target, statement({ id: uuidOf(9) })]);
        await on.store([voider, statement({ id: uuidOf(9), verb: { id: verbIds.passed } })]);
        expect(await on.get(uuidOf(1))).toBeDefined();
        expect(await on.idsOf({ agent: person('sri') })).toContain(uuidOf(1));
      });
    });

    describe('references', () => {
      const target = statement({ id: uuidOf(1), context: { registration: uuidOf(90) } });
      const ref = referring(uuidOf(1), {
        id: uuidOf(2),
        actor: person('budi'),
        verb: { id: verbIds.passed },
      });
      const far = referring(uuidOf(2), {
        id: uuidOf(3),
        actor: person('ayu'),
        verb: { id: 'https://v.example/liked' },
      });
      const check = async () => {
        const all = [uuidOf(1), uuidOf(2), uuidOf(3)];
        for (const filter of [
          { agent: person('sri') },
          { activity: activityId(1) },
          { registration: uuidOf(90) },
          { verb: verbIds.completed },
          { agent: person('sri'), verb: verbIds.completed },
          { agent: person('sri'), relatedAgents: true },
        ]) {
          expect([...(await on.idsOf(filter))].sort()).toEqual(all);
        }
        expect([...(await on.idsOf({ verb: verbIds.passed }))].sort()).toEqual([uuidOf(2), uuidOf(3)]);
        // One statement must meet all of the filter: the target's agent and the source's verb do not add up.
        expect(await on.idsOf({ agent: person('sri'), verb: verbIds.passed })).toEqual([]);
      };
      it('match through their targets, when the target was there', async () => {
        for (const one of [target, ref, far]) await on.store([one]);
        await check();
      });
      it('match through targets that come later', async () => {
        for (const one of [far, ref, target]) await on.store([one]);
        await check();
      });
      it('match inside one batch', async () => {
        await on.store([far, target, ref]);
        await check();
      });
      it('match when the middle comes last, in a batch', async () => {
        await on.store([target]);
        await on.store([far]);
        await on.store([
          ref,
          statement({
            id: uuidOf(9),
            actor: person('dewi'),
            verb: { id: 'https://v.example/a' },
            object: { id: activityId(6) },
          }),
        ]);
        await check();
      });
      it('match when all come at once', async () => {
        await Promise.all([on.store([far]), on.store([target]), on.store([ref])]);
        await check();
      });
      it('go through a voided target, and end in a circle', async () => {
        await on.store([target, ref, far]);
        await on.store([voiding(uuidOf(1), { id: uuidOf(4) })]);
        expect([...(await on.idsOf({ agent: person('sri') }))].sort()).toEqual([
          uuidOf(2),
          uuidOf(3),
          uuidOf(4),
        ]);
        await on.store([
          referring(uuidOf(6), { id: uuidOf(5) }),
          referring(uuidOf(5), { id: uuidOf(6), actor: person('tono') }),
        ]);
        expect([...(await on.idsOf({ agent: person('tono') }))].sort()).toEqual([uuidOf(5), uuidOf(6)]);
      });
      it('do not match through context.statement', async () => {
        await on.store([
          target,
          statement({
            id: uuidOf(7),
            actor: person('ayu'),
            context: { statement: { objectType: 'StatementRef', id: uuidOf(1) } },
          }),
        ]);
        expect(await on.idsOf({ agent: person('sri') })).toEqual([uuidOf(1)]);
      });
    });

    it('lists who refers to a statement, also before it comes, as far as the reader may see it', async () => {
      const referrersOf = async (reader: Reader, limit = 50) => {
        const request = { store: 'national', reader, id: uuidOf(1).toUpperCase(), limit } as const;
        return (await listReferrers(on, request)).map(({ id }) => id);
      };
      expect(await referrersOf({ kind: 'all' })).toEqual([]);
      await on.store([referring(uuidOf(1), { id: uuidOf(2) })]);
      await on.store([referring(uuidOf(1), { id: uuidOf(3), actor: person('budi') })]);
      expect(await referrersOf({ kind: 'all' })).toEqual([uuidOf(2), uuidOf(3)]);
      await on.store([statement({ id: uuidOf(1) }), referring(uuidOf(9), { id: uuidOf(4) })]);
      await on.store([voiding(uuidOf(1), { id: uuidOf(5) })]);
      expect(await referrersOf({ kind: 'all' })).toEqual([uuidOf(2), uuidOf(3), uuidOf(5)]);
      expect(await referrersOf({ kind: 'all' }, 2)).toHaveLength(2);
      expect(await referrersOf({ kind: 'agency', agencyId: 'lan' as AgencyId })).toEqual([uuidOf(3)]);
    });

    it('promises a consistent time that never passes a statement that is not yet readable', async () => {
      const through = await on.statements.consistentThroughMs('national');
      await on.store([statement({ id: uuidOf(1) })]);
      const found = await on.get(uuidOf(1));
      expect(Date.parse(found?.statement.stored ?? '')).toBeGreaterThanOrEqual(through);
    });
  });
}
