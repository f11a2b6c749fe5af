import { parseStatement } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import type { Question } from '../model.ts';
import {
  sampleChoice,
  sampleMatching,
  sampleNumber,
  sampleOrdering,
  sampleQuestions,
  sampleSeveral,
  sampleText,
  sampleTrueFalse,
} from '../testing/index.ts';
import { interactionDefinition, responseText } from './interaction.ts';

const language = 'id';
const define = (question: Question) => interactionDefinition(question, { language });

describe('a question in xAPI', () => {
  it('is valid, whichever kind it has', () => {
    for (const question of sampleQuestions) {
      const statement = {
        actor: { account: { homePage: 'https://sinau.example', name: 'p1' } },
        verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
        object: { id: `https://sinau.example/quiz/${question.questionId}`, definition: define(question) },
      };
      const parsed = parseStatement(JSON.parse(JSON.stringify(statement)), { version: '1.0.3' });
      expect(parsed).toMatchObject({ ok: true });
    }
  });

  it('names what can be chosen and what is right', () => {
    expect(define(sampleChoice)).toEqual({
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      name: { id: 'Ibu kota' },
      description: { id: 'Apa ibu kota Jawa Tengah?' },
      interactionType: 'choice',
      choices: [
        { id: 'solo', description: { id: 'Surakarta' } },
        { id: 'semarang', description: { id: 'Semarang' } },
        { id: 'tegal', description: { id: 'Tegal' } },
      ],
      correctResponsesPattern: ['semarang'],
    });
    expect(define(sampleSeveral).correctResponsesPattern).toEqual(['dua[,]lima[,]tujuh']);
    expect(define(sampleTrueFalse)).toMatchObject({
      interactionType: 'true-false',
      correctResponsesPattern: ['true'],
    });
    expect(define(sampleTrueFalse)).not.toHaveProperty('choices');
  });

  it('gives numbers as ranges without binary dust, and texts without wildcards', () => {
    expect(define(sampleNumber).correctResponsesPattern).toEqual(['3.135[:]3.145']);
    const tiny = {
      ...sampleNumber,
      answers: [
        { value: 0.3, tolerance: 0.1, share: 1 },
        { value: 1e-7, tolerance: 0, share: 1 },
      ],
    };
    expect(define(tiny).correctResponsesPattern).toEqual(['0.2[:]0.4', '0.0000001[:]0.0000001']);
    expect(define(sampleText).correctResponsesPattern).toEqual(['{case_matters=false}Soekarno']);
    const marked = ['5 \\* 3', 'a[,]b', '{lang=en}x', '*'].map((text) => ({ text, share: 1 }));
    expect(define({ ...sampleText, caseSensitive: true, answers: marked }).correctResponsesPattern).toEqual([
      '{case_matters=true}5 * 3',
    ]);
  });

  it('gives pairs and orders, and lists items by id', () => {
    expect(define(sampleMatching).correctResponsesPattern).toEqual([
      'medan[.]sumatra[,]malang[.]jawa[,]solo[.]jawa[,]palu[.]sulawesi',
    ]);
    const { choices, correctResponsesPattern } = define(sampleOrdering);
    expect(choices?.map(({ id }) => id)).toEqual(['konferensi', 'proklamasi', 'reformasi', 'sumpah']);
    expect(correctResponsesPattern).toEqual(['sumpah[,]proklamasi[,]konferensi[,]reformasi']);
  });

  it('keeps what is right to itself where it must (case C5)', () => {
    for (const question of sampleQuestions) {
      expect(interactionDefinition(question, { language, hideAnswers: true })).not.toHaveProperty(
        'correctResponsesPattern',
      );
    }
  });
});

describe('a response in xAPI', () => {
  it('has the delimiters of its kind', () => {
    expect(responseText(sampleSeveral, { kind: 'choice', choiceIds: ['dua', 'lima'] })).toBe('dua[,]lima');
    const pairs = [
      ['medan', 'jawa'],
      ['palu', 'bali'],
    ] as const;
    expect(responseText(sampleMatching, { kind: 'matching', pairs })).toBe('medan[.]jawa[,]palu[.]bali');
    expect(responseText(sampleOrdering, { kind: 'ordering', itemIds: ['sumpah', 'reformasi'] })).toBe(
      'sumpah[,]reformasi',
    );
    expect(responseText(sampleText, { kind: 'short-text', text: ' Hatta' })).toBe(' Hatta');
  });

  it('writes numbers as computers do, in the reading that is right', () => {
    const write = (text: string) => responseText(sampleNumber, { kind: 'numeric', text });
    expect(['3,14 rad', '-1.234,50', '1e3', '-0', 'tiga'].map(write)).toEqual([
      '3.14',
      '-1234.5',
      '1000',
      '0',
      'tiga',
    ]);
    const thousand = { ...sampleNumber, answers: [{ value: 1500, tolerance: 0, share: 1 }] };
    expect(responseText(thousand, { kind: 'numeric', text: '1.500' })).toBe('1500');
    expect(write('1.500')).toBe('1.5');
  });
});
