import type { PersonId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import type { StudioPorts } from '../studio/ports.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts, Refusal } from '../testing/fixture-ports.ts';
import { formIn } from '../testing/form-in.ts';
import { createQuizFixtures } from '../testing/quiz-fixtures.ts';
import type { QuizzesPorts } from './ports.ts';

const words = dictionaries.id.quizzes;
const fixtures = createQuizFixtures(() => new Refusal('questions.quiz-not-found'));
const principal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Maya',
  roles: ['provider-author'],
  providerId: 'provider-1' as ProviderId,
} as const;

type Changed = Parameters<QuizzesPorts['change']>[2];

/** The portal, and what its pages have asked for. */
function world(ports: Partial<QuizzesPorts> = {}) {
  const changes: Changed[] = [];
  const change: QuizzesPorts['change'] = async (person, quizId, changed) => {
    changes.push(changed);
    return fixtures.change(person, quizId, changed);
  };
  const { hono } = createFixturePortal({
    principal,
    ports: { quizzes: { ...fixtures, change, ...ports } },
  });
  const page = async (path: string) => (await hono.request(path)).text();
  const post = async (path: string, fields: URLSearchParams) => {
    const answer = await hono.request(path, { method: 'POST', body: fields });
    return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') };
  };
  return { changes, page, post };
}

const path = '/studio/quizzes/whole';

describe('the composer of a quiz', () => {
  it('gives back a quiz as it was, when nothing is changed', async () => {
    const { changes, page, post } = world();
    const done = await post(path, formIn(await page(path)));
    expect(done).toMatchObject({ status: 303, location: `${path}?notice=saved` });
    const view = await fixtures.quizOf(principal, 'whole');
    const { title, introduction, rules, rev } = view;
    const sections = view.sections.map(({ entries: _, problems: __, ...section }) => section);
    expect(changes).toEqual([{ title, introduction, rules, rev, sections }]);
  });

  it('takes an introduction that is as long as the browser lets it be, and none that is longer', async () => {
    const { changes, page, post } = world();
    const fields = formIn(await page(path));
    const introduction = `${'a'.repeat(9_999)}\n${'b'.repeat(10_000)}`;
    fields.set('introduction', introduction.replace('\n', '\r\n'));
    expect((await post(path, fields)).status).toBe(303);
    expect(changes.map((one) => one.introduction)).toEqual([introduction]);
    fields.set('introduction', `${introduction}b`);
    expect((await post(path, fields)).status).toBe(400);
  });

  it.each<[string, (sections: Changed['sections']) => unknown, unknown]>([
    ['add-chosen', (all) => all[2]?.source, { kind: 'chosen', questions: [] }],
    ['add-drawn', (all) => all[2]?.source, { kind: 'drawn', category: '', count: 5 }],
    ['up-1', (all) => all.map(({ sectionId }) => sectionId), ['s2', 's1']],
    ['remove-0', (all) => all.map(({ sectionId }) => sectionId), ['s2']],
    [
      'down-0-0',
      (all) => all[0]?.source,
      { kind: 'chosen', questions: [{ questionId: 'q2' }, { questionId: 'q1', points: 9 }] },
    ],
    ['remove-0-1', (all) => all[0]?.source, { kind: 'chosen', questions: [{ questionId: 'q1', points: 9 }] }],
    ['remove-0-99', (all) => all[0]?.title, 'Baru'],
  ])('saves what was typed with %s', async (asked, look, found) => {
    const { changes, page, post } = world();
    const fields = formIn(await page(path));
    for (const [name, value] of Object.entries({ do: asked, 'title.s1': 'Baru', 'points.s1.0': '9' })) {
      fields.set(name, value);
    }
    expect(await post(path, fields)).toMatchObject({ status: 303, location: `${path}#sections` });
    expect(changes.map(({ sections }) => look(sections))).toEqual([found]);
  });

  it('reads the rules in minutes and per cent', async () => {
    const { changes, page, post } = world();
    const fields = formIn(await page(path));
    expect([fields.get('timeLimit'), fields.get('passMark')]).toEqual(['30', '70']);
    for (const [name, value] of Object.entries({ timeLimit: '1,5', maxAttempts: '', passMark: '66,7' })) {
      fields.set(name, value);
    }
    await post(path, fields);
    expect(changes[0]?.rules).toEqual({
      ...{ timeLimitSeconds: 90, passMark: 0.667 },
      ...{ shuffleQuestions: true, review: 'marks', reviewFrom: 'end' },
    });
  });

  it('says at the field what is wrong, and saves nothing', async () => {
    const { changes, page, post } = world();
    const fields = formIn(await page(path));
    const wrong = { title: ' ', 'points.s1.0': '-1', 'count.s2': '1.5', timeLimit: 'lama', passMark: '170' };
    for (const [name, value] of Object.entries(wrong)) fields.set(name, value);
    const { status, html } = await post(path, fields);
    expect(status).toBe(422);
    for (const name of Object.keys(wrong)) expect(html).toContain(`href="#field-${name}"`);
    expect(formIn(html).get('count.s2')).toBe('1.5');
    expect(changes).toEqual([]);
  });

  it('keeps what was typed when somebody else came first', async () => {
    const change = async () => Promise.reject(new Refusal('questions.changed-meanwhile'));
    const { page, post } = world({ change });
    const fields = formIn(await page(path));
    fields.set('rev', '3');
    fields.set('title', 'Judul saya');
    const { status, html } = await post(path, fields);
    expect([status, html.includes(words.conflict)]).toEqual([409, true]);
    expect([formIn(html).get('title'), formIn(html).get('rev')]).toEqual(['Judul saya', '4']);
  });

  it('saves, and goes on to choose questions or to the report of the import', async () => {
    const placed: unknown[] = [];
    const place: QuizzesPorts['place'] = async (_, quizId, where) => {
      placed.push([quizId, where]);
      return { importId: 'job-7' };
    };
    const { page, post, changes } = world({ place });
    const fields = formIn(await page(path));
    fields.set('do', 'pick-0');
    expect((await post(path, fields)).location).toBe(`${path}/sections/s1`);
    fields.set('do', 'place');
    fields.set('place', 'c1 m4');
    expect((await post(path, fields)).location).toBe('/studio/imports/job-7');
    expect(placed).toEqual([['whole', { rev: 5, courseId: 'c1', module: 'm4' }]]);
    expect(changes).toHaveLength(2);
  });

  it('offers no course to a quiz that cannot go there yet, and says why', async () => {
    const { page } = world();
    const html = await page('/studio/quizzes/broken');
    expect(html).toContain(words.placeNotYet);
    expect(html).toContain(words.rule['question-absent']);
    expect(html).not.toContain('value="place"');
  });

  it('adds chosen questions behind the others', async () => {
    const { changes, post } = world();
    const pick = new URLSearchParams([
      ['rev', '4'],
      ['pick', 'q3'],
      ['pick', 'q4'],
    ]);
    expect((await post(`${path}/sections/s1`, pick)).location).toBe(`${path}#sections`);
    const [first] = changes[0]?.sections ?? [];
    expect(first?.source).toMatchObject({
      questions: [
        { questionId: 'q1', points: 2.5 },
        { questionId: 'q2' },
        { questionId: 'q3' },
        { questionId: 'q4' },
      ],
    });
    expect((await post(`${path}/sections/s1`, new URLSearchParams({ rev: '4' }))).status).toBe(422);
  });

  it('D1: refuses a field that it does not have', async () => {
    const { page, post } = world();
    for (const name of ['providerId', 'points.s1', 'title.s1.x/', '__proto__', 'placements']) {
      const fields = formIn(await page(path));
      fields.append(name, 'x');
      expect((await post(path, fields)).status, name).toBe(400);
    }
    expect((await post(path, new URLSearchParams({ rev: 'x' }))).status).toBe(400);
  });

  it('F5: shows words of authors as words', async () => {
    const { page } = world();
    for (const one of [path, '/studio/quizzes', `${path}/sections/s1`, `${path}/delete`]) {
      expect(await page(one)).not.toMatch(/<script>alert|<b>/);
    }
  });
});

describe('the rules of a quiz in a course', () => {
  async function save(fields: Readonly<Record<string, string>>) {
    const edits: unknown[] = [];
    const editDraft: StudioPorts['editDraft'] = async (_, __, edit) => void edits.push(edit);
    const { hono } = createFixturePortal({
      principal,
      ports: { studio: { ...createFixturePorts().studio, editDraft } },
    });
    const address = '/studio/courses/x/modules/kuis';
    const sent = formIn(await (await hono.request(address)).text());
    for (const [name, value] of Object.entries(fields)) sent.set(name, value);
    const answer = await hono.request(address, { method: 'POST', body: sent });
    return { status: answer.status, html: await answer.text(), edits };
  }

  it('are changed in words, and stay as they are otherwise', async () => {
    const { status, edits } = await save({ maxAttempts: '2', timeLimit: '' });
    expect(status).toBe(303);
    const quiz = {
      shuffleQuestions: false,
      review: 'marks',
      reviewFrom: 'end',
      passMark: 0.7,
      maxAttempts: 2,
    };
    expect(edits).toMatchObject([
      { modules: [{}, {}, {}, {}, {}, { moduleId: 'kuis', moveOn: 'CompletedOrPassed', quiz }] },
    ]);
  });

  it('come back with what is wrong', async () => {
    const { status, html, edits } = await save({ passMark: '0' });
    expect([status, edits]).toEqual([422, []]);
    expect(html).toContain(`href="#field-passMark">${words.passMarkWrong}`);
  });
});
