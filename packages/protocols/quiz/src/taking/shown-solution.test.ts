import { describe, expect, it } from 'vitest';
import { gradeResponse } from '../grading/grade-response.ts';
import {
  sampleChoice,
  sampleMatching,
  sampleNumber,
  sampleOrdering,
  sampleQuestions,
  sampleText,
} from '../testing/index.ts';
import { parseShownResponse } from './parse-response.ts';
import { shownSolution } from './shown-solution.ts';

const seeds = ['a', 'b', 'c', 'd'];

describe('shownSolution', () => {
  it('is worth full marks when it is given back as a response, whatever the seed', () => {
    for (const seed of seeds) {
      for (const question of sampleQuestions) {
        const solution = shownSolution(question, undefined, seed);
        if (solution.kind === 'numeric' || solution.kind === 'short-text') continue;
        const { feedback: _, ...response } = { feedback: [], ...solution };
        const given = parseShownResponse(question, response, seed);
        expect(gradeResponse(question, given)).toMatchObject({ share: 1, correct: true });
      }
    }
  });

  it('names numbers and words that are wholly right, with dots for what stands for anything', () => {
    expect(shownSolution(sampleNumber, undefined, 'a')).toEqual({
      ...{ kind: 'numeric', answers: [{ value: 3.14, tolerance: 0.005 }] },
    });
    expect(shownSolution(sampleText, undefined, 'a')).toEqual({
      ...{ kind: 'short-text', texts: ['Soekarno', '…Hatta'] },
    });
    const starred = { ...sampleText, answers: [{ text: 'C\\* *', share: 1 }] };
    expect(shownSolution(starred, undefined, 'a')).toMatchObject({ texts: ['C* …'] });
  });

  it('has feedback of what was chosen alone', () => {
    const chosen = { kind: 'choice', choiceIds: ['solo'] } as const;
    const { feedback } = { feedback: [], ...shownSolution(sampleChoice, chosen, 'a') };
    expect(feedback).toHaveLength(1);
    expect(shownSolution(sampleChoice, undefined, 'a')).toMatchObject({ feedback: [] });
  });

  it('speaks in the places of this seed', () => {
    const orders = seeds.map((seed) => JSON.stringify(shownSolution(sampleOrdering, undefined, seed)));
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect(JSON.stringify(shownSolution(sampleMatching, undefined, 'a'))).not.toMatch(/sumatra|medan/);
  });
});
