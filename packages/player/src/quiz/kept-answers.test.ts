import { describe, expect, it } from 'vitest';
import { AnswerSheet } from './answer-sheet.ts';
import { openKeptAnswers } from './kept-answers.ts';
import { fileUrl } from './rich-text.ts';

const launch = { registration: 'r', activityId: 'a' };
const message = { attempt: 1, run: 2, sequence: 3, answers: [] };

function memory(initial?: string) {
  const values = new Map<string, string>(initial === undefined ? [] : [['sinau-quiz-unsent:r:a', initial]]);
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

describe('answers that are kept on the device', () => {
  it('come back, once, for the same quiz and registration alone', () => {
    const store = memory();
    const kept = openKeptAnswers(store, launch);
    kept.write(message);
    expect(kept.read()).toEqual(message);
    expect(openKeptAnswers(store, { ...launch, registration: 'other' }).read()).toBeUndefined();
    kept.write(undefined);
    expect([kept.read(), store.values.size]).toEqual([undefined, 0]);
  });

  it.each(['', '{', 'null', '[]', '{"attempt":"1"}', '{"attempt":1,"run":2,"sequence":3}'])(
    'are nothing when they cannot be read: %s',
    (text) => {
      expect(openKeptAnswers(memory(text), launch).read()).toBeUndefined();
    },
  );

  it('are not kept where storage is denied', () => {
    const denied = () => {
      throw new Error('denied');
    };
    const kept = openKeptAnswers({ getItem: denied, setItem: denied, removeItem: denied }, launch);
    kept.write(message);
    expect(kept.read()).toBeUndefined();
    expect(openKeptAnswers(undefined, launch).read()).toBeUndefined();
  });
});

describe('AnswerSheet', () => {
  it('counts the seconds on each question, over visits, and not those of a long absence', () => {
    let now = 0;
    const savedAt = '2026-03-02T01:00:00.000Z';
    const known = { questionId: 'q1', flagged: true, seconds: 10, savedAt };
    const sheet = new AnswerSheet({ answers: [known] }, () => now);
    sheet.lookAt('q1');
    now += 5000;
    sheet.lookAt('q2');
    now += 3_600_000;
    expect(sheet.change('q2', { response: { kind: 'short-text', text: 'x' } })).toMatchObject({
      seconds: 900,
    });
    sheet.lookAt('q1');
    now += 2400;
    expect(sheet.change('q1', { flagged: false })).toEqual({
      ...{ questionId: 'q1', response: null, flagged: false, seconds: 17 },
    });
  });
});

describe('fileUrl', () => {
  it('is a file of this package, and never another place', () => {
    const origin = 'https://a.content.example';
    expect(fileUrl('gambar/peta jawa.png', origin)).toBe(`${origin}/gambar/peta%20jawa.png`);
    for (const name of [
      '//evil.example/x.png',
      'https://evil.example/x',
      '\\\\evil',
      'javascript:alert(1)',
      '?x',
      '#x',
    ]) {
      expect(new URL(fileUrl(name, origin) ?? origin).origin).toBe(origin);
    }
  });
});
