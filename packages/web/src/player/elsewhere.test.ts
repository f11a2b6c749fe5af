import { describe, expect, it } from 'vitest';
import type { CourseView } from '../course/ports.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { course, siti } from '../testing/fixtures.ts';

/** The player's page of a course with one part that a university shows. */
async function shown(
  part: { readonly content: 'lti' | 'external'; readonly ownWindow: boolean },
  over: Pick<CourseView, 'providerDownSince' | 'awaitsProvider'> = {},
) {
  const only = {
    ...({ kind: 'part', id: '1', title: { id: 'Kuliah' } } as const),
    ...({ state: 'not-started', criterion: 'completed' } as const),
    ...part,
  };
  const taken: CourseView = { ...course, outline: [only], ...over };
  const { player } = createFixturePorts();
  const { hono } = createFixturePortal({
    principal: siti,
    ports: { player: { ...player, takenCourseOf: async () => taken } },
  });
  const answer = await hono.request('/courses/c1/learn/1');
  return { html: await answer.text(), policy: answer.headers.get('content-security-policy') };
}

describe('a part that a university shows', () => {
  it('opens in a window of its own, and says who shows it and when results come', async () => {
    const { html, policy } = await shown({ content: 'lti', ownWindow: true });
    expect(html).toContain('Bagian ini Anda pelajari di Universitas Nusantara');
    expect(html).toContain('target="_blank"');
    expect(html).not.toContain('<iframe');
    expect(html).not.toContain('lti-storage');
    expect(policy).not.toMatch(/frame-src[^;]* https:(;| )/);
  });

  it('says since when the university has not answered, and lets one try all the same (R10)', async () => {
    const down = await shown(
      { content: 'lti', ownWindow: true },
      {
        providerDownSince: '2026-11-24T02:42:00.000Z',
      },
    );
    expect(down.html).toContain('Universitas Nusantara tidak menjawab sejak');
    expect(down.html).toContain('target="_blank"');
    const up = await shown({ content: 'lti', ownWindow: true });
    expect(up.html).not.toContain('tidak menjawab');
  });

  it('is not offered before the university has enrolled the learner, who is led to the reason', async () => {
    const { html } = await shown({ content: 'external', ownWindow: true }, { awaitsProvider: true });
    expect(html).toContain('belum mendaftarkan Anda');
    expect(html).not.toContain('target="_blank"');
    expect(html).toContain('Kembali ke halaman kursus');
  });

  it('promises no sign-in of ours where its address is all there is', async () => {
    expect((await shown({ content: 'lti', ownWindow: true })).html).toContain('tanpa mendaftar lagi');
    const { html } = await shown({ content: 'external', ownWindow: true });
    expect(html).toContain('masuklah dengan akun Anda di sana');
  });

  it('may be framed where its author wants it, on that page alone', async () => {
    const { html, policy } = await shown({ content: 'lti', ownWindow: false });
    expect(html).toContain('<iframe');
    expect(html).toContain('lti-storage');
    expect(policy).toMatch(/frame-src [^;]*https:/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('frames no page of a provider that is no registered tool', async () => {
    const { policy } = await shown({ content: 'external', ownWindow: false });
    expect(policy).not.toMatch(/frame-src[^;]* https:(;| |$)/);
  });
});
