import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';

const words = dictionaries.id.packages;
const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'Rina', roles: ['provider-author'] },
  providerId: 'p' as ProviderId,
};

async function ask(connection: string, fields?: Readonly<Record<string, string | File>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) body.set(name, value);
  const { hono } = createFixturePortal({ principal });
  const path = `/studio/connections/connection-${connection}/packages`;
  const answer = await hono.request(path, fields ? { method: 'POST', body } : {});
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
}
const fileOf = (text: string) => new File([text], 'ganjil.zip');

describe('packages of a connection', () => {
  it('say what the last one was, what counts, and whom it named', async () => {
    const { status, html } = await ask('oneroster-csv');
    expect(status).toBe(200);
    expect(html).toContain(words.takenTitle('semester-ganjil.zip'));
    expect(html).toContain(words.strangers('18', '3.400'));
    expect(html).toContain('SIAKAD Contoh');
    expect(html).toContain('240');
  });

  it('R12, A10: say what is wrong with the last one, where, and how to mend it', async () => {
    const { html } = await ask('packages-refused');
    expect(html).toContain(words.refusedText('132'));
    expect(html).toContain(words.first('2'));
    expect(html).toContain('Kirim juga baris yang dirujuk.');
    expect(html).toContain('courseSourcedId');
    expect(html).toContain(words.whole);
    expect(html).toContain('&lt;b&gt;rusak.zip');
  });

  it('say how to begin where there is none', async () => {
    const { html } = await ask('packages-none');
    expect(html).toContain(words.empty);
    expect(html).not.toContain(words.historyTitle);
  });

  it('are what its work runs after, and no clock', async () => {
    const { hono } = createFixturePortal({ principal });
    const html = await (await hono.request('/studio/connections/connection-packages-none')).text();
    expect(html).toContain(dictionaries.id.connections.runsWithPackages);
    expect(html).not.toContain(dictionaries.id.connections.runsEmpty);
  });

  it('lead from the file to its report', async () => {
    const sent = await ask('oneroster-csv', { file: fileOf('PK') });
    expect([sent.status, sent.to]).toEqual([
      303,
      '/studio/connections/connection-oneroster-csv/packages#report',
    ]);
  });

  it('are asked for where none was chosen, and refused where they are too large', async () => {
    for (const fields of [{}, { file: fileOf('') }]) {
      const missing = await ask('oneroster-csv', { ...fields });
      expect([missing.status, missing.html.includes(words.fileMissing)]).toEqual([422, true]);
    }
    const large = await ask('oneroster-csv', { file: fileOf('x'.repeat(4 * 1024 * 1024 + 1)) });
    expect(large.html).toContain(words.fileLarge);
  });

  it('D1: take no field that nobody asked for', async () => {
    expect((await ask('oneroster-csv', { file: fileOf('PK'), providerId: 'x' })).status).toBe(400);
  });
});
