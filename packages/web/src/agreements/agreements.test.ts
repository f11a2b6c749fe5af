import { describe, expect, it, vi } from 'vitest';
import type { AgreementPorts } from '../agreements/ports.ts';
import { createAgreementFixtures } from '../testing/agreement-fixtures.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { Refusal } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';

const base = '/operator/agreements/provider-1';
const form = {
  ...{ title: 'PKS 12/2026', purpose: 'Sertifikat memuat nama.', legalBasis: 'public-task' },
  ...{ attributes: 'name', coverage: 'all', validFrom: '2026-01-01', lastDay: '2026-12-31' },
};

function portal(over: Partial<AgreementPorts> = {}) {
  const agreements = { ...createAgreementFixtures(() => new Refusal('agreements.not-found')), ...over };
  const { hono } = createFixturePortal({ principal: everyRole, ports: { agreements } });
  const headers = { 'accept-language': 'id' };
  return {
    read: async (path: string) => (await hono.request(path, { headers })).text(),
    send: (path: string, fields: Record<string, string> | [string, string][]) =>
      hono.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  };
}

describe('pages of data agreements', () => {
  it('A10: show what people write as text, at every desk', async () => {
    const { read } = portal();
    for (const path of [base, `${base}/a5/1`, '/studio/agreements', '/agency/sharing', '/agency/sharing/x']) {
      expect(await read(path), path).not.toMatch(/<b>data|<i>data|<u>pegawai/);
    }
    expect(await read('/agency/sharing/x')).toContain('Keberatan &lt;u&gt;pegawai&lt;/u&gt;');
  });

  it('take days of western Indonesia, the last one whole', async () => {
    const draft = vi.fn(createAgreementFixtures(() => new Refusal('agreements.not-found')).draft);
    const { send } = portal({ draft });
    expect((await send(`${base}/new`, form)).status).toBe(303);
    expect(draft).toHaveBeenCalledWith(everyRole, 'provider-1', {
      ...{ title: form.title, purpose: form.purpose, legalBasis: 'public-task', attributes: ['name'] },
      ...{ validFrom: '2025-12-31T17:00:00.000Z', validUntil: '2026-12-31T17:00:00.000Z' },
    });
    const named = { ...form, coverage: 'named', agencyIds: 'agency-1' };
    await send(`${base}/new`, named);
    expect(draft.mock.lastCall?.[2]).toMatchObject({ agencyIds: ['agency-1'] });
    expect(await portal().read(`${base}/a1/1`)).toContain('1 Januari 2026 sampai 31 Desember 2026');
  });

  it.each([
    ['no data', { attributes: '' }],
    ['no agency of those named', { coverage: 'named' }],
    ['a last day before the first', { lastDay: '2025-12-31' }],
    ['a day that there is not', { lastDay: '2026-02-30' }],
    ['no purpose', { purpose: ' ' }],
  ])('give a form with %s back as it was typed', async (_, wrong) => {
    const draft = vi.fn();
    const { send } = portal({ draft });
    const answer = await send(`${base}/new`, { ...form, ...wrong });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('PKS 12/2026');
    expect(draft).not.toHaveBeenCalled();
  });

  it('activate what was seen, and say why it cannot be', async () => {
    const activate = vi.fn(async () => {
      throw new Refusal('agreements.overlaps');
    });
    const { send, read } = portal({ activate });
    expect(await read(`${base}/a1/2`)).toContain('name="rev" value="2"');
    const answer = await send(`${base}/a1/2/activate`, { rev: '2' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('instansi dan waktu yang sama');
    expect(activate).toHaveBeenCalledWith(everyRole, expect.objectContaining({ version: 2 }), 2);
  });

  it('end nothing without a reason', async () => {
    const [close, revokeAll] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
    const { send } = portal({ close, revokeAll });
    expect((await send(`${base}/a1/1/close`, { how: 'revoked', reason: ' ' })).status).toBe(409);
    expect((await send(`${base}/revoke-all`, { reason: '' })).status).toBe(422);
    expect(close).not.toHaveBeenCalled();
    expect((await send(`${base}/a1/1/close`, { how: 'revoked', reason: 'Bocor' })).status).toBe(303);
    expect((await send(`${base}/revoke-all`, { reason: 'Bocor' })).status).toBe(303);
    expect(close).toHaveBeenCalledWith(everyRole, expect.anything(), {
      as: 'revoked',
      reason: 'Bocor',
    });
    expect(revokeAll).toHaveBeenCalledWith(everyRole, 'provider-1', 'Bocor');
  });

  it('say to an agency what leaves, and stop it for her alone: the form names no agency', async () => {
    const decide = vi.fn(async () => undefined);
    const { send, read } = portal({ decide });
    const page = await read('/agency/sharing');
    expect(page).toContain('Boleh dikirim sekarang: Nama samaran, Nama, Surel.');
    expect(page).toContain('Dihentikan oleh instansi Anda');
    expect((await send('/agency/sharing/provider-1/stop', { reason: '' })).status).toBe(303);
    expect((await send('/agency/sharing/provider-1/permit', {})).status).toBe(303);
    expect(decide.mock.calls).toEqual([
      [everyRole, { providerId: 'provider-1', stopped: true }],
      [everyRole, { providerId: 'provider-1', stopped: false }],
    ]);
  });

  it('say to everybody who has got what of them', async () => {
    const page = await portal().read('/account/data');
    expect(page).toContain('Siapa menerima data Anda');
    expect(page).toContain('Universitas Nusantara');
  });
});
