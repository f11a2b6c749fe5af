import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleChoice, sampleMatching, sampleQuiz, sampleSeveral, sampleText } from '../testing/index.ts';
import { parseQuestion, parseQuiz, parseRules } from './parse-quiz.ts';

const json = JSON.parse(JSON.stringify(sampleQuiz));
const codes = (value: unknown) => {
  const parsed = parseQuiz(value);
  return parsed.outcome === 'refused' ? parsed.problems.map(({ code }) => code) : [];
};
const withQuestions = (...questions: readonly object[]) => ({
  ...json,
  sections: [{ sectionId: 's', questions }],
});

describe('a quiz', () => {
  it('is read as it was written', () => {
    expect(parseQuiz(json)).toEqual({ outcome: 'read', value: sampleQuiz });
  });

  it.each([
    ['another version', { ...json, v: 2 }],
    ['something more', { ...json, more: 1 }],
    ['no section', { ...json, sections: [] }],
    ['an empty section', withQuestions()],
    ['an empty title', { ...json, title: ' ' }],
    ['a title with a control character', { ...json, title: 'a\u0000' }],
    ['half a sign', { ...json, title: 'a\ud800' }],
    ['no points', withQuestions({ ...sampleChoice, points: 0 })],
    ['a share above 1', withQuestions({ ...sampleText, answers: [{ text: 'a', share: 1.5 }] })],
    ['one choice', withQuestions({ ...sampleChoice, choices: sampleChoice.choices.slice(1, 2) })],
    ['an id with a delimiter of xAPI', withQuestions({ ...sampleChoice, questionId: 'a[,]b' })],
    [
      'a file outside',
      withQuestions({ ...sampleChoice, prompt: [{ type: 'image', src: '../a.png', alt: '' }] }),
    ],
    [
      'an address',
      withQuestions({ ...sampleChoice, prompt: [{ type: 'image', src: 'https://x/a.png', alt: '' }] }),
    ],
    ['markup', withQuestions({ ...sampleChoice, prompt: [{ type: 'html', html: '<b>' }] })],
    ['a pass mark above 1', { ...json, rules: { ...json.rules, passMark: 70 } }],
    ['a kind that does not exist', withQuestions({ ...sampleChoice, kind: 'essay' })],
    ['no object', []],
    ['nothing', null],
  ])('with %s does not have the shape of one', (_, value) => {
    expect(new Set(codes(value))).toEqual(new Set(['quiz.shape']));
  });

  it.each([
    ['quiz.id-twice', withQuestions(sampleChoice, sampleChoice)],
    [
      'quiz.id-twice',
      withQuestions({ ...sampleChoice, choices: [sampleChoice.choices[1], sampleChoice.choices[1]] }),
    ],
    ['quiz.pick-too-many', { ...json, sections: [{ sectionId: 's', pick: 2, questions: [sampleChoice] }] }],
    [
      'quiz.nothing-right',
      withQuestions({
        ...sampleChoice,
        choices: sampleChoice.choices.map((one) => ({ ...one, share: 0.5 })),
      }),
    ],
    ['quiz.nothing-right', withQuestions({ ...sampleText, answers: [{ text: 'a', share: 0.5 }] })],
    ['quiz.shares', withQuestions({ ...sampleSeveral, choices: sampleSeveral.choices.slice(1) })],
    ['quiz.true-false', withQuestions({ ...sampleChoice, trueFalse: true })],
    [
      'quiz.no-such-target',
      withQuestions({ ...sampleMatching, targets: sampleMatching.targets.slice(0, 2) }),
    ],
    [
      'quiz.nothing-to-read',
      withQuestions({ ...sampleChoice, prompt: [{ type: 'paragraph', runs: [{ text: ' ' }] }] }),
    ],
    [
      'quiz.too-many-questions',
      {
        ...json,
        sections: [0, 1].map((n) => ({
          sectionId: `s${n}`,
          questions: Array.from({ length: 251 }, (_, q) => ({ ...sampleText, questionId: `${n}-${q}` })),
        })),
      },
    ],
  ])('is refused with %s', (code, value) => {
    expect(new Set(codes(value))).toEqual(new Set([code]));
  });

  it('says where and what to do, in both languages', () => {
    const parsed = parseQuiz(withQuestions({ ...sampleChoice, points: 'x' }));
    expect(parsed).toMatchObject({
      problems: [
        {
          severity: 'error',
          params: { at: '/sections/0/questions/0/points' },
          mend: { id: expect.any(String) },
        },
      ],
    });
  });

  it('is judged without throwing, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (value) => void parseQuiz(value)));
    const part = fc.constantFrom('title', 'sections', 'rules', 'v', 'introduction');
    fc.assert(fc.property(part, fc.anything(), (name, value) => void parseQuiz({ ...json, [name]: value })));
    fc.assert(fc.property(fc.anything(), (value) => void parseQuestion({ ...sampleChoice, choices: value })));
  });
});

describe('rules', () => {
  it('are strict', () => {
    expect(parseRules(sampleQuiz.rules)).toEqual({ outcome: 'read', value: sampleQuiz.rules });
    for (const over of [
      { maxAttempts: 0 },
      { timeLimitSeconds: 1 },
      { review: 'all' },
      { passMark: 0 },
      { more: 1 },
    ]) {
      expect(parseRules({ ...sampleQuiz.rules, ...over }).outcome).toBe('refused');
    }
  });
});
