import { expect, it } from 'vitest';
import type { Recognition, RecognitionId } from '../recognition.ts';
import { recognitionOf } from '../testing/index.ts';
import { recognitionFacts } from './facts.ts';
import { toRecognitionRow } from './rows.ts';

const rowOf = (at: string, over: Partial<Recognition> = {}) =>
  toRecognitionRow(
    recognitionOf({
      ...{ recognitionId: 'teaching-2026-1' as RecognitionId, createdAt: at, rev: 1 },
      ...{ steps: [{ to: 'granted', at }], ...over },
    }),
  );
const [then, later] = ['2026-03-02T01:00:00.000Z', '2026-09-02T01:00:00.000Z'];

it('what a rule finds again after an erasure, where revisions begin anew, is told under another id', () => {
  const idOf = (at: string) => recognitionFacts({ after: rowOf(at) })[0]?.eventId;
  expect(idOf(then)).toBe(idOf(then));
  expect(idOf(then)).not.toBe(idOf(later));
});

it('who may see it is told nobody, and a step is', () => {
  const [before, after] = [rowOf(then), rowOf(then, { shownTo: 'unit', rev: 2 })];
  expect(recognitionFacts({ before, after })).toEqual([]);
  const undone = { to: 'undone', at: later } as const;
  const gone = rowOf(then, { state: 'undone', steps: [{ to: 'granted', at: then }, undone], rev: 2 });
  expect(recognitionFacts({ before, after: gone })).toMatchObject([
    { to: 'undone', occurredAt: later, rev: 2 },
  ]);
});
