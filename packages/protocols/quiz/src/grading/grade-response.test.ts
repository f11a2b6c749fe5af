import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumericQuestion, QuestionResponse, ShortTextQuestion } from '../model.ts';
import {
  sampleChoice,
  sampleMatching,
  sampleNumber,
  sampleOrdering,
  sampleQuestions,
  sampleSeveral,
  sampleText,
} from '../testing/index.ts';
import { gradeResponse } from './grade-response.ts';

const choose = (...choiceIds: readonly string[]): QuestionResponse => ({ kind: 'choice', choiceIds });
const order = (...itemIds: readonly string[]): QuestionResponse => ({ kind: 'ordering', itemIds });

describe('one of several choices', () => {
  it('is worth all its points when it is right, and none below zero', () => {
    expect(gradeResponse(sampleChoice, choose('semarang'))).toEqual({ share: 1, points: 2, correct: true });
    expect(gradeResponse(sampleChoice, choose('solo'))).toEqual({ share: 0, points: 0, correct: false });
    expect(gradeResponse(sampleChoice, choose('tegal')).points).toBe(0);
    expect(gradeResponse(sampleChoice, choose()).points).toBe(0);
  });
});

describe('several choices', () => {
  it('add up, and thirds make a whole', () => {
    expect(gradeResponse(sampleSeveral, choose('dua', 'lima', 'tujuh'))).toEqual({
      share: 1,
      points: 3,
      correct: true,
    });
    expect(gradeResponse(sampleSeveral, choose('dua', 'tujuh'))).toEqual({
      share: 0.666667,
      points: 2,
      correct: false,
    });
  });

  it('lose by a wrong one as much as a right one gives, or what it says', () => {
    expect(gradeResponse(sampleSeveral, choose('dua', 'lima', 'empat')).share).toBe(0.333333);
    expect(gradeResponse(sampleSeveral, choose('dua', 'lima', 'tujuh', 'sembilan')).share).toBe(0.5);
  });

  it('are never worth full marks when everything is chosen', () => {
    const all = choose(...sampleSeveral.choices.map(({ id }) => id));
    expect(gradeResponse(sampleSeveral, all).share).toBe(0.166667);
    const lenient = {
      ...sampleSeveral,
      choices: sampleSeveral.choices.map((one) => ({ ...one, share: Math.max(one.share, 0) })),
    };
    expect(gradeResponse(lenient, all).share).toBe(0.333333);
  });
});

describe('a number', () => {
  const number = (value: number, tolerance = 0): NumericQuestion => ({
    ...sampleNumber,
    answers: [{ value, tolerance, share: 1 }],
  });
  const isRight = (question: NumericQuestion, text: string) =>
    gradeResponse(question, { kind: 'numeric', text }).correct;

  it.each(['3.14', '3,14', ' 3,145 ', '+3.135', '3,14 rad', '3.14RAD', '314e-2', '0003.14'])(
    'is right as %j',
    (text) => {
      expect(isRight(sampleNumber, text)).toBe(true);
    },
  );

  it.each([
    '3.1451',
    '3,1349',
    '-3.14',
    '3..14',
    '3,1,4',
    '',
    'rad',
    'tiga',
    '3.14x',
    '١',
    '0x3',
    'Infinity',
    'NaN',
  ])('is not right as %j', (text) => {
    expect(isRight(sampleNumber, text)).toBe(false);
  });

  it('may be grouped in thousands in either way, and a doubtful mark is read as the learner needs it', () => {
    for (const text of [
      '1234567',
      '1.234.567',
      '1,234,567',
      '1 234 567',
      "1'234'567",
      '1.234.567,00',
      '1,234,567.0',
    ]) {
      expect([text, isRight(number(1_234_567), text)]).toEqual([text, true]);
    }
    for (const text of ['1.500', '1,500', '1500']) expect(isRight(number(1500), text)).toBe(true);
    for (const text of ['1.500', '1,500', '1,5']) expect(isRight(number(1.5), text)).toBe(true);
    for (const text of ['12.34.567', '1.2345', '0.500', '1,23,456'])
      expect(isRight(number(1_234_567), text)).toBe(false);
    expect(isRight(number(500), '0.500')).toBe(false);
  });

  it('takes both ends of its range, whatever binary fractions say', () => {
    expect(0.4 - 0.3 <= 0.1).toBe(false);
    expect(isRight(number(0.3, 0.1), '0,4')).toBe(true);
    expect(isRight(number(0.3, 0.1), '0.2')).toBe(true);
    expect(isRight(number(0.3, 0.1), '0.40000000000000000001')).toBe(false);
    expect(isRight(number(-1e-7), '-0,0000001')).toBe(true);
    expect(isRight(number(0), '-0')).toBe(true);
  });

  it('counts as the best answer that fits', () => {
    expect(gradeResponse(sampleNumber, { kind: 'numeric', text: '3.5' }).share).toBe(0.5);
  });
});

describe('a short text', () => {
  const text = (pattern: string, caseSensitive = false): ShortTextQuestion => ({
    ...sampleText,
    caseSensitive,
    answers: [{ text: pattern, share: 1 }],
  });
  const isRight = (question: ShortTextQuestion, given: string) =>
    gradeResponse(question, { kind: 'short-text', text: given }).correct;

  it.each([
    ['Soekarno', ' soekarno\n', true],
    ['Bung   Hatta', 'bung hatta', true],
    ['*hatta', 'Mohammad Hatta', true],
    ['*hatta', 'hatta', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'a--b--c', true],
    ['a*b*c', 'acb', false],
    ['*b*', 'abc', true],
    ['ab*ba', 'aba', false],
    ['2 \\* 3', '2 * 3', true],
    ['2 \\* 3', '2 x 3', false],
    ['a.c', 'abc', false],
    ['(a+)+$', '(a+)+$', true],
    ['caf\u00e9', 'cafe\u0301', true],
    ['İ', 'i\u0307', true],
    ['*', '   ', false],
  ])('%j takes %j: %s', (pattern, given, right) => {
    expect(isRight(text(pattern), given)).toBe(right);
  });

  it('tells letter case where it is asked to', () => {
    expect(isRight(text('pH', true), 'PH')).toBe(false);
    expect(isRight(text('pH', true), 'pH')).toBe(true);
  });

  it('is matched at once, however many wildcards there are', () => {
    expect(isRight(text(`${'*a'.repeat(500)}*b`), 'a'.repeat(1000))).toBe(false);
  });
});

describe('pairs', () => {
  it('count each', () => {
    const pairs = [
      ['medan', 'sumatra'],
      ['malang', 'jawa'],
      ['solo', 'bali'],
    ] as const;
    expect(gradeResponse(sampleMatching, { kind: 'matching', pairs })).toEqual({
      share: 0.5,
      points: 2,
      correct: false,
    });
  });
});

describe('an order', () => {
  it('counts neighbours, so that one item at a wrong place does not spoil the rest', () => {
    expect(gradeResponse(sampleOrdering, order('sumpah', 'proklamasi', 'konferensi', 'reformasi'))).toEqual({
      share: 1,
      points: 3,
      correct: true,
    });
    expect(
      gradeResponse(sampleOrdering, order('reformasi', 'sumpah', 'proklamasi', 'konferensi')).points,
    ).toBe(2);
    expect(
      gradeResponse(sampleOrdering, order('reformasi', 'konferensi', 'proklamasi', 'sumpah')).points,
    ).toBe(0);
  });
});

const someResponse = fc.oneof(
  fc.record({ kind: fc.constant('choice' as const), choiceIds: fc.array(fc.string()) }),
  fc.record({ kind: fc.constantFrom('numeric' as const, 'short-text' as const), text: fc.string() }),
  fc.record({ kind: fc.constant('matching' as const), pairs: fc.array(fc.tuple(fc.string(), fc.string())) }),
  fc.record({ kind: fc.constant('ordering' as const), itemIds: fc.array(fc.string()) }),
);

describe('any response', () => {
  it('is worth nothing to full marks, and is right only with these', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sampleQuestions), someResponse, (question, response) => {
        const { share, points, correct } = gradeResponse(question, response);
        expect(share >= 0 && share <= 1 && points >= 0 && points <= question.points).toBe(true);
        expect(correct).toBe(points === question.points);
      }),
    );
    for (const question of sampleQuestions) expect(gradeResponse(question, undefined).points).toBe(0);
  });
});
