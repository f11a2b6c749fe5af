import type { PersonId, PersonPrincipal, Principal, ProviderId } from '@sinau/kernel';
import { textOf } from '@sinau/quiz';
import { beforeEach, describe, expect, it } from 'vitest';
import { bankLimits } from './bank-question.ts';
import {
  archiveQuestion,
  changeQuestion,
  createQuestion,
  duplicateQuestion,
  getQuestion,
  newQuestionSchema,
  restoreQuestion,
} from './edit-questions.ts';
import { BankFull, NotAnAuthor, QuestionChanged, QuestionIncomplete, QuestionNotFound } from './errors.ts';
import { listQuestions, type QuestionQuery } from './list-questions.ts';
import type { BankStore } from './ports.ts';
import type { QuestionInput } from './question-content.ts';
import { memoryBankStore } from './testing/memory-bank-store.ts';
import { sampleQuestion } from './testing/sample-questions.ts';

const providerId = 'provider-a' as ProviderId;
const author: PersonPrincipal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Ratna Contoh',
  roles: ['provider-author'],
  providerId,
};
const foreign: PersonPrincipal = { ...author, providerId: 'provider-b' as ProviderId };
const choice: QuestionInput = {
  kind: 'choice',
  title: 'Ibu kota',
  prompt: 'Apa **ibu kota** Provinsi Contoh?',
  points: 1,
  multiple: false,
  shuffle: true,
  choices: [
    { text: 'Kota Satu', share: 1 },
    { text: 'Kota Dua', share: 0 },
  ],
};
const request = (question: QuestionInput = choice, more: object = {}) =>
  newQuestionSchema.parse({ question, ...more });

let bank: BankStore;
let made = 0;
const next = () => {
  made += 1;
  return made;
};
const deps = () => ({
  bank,
  clock: { now: () => new Date(Date.UTC(2026, 2, 2) + next() * 1_000) },
  ids: {
    uuid: () => `10000000-0000-4000-8000-${String(next()).padStart(12, '0')}`,
    token: () => 'token',
  },
});
beforeEach(() => {
  bank = memoryBankStore();
});
const create = (question?: QuestionInput, more?: object) =>
  createQuestion(deps(), { principal: author, request: request(question, more) });
const search = (query: QuestionQuery, more: { limit?: number; after?: string } = {}) =>
  listQuestions({ bank }, { principal: author, query, limit: 50, ...more });

describe('a question of the bank', () => {
  it('is made of text with marks, and its choices get ids that stay', async () => {
    const { question, rev } = await create(choice, { category: ' Wilayah /  Dasar/ ', tags: ['a', 'a'] });
    expect(question).toMatchObject({
      kind: 'choice',
      prompt: [{ type: 'paragraph', runs: [{ text: 'Apa ' }, { text: 'ibu kota', strong: true }, {}] }],
      choices: [
        { id: '1', text: textOf('Kota Satu') },
        { id: '2', text: textOf('Kota Dua') },
      ],
    });
    const { questionId } = question;
    const other: QuestionInput = {
      ...choice,
      choices: [
        { text: 'Kota Tiga', share: 0 },
        ...choice.choices.slice(0, 1).map((one) => ({ ...one, id: '1' })),
      ],
    };
    const change = { ...request(other, { status: 'ready' }), rev };
    const changed = await changeQuestion(deps(), { principal: author, questionId, change });
    expect(changed.question).toMatchObject({ choices: [{ id: '2' }, { id: '1' }] });
    expect(await getQuestion({ bank }, { principal: author, questionId })).toMatchObject({
      ...{ category: '', tags: [], language: 'id', status: 'ready', rev: 2 },
    });
  });

  it('says of each place what is missing', async () => {
    const empty: QuestionInput = {
      ...choice,
      prompt: ' ',
      choices: [
        { text: 'Sama', share: 0.5 },
        { text: 'Sama', share: 0 },
        { text: '', share: 0 },
      ],
    };
    const refused = await create(empty).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(QuestionIncomplete);
    expect(
      (refused as QuestionIncomplete).issues.map(({ path, requirement }) => [path, requirement]),
    ).toEqual([
      ['/question/prompt', 'questions.text-missing'],
      ['/question/choices/1/text', 'questions.text-twice'],
      ['/question/choices/2/text', 'questions.text-missing'],
      ['/question/choices', 'questions.share-full'],
    ]);
  });

  it.each<[string, QuestionInput, string]>([
    ['a choice', { ...choice, choices: [] }, '/question/choices'],
    [
      'shares',
      { ...choice, multiple: true, choices: choice.choices.map((one) => ({ ...one, share: 1 })) },
      '/question/choices',
    ],
    ['true or false', { ...choice, trueFalse: true }, '/question/choices'],
    ['a number', { ...numeric(), answers: [] }, '/question/answers'],
    [
      'a number worth half',
      { ...numeric(), answers: [{ value: 1, tolerance: 0, share: 0.5 }] },
      '/question/answers',
    ],
    ['a unit that fits', { ...numeric(), unit: 'x'.repeat(41) }, '/question/unit'],
    ['signs that can be seen', { ...choice, prompt: 'a\u0000b' }, '/question/prompt/0/runs/0/text'],
    ['a target', matching('nowhere'), '/question/sources/1/targetId'],
  ])('is refused without %s', async (_, question, path) => {
    await expect(create(question)).rejects.toMatchObject({
      issues: expect.arrayContaining([expect.objectContaining({ path })]),
    });
  });

  it('is taken of every kind', async () => {
    for (const question of [choice, numeric(), shortText(), matching('t2'), ordering()]) {
      expect((await create(question)).question.kind).toBe(question.kind);
    }
  });

  it('is changed once per revision, and never into another kind', async () => {
    const { question, rev } = await create();
    const own = { principal: author, questionId: question.questionId };
    const change = { ...request(), rev };
    await changeQuestion(deps(), { ...own, change });
    await expect(changeQuestion(deps(), { ...own, change })).rejects.toThrow(QuestionChanged);
    const other = { ...request(numeric()), rev: 2 };
    await expect(changeQuestion(deps(), { ...own, change: other })).rejects.toThrow('kind');
  });

  it('comes back from the archive as what it was, and is not changed while it lies there', async () => {
    const { question } = await create(choice, { status: 'ready' });
    const own = { principal: author, questionId: question.questionId };
    expect((await archiveQuestion(deps(), own)).status).toBe('archived');
    expect((await archiveQuestion(deps(), own)).rev).toBe(2);
    const change = { ...request(), rev: 2 };
    await expect(changeQuestion(deps(), { ...own, change })).rejects.toThrow(QuestionChanged);
    const { archivedFrom, ...restored } = await restoreQuestion(deps(), own);
    expect([restored.status, archivedFrom]).toEqual(['ready', undefined]);
  });

  it('is copied as a draft beside itself', async () => {
    const first = await create(choice, { category: 'Wilayah', status: 'ready' });
    const { questionId } = first.question;
    const copy = await duplicateQuestion(deps(), { principal: author, questionId, title: 'Salinan' });
    expect(copy).toMatchObject({ category: 'Wilayah', status: 'draft', question: { title: 'Salinan' } });
    expect(copy.question.questionId).not.toBe(questionId);
  });

  it('C2: of another provider is answered like one that is not there', async () => {
    const { question } = await create();
    for (const questionId of [
      question.questionId,
      '10000000-0000-4000-8000-999999999999',
      'x',
      '__proto__',
    ]) {
      await expect(getQuestion({ bank }, { principal: foreign, questionId })).rejects.toThrow(
        QuestionNotFound,
      );
    }
    expect((await listQuestions({ bank }, { principal: foreign, query: {}, limit: 9 })).entries).toEqual([]);
  });

  it('C5: is for authors alone', async () => {
    const { question } = await create();
    const { providerId: _, ...nobody } = author;
    const others: readonly Principal[] = [
      { ...author, roles: ['learner', 'reviewer', 'operator'] },
      { ...nobody, roles: ['provider-author'] },
      { kind: 'anonymous' },
      { kind: 'au', sessionId: 's', registration: 'r' },
    ];
    for (const principal of others) {
      const { questionId } = question;
      await expect(getQuestion({ bank }, { principal, questionId })).rejects.toThrow(NotAnAuthor);
      await expect(listQuestions({ bank }, { principal, query: {}, limit: 9 })).rejects.toThrow(NotAnAuthor);
    }
  });

  it('is not taken by a full bank', async () => {
    const full = { ...bank, add: async () => ({ outcome: 'full', added: [] }) as const };
    const input = { principal: author, request: request() };
    await expect(createQuestion({ ...deps(), bank: full }, input)).rejects.toThrow(BankFull);
    const filled = Array.from({ length: bankLimits.questions }, () => sampleQuestion({ providerId }));
    await bank.add(providerId, filled.slice(1));
    await create();
    await expect(create()).rejects.toThrow(BankFull);
  });

  it('D4: takes no hostile values', () => {
    for (const points of [Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 1e9]) {
      expect(newQuestionSchema.safeParse({ question: { ...choice, points } }).success, String(points)).toBe(
        false,
      );
    }
    for (const more of [{ providerId: 'x' }, { rev: 1 }, { status: 'archived' }, { language: '<b>' }]) {
      expect(newQuestionSchema.safeParse({ question: choice, ...more }).success).toBe(false);
    }
    const image = [{ type: 'image', src: 'a.png', alt: 'a' }];
    for (const prompt of [image, 'x'.repeat(20_001), [{ type: 'html', text: '<b>' }], 7]) {
      expect(newQuestionSchema.safeParse({ question: { ...choice, prompt } }).success).toBe(false);
    }
  });
});

describe('the list of a bank', () => {
  it('is searched by words without case and accents, category, kind and status, and counts the rest', async () => {
    await create({ ...choice, title: 'Éthika jabatan' }, { category: 'Etika/Dasar', status: 'ready' });
    await create({ ...choice, title: 'Gratifikasi' }, { category: 'Etika', tags: ['KPK'] });
    await create(numeric(), { category: 'Etikaku' });
    const old = await create(shortText(), { category: 'Etika' });
    await archiveQuestion(deps(), { principal: author, questionId: old.question.questionId });

    const titles = async (query: QuestionQuery) => (await search(query)).entries.map(({ title }) => title);
    expect(await titles({})).toEqual(['Hitung', 'Gratifikasi', 'Éthika jabatan']);
    expect(await titles({ category: 'Etika' })).toEqual(['Gratifikasi', 'Éthika jabatan']);
    expect(await titles({ q: 'ETHIKA provinsi' })).toEqual(['Éthika jabatan']);
    expect(await titles({ q: 'kpk' })).toEqual(['Gratifikasi']);
    expect(await titles({ kind: 'numeric' })).toEqual(['Hitung']);
    expect(await titles({ status: 'archived' })).toEqual(['Singkat']);

    const { counts, total, all } = await search({ status: 'ready' });
    expect([total, all]).toEqual([1, 4]);
    expect(counts.status).toEqual({ draft: 2, ready: 1, archived: 1 });
    expect(counts.categories).toEqual([
      ['Etika', 1],
      ['Etika/Dasar', 1],
    ]);
    expect((await search({})).counts.kind).toEqual({ choice: 2, numeric: 1 });
  });

  it('goes page by page without losing or repeating one', async () => {
    for (let n = 0; n < 7; n += 1) await create({ ...choice, title: `Soal ${n}` });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await search({}, { limit: 3, ...(after && { after }) });
      seen.push(...page.entries.map(({ title }) => title));
      after = page.next;
    } while (after);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Soal ${n}`));
  });
});

function numeric(): Extract<QuestionInput, { kind: 'numeric' }> {
  const answers = [{ value: 3.5, tolerance: 0.1, share: 1 }];
  return { kind: 'numeric', title: 'Hitung', prompt: 'Berapa?', points: 2, answers, unit: 'meter' };
}

function shortText(): QuestionInput {
  const answers = [{ text: 'Integritas', share: 1 }];
  return {
    kind: 'short-text',
    title: 'Singkat',
    prompt: 'Sebutkan',
    points: 1,
    caseSensitive: false,
    answers,
  };
}

function matching(targetId: string): QuestionInput {
  return {
    ...{ kind: 'matching', title: 'Jodoh', prompt: 'Pasangkan', points: 2, shuffle: true },
    sources: [
      { text: 'satu', targetId: 't1' },
      { text: 'dua', targetId },
    ],
    targets: [
      { id: 't1', text: '1' },
      { id: 't2', text: '2' },
    ],
  };
}

function ordering(): QuestionInput {
  const items = [{ text: 'pertama' }, { text: 'kedua' }];
  return { kind: 'ordering', title: 'Urutan', prompt: 'Urutkan', points: 2, items };
}
