import { describe, expect, it, vi } from 'vitest';
import { dispatches, guest } from '../testing/dispatch-fixtures.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { everyRole } from '../testing/fixtures.ts';

const html = { accept: 'text/html', 'accept-language': 'id' };

describe('pages of courses in other systems', () => {
  it('A10: show what providers write as text, and count', async () => {
    const { hono } = createFixturePortal({ principal: everyRole });
    const page = await (await hono.request('/studio/courses/c1/dispatches')).text();
    expect(page).toContain('LMS Kota &lt;b&gt;Contoh&lt;/b&gt;');
    expect(page).toContain('41 dari 200 mulai');
    expect(page).toContain('Dimatikan');
  });

  it('a form that is wrong comes back with what was typed; a right one ends with its last day in WIB', async () => {
    const create = vi.fn(async () => undefined);
    const { hono } = createFixturePortal({
      principal: everyRole,
      ports: { dispatches: { ...dispatches, create } },
    });
    const send = (fields: Record<string, string>) =>
      hono.request('/studio/courses/c1/dispatches', { method: 'POST', body: new URLSearchParams(fields) });
    const words = { name: 'LMS Kota', notes: '', capacity: '', expiresOn: '' };
    for (const wrong of [{ capacity: '0' }, { capacity: 'x' }, { expiresOn: '2026-02-30' }, { name: ' ' }]) {
      const answer = await send({ ...words, notes: 'catatan saya', ...wrong });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('catatan saya');
    }
    expect(create).not.toHaveBeenCalled();
    expect((await send({ ...words, capacity: '5', expiresOn: '2026-12-31' })).status).toBe(303);
    const made = { name: 'LMS Kota', notes: '', capacity: 5, expiresAt: '2026-12-31T16:59:59.000Z' };
    expect(create).toHaveBeenCalledWith(everyRole, 'c1', made);
  });

  it('B6: the package is a download that nobody keeps', async () => {
    const { hono } = createFixturePortal({ principal: everyRole });
    const answer = await hono.request('/studio/dispatches/d1/package?format=cmi5');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="lms-kota-scorm12.zip"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('the window of a guest', () => {
  const { hono } = createFixturePortal({});
  const open = (path: string, headers: Record<string, string> = {}) =>
    hono.request(path, { headers: { ...html, ...headers } });
  const visit = { cookie: '__Host-sinau-guest-r1=kunjungan' };

  it('trades its entry for a cookie of this registration alone', async () => {
    const entered = await open('/guest/r1?entry=masuk');
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/guest/r1']);
    expect(entered.headers.get('set-cookie')).toBe(
      '__Host-sinau-guest-r1=kunjungan; Path=/; Max-Age=43200; Secure; HttpOnly; SameSite=Lax',
    );
    expect(entered.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('C1: shows and opens nothing to whoever has none, and says the way back', async () => {
    for (const path of ['/guest/r1', '/guest/r1?entry=lain']) {
      const answer = await open(path);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('Buka lagi dari sistem pembelajaran Anda');
    }
    const launched = await open('/guest/r1/parts/1');
    expect(launched.headers.get('location')).toBe('/guest/r1');
  });

  it('shows the outline, and opens a part from there alone', async () => {
    const page = await (await open('/guest/r1', visit)).text();
    expect(page).toContain('href="/guest/r1/parts/');
    const part = '/guest/r1/parts/1';
    const own = await open(part, { ...visit, 'sec-fetch-site': 'same-origin' });
    expect(own.headers.get('location')).toBe('http://a.localhost:4000/index.html');
    // F6: a link of another site ends no session that runs.
    const linked = await open(part, { ...visit, 'sec-fetch-site': 'cross-site' });
    expect(linked.headers.get('location')).toBe('/guest/r1');
  });

  it('goes straight to the only part of a course, and says when nothing is open', async () => {
    const part = { kind: 'part', id: '1', title: { id: 'Satu' }, state: 'not-started' } as const;
    const outline = [{ ...part, criterion: 'passed', ownWindow: false } as const];
    const one = { title: { id: 'Etika' }, outline, satisfied: false };
    const straight = createFixturePortal({ ports: { guest: { ...guest, courseOf: async () => one } } }).hono;
    const entered = await straight.request('/guest/r1?entry=masuk', { headers: html });
    expect(entered.headers.get('location')).toBe('http://a.localhost:4000/index.html');
    const closed = { ...one, closed: 'expired' as const };
    const over = createFixturePortal({ ports: { guest: { ...guest, courseOf: async () => closed } } }).hono;
    const page = await (await over.request('/guest/r1', { headers: { ...html, ...visit } })).text();
    expect(page).toContain('Masa berlaku kursus ini untuk sistem Anda sudah habis');
    expect(page).not.toContain('/parts/');
  });
});
