import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { everyRole } from '../testing/fixtures.ts';

async function shown(path: string): Promise<string> {
  const { hono } = createFixturePortal({ principal: everyRole });
  return (await hono.request(path)).text();
}

describe('tools of LTI, for operators', () => {
  it('are found again after the decision, so that one that was approved can be turned off', async () => {
    const waiting = await shown('/operator/tools');
    expect(waiting).toContain('/operator/tools/tool-2');
    expect(waiting).not.toContain('/operator/tools/tool-3');
    const decided = await shown('/operator/tools?list=decided');
    expect(decided).toContain('/operator/tools/tool-3');
    expect(decided).not.toContain('/operator/tools/tool-2');
  });

  it('say when their keys were read last, and that they cannot be; pasted ones are read nowhere', async () => {
    const read = await shown('/operator/tools/tool-3');
    expect(read).toContain('Terakhir dibaca 5 Januari 2026');
    expect(read).toContain('Tidak dapat dibaca pada percobaan terakhir, 6 Januari 2026');
    expect(await shown('/operator/tools/tool-2')).not.toContain('Diingat paling lama');
  });

  it('ask why before one is rejected, say what stops, and take no empty reason', async () => {
    const page = await shown('/operator/tools/tool-1/reject');
    expect(page).toContain('3 kursus tidak dapat membuka alat ini lagi. 1.204 peserta');
    expect(page).toContain('name="reason"');
    const { hono } = createFixturePortal({ principal: everyRole });
    const send = (reason: string) =>
      hono.request('/operator/tools/tool-2/reject', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ reason }).toString(),
      });
    const empty = await send('  ');
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Tulis alasannya');
    expect((await send('Alamatnya bukan milik kampus')).headers.get('location')).toContain('/operator/tools');
  });
});

describe('tools of LTI, for their provider', () => {
  it('say why one was turned off, as text, and that an operator has to look at it', async () => {
    const page = await shown('/studio/tools/tool-3');
    expect(page).toContain('Alasan: Alamat &lt;i&gt;masuk&lt;/i&gt; bukan milik kampus.');
    expect(page).toContain('action="/studio/tools/tool-3/submit"');
    expect(page).not.toContain('/enable');
  });

  it('are turned on again where their provider has turned them off', async () => {
    expect(await shown('/studio/tools/tool-4')).toContain('action="/studio/tools/tool-4/enable"');
  });

  it('are turned off after the question, which says how many courses and learners that stops', async () => {
    expect(await shown('/studio/tools/tool-1')).toContain('href="/studio/tools/tool-1/disable"');
    const page = await shown('/studio/tools/tool-1/disable');
    expect(page).toContain('1.204 peserta sedang mengikutinya');
    expect(page).toContain('action="/studio/tools/tool-1/disable"');
  });
});
