import { DomainError, type PersonId, type ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { Refusal } from '../testing/fixture-ports.ts';
import { formIn } from '../testing/form-in.ts';
import { createQuestionFixtures, questionView } from '../testing/question-fixtures.ts';
import { type QuestionsPorts, questionForms } from './ports.ts';

const words = dictionaries.id.questions;
const absent = () => new Refusal('questions.not-found');
const fixtures = createQuestionFixtures(absent);
const principal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Maya',
  roles: ['provider-author'],
  providerId: 'provider-1' as ProviderId,
} as const;

function portal(ports: Partial<QuestionsPorts> = {}) {
  return createFixturePortal({ principal, ports: { questions: { ...fixtures, ...ports } } }).hono;
}

async function page(path: string): Promise<string> {
  return (await portal().request(path)).text();
}

async function post(path: string, fields: URLSearchParams, ports: Partial<QuestionsPorts> = {}) {
  const answer = await portal(ports).request(path, { method: 'POST', body: fields });
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') };
}

const incomplete = (path: string, rule: string) =>
  new (class extends DomainError {
    readonly code = 'questions.incomplete';
  })('x', { issues: [{ path, message: 'x', requirement: `questions.${rule}` }] });

describe('the form of a question', () => {
  it.each(questionForms)('gives back a question with %s as it was, when nothing is changed', async (kind) => {
    const given: unknown[] = [];
    const change: QuestionsPorts['change'] = async (_, id, edited) => void given.push([id, edited]);
    const path = `/studio/questions/${kind}`;
    const done = await post(path, formIn(await page(path)), { change });
    expect(done).toMatchObject({ status: 303, location: `${path}?notice=saved` });
    const { questionId, updatedAt: _, ...view } = questionView(kind, absent);
    expect(given).toEqual([[questionId, view]]);
  });

  it('adds, moves and removes rows by buttons, and forgets nothing that was typed', async () => {
    const path = '/studio/questions/new/ordering';
    const fields = formIn(await page(path));
    fields.set('prompt', 'Urutkan <b>');
    fields.set('row-0-text', 'nol');
    fields.set('row-1-text', 'satu');
    const rows = async (asked: string) => {
      fields.set('do', asked);
      const { status, html } = await post(path, fields);
      const sent = formIn(html);
      expect([status, sent.get('prompt')]).toEqual([200, 'Urutkan <b>']);
      return [...sent].flatMap(([name, value]) => (name.startsWith('row-') ? [value] : []));
    };
    expect(await rows('add')).toEqual(['nol', 'satu', '', '']);
    expect(await rows('down-0')).toEqual(['satu', 'nol', '']);
    expect(await rows('up-1')).toEqual(['satu', 'nol', '']);
    expect(await rows('up-0')).toEqual(['nol', 'satu', '']);
    expect(await rows('remove-1')).toEqual(['nol', '']);
    expect(await rows('remove-99')).toEqual(['nol', 'satu', '']);
  });

  it('works out what each right choice is worth, and takes decimals with a comma', async () => {
    const given: unknown[] = [];
    const create: QuestionsPorts['create'] = async (_, { question }) => {
      given.push(question);
      return { questionId: 'choice' };
    };
    const path = '/studio/questions/new/choice';
    const fields = formIn(await page(path));
    const typed = { title: 'Judul', prompt: 'Pilih', points: '2,5', multiple: 'several', tags: 'a, b,' };
    const rows = {
      'row-0-text': 'A',
      'row-0-right': 'on',
      'row-2-text': 'C',
      'row-2-right': 'on',
      'row-3-text': 'D',
    };
    for (const [name, value] of Object.entries({ ...typed, ...rows })) fields.set(name, value);
    expect((await post(path, fields, { create })).status).toBe(303);
    expect(given).toEqual([
      {
        ...{ kind: 'choice', title: 'Judul', prompt: 'Pilih', points: 2.5, multiple: true, shuffle: true },
        choices: [
          { text: 'A', share: 0.5 },
          { text: 'C', share: 0.5 },
          { text: 'D', share: 0 },
        ],
      },
    ]);
  });

  it('says at the field what is wrong, also behind rows that are empty', async () => {
    const path = '/studio/questions/new/choice';
    const fields = formIn(await page(path));
    for (const [name, value] of Object.entries({ 'row-0-text': 'A', 'row-3-text': 'A', 'row-3-id': 'd' })) {
      fields.set(name, value);
    }
    const refused = async (issue: string, rule: string) => {
      const create = async () => Promise.reject(incomplete(`/question/${issue}`, rule));
      const { status, html } = await post(path, fields, { create });
      expect([status, formIn(html).get('row-3-text')]).toEqual([422, 'A']);
      return html;
    };
    expect(await refused('choices/1/text', 'text-twice')).toContain(
      `href="#field-row-3-text">${words.rules['text-twice']}`,
    );
    expect(await refused('choices', 'right-missing')).toContain(
      `href="#field-rows">${words.rules['right-missing']}`,
    );
    expect(await refused('prompt', 'text-missing')).toContain(
      `href="#field-prompt">${words.rules['text-missing']}`,
    );
    fields.set('points', 'banyak');
    expect((await post(path, fields)).html).toContain(`href="#field-points">${words.pointsWrong}`);
  });

  it('keeps what was typed when somebody else came first, and saves over it when asked again', async () => {
    const path = '/studio/questions/numeric';
    const fields = formIn(await page(path));
    fields.set('rev', '2');
    fields.set('title', 'Judul saya');
    const change = async () => Promise.reject(new Refusal('questions.changed-meanwhile'));
    const { status, html } = await post(path, fields, { change });
    expect(status).toBe(409);
    expect(html).toContain(words.conflictOpen);
    const again = formIn(html);
    expect([again.get('title'), again.get('rev')]).toEqual(['Judul saya', '3']);
  });

  it('D1: refuses a field that it does not have', async () => {
    const path = '/studio/questions/new/numeric';
    for (const name of ['providerId', 'row-50-value', 'row-0-text', '__proto__', 'row-x-value']) {
      const fields = formIn(await page(path));
      fields.append(name, 'x');
      expect((await post(path, fields)).status, name).toBe(400);
    }
  });

  it('F5: shows words of authors as words', async () => {
    const html = await page('/studio/questions/choice');
    expect(html).not.toMatch(/<script>alert|<b>tebal/);
    expect(await page('/studio/questions')).not.toMatch(/<script>alert|<b>tebal/);
  });

  it('gives the bank as a file, and says what to do when it is too large for one', async () => {
    const answer = await portal().request('/studio/question-bank?category=Etika');
    expect(answer.headers.get('content-disposition')).toContain('bank-soal.json');
    expect(await answer.json()).toEqual({ sinauQuestions: 1, questions: [] });
    expect((await portal().request('/studio/question-bank?q=banyak')).status).toBe(422);
  });

  it('says first what copying the questions of a quiz would do, then copies them', async () => {
    const path = '/studio/courses/x/modules/kuis/questions';
    const wishes: unknown[] = [];
    const importModule: QuestionsPorts['importModule'] = async (person, place, wish) => {
      wishes.push([place, wish]);
      return fixtures.importModule(person, place, wish);
    };
    expect((await portal({ importModule }).request(path)).status).toBe(200);
    const done = await post(path, new URLSearchParams({ category: 'Moodle', status: 'ready' }), {
      importModule,
    });
    expect(done.location).toBe('/studio/questions?category=Moodle&notice=saved');
    const place = { courseId: 'x', moduleId: 'kuis' };
    expect(wishes).toEqual([
      [place, { category: '', status: 'draft', dryRun: true }],
      [place, { category: 'Moodle', status: 'ready', dryRun: false }],
    ]);
  });

  it('leads to a restore after archiving, and to the copy after copying', async () => {
    const none = new URLSearchParams();
    expect(await post('/studio/questions/choice/archive', none)).toMatchObject({
      location: '/studio/questions/choice?notice=archived',
    });
    expect(await page('/studio/questions/archived')).toContain('/studio/questions/archived/restore');
    const titles: string[] = [];
    const duplicate: QuestionsPorts['duplicate'] = async (_, __, title) => {
      titles.push(title);
      return { questionId: 'salinan' };
    };
    expect(await post('/studio/questions/choice/duplicate', none, { duplicate })).toMatchObject({
      location: '/studio/questions/salinan?notice=copied',
    });
    expect(titles).toEqual(['Soal <b>tebal</b> (salinan)']);
  });
});
