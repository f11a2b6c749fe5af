import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { everyRole } from '../testing/fixtures.ts';

async function overviewOf(connectionId: string): Promise<string> {
  const { hono } = createFixturePortal({ principal: everyRole });
  return (await hono.request(`/studio/connections/${connectionId}`)).text();
}

describe('the overview of a connection', () => {
  it('says where results are sent to when the provider sends them', async () => {
    expect(await overviewOf('connection-webhook')).toContain('/api/connections/connection-webhook/results');
  });

  it('names no such address when they are fetched or uploaded', async () => {
    const html = await overviewOf('connection-file');
    expect(html).toContain('Tabel dari SIAKAD');
    expect(html).not.toContain('/api/connections/');
  });
});
