import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import type { GuestCourseView } from './ports.ts';

const base = createFixturePorts().guest;
const [start, again] = ['data-refresh="/guest/r1?part=progress', 'data-refresh-done'];

async function ask(
  path: string,
  given: { readonly course?: Partial<GuestCourseView>; cookie?: string } = {},
) {
  const { course, cookie = 'kunjungan' } = given;
  const guest = {
    ...base,
    courseOf: async (visit: Parameters<typeof base.courseOf>[0]) => {
      const found = await base.courseOf(visit);
      return found && { ...found, ...course };
    },
  };
  const { hono } = createFixturePortal({ ports: { guest } });
  const headers = { cookie: `__Host-sinau-guest-r1=${cookie}` };
  const response = await hono.request(path, { headers });
  return { status: response.status, html: await response.text() };
}

describe('the outline of a guest', () => {
  it('asks for what changes while the course is open, with and without script', async () => {
    const { html } = await ask('/guest/r1');
    expect(html).toContain(start);
    expect(html).toContain('http-equiv="refresh"');
    expect(html).not.toContain('Kursus selesai');
  });

  it('answers what changes alone, and keeps the part that was unfolded', async () => {
    const { html } = await ask('/guest/r1?part=progress&at=3');
    expect(html).not.toContain('<html');
    expect(html).not.toContain(again);
    expect((await ask('/guest/r1?at=3')).html).toContain('part=progress&amp;at=3');
  });

  it.each([
    [{ satisfied: true }, 'Kursus selesai'],
    [{ closed: 'disabled' }, 'sedang menutup kursus'],
  ] as const)('asks no more once nothing will change: %o', async (course, words) => {
    const progress = await ask('/guest/r1?part=progress', { course });
    expect(progress.html).toContain(again);
    expect(progress.html).toContain(words);
    const page = await ask('/guest/r1', { course });
    expect(page.html).not.toContain(start);
    expect(page.html).not.toContain('http-equiv="refresh"');
  });

  it('tells whoever has no visit nothing', async () => {
    const { status, html } = await ask('/guest/r1?part=progress', { cookie: 'lain' });
    expect(status).toBe(403);
    expect(html).not.toContain(start);
  });
});
