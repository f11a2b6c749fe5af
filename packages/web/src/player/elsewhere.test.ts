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

  describe.each([true, false])('whose tool does not answer (own window: %s)', (ownWindow) => {
    const trouble = { since: '2026-11-24T02:42:00.000Z', because: 'timeout', waits: false } as const;
    const down = async (over: { readonly waits?: boolean } = {}, query = '') => {
      const part = {
        ...({ kind: 'part', id: '1', title: { id: 'Kuliah' }, state: 'not-started' } as const),
        ...({ criterion: 'completed', content: 'lti', ownWindow } as const),
      };
      const other = { ...part, id: '2', title: { id: 'Bacaan' }, content: 'article' as const };
      const taken: CourseView = { ...course, courseId: 'c1', outline: [part, other] };
      const { player } = createFixturePorts();
      const waits: unknown[] = [];
      const tools = {
        troubleOf: async () => ({ ...trouble, ...over }),
        awaitBack: async (_: unknown, at: unknown) => void waits.push(at),
      };
      const { hono } = createFixturePortal({
        principal: siti,
        ports: { player: { ...player, ...tools, takenCourseOf: async () => taken } },
      });
      const html = await (await hono.request(`/courses/c1/learn/1${query}`)).text();
      return { html, hono, waits };
    };

    it('R10: is explained before it opens, since when, with what to do meanwhile; and may be tried', async () => {
      const { html } = await down();
      for (const words of [
        ...['Universitas Nusantara sedang tidak dapat dibuka', 'terlalu lama menjawab', 'Diketahui sejak'],
        ...['Kemajuan Anda aman', 'Beri tahu saya bila sudah pulih', 'Tetap coba buka'],
      ]) {
        expect(html).toContain(words);
      }
      expect(html).toContain('href="/courses/c1/learn/2"');
      expect(html).toContain(ownWindow ? 'href="/courses/c1/learn/1/launch"' : '/courses/c1/learn/1?try=1');
      expect(html).not.toContain('<iframe');
    });

    it('R10: opens all the same for who tries', async () => {
      const { html } = await down({}, '?try=1');
      expect(html).not.toContain('Tetap coba buka');
      expect(html).toContain(ownWindow ? 'Buka di jendela baru' : '<iframe');
    });

    it('R10: tells who has asked for it that they will be told', async () => {
      const { hono, waits } = await down();
      const asked = await hono.request('/courses/c1/learn/1/tell-me', {
        method: 'POST',
        headers: { origin: 'https://sinau.example', 'sec-fetch-site': 'same-origin' },
      });
      expect([asked.status, asked.headers.get('location')]).toEqual([303, '/courses/c1/learn/1']);
      expect(waits).toEqual([{ courseId: 'c1', partId: '1' }]);
      const { html } = await down({ waits: true });
      expect(html).toContain('Anda akan diberi tahu');
      expect(html).not.toContain('Beri tahu saya');
    });
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
