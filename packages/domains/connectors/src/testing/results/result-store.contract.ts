import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import type { InboxResult } from '../../results/inbox-result.ts';
import type { ResultStore } from '../../results/ports.ts';
import { type ResultEvent, resultIdOf } from '../../results/result-event.ts';
import { mostSentBytes } from '../../results/sent-payload.ts';

import { aboutStudent, at, sampleResult } from './sample-result.ts';

const registrationOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Every adapter of `ResultStore` passes this suite. `commit` carries out companions, and answers whether it did. */
export function resultStoreContract(
  engine: string,
  open: () => Promise<{
    readonly store: ResultStore;
    commit(writes: readonly object[]): Promise<boolean>;
  }>,
): void {
  let counted = 0;
  /** A provider of its own for each test, since all of them share one table. */
  const fresh = (over: Partial<ResultEvent> = {}): ResultEvent => {
    counted += 1;
    return sampleResult({ providerId: `kampus-${counted}` as ResultEvent['providerId'], ...over });
  };
  const idOf = (event: ResultEvent) => resultIdOf(nodeDigest, event);
  const there = async (store: ResultStore, event: ResultEvent): Promise<InboxResult> => {
    await store.take(event);
    const found = await store.find(idOf(event));
    if (!found) throw new Error('it was taken');
    return found;
  };

  describe(`ResultStore on ${engine}`, () => {
    it('keeps what came in, and how it was sent', async () => {
      const { store } = await open();
      const event = fresh();
      expect(await store.take(event)).toBe('taken');
      const { sent, ...kept } = event;
      const expected = { resultId: idOf(event), event: kept, decision: { state: 'new' }, rev: 1 };
      expect(await store.find(idOf(event))).toEqual(expected);
      const sha256 = nodeDigest.sha256(sent.text);
      const payload = { ...sent, state: 'kept', bytes: sent.text.length, sha256, isCut: false };
      expect(await store.readSent(idOf(event))).toEqual(payload);
      expect(await store.find(idOf(fresh()))).toBeUndefined();
      expect(await store.readSent(idOf(fresh()))).toBeUndefined();
    });

    it('keeps that what came has no time of its own, which is no other saying', async () => {
      const { store } = await open();
      const known = fresh({ source: 'poll' });
      const untimed = { ...known, result: { ...known.result, untimed: true as const } };
      expect((await there(store, untimed)).event.result).toEqual(untimed.result);
      expect(await store.take(known)).toBe('duplicate');
      expect((await there(store, fresh())).event.result).not.toHaveProperty('untimed');
    });

    it('takes one saying once, and the first of two that contradict each other', async () => {
      const { store } = await open();
      const event = fresh();
      const other = { ...event.result, given: 20 } as ResultEvent['result'];
      expect(await store.take(event)).toBe('taken');
      expect(await store.take({ ...event, receivedAt: at(9), source: 'poll' })).toBe('duplicate');
      expect(await store.take({ ...event, result: other })).toBe('contradicts');
      expect(await store.find(idOf(event))).toMatchObject({ event: { result: event.result, source: 'ags' } });
    });

    it('keeps the first time of what we asked for twice, and takes another time that was sent for a contradiction', async () => {
      const { store } = await open();
      const [asked, sent] = [fresh({ source: 'poll' }), fresh()];
      const later = (event: ResultEvent) => ({ ...event, result: { ...event.result, occurredAt: at(7) } });
      for (const event of [asked, sent]) await store.take(event);
      expect(await store.take(later(asked))).toBe('duplicate');
      expect(await store.take(later(sent))).toBe('contradicts');
      expect(await store.find(idOf(asked))).toMatchObject({ event: { result: asked.result } });
    });

    it('notes when a table has said the same again, also where it counts, and what is left of it as it came', async () => {
      const { store } = await open();
      const said = (n: number, place = 0) => ({ at: at(n), place, as: 'state' as const });
      const event = fresh({ source: 'file', said: said(5, 3) });
      const place = { registration: registrationOf(counted * 10), moduleId: 'm1' };
      await store.decide(await there(store, event), { state: 'placed', place, at: at(6) });
      expect(await store.take({ ...event, said: said(9), receivedAt: at(10) })).toBe('duplicate');
      const again = await store.find(idOf(event));
      expect(again).toMatchObject({
        event: { said: said(9), receivedAt: event.receivedAt },
        ...{ decision: { state: 'placed', place }, rev: 3 },
      });
      expect(await store.versionsOf(place)).toEqual([again]);
      // What is worked off late, or once more, moves nothing.
      for (const one of [event, { ...event, said: said(9) }, { ...event, said: said(7, 9) }])
        expect(await store.take(one)).toBe('duplicate');
      expect(await store.find(idOf(event))).toEqual(again);
      const other = { ...event.result, given: 20 } as ResultEvent['result'];
      expect(await store.take({ ...event, result: other, said: said(20) })).toBe('contradicts');
      expect(await store.find(idOf(event))).toEqual(again);
    });

    it('keeps the first delivery of a message, whichever is taken first', async () => {
      const { store } = await open();
      const said = (n: number) => ({ at: at(n), place: 0, as: 'message' as const });
      for (const order of [
        [5, 9],
        [9, 5],
      ]) {
        const event = fresh({ source: 'webhook' });
        for (const n of order) await store.take({ ...event, said: said(n) });
        expect((await store.find(idOf(event)))?.event.said).toEqual(said(5));
      }
    });

    it('of tables that say the same at once notes the latest', async () => {
      const { store } = await open();
      const event = fresh({ source: 'file' });
      const times = [3, 1, 4, 2];
      await Promise.all(
        times.map((n) => store.take({ ...event, said: { at: at(n), place: 0, as: 'state' } })),
      );
      expect((await store.find(idOf(event)))?.event.said).toMatchObject({ at: at(4) });
    });

    it('of ten deliveries at once takes one', async () => {
      const { store } = await open();
      const event = fresh();
      const answers = await Promise.all(Array.from({ length: 10 }, () => store.take(event)));
      expect(answers.filter((one) => one === 'taken')).toHaveLength(1);
      expect(answers.filter((one) => one === 'duplicate')).toHaveLength(9);
    });

    it('takes with the write of another, or not at all', async () => {
      const { store, commit } = await open();
      const event = fresh();
      expect(await commit(store.taking(event).writes)).toBe(true);
      expect(await store.find(idOf(event))).toBeDefined();
      const [first, second] = [fresh(), event];
      expect(await commit([...store.taking(first).writes, ...store.taking(second).writes])).toBe(false);
      expect(await store.find(idOf(first))).toBeUndefined();
    });

    it('keeps how it was sent to the letter, long texts and where they were too', async () => {
      const { store } = await open();
      const text = JSON.stringify(
        { nama: 'Siti – é 😀', items: Array.from({ length: 300 }, (_, n) => ({ n })) },
        undefined,
        1,
      );
      const event = fresh({
        sent: { text, contentType: 'Application/JSON; charset=utf-8', where: 'nilai.csv, 7' },
      });
      await store.take(event);
      const payload = { text, contentType: 'application/json', where: 'nilai.csv, 7', isCut: false };
      expect(await store.readSent(idOf(event))).toMatchObject(payload);
    });

    it('cuts off what is longer than anybody sends, and proves the whole by its hash', async () => {
      const { store } = await open();
      // The last character would be cut through.
      const kept = 'x'.repeat(mostSentBytes - 1);
      const event = fresh({ sent: { text: `${kept}éé`, contentType: 'x' } });
      await store.take(event);
      expect(await store.readSent(idOf(event))).toEqual({
        ...{ state: 'kept', text: kept, contentType: 'application/octet-stream', isCut: true },
        ...{ bytes: mostSentBytes + 3, sha256: nodeDigest.sha256(`${kept}éé`) },
      });
    });

    it('takes out how a result was sent, once, and keeps the result; the same saying brings nothing back', async () => {
      const { store } = await open();
      const event = fresh();
      expect(await store.eraseSent(idOf(event), at(1))).toBe('absent');
      const before = await there(store, event);
      expect(await store.eraseSent(idOf(event), at(2))).toBe('erased');
      expect(await store.eraseSent(idOf(event), at(3))).toBe('absent');
      expect(await store.take(event)).toBe('duplicate');
      expect(await store.readSent(idOf(event))).toEqual({ state: 'erased', at: at(2) });
      expect(await store.find(idOf(event))).toEqual(before);
    });

    it('moves a result from place to place', async () => {
      const { store } = await open();
      const event = fresh();
      const [from, to] = [1, 2].map((n) => ({
        registration: registrationOf(counted * 10 + n),
        moduleId: 'm1',
      }));
      if (!from || !to) throw new Error('two places');
      const seen = await there(store, event);
      expect(await store.decide(seen, { state: 'placed', place: from, at: at(2) })).toBe('decided');
      expect(await store.decide(seen, { state: 'placed', place: to, at: at(3) })).toBe('changed');
      expect((await store.versionsOf(from)).map(({ resultId }) => resultId)).toEqual([seen.resultId]);
      expect(await store.versionsOf({ ...from, moduleId: 'm' })).toEqual([]);

      const placed = await there(store, event);
      expect(placed).toMatchObject({ rev: 2, decision: { state: 'placed', place: from } });
      const again = { state: 'placed', place: from, at: at(4), by: 'siti' } as const;
      expect(await store.decide(placed, again)).toBe('decided');
      expect(await store.versionsOf(from)).toMatchObject([{ rev: 3, decision: { by: 'siti' } }]);

      await store.decide(await there(store, event), { state: 'placed', place: to, at: at(5) });
      expect(await store.versionsOf(from)).toEqual([]);
      expect(await store.versionsOfRegistration(to.registration)).toHaveLength(1);
      const note = { state: 'set-aside', note: 'test of theirs', at: at(6), by: 'siti' } as const;
      await store.decide(await there(store, event), note);
      expect(await store.versionsOf(to)).toEqual([]);
    });

    it('lists what a provider sent page by page, latest first', async () => {
      const { store } = await open();
      const first = fresh();
      const { providerId } = first;
      await store.take(first);
      for (const n of [2, 3]) await store.take({ ...first, eventId: `e${n}`, receivedAt: at(n) });
      await store.take(fresh());
      const page = await store.list({ providerId, limit: 2 });
      expect(page.results.map(({ event }) => event.eventId)).toEqual(['e3', 'e2']);
      const rest = await store.list({ providerId, limit: 2, after: page.next ?? '' });
      expect(rest.results.map(({ event }) => event.eventId)).toEqual(['e1']);
    });

    it('lists those nobody was found for, while they are', async () => {
      const { store } = await open();
      const first = fresh({ source: 'webhook', about: aboutStudent('s1') });
      const { providerId } = first;
      const second = { ...first, about: aboutStudent('s2', '40') };
      const unmatched = { state: 'unmatched', reason: 'learner-unknown', at: at(2) } as const;
      for (const event of [first, second]) await store.decide(await there(store, event), unmatched);
      const listed = async (of: object) => {
        const { results } = await store.listUnmatched({ providerId, limit: 10, ...of });
        return results.map(({ resultId }) => resultId).sort();
      };
      expect(await listed({})).toEqual([idOf(first), idOf(second)].sort());
      expect(await listed({ connectionId: 'moodle-1', externalCourseId: '4' })).toEqual([idOf(first)]);
      expect(await listed({ connectionId: 'moodle' })).toEqual([]);
      const place = { registration: registrationOf(counted * 10), moduleId: 'm1' };
      await store.decide(await there(store, first), { state: 'placed', place, at: at(3) });
      expect(await listed({})).toEqual([idOf(second)]);
    });
  });
}
