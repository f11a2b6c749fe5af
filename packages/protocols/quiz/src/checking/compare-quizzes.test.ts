import { describe, expect, it } from 'vitest';
import { sampleChoice, sampleNumber, sampleQuiz, sampleText } from '../testing/index.ts';
import { compareQuizzes, compareRules } from './compare-quizzes.ts';

const of = (...questions: Parameters<typeof compareQuizzes>[0]['sections'][number]['questions']) => ({
  sections: [{ sectionId: 's', questions }],
});

describe('the difference of two quizzes', () => {
  it('names questions that are new, gone or changed, wherever they stand', () => {
    const shuffled = JSON.parse(JSON.stringify(sampleText, Object.keys(sampleText).sort()));
    expect(
      compareQuizzes(of(sampleChoice, sampleNumber), of({ ...sampleNumber, points: 2 }, sampleText)),
    ).toEqual({
      added: ['Proklamator'],
      removed: ['Ibu kota'],
      changed: ['Pi'],
    });
    const turned = { ...shuffled, answers: sampleText.answers, prompt: sampleText.prompt };
    expect(compareQuizzes(of(sampleText, sampleChoice), of(sampleChoice, turned))).toEqual({
      ...{ added: [], removed: [], changed: [] },
    });
  });

  it('names rules that differ', () => {
    const { passMark: _, ...rest } = sampleQuiz.rules;
    expect(compareRules(sampleQuiz.rules, { ...rest, maxAttempts: 3 })).toEqual(['maxAttempts', 'passMark']);
    expect(compareRules(rest, { ...rest })).toEqual([]);
  });
});
