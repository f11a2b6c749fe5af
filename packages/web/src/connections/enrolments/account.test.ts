import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { dictionaries } from '../../i18n/dictionary.ts';
import { createFixturePortal } from '../../testing/fixture-portal.ts';
import { tabHref } from '../tabs.ts';

const words = dictionaries.id.connectionEnrolments;
const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'Rina', roles: ['provider-author'] },
  providerId: 'p' as ProviderId,
};
const path = tabHref('connection-openedx', 'enrolments');
const registration = '00000000-0000-4000-8000-00000000e002';

async function ask(at: string, fields?: Readonly<Record<string, string>>) {
  const { hono } = createFixturePortal({ principal });
  const answer = await hono.request(at, fields ? { method: 'POST', body: new URLSearchParams(fields) } : {});
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() };
}

describe('an account that was found by an e-mail address', () => {
  it('is proposed in its row, with the word that an address proves nothing', async () => {
    const { html } = await ask(path);
    expect(html).toContain(words.accountProposed);
    expect(html).toContain('value="sri_contoh&lt;b&gt;"');
    expect(html).toContain(`action="${path}/${registration}/account"`);
  });

  it('is confirmed as it stands or as another, and never without a name', async () => {
    const confirm = (account: string) => ask(`${path}/${registration}/account`, { account });
    expect((await confirm(' sri-02 ')).to).toBe(`${path}?notice=accountKept`);
    const { status, html } = await confirm(' ');
    expect(status).toBe(422);
    expect(html).toContain('notice-error');
    expect(html).toContain(words.accountMissing);
  });
});
