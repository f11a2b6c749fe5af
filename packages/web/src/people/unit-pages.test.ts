import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';

const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'Agus', roles: ['agency-admin'] },
  agencyId: 'a1' as AgencyId,
};

async function ask(path: string, fields?: Readonly<Record<string, string>>) {
  const answer = await createFixturePortal({ principal }).hono.request(`/agency/units${path}`, {
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
}

describe('the service of a person', () => {
  const form = {
    ...{ status: 'PNS', statusFrom: '2026-01-01', contractFrom: '', contractTo: '', number: '' },
    ...{ post: 'Analis', family: 'pelaksana', level: '', postFrom: '' },
    ...{
      grade: '',
      gradeFrom: '',
      legalStanding: '',
      legalStandingFrom: '',
      education: '',
      educationFrom: '',
    },
  };
  const send = async (fields: Readonly<Record<string, string>>) => {
    const answer = await createFixturePortal({ principal }).hono.request('/agency/people/p1/service', {
      ...{ method: 'POST', body: new URLSearchParams(fields) },
    });
    return { status: answer.status, to: answer.headers.get('location') };
  };

  it('is saved, and refused where a field is none of ours', async () => {
    expect((await send(form)).to).toBe('/agency/people/p1?notice=saved');
    expect((await send({ ...form, status: 'Honorer' })).status).toBe(422);
    expect((await send({ ...form, statusFrom: 'kemarin' })).status).toBe(422);
    expect((await send({ ...form, roles: 'operator' })).status).toBe(400);
  });
});

describe('pages of units', () => {
  it('show the tree with its people, those without a unit, and what has ended', async () => {
    const { html } = await ask('');
    expect(html).toContain('1.204');
    expect(html).toContain('3 pegawai belum ditempatkan');
    expect(html).toContain('Bagian Lama');
  });

  it('show a unit with its people and its past, change and end it', async () => {
    const { html } = await ask('/u1');
    expect(html).toContain('Sekretariat / Bagian Umum');
    expect(html).toContain('/agency/people/p1');
    expect(await ask('/u1', { name: 'Biro Baru', parentId: '', from: '2026-01-01' })).toMatchObject({
      to: '/agency/units/u1?notice=saved',
    });
    expect((await ask('/u1', { name: 'Biro Baru', parentId: '', from: 'besok' })).status).toBe(422);
    expect(html).toMatch(/<option value="53" selected[^>]*>Nusa Tenggara Timur/);
    expect(html).toMatch(/name="remote" value="yes" checked/);
    const moved = { name: 'Biro Umum', parentId: '', from: '' };
    expect((await ask('/u1', { ...moved, province: '81', remote: 'yes' })).status).toBe(303);
    expect((await ask('/u1', { ...moved, province: '99' })).status).toBe(422);
    expect((await ask('/u1/end', { lastDay: '2026-06-30' })).to).toBe('/agency/units/u1?notice=saved');
    expect((await ask('/berakhir')).html).toContain('name="lastDay" value=""');
  });
});
