import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { everyRole } from '../testing/fixtures.ts';

async function shown(path: string): Promise<string> {
  const { hono } = createFixturePortal({ principal: everyRole });
  return (await hono.request(path)).text();
}

describe('tools of LTI, for operators', () => {
  it('are found again after the decision, so that one that was approved can be turned off', async () => {
    const waiting = await shown('/operator/tools');
    expect(waiting).toContain('/operator/tools/tool-2');
    expect(waiting).not.toContain('/operator/tools/tool-3');
    const decided = await shown('/operator/tools?list=decided');
    expect(decided).toContain('/operator/tools/tool-3');
    expect(decided).not.toContain('/operator/tools/tool-2');
  });

  it('say when their keys were read last, and that they cannot be; pasted ones are read nowhere', async () => {
    const read = await shown('/operator/tools/tool-3');
    expect(read).toContain('Terakhir dibaca 5 Januari 2026');
    expect(read).toContain('Tidak dapat dibaca pada percobaan terakhir, 6 Januari 2026');
    expect(await shown('/operator/tools/tool-2')).not.toContain('Diingat paling lama');
  });
});
