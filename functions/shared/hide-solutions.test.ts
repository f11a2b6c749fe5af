import { describe, expect, it } from 'vitest';
import { createSolutionHider } from './hide-solutions.ts';

const hider = createSolutionHider('https://sinau.example/');
const question = `https://sinau.example/activities/c%201/au/${'a1'.repeat(16)}/questions/q.1`;
const definition = {
  interactionType: 'choice',
  correctResponsesPattern: ['a'],
  choices: [{ id: 'a' }],
} as const;
const statement = (id: string) => ({
  actor: { mbox: 'mailto:a@sinau.example' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
  object: { id, definition },
});

describe('createSolutionHider', () => {
  it('C5: takes what is right out of questions of quizzes, and nothing else of them', () => {
    const { correctResponsesPattern: _, ...shown } = definition;
    expect(hider.definitionFor(question, definition)).toEqual(shown);
    expect(hider.statementFor(statement(question))).toEqual({
      ...statement(question),
      object: { id: question, definition: shown },
    });
  });

  it.each(['matching', 'sequencing'] as const)(
    'C5: shows no list of %s, whose options stand and are numbered as they belong',
    (interactionType) => {
      const [first, second] = [{ id: '1' }, { id: '2' }];
      const lists = { choices: [first, second], source: [first], target: [second] };
      const given = { name: { id: 'Urutan' }, interactionType, ...lists };
      expect(hider.definitionFor(question, given)).toEqual({ name: { id: 'Urutan' }, interactionType });
      const result = { response: '2[,]1', success: false, score: { scaled: 0 }, duration: 'PT2S' };
      const one = { ...statement(question), object: { id: question, definition: given }, result };
      expect(hider.unjudged(one).result).toEqual({ duration: 'PT2S' });
    },
  );

  it('C5: takes out how an answer was judged, and leaves what was answered', () => {
    const result = { response: 'a', success: true, score: { scaled: 1 }, duration: 'PT2S' };
    expect(hider.unjudged({ ...statement(question), result }).result).toEqual({
      response: 'a',
      duration: 'PT2S',
    });
    const other = { ...statement('https://publisher.example/q1'), result };
    expect(hider.unjudged(other)).toBe(other);
  });

  it.each([
    'https://publisher.example/q1',
    question.replace('/questions/', '/item/'),
    question.replace('https://sinau.example', 'https://sinau.example.evil'),
    `${question}/more`,
  ])('leaves what content of others says as it came: %s', (id) => {
    const one = statement(id);
    expect(hider.statementFor(one)).toBe(one);
    expect(hider.definitionFor(id, definition)).toBe(definition);
  });
});
