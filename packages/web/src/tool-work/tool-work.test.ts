import { describe, expect, it } from 'vitest';
import type { CourseView } from '../course/ports.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { course, everyRole, siti } from '../testing/fixtures.ts';
import type { ToolWorkView } from './ports.ts';

/** The page of a part, with what a tool has said of it. */
async function shown(work?: ToolWorkView, content: 'lti' | 'article' = 'lti') {
  const part = {
    ...({ kind: 'part', id: '1', title: { id: 'Kuliah' }, state: 'done' } as const),
    ...({ criterion: 'completed', content, ownWindow: true } as const),
  };
  const taken: CourseView = { ...course, courseId: 'c1', outline: [part] };
  const { player, toolWork } = createFixturePorts();
  const { hono } = createFixturePortal({
    principal: siti,
    ports: {
      player: { ...player, takenCourseOf: async () => taken },
      toolWork: { ...toolWork, ownWork: async () => work },
    },
  });
  return (await hono.request('/courses/c1/learn/1')).text();
}

const at = '2026-01-06T02:00:00.000Z';

describe('what a university says of the work of a learner', () => {
  it('stands beside the part: points, the grader’s comment as text, and its day', async () => {
    const comment = 'Baik <script>alert(1)</script>\nNomor 4 kurang sumber.';
    const html = await shown({ state: 'graded', points: { given: 83.5, maximum: 100 }, comment, at });
    expect(html).toContain('Nilai: <strong>83,5 dari 100</strong>');
    expect(html).toContain('Baik &lt;script&gt;alert(1)&lt;/script&gt;\nNomor 4 kurang sumber.');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('Dikirim 6 Januari 2026');
    expect(html).not.toContain('/learn/1/work');
  });

  it('leads to the work where the tool shows it, by the name that the tool gives', async () => {
    const html = await shown({ state: 'waiting', review: { label: 'Lihat <jawaban>' } });
    expect(html).toContain('href="/courses/c1/learn/1/work"');
    expect(html).toContain('Lihat &lt;jawaban&gt;');
    expect(html).toContain('menunggu penilaian');
    expect(await shown({ state: 'submitted', review: {} })).toContain('Lihat pekerjaan Anda');
  });

  it('twin: is nothing where nothing was said, and at parts of other kinds', async () => {
    expect(await shown()).not.toContain('id="tool-work"');
    expect(await shown({ state: 'graded', at }, 'article')).not.toContain('id="tool-work"');
  });
});

describe('the way to work at a tool', () => {
  const ask = async (path: string, site: string) => {
    const { hono } = createFixturePortal({ principal: everyRole });
    const answer = await hono.request(path, { headers: { 'sec-fetch-site': site } });
    return [answer.status, answer.headers.get('location')];
  };
  const own = '/courses/c1/learn/1/work';
  const theirs = '/studio/courses/c1/results/m1/review?learner=a1';

  it('leads to the tool from our own pages alone', async () => {
    expect(await ask(own, 'same-origin')).toEqual([303, 'https://sinau.example/lti/launch?ticket=own']);
    expect(await ask(theirs, 'same-origin')).toEqual([303, 'https://sinau.example/lti/launch?ticket=theirs']);
    expect(await ask(own, 'cross-site')).toEqual([303, '/courses/c1/learn/1']);
    expect(await ask(theirs, 'cross-site')).toEqual([303, '/studio/courses/c1/results']);
  });

  it('is offered to authors where the tool offers it, and said not to be elsewhere', async () => {
    const { hono } = createFixturePortal({ principal: everyRole });
    const html = await (await hono.request('/studio/courses/c1/results')).text();
    expect(html.match(/\/results\/m1\/review\?learner=/g)).toHaveLength(2);
    expect(html).toContain('Tidak ditawarkan alat');
    expect(html).toContain('Uraian nomor 3 &lt;b&gt;sangat&lt;/b&gt; baik.');
  });
});
