import { describe, expect, it } from 'vitest';
import { groupsOf } from './groups.ts';
import type { RecordLine } from './ports.ts';

let count = 0;
const line = (verb: RecordLine['verb'], object: string, over: Partial<RecordLine> = {}): RecordLine => {
  count += 1;
  return {
    statementId: `s${count}`,
    at: `2026-11-24T02:${10 + count}:00.000Z`,
    verb,
    object: { id: object },
    ...over,
  };
};
const sizes = (lines: readonly RecordLine[]) => groupsOf(lines).map((group) => group.length);

describe('groupsOf', () => {
  it('puts together what says the same in a row, and loses no line', () => {
    const lines = [
      line('progressed', 'A'),
      line('progressed', 'A'),
      line('progressed', 'A'),
      line('launched', 'A'),
    ];
    expect(sizes(lines)).toEqual([3, 1]);
    expect(groupsOf(lines).flat()).toEqual(lines);
  });

  it('keeps apart other things, other courses, other verbs of the same kind, and what comes again later', () => {
    expect(sizes([line('progressed', 'A'), line('progressed', 'B'), line('progressed', 'A')])).toEqual([
      1, 1, 1,
    ]);
    expect(sizes([line('progressed', 'A', { course: { id: 'X' } }), line('progressed', 'A')])).toEqual([
      1, 1,
    ]);
    const quoted = (text: string) => line({ display: { en: text } }, 'A');
    expect(sizes([quoted('downloaded'), quoted('shared'), quoted('shared')])).toEqual([1, 2]);
  });

  it('shows each score', () => {
    expect(sizes([line('failed', 'A', { score: 40 }), line('failed', 'A', { score: 55 })])).toEqual([1, 1]);
  });
});
