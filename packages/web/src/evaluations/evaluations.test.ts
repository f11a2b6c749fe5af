import { describe, expect, it } from 'vitest';
import { evaluationWords } from '../i18n/evaluations.ts';
import { createEvaluationFixtures } from '../testing/evaluation-fixtures.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts, Refusal } from '../testing/fixture-ports.ts';
import { everyRole, siti } from '../testing/fixtures.ts';
import type { EvaluationsPorts } from './ports.ts';

const words = evaluationWords.id;
const reaction = { relevance: '4', delivery: '3', organisation: '2', intention: '1' };

/** A portal that notes what is answered. */
function portal(principal = siti) {
  const said: unknown[] = [];
  const { evaluations } = createEvaluationFixtures(() => new Refusal('evaluation.not-found'));
  const noting: EvaluationsPorts = {
    ...evaluations,
    answerEnd: async (_person, evaluationId, answer) => void said.push([evaluationId, answer]),
    answerApplied: async (_person, evaluationId, answer) => void said.push([evaluationId, answer]),
    answerAsSupervisor: async (_person, place, answer) => void said.push([place, answer]),
  };
  const ports = createFixturePorts({ evaluations: noting });
  const { hono } = createFixturePortal({ principal, ports });
  const open = async (path: string) => (await hono.request(path)).text();
  const post = (path: string, fields: Record<string, string>) =>
    hono.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { open, post, said };
}

describe('evaluations of the reader', () => {
  it('stand by what waits, with a way to each', async () => {
    const { open } = portal();
    const html = await open('/evaluations');
    const [waiting = '', done = ''] = html.split(words.done);
    expect(waiting).toContain('href="/evaluations/c-baru"');
    expect(waiting).toContain('href="/evaluations/e-diterapkan"');
    expect(done).toContain('href="/evaluations/c-lewat"');
    expect(html).not.toContain('<b>Data</b>');
  });

  it('take a level whole or not at all, and each by itself', async () => {
    const { post, said } = portal();
    const path = '/evaluations/c-baru/end';
    const done = await post(path, { ...reaction, comment: 'Baik\r\nSekali' });
    expect(done.headers.get('location')).toBe('/evaluations/c-baru?notice=saved');
    await post(path, { comment: '', before: '2', after: '5' });
    expect(said).toEqual([
      [
        'c-baru',
        {
          reaction: { relevance: 4, delivery: 3, organisation: 2, intention: 1, comment: 'Baik\nSekali' },
        },
      ],
      ['c-baru', { learning: { before: 2, after: 5 } }],
    ]);
  });

  it.each<readonly [string, Record<string, string>, string]>([
    ['nothing', { comment: '' }, words.wrong.nothing],
    ['half a level', { relevance: '4', comment: '' }, words.wrong.whole],
    ['a comment alone', { comment: 'Baik' }, words.wrong.whole],
    ['one of two', { before: '3', comment: '' }, words.wrong.whole],
    ['a score that there is not', { ...reaction, relevance: '5', comment: '' }, words.wrong.score],
    ['a comment that is too long', { ...reaction, comment: 'x'.repeat(1_001) }, words.wrong.text],
  ])('come back with what is wrong: %s', async (_, fields, problem) => {
    const { post, said } = portal();
    const answer = await post('/evaluations/c-baru/end', fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(problem);
    for (const [name, value] of Object.entries(fields)) {
      if (name !== 'comment' && value !== '5')
        expect(html).toMatch(new RegExp(`name="${name}" value="${value}" checked`));
    }
    expect(said).toEqual([]);
  });

  it('say that the supervisor has answered, and no value of it', async () => {
    const { open } = portal();
    const html = await open('/evaluations/e-diterapkan');
    expect(html).toContain(words.supervisorAnswered);
    expect(html).toContain('action="/evaluations/e-diterapkan/applied"');
    const over = await open('/evaluations/c-lewat');
    expect(over).not.toContain('<form method="post" action="/evaluations/');
    expect(over).toContain('Membuat &lt;b&gt;daftar&lt;/b&gt; periksa');
  });

  it('take level 3, with what stood in the way', async () => {
    const { post, said } = portal();
    const path = '/evaluations/e-diterapkan/applied';
    const lacking = await post(path, { obstacle: '', example: '' });
    expect([lacking.status, await lacking.text()]).toEqual([
      422,
      expect.stringContaining(words.wrong.obstacle),
    ]);
    await post(path, { applied: '3', obstacle: 'no-time', example: 'Prosedur baru' });
    expect(said).toEqual([['e-diterapkan', { applied: 3, obstacle: 'no-time', example: 'Prosedur baru' }]]);
  });
});

describe('evaluations of a team', () => {
  it('are answered by whoever was asked, with what waits first', async () => {
    const { open, post, said } = portal(everyRole);
    const html = await open('/team/evaluations');
    expect(html.indexOf('/p1/c-baru"')).toBeLessThan(html.indexOf('/p1/c-lewat"'));
    expect(html).not.toContain('Budi <b>S</b>');
    await post('/team/evaluations/p1/c-baru', { applied: '2', obstacle: 'none', example: '' });
    expect(said).toEqual([
      [
        { personId: 'p1', evaluationId: 'c-baru' },
        { applied: 2, obstacle: 'none', example: '' },
      ],
    ]);
    expect(await open('/team/evaluations/p1/c-lewat')).not.toContain('<form method="post" action="/team');
  });
});
