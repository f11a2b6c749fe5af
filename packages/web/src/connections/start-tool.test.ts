import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';
import type { ConnectionSettings, StartTool } from './ports.ts';

const file = { name: 'Daftar kampus', contactEmail: 'admin@kampus.example' };

function world(tools?: readonly StartTool[]) {
  const made: ConnectionSettings[] = [];
  const { connections } = createFixturePorts();
  const ports = {
    connections: {
      ...connections,
      ...(tools && { startToolsOf: async () => tools }),
      create: async (_: unknown, settings: ConnectionSettings) => {
        made.push(settings);
        return { connectionId: 'connection-file' };
      },
    },
  };
  const { hono } = createFixturePortal({ principal: everyRole, ports });
  const path = '/studio/connections/new/file';
  const post = (fields: Record<string, string>) =>
    hono.request(path, { method: 'POST', body: new URLSearchParams({ ...file, ...fields }) });
  return { post, made, page: async () => (await hono.request(path)).text() };
}

describe('where courses of a catalogue start', () => {
  it('is a tool of the provider, told the number of the course or its address, or the page', async () => {
    const { post, made, page } = world();
    expect(await page()).toContain('value="tool-1 d-1">Moodle · Fakultas &lt;b&gt;');
    const start = 'tool-1 d-1';
    expect((await post({ start, startParameter: 'id' })).status).toBe(303);
    await post({ start, startParameter: '' });
    await post({ start: '', startParameter: 'id' });
    expect(made.map((settings) => settings.start)).toEqual([
      { clientId: 'tool-1', deploymentId: 'd-1', parameter: 'id' },
      { clientId: 'tool-1', deploymentId: 'd-1' },
      undefined,
    ]);
  });

  it('is not asked where the provider has no tool, and a parameter is one name', async () => {
    expect(await world([]).page()).not.toContain('name="start"');
    const { post, made } = world();
    const refused = await post({ start: 'tool-1 d-1', startParameter: 'a b' });
    expect([refused.status, made]).toEqual([422, []]);
    expect(await refused.text()).toContain('huruf, angka, dan garis bawah');
  });
});
