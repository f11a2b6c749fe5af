import { randomUUID } from 'node:crypto';
import { untouchedData } from '@sinau/scorm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ScormChange, ScormStore } from '../scorm/ports.ts';
import type { ScormItemState, ScormKey, ScormPackageState } from '../scorm/state.ts';

const at = '2026-03-02T01:00:00.000Z';

/** A store under test, and what commits the writes of its companions as the record store would. */
export interface ScormStoreUnderTest {
  readonly store: ScormStore;
  /** False when a condition did not hold; then nothing was written. */
  commit(writes: readonly object[]): Promise<boolean>;
  /** Bodies that lie outside the rows of this registration; undefined where there is nothing of the kind. */
  asideOf?(registration: string): Promise<number>;
}

/** What every store of SCORM run-time data keeps. Ids are fresh in every test, so that the store need not be empty. */
export function scormStoreContract(adapter: string, open: () => Promise<ScormStoreUnderTest>): void {
  describe(`SCORM store on ${adapter}`, () => {
    let store: ScormStore;
    let under: ScormStoreUnderTest;
    let key: ScormKey;

    beforeEach(async () => {
      under = await open();
      store = under.store;
      key = { registration: randomUUID(), moduleId: 'm/1#x' };
    });

    const wholeOf = (over: Partial<ScormPackageState> = {}): ScormPackageState => ({
      ...key,
      originHash: 'a'.repeat(32),
      sessionId: 's1',
      run: 3,
      sequence: 7,
      status: { completion: 'completed', success: 'passed', score: { scaled: 0.8 } },
      standing: { I1: { completion: 'completed', success: 'passed', score: { raw: 8, min: 0, max: 10 } } },
      told: { completion: 'completed' },
      currentItemId: 'I1',
      suspendedItemId: 'I1',
      sequencingState: '{"état":1}',
      globalObjectives: { 'urn:g': { satisfiedStatus: true, normalizedMeasure: 0.5, x: null } },
      sharedData: { 'urn:d': 'x' },
      preferences: { language: 'id' },
      savedAt: at,
      rev: 0,
      ...over,
    });
    const itemOf = (over: Partial<ScormItemState> = {}): ScormItemState => ({
      ...key,
      itemId: 'I1',
      originHash: 'a'.repeat(32),
      place: { run: 3, visit: 2, sequence: 7, terminated: false },
      attempt: 2,
      data: { ...untouchedData, suspendData: 'é=1', exit: 'suspend', sessionSeconds: 12.5 },
      reached: { completion: 'incomplete', success: 'unknown', score: {} },
      time: { seconds: 61.25, countedSession: '3.1' },
      earlierSeconds: 5,
      savedAt: at,
      rev: 0,
      ...over,
    });
    async function save(change: ScormChange): Promise<boolean> {
      const saving = await store.saving(change);
      const done = await under.commit(saving.companion.writes);
      await saving.settle(done ? 'stored' : 'refused');
      return done;
    }

    it('gives back the whole of what was written, one rev higher', async () => {
      expect(await store.readPackage(key)).toBeUndefined();
      expect(await store.readItem(key, 'I1')).toBeUndefined();
      expect(await store.listItems(key)).toEqual([]);
      expect(await save({ whole: wholeOf(), item: itemOf() })).toBe(true);
      expect(await store.readPackage(key)).toEqual(wholeOf({ rev: 1 }));
      expect(await store.readItem(key, 'I1')).toEqual(itemOf({ rev: 1 }));
    });

    it('writes both rows or none, and only over what was read', async () => {
      expect(await save({ whole: wholeOf(), item: itemOf() })).toBe(true);
      const next = { whole: wholeOf({ rev: 1, sequence: 8 }), item: itemOf({ rev: 0 }) };
      expect(await save(next)).toBe(false);
      expect(await store.readPackage(key)).toEqual(wholeOf({ rev: 1 }));
      expect(await save({ ...next, item: itemOf({ rev: 1, attempt: 3 }) })).toBe(true);
      expect(await store.readPackage(key)).toMatchObject({ rev: 2, sequence: 8 });
      expect(await store.readItem(key, 'I1')).toMatchObject({ rev: 2, attempt: 3 });
      expect(await save({ whole: wholeOf({ rev: 1 }) })).toBe(false);
      expect(await save({ whole: wholeOf() })).toBe(false);
    });

    it('keeps modules, registrations and items apart, whatever their names', async () => {
      const names = ['I1', 'i1', `${'x'.repeat(3999)}1`, `${'x'.repeat(3999)}2`, '#/é'];
      let rev = 0;
      for (const itemId of names) {
        expect(await save({ whole: wholeOf({ rev }), item: itemOf({ itemId }) })).toBe(true);
        rev += 1;
      }
      const other = { ...key, moduleId: 'm/1' };
      expect(await save({ whole: wholeOf(other), item: itemOf({ ...other, itemId: 'O' }) })).toBe(true);
      const stranger = { ...key, registration: randomUUID() };
      expect(await save({ whole: wholeOf(stranger), item: itemOf({ ...stranger, itemId: 'S' }) })).toBe(true);
      const listed = await store.listItems(key);
      expect(listed.map(({ itemId }) => itemId).toSorted()).toEqual(names.toSorted());
      expect((await store.listItems(other)).map(({ itemId }) => itemId)).toEqual(['O']);
      for (const itemId of names) expect((await store.readItem(key, itemId))?.itemId).toBe(itemId);
    });

    it('gives all of a registration, and writes by itself what nobody has changed', async () => {
      const other = { ...key, moduleId: 'm2' };
      expect(await store.save({ whole: wholeOf(), item: itemOf() })).toBe('saved');
      expect(await store.save({ whole: wholeOf(other), item: itemOf({ ...other, itemId: 'O' }) })).toBe(
        'saved',
      );
      expect(await store.save({ whole: wholeOf() })).toBe('conflict');
      const { packages, items } = await store.listOf(key.registration);
      expect(packages.map(({ moduleId, rev }) => [moduleId, rev]).toSorted()).toEqual([
        [key.moduleId, 1],
        ['m2', 1],
      ]);
      expect(items.map(({ itemId }) => itemId).toSorted()).toEqual(['I1', 'O']);
      expect(await store.listOf(randomUUID())).toEqual({ packages: [], items: [] });
    });

    it('keeps 64,000 characters of suspend data beside large sequencing state, and leaves nothing behind', async () => {
      const data = { ...untouchedData, suspendData: 'é'.repeat(64_000) };
      const state = 's'.repeat(256 * 1024);
      expect(await save({ whole: wholeOf({ sequencingState: state }), item: itemOf({ data }) })).toBe(true);
      expect((await store.readItem(key, 'I1'))?.data).toEqual(data);
      expect((await store.readPackage(key))?.sequencingState).toBe(state);
      expect((await store.listItems(key))[0]?.data.suspendData).toHaveLength(64_000);
      const more = { ...data, suspendData: 'ü'.repeat(64_000) };
      expect(await save({ whole: wholeOf({ rev: 1 }), item: itemOf({ rev: 1, data: more }) })).toBe(true);
      expect((await store.readItem(key, 'I1'))?.data.suspendData?.[0]).toBe('ü');
      if (under.asideOf) expect(await under.asideOf(key.registration)).toBe(1);
      expect(await save({ whole: wholeOf({ rev: 1 }), item: itemOf({ rev: 2, data }) })).toBe(false);
      if (under.asideOf) expect(await under.asideOf(key.registration)).toBe(1);
      expect(await save({ whole: wholeOf({ rev: 2 }), item: itemOf({ rev: 2 }) })).toBe(true);
      if (under.asideOf) expect(await under.asideOf(key.registration)).toBe(0);
    });
  });
}
