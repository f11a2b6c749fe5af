import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';

function world() {
  const withdrawn: unknown[] = [];
  const { signingKeys } = createFixturePorts();
  const ports = createFixturePorts({
    signingKeys: { ...signingKeys, withdraw: async (_, what) => void withdrawn.push(what) },
  });
  const { hono } = createFixturePortal({ principal: everyRole, ports });
  const post = (fields: Record<string, string>) =>
    hono.request('/operator/keys/platform/withdraw', { method: 'POST', body: new URLSearchParams(fields) });
  const shown = async (path: string) => (await hono.request(path)).text();
  return { hono, post, shown, withdrawn };
}

describe('signing keys, for operators', () => {
  it('are shown with their state, by whom they were changed, and why, as text', async () => {
    const page = await world().shown('/operator/keys');
    expect(page).toContain('akun machine-1: bocor &lt;script&gt;');
    // While one waits there is nothing to be made; the other role has none that waits.
    expect(page).not.toContain('href="/operator/keys/platform/rotate"');
    expect(page).toContain('href="/operator/keys/tool/rotate"');
    expect(page).not.toContain('withdraw?kid=key-1');
  });

  it('say what a withdrawal means before it is done: other words where a successor is known already', async () => {
    const { shown } = world();
    const known = await shown('/operator/keys/platform/withdraw?kid=key-2');
    expect(known).toContain('sebagian besar alat sudah mengenalnya');
    const unknown = await shown('/operator/keys/tool/withdraw?kid=key-2');
    expect(unknown).toContain('menolak nilai dan pilihan kursus');
    const waiting = await shown('/operator/keys/platform/withdraw?kid=key-3');
    expect(waiting).toContain('Kunci yang sekarang menandatangani tetap sama');
  });

  it('are withdrawn with a reason, and not without', async () => {
    const { post, withdrawn } = world();
    const refused = await post({ kid: 'key-2', reason: ' ' });
    expect([refused.status, withdrawn]).toEqual([422, []]);
    expect(await refused.text()).toContain('Tulis alasannya.');
    const done = await post({ kid: 'key-2', reason: 'bocor' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/operator/keys?notice=saved']);
    expect(withdrawn).toEqual([{ role: 'platform', kid: 'key-2', reason: 'bocor' }]);
  });

  it.each(['key-1', 'key-9', ''])('there is no question about %j, which is out of the set', async (kid) => {
    const answer = await world().hono.request(`/operator/keys/platform/withdraw?kid=${kid}`);
    expect(answer.headers.get('location')).toBe('/operator/keys');
  });
});
