import { defaultMoodleSettings } from '@sinau/connectors';
import { createMoodleAdapter } from '@sinau/connectors/adapters';
import { type FakeMoodle, sampleConnection, startFakeMoodle } from '@sinau/connectors/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionId, syncWorld } from './testing/sync-world.ts';

let moodle: FakeMoodle;
beforeEach(async () => {
  moodle = await startFakeMoodle();
});
afterEach(() => moodle.close());

function world() {
  let token = moodle.site.token;
  const { baseUrl } = moodle;
  const made = syncWorld({
    connection: sampleConnection({ connectionId, baseUrl }),
    adapter: (parts) => createMoodleAdapter(parts, { baseUrl, token, settings: defaultMoodleSettings }),
  });
  return {
    ...made,
    useToken: (next: string) => {
      token = next;
    },
  };
}

describe('the catalogue of a Moodle', () => {
  it('of an account with rights on some courses holds those, with no word of a loss', async () => {
    moodle.site.rightsIn = new Set([3, 6, 9]);
    const run = await world().run();
    expect(run).toMatchObject({ state: 'done', findings: [], counts: { new: 3, read: 3 } });
  });

  it('is not withdrawn when the account loses its rights on most of it, or on all: a person is asked', async () => {
    const made = world();
    await made.run();
    await made.acceptAll();
    moodle.site.rightsIn = new Set([3, 6]);
    expect(await made.run()).toMatchObject({
      ...{ state: 'done', withdrawals: 'held', counts: { withdrawn: 0, same: 2 } },
      findings: [{ code: 'drop', present: 8, missing: 6 }],
    });
    moodle.site.rightsIn = new Set();
    expect(await made.failure()).toBe('not-permitted');
    expect(await made.waiting()).toEqual([]);
  });

  it('is staged at first, then compared', async () => {
    const made = world();
    expect(await made.run()).toMatchObject({ state: 'done', counts: { new: 8, same: 0 } });
    await made.acceptAll();
    expect(made.desk.courses.size).toBe(8);
    expect(await made.run()).toMatchObject({ counts: { new: 0, same: 8 } });
    Object.assign(moodle.site.courses.get(2) ?? {}, { fullname: 'Judul baru' });
    moodle.addCourse({ id: 700, fullname: 'Baru' });
    moodle.site.courses.delete(3);
    expect(await made.run()).toMatchObject({ counts: { new: 1, changed: 1, withdrawn: 1, same: 6 } });
    await made.acceptAll();
    const standings = [...made.desk.courses.values()].map(
      ({ externalId, standing }) => `${externalId} ${standing}`,
    );
    expect(standings).toContain('3 retired');
    expect(standings).toHaveLength(9);
  });

  it.each([
    ['an outage', { kind: 'status', status: 503 }, 'server-error'],
    ['half a page whose connection breaks', { kind: 'cut' }, undefined],
    ['half a page that ends as if it were whole', { kind: 'half' }, 'broken-answer'],
    ['another program', { kind: 'page' }, undefined],
    ['a token that was withdrawn', { kind: 'fault', errorcode: 'invalidtoken' }, 'unauthorised'],
  ] as const)('withdraws nothing by %s (case R10)', async (_what, trouble, reason) => {
    const made = world();
    await made.run();
    await made.acceptAll();
    moodle.trouble(trouble);
    const failed = await made.failure();
    expect(typeof failed).toBe('string');
    if (reason) expect(failed).toBe(reason);
    expect((await made.sync.listRuns(connectionId, 1))[0]).toMatchObject({
      state: 'broken',
      failedBecause: failed,
    });
    expect(await made.waiting()).toEqual([]);
    moodle.heal();
    expect(await made.run()).toMatchObject({ state: 'done', counts: { same: 8 } });
  });

  it('tells a wrong secret', async () => {
    const made = world();
    made.useToken('salah');
    expect(await made.failure()).toBe('unauthorised');
    expect(await made.waiting()).toEqual([]);
  });

  it('holds each course once though Moodle names it twice', async () => {
    const made = world();
    moodle.trouble({ kind: 'twice' }, { name: 'core_course_get_courses' });
    moodle.trouble({ kind: 'twice' }, { name: 'core_course_get_courses_by_field' });
    expect(await made.run()).toMatchObject({ counts: { new: 8 } });
    await made.acceptAll();
    expect(made.desk.courses.size).toBe(8);
  });

  it('asks a person when most of it is gone', async () => {
    const made = world();
    await made.run();
    await made.acceptAll();
    for (const id of [2, 3, 4, 5]) moodle.site.courses.delete(id);
    expect(await made.run()).toMatchObject({ withdrawals: 'held' });
    expect(await made.waiting()).toEqual([]);
  });

  it('leaves what was rejected until Moodle changes it', async () => {
    const made = world();
    await made.run();
    await made.reject('2');
    await made.acceptAll();
    await made.run();
    await made.acceptAll();
    expect(made.desk.courses.size).toBe(7);
    Object.assign(moodle.site.courses.get(2) ?? {}, { fullname: 'Judul baru' });
    await made.run();
    await made.acceptAll();
    expect(made.desk.courses.size).toBe(8);
  });
});
