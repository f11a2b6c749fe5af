import { type PersonId, type PersonPrincipal, type ProviderId, parseStrictJson } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { type Quiz, writeQuizDocument } from '@sinau/quiz';
import { sampleChoice, sampleQuiz } from '@sinau/quiz/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { bankLimits } from '../bank-question.ts';
import { BankFull, NotAnAuthor } from '../errors.ts';
import { listQuestions } from '../list-questions.ts';
import type { BankStore } from '../ports.ts';
import { memoryBankStore } from '../testing/memory-bank-store.ts';
import { sampleQuestion } from '../testing/sample-questions.ts';
import { exportQuestions, questionsOfQuiz, readBankDocument } from './bank-document.ts';
import { importQuestions, type QuestionToImport } from './import-questions.ts';

const providerId = 'provider-a' as ProviderId;
const principal: PersonPrincipal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Ratna Contoh',
  roles: ['provider-author'],
  providerId,
};
const wish = { status: 'ready', category: 'Impor' } as const;

let bank: BankStore;
beforeEach(() => {
  bank = memoryBankStore();
});
const take = (questions: readonly QuestionToImport[], dryRun = false, who = principal) =>
  importQuestions({ bank, clock: fixedClock(), digest: nodeDigest }, { principal: who, questions, dryRun });
const entries = async () => (await listQuestions({ bank }, { principal, query: {}, limit: 99 })).entries;
const count = sampleQuiz.sections.flatMap(({ questions }) => questions).length;

describe('an import into the bank', () => {
  it('says first what it would do, then does it, and the second time nothing', async () => {
    const questions = questionsOfQuiz(sampleQuiz, wish);
    const first = await take(questions, true);
    expect(first).toMatchObject({ total: count, added: count, known: 0, unfit: [] });
    expect(await entries()).toEqual([]);
    expect(await take(questions)).toEqual(first);
    expect(await take(questions)).toMatchObject({ total: count, added: 0, known: count });
    const found = await entries();
    expect(found).toHaveLength(count);
    expect(found.every(({ category }) => category.startsWith('Impor'))).toBe(true);
  });

  it('knows a question again that was changed here since, and one that stands in a document twice', async () => {
    const questions = questionsOfQuiz(sampleQuiz, wish);
    await take(questions);
    const [entry] = await entries();
    const { questionId = '' } = entry ?? {};
    const row = await bank.find({ providerId, questionId });
    if (!row) throw new Error('it was there');
    await bank.replace({ ...row, question: { ...row.question, title: 'Diubah' }, rev: 2 });
    expect(await take([...questions, ...questions])).toMatchObject({ added: 0, known: 2 * count });
    const other = { ...principal, providerId: 'provider-b' as ProviderId };
    expect(await take(questions, false, other)).toMatchObject({ added: count });
  });

  it('takes a question with images as a draft with their words', async () => {
    const prompt = [
      { type: 'image', src: 'a.png', alt: 'Peta Jawa' },
      { type: 'image', src: 'b.png', alt: '' },
    ] as const;
    const question = { ...sampleChoice, title: 'Peta', prompt };
    const done = await take([{ question, ...wish, tags: [], language: 'id' }]);
    expect(done).toMatchObject({ added: 1, withoutImages: ['Peta'] });
    expect(await entries()).toMatchObject([{ status: 'draft', preview: 'Peta Jawa' }]);
  });

  it('leaves out what cannot be kept, and says why', async () => {
    const question = {
      ...sampleChoice,
      title: 'Gambar',
      prompt: [{ type: 'image', src: 'a.png', alt: '' }] as const,
    };
    const done = await take([{ question, ...wish, tags: [], language: 'id' }]);
    expect(done).toMatchObject({ total: 1, added: 0, unfit: [{ title: 'Gambar', rule: 'text-missing' }] });
  });

  it('stores nothing of what would be too much', async () => {
    await bank.add(
      providerId,
      Array.from({ length: bankLimits.questions - 1 }, () => sampleQuestion({ providerId })),
    );
    await expect(take(questionsOfQuiz(sampleQuiz, wish))).rejects.toThrow(BankFull);
    expect(await bank.listEntries(providerId)).toHaveLength(bankLimits.questions - 1);
  });

  it('C5: is for authors alone, and so is what comes out', async () => {
    const learner: PersonPrincipal = { ...principal, roles: ['learner'] };
    await expect(take([], true, learner)).rejects.toThrow(NotAnAuthor);
    await expect(exportQuestions({ bank }, { principal: learner, query: {} })).rejects.toThrow(NotAnAuthor);
  });
});

describe('a document of a bank', () => {
  const parsed = (text: string) => {
    const read = parseStrictJson(text);
    if (!read.ok) throw new Error('this is JSON');
    return read.value;
  };

  it('comes back as it was, into another bank too; archived questions stay behind', async () => {
    const one = sampleQuestion({ providerId, tags: ['a'], category: 'Etika/Dasar' });
    const old = sampleQuestion({ providerId, status: 'archived' });
    await bank.add(providerId, [one, old]);
    const document = parsed(await exportQuestions({ bank }, { principal, query: {} }));
    const questions = readBankDocument(document, { status: 'draft', category: '' });
    expect(questions).toEqual([
      { question: one.question, category: 'Etika/Dasar', tags: ['a'], language: 'id', status: 'ready' },
    ]);
    expect(await take(questions)).toMatchObject({ added: 0, known: 1 });
    bank = memoryBankStore();
    expect(await take(questions)).toMatchObject({ added: 1 });
    expect(await entries()).toMatchObject([{ category: 'Etika/Dasar', tags: ['a'], status: 'ready' }]);
  });

  it('may be a quiz, whose sections become categories', () => {
    const quiz: Quiz = {
      ...sampleQuiz,
      sections: [{ sectionId: 's', title: 'Etika', questions: [sampleChoice] }],
    };
    expect(readBankDocument(parsed(writeQuizDocument(quiz)), wish)).toMatchObject([
      { category: 'Impor/Etika', status: 'ready' },
    ]);
  });

  it.each<[string, unknown]>([
    ['something else', { a: 1 }],
    ['nothing', null],
    ['a broken quiz', { sinauQuiz: 1 }],
    ['another version', { sinauQuestions: 2, questions: [] }],
    [
      'a broken question',
      { sinauQuestions: 1, questions: [{ question: { ...sampleChoice, kind: 'essay' } }] },
    ],
    ['a provider', { sinauQuestions: 1, providerId: 'x', questions: [] }],
    [
      'too many',
      { sinauQuestions: 1, questions: Array.from({ length: 1_001 }, () => ({ question: sampleChoice })) },
    ],
  ])('D4: is refused as %s', (_, value) => {
    expect(() => readBankDocument(value, wish)).toThrow('neither');
  });

  it('is not made of more than one answer can hold', async () => {
    await bank.add(
      providerId,
      Array.from({ length: 1_001 }, () => sampleQuestion({ providerId })),
    );
    await expect(exportQuestions({ bank }, { principal, query: {} })).rejects.toThrow('at most 1000');
  });
});
