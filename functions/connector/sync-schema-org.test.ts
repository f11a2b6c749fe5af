import { createSchemaOrgAdapter } from '@sinau/connectors/adapters';
import {
  courseData,
  type FakeCoursePages,
  sampleConnection,
  startFakeCoursePages,
} from '@sinau/connectors/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionId, syncWorld } from './testing/sync-world.ts';

let site: FakeCoursePages;
beforeEach(async () => {
  site = await startFakeCoursePages(8);
});
afterEach(() => site.close());

const world = () =>
  syncWorld({
    connection: sampleConnection({ connectionId, kind: 'schema-org', baseUrl: site.sitemapUrl }),
    adapter: (parts) => createSchemaOrgAdapter(parts, { baseUrl: site.sitemapUrl }),
    stepSeconds: 0.01,
  });

describe('the catalogue of web pages with data of schema.org', () => {
  it('is staged at first, then compared', async () => {
    const made = world();
    expect(await made.run()).toMatchObject({ state: 'done', counts: { new: 8, same: 0 } });
    await made.acceptAll();
    expect(made.desk.courses.size).toBe(8);
    expect(await made.run()).toMatchObject({ counts: { new: 0, same: 8 } });
    site.pages.set('/kuliah/2', [courseData(2, { name: 'Judul baru' })]);
    site.pages.set('/kuliah/9', [courseData(9)]);
    site.pages.delete('/kuliah/3');
    expect(await made.run()).toMatchObject({ counts: { new: 1, changed: 1, withdrawn: 1, same: 6 } });
  });

  it.each([
    ['an outage', { kind: 'status', status: 503 }, 'server-error'],
    ['a page whose connection breaks', { kind: 'cut' }, 'broken-answer'],
    ['half a page that ends as if it were whole', { kind: 'half' }, 'broken-answer'],
  ] as const)('withdraws nothing by %s (case R10)', async (_what, trouble, reason) => {
    const made = world();
    await made.run();
    await made.acceptAll();
    site.trouble(trouble, { path: '/kuliah/5' });
    expect(await made.failure()).toBe(reason);
    expect((await made.sync.listRuns(connectionId, 1))[0]).toMatchObject({
      state: 'broken',
      failedBecause: reason,
    });
    expect(await made.waiting()).toEqual([]);
    site.heal();
    expect(await made.run()).toMatchObject({ state: 'done', counts: { same: 8 } });
  });

  it('asks a person when data of courses are gone from most pages', async () => {
    const made = world();
    await made.run();
    await made.acceptAll();
    for (const n of [1, 2, 3, 4]) site.pages.set(`/kuliah/${n}`, []);
    expect(await made.run()).toMatchObject({ withdrawals: 'held' });
    expect(await made.waiting()).toEqual([]);
  });
});
