import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../security/world/start-world.ts';

let world: World;
let author: Record<string, string>;

beforeAll(async () => {
  world = await startWorld();
  const all = ['questions/read', 'questions/write', 'courses/read'] as const;
  ({ headers: author } = await world.client(world.tenants.providerA, ...all));
});
afterAll(() => world.close());

interface Answer {
  readonly questionId: string;
  readonly quizId: string;
  readonly rev: number;
  readonly url: string;
  readonly next?: string;
  readonly questions: readonly { readonly questionId: string; readonly title: string }[];
  readonly issues: readonly { readonly path: string }[];
}

async function ask(path: string, init: { readonly method?: string; readonly body?: object } = {}) {
  const { method = init.body ? 'POST' : 'GET', body } = init;
  const headers = { ...author, ...(body && { 'content-type': 'application/json' }) };
  const response = await world.ask(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const text = await response.text();
  const answer = (text === '' ? {} : JSON.parse(text)) as Answer;
  return { status: response.status, location: response.headers.get('location'), answer };
}

const question = (title: string) => ({
  ...{ kind: 'choice', title, prompt: 'Apa **itu**?', points: 1, multiple: false, shuffle: true },
  choices: [
    { text: 'Ini', share: 1 },
    { text: 'Bukan', share: 0 },
  ],
});

describe('the question bank, by machines of its provider', () => {
  it('takes, finds, changes, copies and archives questions', async () => {
    const made = await ask('/api/questions', {
      body: { category: 'Etika / Dasar', status: 'ready', question: question('Gratifikasi') },
    });
    expect(made).toMatchObject({ status: 201, location: made.answer.url });
    const { url, questionId, rev } = made.answer;
    const copy = await ask(`${url}/duplicate`, { body: { title: 'Salinan' } });
    expect(copy).toMatchObject({ status: 201, answer: { status: 'draft', category: 'Etika/Dasar' } });

    const change = { ...made.answer, question: question('Gratifikasi dan suap') };
    const { question: content } = change;
    const body = { question: content, category: 'Etika', status: 'ready', rev };
    expect(await ask(url, { method: 'PUT', body })).toMatchObject({ status: 200, answer: { rev: 2 } });
    expect((await ask(url, { method: 'PUT', body })).status).toBe(409);

    const first = await ask('/api/questions?category=Etika&limit=1');
    expect(first.answer.questions.map(({ title }) => title)).toEqual(['Gratifikasi dan suap']);
    const second = await ask(first.answer.next ?? '');
    expect(second.answer.questions.map(({ title }) => title)).toEqual(['Salinan']);
    expect((await ask('/api/questions?status=lain')).status).toBe(400);

    expect((await ask(`${copy.answer.url}/archive`, { body: {} })).answer).toMatchObject({
      status: 'archived',
    });
    expect((await ask('/api/questions')).answer.questions.map((one) => one.questionId)).toEqual([questionId]);
    expect((await ask(`${copy.answer.url}/restore`, { body: {} })).answer).toMatchObject({ status: 'draft' });
  });

  it('says where a question is incomplete, and of which status that is', async () => {
    const { status, answer } = await ask('/api/questions', {
      body: { question: { ...question('X'), choices: [] } },
    });
    expect(status).toBe(422);
    expect(answer.issues.map(({ path }) => path)).toContain('/question/choices');
  });

  it('comes out as a document, which adds nothing here and everything elsewhere', async () => {
    const document = await ask('/api/question-bank');
    expect(document.status).toBe(200);
    const body = document.answer as unknown as { readonly questions: readonly object[] };
    const { length } = body.questions;
    expect(length).toBeGreaterThan(0);
    expect((await ask('/api/question-bank', { body })).answer).toMatchObject({ added: 0, known: length });
    const { headers } = await world.client(world.tenants.providerB, 'questions/write');
    const elsewhere = await world.ask('/api/question-bank?dryRun=true&status=ready&category=Dari%20A', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(await elsewhere.json()).toMatchObject({ total: length, added: length, unfit: [] });
    expect((await ask('/api/question-bank', { body: { sinauQuestions: 2 } })).status).toBe(400);
    const { courseId } = world.foreignCourse;
    const foreign = { courseId, moduleId: 'm1' };
    expect((await ask('/api/question-bank/modules', { body: foreign })).status).toBe(404);
  });

  it('makes a quiz of it that goes to the import of a course, and of no course of others', async () => {
    const { answer: asked } = await ask('/api/questions', {
      body: { status: 'ready', question: question('Satu') },
    });
    const chosen = { kind: 'chosen', questions: [{ questionId: asked.questionId, points: 3 }] };
    const { answer: quiz } = await ask('/api/quizzes', {
      body: { title: 'Kuis', sections: [{ source: chosen }] },
    });
    expect((await ask(`${quiz.url}/document`)).answer).toMatchObject({
      sinauQuiz: 1,
      sections: [{ questions: [{ questionId: asked.questionId, points: 3 }] }],
    });
    const { courseId } = world.course;
    const foreign = { rev: 1, courseId: world.foreignCourse.courseId };
    expect((await ask(`${quiz.url}/placements`, { body: foreign })).status).toBe(404);
    const { rev } = (await ask(quiz.url)).answer;
    const placed = await ask(`${quiz.url}/placements`, { body: { rev, courseId } });
    expect(placed.status).toBe(202);
    expect((await ask(placed.location ?? '')).answer).toMatchObject({
      state: 'queued',
      fileName: 'Kuis.json',
    });
    const after = (await ask(quiz.url)).answer;
    expect(after).toMatchObject({ placements: [{ courseId }] });
    expect(JSON.stringify(after)).not.toContain('digest');
    expect((await ask(`${quiz.url}?rev=${after.rev}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(quiz.url)).status).toBe(404);
  });
});
