import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';

const words = dictionaries.id.tables;
const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'Rina', roles: ['provider-author'] },
  providerId: 'p' as ProviderId,
};
const base = '/studio/connections/connection-file/tables';

async function ask(path: string, fields?: Readonly<Record<string, string | File>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) body.set(name, value);
  const { hono } = createFixturePortal({ principal });
  const answer = await hono.request(`${base}${path}`, fields ? { method: 'POST', body } : {});
  const { status, headers } = answer;
  return {
    status,
    html: await answer.text(),
    to: headers.get('location'),
    type: headers.get('content-type'),
  };
}
const fileOf = (name: string, text = 'ID kursus') => new File([text], name);

describe('tables of a connection', () => {
  it('say what counts, what waits and what is missing, each with its templates', async () => {
    const { status, html } = await ask('');
    expect(status).toBe(200);
    expect(html).toContain('katalog.xlsx');
    expect(html).toContain(words.waiting);
    expect(html).toContain(words.none);
    expect((await ask('/template?kind=results&format=csv')).type).toBe('text/csv; charset=utf-8');
    expect((await ask('/template?kind=results')).type).toMatch(/spreadsheetml/);
  });

  it('lead from the file to its preview', async () => {
    const sent = await ask('/catalogue', { file: fileOf('katalog.csv') });
    expect([sent.status, sent.to]).toEqual([303, `${base}/catalogue/table-good`]);
  });

  it('say what is wrong with the file where it was sent, and what to do', async () => {
    const old = await ask('/results', { file: fileOf('lama.xls') });
    expect(old.status).toBe(422);
    expect(old.html).toContain('Berkas Excel lama. Simpan sebagai .xlsx.');
    expect((await ask('/results', {})).html).toContain(words.fileMissing);
    expect((await ask('/results', { file: fileOf('', '') })).html).toContain(words.fileMissing);
    const large = await ask('/results', { file: fileOf('besar.csv', 'x'.repeat(4 * 1024 * 1024 + 1)) });
    expect(large.html).toContain(words.fileLarge);
  });

  it('R12: tell how many rows can be taken and which cannot, before anything is done', async () => {
    const { html } = await ask('/results/table-bad');
    expect(html).toContain(words.some('9.963', '37'));
    expect(html).toContain('Nomor ini sudah dibulatkan.');
    expect(html).toContain(words.wholeFile);
    expect(html).toContain('&lt;b&gt;85');
    expect(html).toContain(`action="${base}/results/table-bad/confirm"`);
  });

  it('offer nothing to confirm when a whole list has a wrong row', async () => {
    const { html } = await ask('/catalogue/table-none');
    expect(html).toContain(words.refused('3'));
    expect(html).not.toContain('/confirm"');
  });

  it.each([
    ['map', { score: '3' }],
    ['confirm', { whole: 'yes' }],
    ['discard', {}],
  ])('go on after %s', async (action, fields) => {
    expect((await ask(`/results/table-bad/${action}`, fields)).status).toBe(303);
  });

  it('D1: refuse fields that nobody asked for, and columns that are none', async () => {
    expect((await ask('/results', { file: fileOf('a.csv'), providerId: 'x' })).status).toBe(400);
    expect((await ask('/results/table-bad/map', { score: 'semua' })).status).toBe(400);
  });
});
