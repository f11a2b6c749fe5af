import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { type ConnectionKindName, connectionKinds } from './ports.ts';
import { type connectionTabs, tabHref, tabsOf } from './tabs.ts';

const words = dictionaries.id.connections;
const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'Rina', roles: ['provider-author'] },
  providerId: 'p' as ProviderId,
};

async function ask(path: string, method = 'GET') {
  const { hono } = createFixturePortal({ principal });
  const answer = await hono.request(path, { method });
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() };
}

describe('tabs of a connection', () => {
  it('are those that its kind can have: only who can be told of learners enrols any', () => {
    const having = (tab: (typeof connectionTabs)[number]) =>
      connectionKinds.filter((kind) => tabsOf(kind).includes(tab));
    expect(having('enrolments')).toEqual(['moodle', 'openedx']);
    expect(having('tables')).toEqual(['file']);
    expect(having('catalogue')).not.toContain('webhook');
    expect(having('settings')).toEqual(connectionKinds);
  });

  it.each<[ConnectionKindName, 'enrolments' | 'tables']>([
    ['schema-org', 'enrolments'],
    ['webhook', 'enrolments'],
    ['xapi', 'tables'],
  ])('of %s: an address of %s that somebody typed explains itself', async (kind, tab) => {
    const { status, html } = await ask(tabHref(`connection-${kind}`, tab));
    expect(status).toBe(404);
    expect(html).toContain(words.noTabTitle(words.tabs[tab]));
    expect(html).toContain(words.tabs.settings);
  });

  it('what was begun is said to have begun, and not to be saved', async () => {
    const poll = await ask(`${tabHref('connection-moodle', 'results')}/poll`, 'POST');
    expect(poll.to).toBe(`${tabHref('connection-moodle', 'results')}?notice=polling`);
    const begun = await ask(`${tabHref('connection-moodle', 'reconciliation')}/start`, 'POST');
    expect(begun.to).toBe(`${tabHref('connection-moodle', 'reconciliation')}?notice=comparing`);
    expect((await ask(begun.to ?? '')).html).toContain('Perbandingan dimulai');
  });

  it('results that a look changes nothing about are not said to be saved', async () => {
    const base = tabHref('connection-moodle', 'results');
    const again = (id: string) => ask(`${base}/${id}/replay`, 'POST');
    expect((await again('result-unmatched')).to).toBe(`${base}/result-unmatched?notice=unchanged`);
    expect((await again('result-score')).to).toBe(`${base}/result-score?notice=saved`);
    const { html } = await ask(`${base}/result-score?notice=unchanged`);
    expect(html).toContain('notice-warning');
    expect(html).not.toContain('notice-success');
  });
});
