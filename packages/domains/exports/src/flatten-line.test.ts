import { describe, expect, it } from 'vitest';
import { flattenLine, storedIn } from './flatten-line.ts';
import { recordColumns } from './record-columns.ts';
import { idOf, statementLine, voidLine } from './testing/sample-lines.ts';

describe('flattenLine', () => {
  it('puts a statement into columns, and keeps its text', () => {
    const line = statementLine(3);
    const { values } = flattenLine(line);
    expect(Object.keys(values)).toEqual(recordColumns.map(({ name }) => name));
    expect(values).toEqual({
      kind: 'statement',
      statement_id: idOf(3),
      position: 'p000000000003',
      stored: new Date('2026-03-01T12:03:00.000Z'),
      timestamp: new Date('2026-03-01T12:00:00.123Z'),
      actor_home_page: 'https://sinau.example',
      actor_name: 'orang-3',
      verb_id: 'http://adlnet.gov/expapi/verbs/completed',
      activity_id: 'https://sinau.example/activities/kursus-0/au/0123456789abcdef0123456789abcdef',
      course_id: 'kursus-0',
      registration: idOf(1_000_003),
      session_id: 'sesi-3',
      score_scaled: 0.3,
      score_raw: null,
      score_min: null,
      score_max: null,
      success: false,
      completion: true,
      duration_seconds: 62.5,
      voided_by: null,
      statement: line.slice(line.indexOf(',"statement":') + 13, -1),
      erase_mode: null,
    });
    expect(JSON.parse(String(values.statement))).toMatchObject({ id: idOf(3) });
  });

  it('puts a void into columns', () => {
    expect(flattenLine(voidLine(4)).values).toMatchObject({
      kind: 'void',
      statement_id: idOf(4),
      voided_by: idOf(500_004),
      stored: new Date('2026-03-01T12:04:00.000Z'),
      statement: null,
      verb_id: null,
    });
  });

  it('puts an erasure into columns, and what it knows of a kind that comes later', () => {
    const rest = '"id":"x","stored":"2026-03-01T00:00:00.000Z","mode":"pseudonymised"}';
    const known = { statement_id: 'x', stored: new Date('2026-03-01'), verb_id: null };
    const erasure = flattenLine(`{"kind":"erase",${rest}`).values;
    expect(erasure).toMatchObject({ ...known, kind: 'erase', erase_mode: 'pseudonymised' });
    const later = flattenLine(`{"kind":"later",${rest}`).values;
    expect(later).toMatchObject({ ...known, kind: 'later', erase_mode: null });
  });

  it.each([
    ['PT1H', 3600],
    ['PT0.1S', 0.1],
    ['P1DT1S', 86_401],
    ['P2W', 1_209_600],
    ['PT1,5M', 90],
    ['P1M', null],
    ['P1Y2D', null],
    ['nonsense', null],
  ])('counts the seconds of %s', (duration, seconds) => {
    const line = statementLine(1, { over: { result: { duration } } });
    expect(flattenLine(line).values.duration_seconds).toBe(seconds);
  });

  it.each([
    [{ objectType: 'StatementRef', id: idOf(1) }, null, null],
    [{ id: 'https://kampus.example/soal/1' }, 'https://kampus.example/soal/1', null],
    [
      { id: `https://x.example/activities/%E0/au/${'0'.repeat(32)}` },
      `https://x.example/activities/%E0/au/${'0'.repeat(32)}`,
      null,
    ],
    [
      { id: `https://x.example/activities/a%2Fb/course/${'0'.repeat(32)}` },
      `https://x.example/activities/a%2Fb/course/${'0'.repeat(32)}`,
      'a/b',
    ],
  ])('tells activity and course of %j', (object, activity, course) => {
    const { values } = flattenLine(statementLine(1, { over: { object } }));
    expect([values.activity_id, values.course_id]).toEqual([activity, course]);
  });

  it('takes odd shapes for absent', () => {
    const over = { actor: 'x', result: null, context: [], verb: 5, timestamp: 'gestern', object: null };
    expect(flattenLine(statementLine(1, { over })).values).toMatchObject({
      actor_name: null,
      success: null,
      verb_id: null,
      timestamp: null,
    });
  });
});

describe('storedIn', () => {
  it('reads the time of the line and not of its statement', () => {
    const over = { stored: '2020-01-01T00:00:00.000Z' };
    expect(storedIn(statementLine(5, { over }))).toEqual(new Date('2026-03-01T12:05:00.000Z'));
    expect(storedIn('{"kind":"x"}')).toEqual(new Date(0));
  });
});
