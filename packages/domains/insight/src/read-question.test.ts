import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { readQuestion, scoreOf } from './read-question.ts';

const read = (definition: object, id = 'urn:q') => readQuestion({ digest: nodeDigest }, { id, definition });

describe('readQuestion', () => {
  const choices = [{ id: 'a', description: { en: 'One', id: 'Satu' } }, { id: 'b' }];

  it('is the same question in whatever order its words stand', () => {
    const one = read({ description: { id: 'Apa?', en: 'What?' }, interactionType: 'choice', choices });
    const other = read({ interactionType: 'choice', choices, description: { en: 'What?', id: 'Apa?' } });
    expect(other.question).toBe(one.question);
  });

  it.each([
    ['wording', { description: { id: 'Siapa?' } }],
    ['choices', { choices: choices.slice(1) }],
    ['key', { correctResponsesPattern: ['b'] }],
  ])('is another one with another %s', (_, change) => {
    const given = { description: { id: 'Apa?' }, choices, correctResponsesPattern: ['a'] };
    expect(read({ ...given, ...change }).question).not.toBe(read(given).question);
  });

  it('keeps what fits into a row, whatever content sends', () => {
    const huge = 'x'.repeat(100_000);
    const found = read(
      {
        description: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`de-${n}`, huge])),
        choices: Array.from({ length: 500 }, (_, n) => ({ id: `${huge}${n}`, description: { id: huge } })),
        correctResponsesPattern: Array.from({ length: 500 }, () => huge),
      },
      huge,
    );
    expect(JSON.stringify(found).length).toBeLessThan(60_000);
  });
});

describe('scoreOf', () => {
  it.each([
    [{ success: true }, 1],
    [{ success: false }, 0],
    [{ score: { scaled: 0.5 }, success: true }, 0.5],
    [{ score: { scaled: -1 } }, 0],
    [{ response: 'a' }, undefined],
  ])('reads %j as %s', (result, expected) => expect(scoreOf(result)).toBe(expected));
});
