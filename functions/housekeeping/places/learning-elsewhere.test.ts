import type { EvidenceId, ExternalLearning, LearningId, State } from '@sinau/external-learning';
import { memoryEvidenceRoom, memoryLearningStore, training } from '@sinau/external-learning/testing';
import type { PersonId } from '@sinau/kernel';
import type { ErasureOrder } from '@sinau/privacy';
import { describe, expect, it } from 'vitest';
import { learningElsewherePlace } from './learning-elsewhere.ts';

const personId = 'sri' as PersonId;
const evidenceId = 'e1' as EvidenceId;
const order = {
  ...{ personId, untilMs: Date.parse('2026-03-05T00:00:00.000Z'), trail: [], mode: 'erase', key: 'k' },
  jobId: 'j1',
} as unknown as ErasureOrder;

async function world() {
  const learnings = memoryLearningStore();
  const evidence = memoryEvidenceRoom();
  const place = learningElsewherePlace({ learnings, evidence }, 0);
  const add = async (name: string, state: State, createdAt = '2026-03-04T01:00:00.000Z') => {
    const learningId = name as LearningId;
    const after = {
      ...{ learningId, personId, agencyId: 'bkn', way: 'attended', state, stage: 'report', createdAt },
      ...{ details: { ...training, title: name }, evidence: [], lines: 1, rev: 0 },
    } as unknown as ExternalLearning;
    const by = { kind: 'person', personId, as: 'learner' } as const;
    await learnings.take({ after, line: { n: 1, action: 'add', to: state, at: createdAt, by } });
    await evidence.put({ personId, learningId, evidenceId }, new Uint8Array([1]));
  };
  const erase = async (on = place) => {
    let cursor: string | undefined;
    let taken = 0;
    do {
      const step = await on.erase?.(order, cursor);
      taken += step?.counts.learningDrafts ?? 0;
      cursor = step?.next;
    } while (cursor !== undefined);
    return taken;
  };
  const left = async () => (await learnings.listOf(personId)).map(({ learningId }) => learningId);
  const file = (name: string) => evidence.get({ personId, learningId: name as LearningId, evidenceId });
  return { learnings, evidence, place, add, erase, left, file };
}

describe('an erasure of learning elsewhere', () => {
  it('takes drafts and what was taken back, with history and files, and leaves what the office knows', async () => {
    const on = await world();
    for (let n = 0; n < 25; n += 1) await on.add(`draft-${n}`, 'draft');
    await on.add('back', 'cancelled');
    const kept: readonly State[] = ['submitted', 'hr_ok', 'reported', 'returned', 'rejected', 'recognised'];
    for (const state of kept) await on.add(state, state);
    await on.add('later', 'draft', '2026-03-06T01:00:00.000Z');
    expect(await on.place.count(order, undefined)).toEqual({ counts: { learningDrafts: 26 } });
    expect(await on.erase()).toBe(26);
    expect(await on.left()).toEqual([...kept, 'later']);
    expect(await on.place.count(order, undefined)).toEqual({ counts: { learningDrafts: 0 } });
    expect([await on.file('back'), await on.file('draft-24')]).toEqual([undefined, undefined]);
    expect(await on.file('rejected')).toBeDefined();
    expect(await on.learnings.linesOf(personId, 'back' as LearningId)).toEqual([]);
  });

  it('finds the files again of a record that went before the process died', async () => {
    const on = await world();
    await on.add('draft', 'draft');
    const step = await on.place.erase?.(order, undefined);
    const removeAll = async () => Promise.reject(new Error('the bucket does not answer'));
    const dying = learningElsewherePlace({ ...on, evidence: { removeAll } }, 0);
    await expect(dying.erase?.(order, step?.next)).rejects.toThrow();
    expect([await on.left(), await on.file('draft')]).toEqual([[], new Uint8Array([1])]);
    expect(await on.place.erase?.(order, step?.next)).toEqual({ counts: { learningDrafts: 1 } });
    expect(await on.file('draft')).toBeUndefined();
  });

  it('leaves what is sent just then, with its file, and all of it to a rule that ends statements', async () => {
    const on = await world();
    await on.add('draft', 'draft');
    expect(await on.place.count({ ...order, keepVerbs: [] }, undefined)).toEqual({
      counts: { learningDrafts: 0 },
    });
    const step = await on.place.erase?.(order, undefined);
    const [before] = await on.learnings.listOf(personId);
    if (!before) throw new Error('it was added');
    await on.learnings.take({ before, after: { ...before, state: 'reported' } });
    await on.place.erase?.(order, step?.next);
    expect(await on.left()).toEqual(['draft']);
    expect(await on.file('draft')).toBeDefined();
  });
});
