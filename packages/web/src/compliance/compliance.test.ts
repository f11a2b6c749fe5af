import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { everyRole } from '../testing/fixtures.ts';

async function ask(path: string) {
  const portal = createFixturePortal({ principal: everyRole });
  const response = await portal.hono.request(path, { headers: { cookie: 'sinau-lang=en' } });
  return { status: response.status, html: await response.text() };
}

describe('how an agency stands', () => {
  it('every number opens its list, and says by which rule and as of when it was counted', async () => {
    const { html } = await ask('/agency');
    expect(html).toContain('Year 2026, as of');
    expect(html).toContain('620 of 1,050 people who have a minimum');
    for (const link of [
      '/agency/numbers/people?year=2026&amp;standing=met',
      '/agency/numbers/people?year=2026&amp;standing=below&amp;unit=u1',
      '/agency/numbers/people?year=2026&amp;standing=at-maximum',
      '/agency/numbers/duties?year=2026&amp;step=started',
      '/agency/numbers/duties?year=2026&amp;step=recognised&amp;obligation=o1&amp;period=2026',
      '/agency/numbers/duties?year=2026&amp;step=finished&amp;unit=u1',
      '/agency/numbers/people?year=2026&amp;standing=all',
      '/agency/numbers/people?year=2026&amp;standing=all&amp;unit=u1',
      '/agency/numbers/people?year=2026&amp;standing=all&amp;own=1',
      '/agency/obligations/o2?group=overdue',
      '/agency/numbers/overdue',
      '/agency/numbers/overdue?own=1',
      '/agency/quotas?year=2026',
      '/agency?year=2026&amp;unit=u1',
    ]) {
      expect(html).toContain(`href="${link}"`);
    }
    // The list of an obligation has all its years, and not as many as the number of one.
    expect(html).not.toContain('/agency/obligations/o1?group=overdue');
    expect(html).toContain('How it is counted');
    expect(html).not.toContain('target of PPPK');
  });

  it('P3: compares no small groups, and leads whoever looks after them to their list', async () => {
    const { html } = await ask('/agency');
    expect(html.match(/hidden: small group/g)).toHaveLength(3);
    expect(html).not.toContain('>33%<');
    expect(html).toContain('aria-label="No unit, Met the minimum: list"');
    expect(html).toContain('aria-label="No unit, Required: list"');
    expect(html).not.toContain('aria-label="No unit, Started: 5"');
  });

  it('of a unit names those above it and leaves out what is of the whole agency', async () => {
    const { html } = await ask('/agency?unit=u1&year=2026');
    expect(html).toContain('Direktorat Jenderal Perbendaharaan</h1>');
    expect(html).toContain('href="/agency/numbers/duties?year=2026&amp;step=started&amp;unit=u1"');
    expect(html).not.toContain('By obligation');
    expect((await ask('/agency?unit=kosong')).html).toContain('Nobody is counted yet');
  });

  it('says while a year is new that it is still counted', async () => {
    expect((await ask('/agency?year=2025')).html).toContain('The count of 2025 is not complete');
    expect((await ask('/agency?year=1e9')).status).toBe(200);
  });
});

describe('a list behind a number', () => {
  it('says how many it has, and goes on page by page with the same wish', async () => {
    const first = (await ask('/agency/numbers/people?standing=met&unit=u1&year=2026')).html;
    expect(first).toContain('620 in this list');
    expect(first).toContain('standing=met&amp;unit=u1&amp;page=dua');
    expect(first).toContain('minimum 20 JP');
    expect((await ask('/agency/numbers/people?standing=met&page=dua')).html).not.toContain('page=dua">');
  });

  it('of everybody who is counted is called so, and keeps to it page by page', async () => {
    const { html } = await ask('/agency/numbers/people?standing=all&year=2026');
    expect(html).toContain('People counted</h1>');
    expect(html).toContain('standing=all&amp;page=dua');
  });

  it('shows duties by how far they came, and who is overdue since when', async () => {
    expect((await ask('/agency/numbers/duties?step=started')).html).toContain('15 December 2026');
    expect((await ask('/agency/numbers/overdue')).html).toContain('31 October 2026');
    expect((await ask('/agency/numbers/overdue?unit=u2')).html).toContain('This list is empty');
  });
});
