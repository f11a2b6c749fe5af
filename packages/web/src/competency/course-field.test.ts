import { expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';
import type { CompetencyPersonPorts, PersonView, PlanWords } from './person-ports.ts';

/** What was proposed or changed, and the pages on the way. */
function world() {
  const ports = createFixturePorts();
  const sent: PlanWords[] = [];
  const { personOf } = ports.competency;
  const competency: CompetencyPersonPorts = {
    ...ports.competency,
    async personOf(...asked) {
      const view = await personOf(...asked);
      const [first, ...rest] = view.items;
      if (!first) throw new Error('the fixture has an item');
      const course = { courseId: 'c9', title: { id: 'Kursus lama' }, state: 'open' } as const;
      const named: PersonView['items'][number] = { ...first, form: 'NKL03', courseId: 'c9', course };
      return { ...view, items: [named, ...rest] };
    },
    propose: async (_reader, _personId, words) => void sent.push(words),
    change: async (_reader, _personId, { words }) => void sent.push(words),
  };
  const { hono } = createFixturePortal({ principal: everyRole, ports: { ...ports, competency } });
  const textOf = async (path: string) =>
    (await hono.request(path, { headers: { cookie: 'sinau_language=id' } })).text();
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ ...whole, ...fields });
    const response = await hono.request(path, { method: 'POST', body });
    return { status: response.status, html: await response.text(), words: sent.at(-1) };
  };
  return { textOf, post };
}

const whole = {
  ...{ competencyId: 'M7', form: 'NKL03', title: 'Memimpin perubahan', targetLevel: '3', rev: '0' },
  ...{ dueOn: '2027-06-30', evidence: 'Satu proses diperbaiki', commitment: 'Saya menerapkannya.' },
};
const suggested = { courseId: 'c1', suggestedCourse: 'c1', courseFor: 'M7' };

it('shows the course that was suggested, with a way to take it out', async () => {
  const { textOf } = world();
  const text = await textOf('/competency/plan/new?competency=M7&course=c1');
  expect(text).toMatch(/<option value="c1" selected="">Memimpin perubahan<\/option>/);
  expect(text).toContain('Tanpa kursus');
  expect(await textOf('/competency/plan/new?competency=M7')).not.toContain('Tanpa kursus');
  expect(await textOf('/competency/plan/i1')).toContain('Kursus lama</option>');
});

it('keeps the course with its competency and a form of courses, and with nothing else', async () => {
  const { post } = world();
  const path = '/competency/plan/new';
  expect((await post(path, suggested)).words).toMatchObject({ courseId: 'c1', form: 'NKL03' });
  expect((await post(path, { ...suggested, form: 'KL04' })).words).toMatchObject({ courseId: 'c1' });
  for (const [other, said] of [
    [{ ...suggested, courseId: '' }, 'taken out'],
    [{ ...suggested, form: 'NKL01', title: 'Coaching' }, 'coaching'],
    [{ ...suggested, competencyId: 'M1' }, 'another competency'],
    [{ courseId: 'c1' }, 'suggested for nothing'],
  ] as const) {
    const { status, words } = await post(path, other);
    expect([status, words?.title], said).toEqual([303, { ...whole, ...other }.title]);
    expect(words, said).not.toHaveProperty('courseId');
    expect(words, said).not.toHaveProperty('courseFor');
  }
});

it('does the same where an item is changed, and offers the course again where something is wrong', async () => {
  const { post } = world();
  const kept = { courseId: 'c9', suggestedCourse: 'c9', courseFor: 'M7', rev: '1' };
  expect((await post('/competency/plan/i1', kept)).words).toMatchObject({ courseId: 'c9' });
  expect((await post('/competency/plan/i1', { ...kept, form: 'NKL01' })).words).not.toHaveProperty(
    'courseId',
  );
  const wrong = await post('/competency/plan/new', { ...suggested, courseId: '', title: 'x' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toMatch(/<option value="c1">Memimpin perubahan<\/option>/);
  expect(wrong.html).toMatch(/<option value="" selected="">/);
});
