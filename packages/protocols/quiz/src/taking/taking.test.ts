import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionResponse } from '../model.ts';
import {
  sampleChoice,
  sampleMatching,
  sampleNumber,
  sampleOrdering,
  sampleQuestions,
  sampleQuiz,
  sampleSeveral,
} from '../testing/index.ts';
import { drawQuestions, pointsOf } from './draw-questions.ts';
import { parseResponse, parseShownResponse, shownResponse } from './parse-response.ts';
import { seededRandom } from './random.ts';
import { shownQuestion } from './shown-question.ts';

const ids = (questions: readonly { readonly questionId: string }[]) =>
  questions.map(({ questionId }) => questionId);

describe('questions of an attempt', () => {
  it('are drawn out of a section that says how many, and keep their order', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 50; seed += 1) {
      const drawn = drawQuestions(sampleQuiz, { shuffleQuestions: false }, seededRandom(String(seed)));
      expect(drawn).toHaveLength(6);
      const inOrder = sampleQuestions.filter((question) => drawn.includes(question));
      expect(drawn).toEqual(inOrder);
      seen.add(ids(drawn.slice(0, 2)).join());
    }
    expect(seen).toEqual(new Set(['ibu-kota,prima', 'ibu-kota,bulat', 'prima,bulat']));
  });

  it('are shuffled within their sections only', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 50; seed += 1) {
      const drawn = ids(drawQuestions(sampleQuiz, { shuffleQuestions: true }, seededRandom(String(seed))));
      expect(drawn.slice(2).toSorted()).toEqual(ids(sampleQuestions.slice(3)).toSorted());
      orders.add(drawn.slice(2).join());
    }
    expect(orders.size).toBeGreaterThan(10);
  });

  it('are fairly drawn, and chance that is not below 1 breaks nothing', () => {
    const random = seededRandom('fair');
    const counts = new Map<string, number>();
    for (let n = 0; n < 3000; n += 1) {
      const [first] = drawQuestions(
        { sections: sampleQuiz.sections.slice(0, 1) },
        { shuffleQuestions: true },
        random,
      );
      counts.set(first?.questionId ?? '', (counts.get(first?.questionId ?? '') ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
    expect(drawQuestions(sampleQuiz, { shuffleQuestions: true }, () => 1)).toHaveLength(6);
  });

  it('have points that add up without binary dust', () => {
    expect(pointsOf([{ points: 0.1 }, { points: 0.2 }])).toBe(0.3);
  });
});

describe('what a learner sees of a question (cases C5, L10)', () => {
  it('holds no share, answer, title, explanation, feedback or id of the question’s own', () => {
    for (const question of sampleQuestions) {
      const shown = JSON.stringify(shownQuestion(question, 'benih'));
      expect(shown).not.toMatch(/share|answers|tolerance|targetId|feedback|explanation|title|caseSensitive/);
      const own = /"id":"(?!\d+")/;
      expect(shown).not.toMatch(own);
      expect(shown).toContain(JSON.stringify(question.prompt));
    }
    expect(shownQuestion(sampleNumber, 'benih')).toEqual({
      ...{ kind: 'numeric', questionId: 'pi', prompt: sampleNumber.prompt, points: 1, unit: 'rad' },
    });
  });

  it('is the same for the same seed and tells no order of answers', () => {
    expect(shownQuestion(sampleOrdering, 'a')).toEqual(shownQuestion(sampleOrdering, 'a'));
    const orders = new Set(
      Array.from({ length: 200 }, (_, n) => JSON.stringify(shownQuestion(sampleOrdering, `seed ${n}`))),
    );
    expect(orders.size).toBe(24);
    const targets = Array.from({ length: 40 }, (_, n) => {
      const shown = shownQuestion({ ...sampleMatching, shuffle: false }, `${n}`);
      return JSON.stringify(shown.kind === 'matching' && [shown.sources, shown.targets]);
    });
    expect(new Set(targets).size).toBeGreaterThan(10);
  });

  it('keeps the order of choices that are not to be shuffled', () => {
    const shown = shownQuestion({ ...sampleChoice, shuffle: false }, 'x');
    expect(shown.kind === 'choice' && shown.choices.map(({ text }) => text)).toEqual(
      sampleChoice.choices.map(({ text }) => text),
    );
  });
});

describe('a response from outside', () => {
  it('is taken with the ids of its question, in the order of the question', () => {
    const response = { kind: 'choice', choiceIds: ['tujuh', 'dua'] };
    expect(parseResponse(sampleSeveral, response)).toEqual({ kind: 'choice', choiceIds: ['dua', 'tujuh'] });
    const pairs = [
      ['palu', 'bali'],
      ['medan', 'jawa'],
    ];
    expect(parseResponse(sampleMatching, { kind: 'matching', pairs })).toEqual({
      kind: 'matching',
      pairs: [
        ['medan', 'jawa'],
        ['palu', 'bali'],
      ],
    });
  });

  it.each([
    [sampleChoice, { kind: 'choice', choiceIds: ['solo', 'tegal'] }],
    [sampleChoice, { kind: 'choice', choiceIds: ['solo', 'solo'] }],
    [sampleChoice, { kind: 'choice', choiceIds: ['medan'] }],
    [sampleChoice, { kind: 'choice', choiceIds: ['solo'], share: 1 }],
    [sampleChoice, { kind: 'numeric', text: '1' }],
    [sampleNumber, { kind: 'numeric', text: '1'.repeat(1001) }],
    [sampleNumber, { kind: 'numeric', text: '\ud800' }],
    [sampleMatching, { kind: 'matching', pairs: [['medan', 'solo']] }],
    [
      sampleMatching,
      {
        kind: 'matching',
        pairs: [
          ['medan', 'jawa'],
          ['medan', 'bali'],
        ],
      },
    ],
    [sampleOrdering, { kind: 'ordering', itemIds: ['sumpah'] }],
    [sampleOrdering, { kind: 'ordering', itemIds: ['sumpah', 'sumpah', 'konferensi', 'reformasi'] }],
    [sampleChoice, undefined],
    [sampleChoice, JSON.parse('{"__proto__":{"kind":"choice"}}')],
  ])('%# is refused', (question, value) => {
    expect(parseResponse(question, value)).toBeUndefined();
  });

  it('comes back from the shown ids to those of the question and there again, for any seed', () => {
    const some = fc.constantFrom(...sampleQuestions);
    fc.assert(
      fc.property(some, fc.string(), fc.string(), (question, seed, text) => {
        const response = anyResponse(question, text);
        const shown = shownResponse(question, response, seed);
        expect(parseShownResponse(question, shown, seed)).toEqual(parseResponse(question, response));
      }),
    );
  });

  it('with the question’s own ids is no response to what was shown', () => {
    expect(parseShownResponse(sampleChoice, { kind: 'choice', choiceIds: ['solo'] }, 'x')).toBeUndefined();
    expect(parseShownResponse(sampleChoice, { kind: 'choice', choiceIds: ['4'] }, 'x')).toBeUndefined();
    expect(parseShownResponse(sampleChoice, { kind: 'choice', choiceIds: ['0'] }, 'x')).toBeUndefined();
  });

  it('never makes the parser throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sampleQuestions), fc.anything(), (question, value) => {
        parseResponse(question, value);
        parseShownResponse(question, value, 'x');
      }),
    );
  });
});

function anyResponse(question: (typeof sampleQuestions)[number], text: string): QuestionResponse {
  switch (question.kind) {
    case 'choice':
      return { kind: 'choice', choiceIds: question.choices.slice(-1).map(({ id }) => id) };
    case 'matching':
      return {
        kind: 'matching',
        pairs: question.sources.slice(1).map(({ id }, index) => [id, question.targets[index]?.id ?? '']),
      };
    case 'ordering':
      return { kind: 'ordering', itemIds: question.items.map(({ id }) => id).toReversed() };
    default:
      return { kind: question.kind, text };
  }
}
