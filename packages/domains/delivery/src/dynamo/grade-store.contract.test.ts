import { nodeDigest } from '@sinau/platform/crypto';
import { withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { gradeStoreContract, memoryGradeStore, memorySeenMessages } from '../testing/index.ts';
import { createAssertionLog } from './assertion-log.ts';
import { createGradeStore } from './grade-store.ts';

withTables((engine, tables) => {
  const door = () => ({ dynamo: tables().dynamo, table: tables().lms, digest: nodeDigest });
  gradeStoreContract(engine, async () => ({
    store: createGradeStore(door()),
    assertions: createAssertionLog(door()),
  }));

  describe('a score with what it says of the course', () => {
    it('is written with it, or neither', async () => {
      const { dynamo, table } = door();
      const store = createGradeStore(door());
      const item = { courseId: 'c1', clientId: 't1' as never, lineItemId: 'i1' };
      const progress = { said: '1', activity: 'Completed', grading: 'FullyGraded' } as const;
      const record = { ...item, userId: 'u1', registration: 'r1', standing: { progress }, rev: 0 };
      const event = { pk: 'EVENT', sk: '1' };
      const condition = { expression: 'attribute_not_exists(pk)' };
      const companion = { writes: [{ kind: 'put', table, item: event, condition }] };
      expect(await store.saveScore(record, { isDeclared: true, companion })).toBe('saved');
      expect(await dynamo.get({ table, key: event })).toBeDefined();
      expect(await store.saveScore({ ...record, rev: 1 }, { isDeclared: true, companion })).toBe(
        'companion-refused',
      );
      expect((await store.findScore(item, 'u1'))?.rev).toBe(1);
      const fresh = { writes: [{ kind: 'put', table, item: { pk: 'EVENT', sk: '2' } }] };
      expect(await store.saveScore(record, { isDeclared: true, companion: fresh })).toBe('conflict');
      expect(await dynamo.get({ table, key: { pk: 'EVENT', sk: '2' } })).toBeUndefined();
    });
  });
});

gradeStoreContract('memory', async () => ({ store: memoryGradeStore(), assertions: memorySeenMessages() }));
