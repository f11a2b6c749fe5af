import { describe, expect, it } from 'vitest';
import { authenticateAuToken } from '../authenticate-au-token.ts';
import { fetchAuthToken } from '../fetch-auth-token.ts';
import { launchGuest } from '../launch-guest.ts';
import { readProgress } from '../read-progress.ts';
import { fetchIdIn, registration, sri } from '../testing/delivery-world.ts';
import { memoryGuestStore } from '../testing/memory-guest-store.ts';
import { memoryLaunchLog } from '../testing/memory-launch-log.ts';
import { memoryDocuments } from '../testing/memory-records.ts';
import { commitOf, packageOf, scoItem, scormWorld } from '../testing/scorm-world.ts';
import { copyScormData, countScormData, eraseScormData } from './personal-data.ts';
import { startScorm } from './start-scorm.ts';

const one12 = packageOf('1.2', scoItem('I1'));
const core = (lesson_status: string, more: object = {}) => ({ core: { lesson_status, ...more } });
const visit = { itemId: 'I1', visit: 1 } as const;

describe('startScorm', () => {
  it('gives the page what it plays, and initializes the session once', async () => {
    const world = scormWorld(one12);
    const { page, start } = await world.open();
    expect(page.started).toMatchObject({
      version: '1.2',
      organization: { identifier: 'org', items: [{ identifier: 'I1' }] },
      courseTitle: { id: '-' },
      locale: 'id',
      learner: { id: 'sri', name: 'Sri Lestari' },
      mode: 'normal',
      run: 1,
      items: [
        {
          itemId: 'I1',
          attempt: 1,
          entry: 'ab-initio',
          status: { completion: 'not attempted', success: 'unknown' },
          seed: { cmi: { core: { student_id: 'sri', student_name: 'Sri Lestari', lesson_mode: 'normal' } } },
        },
      ],
      commitUrl: 'https://sinau.example/commit',
      returnUrl: 'https://sinau.example/learn/c1',
      commitSeconds: 10,
    });
    expect((await start()).started.run).toBe(2);
    expect(world.verbs()).toEqual(['launched', 'initialized']);
  });

  it('refuses what is no SCORM package, and a session that has ended', async () => {
    const world = scormWorld(one12);
    const { start } = await world.open();
    await world.launch();
    await expect(start()).rejects.toMatchObject({ code: 'delivery.session-ended' });
    world.packages.clear();
    await expect(world.open()).rejects.toMatchObject({ code: 'delivery.not-found' });
  });
});

describe('F2: the way back out of a package', () => {
  const elsewhere = 'https://lms.example/courses/7';
  const documents = {
    put: async () => undefined,
    readLaunch: async () => ({ returnUrl: elsewhere, locale: 'id' as const }),
  };

  it('leads people of this platform to the portal, whatever the document says', async () => {
    const { page } = await scormWorld(one12, { documents }).open();
    expect(page.started.returnUrl).toBe('https://sinau.example/');
  });

  it('leads guests to the system they came from', async () => {
    const { deps } = scormWorld(one12, { documents });
    const actor = { homePage: 'https://lms.example', name: 'peserta-17' };
    const { url } = await launchGuest(
      { ...deps, documents: memoryDocuments(), guests: memoryGuestStore() },
      { clientId: 'mesin', courseId: 'c1', version: 1, auIndex: 0, actor, returnUrl: elsewhere },
    );
    const answer = await fetchAuthToken(deps, fetchIdIn(url));
    const principal = await authenticateAuToken(deps, 'auth-token' in answer ? answer['auth-token'] : '');
    if (!principal) throw new Error('no session');
    const started = await startScorm(deps, { principal, commitUrl: 'https://sinau.example/commit' });
    expect(started.returnUrl).toBe(elsewhere);
  });
});

describe('commitScorm', () => {
  it('tells a whole visit, completes and passes the AU at once, and satisfies block and course', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    await page.send({ ...visit, commit: commitOf(core('incomplete')) });
    const passed = core('passed', { score: { raw: '90', min: '0', max: '100' }, session_time: '0000:01:00' });
    const answer = await page.send({ ...visit, commit: commitOf(passed), end: 'terminated' });
    expect(answer).toMatchObject({
      outcome: 'stored',
      course: { completion: 'completed', success: 'passed', score: { raw: 90 } },
      item: { itemId: 'I1', attempt: 2, entry: 'ab-initio', status: { success: 'passed' } },
    });
    await page.send({ leave: 'exit' });
    expect(world.verbs()).toEqual([
      'launched',
      'initialized',
      'scorm:initialized',
      'scorm:scored',
      'scorm:completed',
      'scorm:passed',
      'scorm:terminated',
      'scorm:completed',
      'completed',
      'passed',
      'satisfied',
      'satisfied',
      'terminated',
    ]);
    const cmi5 = world.records.statements.find(
      ({ verb, result }) => verb.id.endsWith('passed') && result?.duration,
    );
    expect(cmi5?.result?.score).toEqual({ scaled: 0.9, raw: 90, min: 0, max: 100 });
    const progress = await readProgress(world.deps, { registration, personId: sri });
    expect(progress).toMatchObject({ satisfied: true, percent: 100 });
  });

  it('answers a message again alike, and writes nothing', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    const messages = [
      page.next({ ...visit, commit: commitOf(core('incomplete')) }),
      page.next({ ...visit, commit: commitOf(core('completed')), end: 'terminated' }),
      page.next({ leave: 'exit' }),
    ];
    for (const message of messages) {
      const first = await page.resend(message);
      const stored = world.records.statements.length;
      expect(await page.resend(message)).toEqual(first);
      expect(world.records.statements).toHaveLength(stored);
    }
  });

  it('makes documents that a crash has lost when the message comes again', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    const message = page.next({ ...visit, commit: commitOf({ ...core('incomplete'), suspend_data: 'x=1' }) });
    await page.resend(message);
    const made = new Map(world.documents);
    expect([...made.keys()].map((key) => key.split('/').at(-1)).toSorted()).toEqual([
      'activity-profile',
      'activity-state',
      'agent-profile',
      'attempt-state',
      'suspend-data',
    ]);
    world.documents.clear();
    await page.resend(message);
    expect(new Map(world.documents)).toEqual(made);
  });

  it('refuses to go back: an overtaken message is stale', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    const first = page.next({ ...visit, commit: commitOf({ ...core('incomplete'), suspend_data: 'old' }) });
    const second = page.next({ ...visit, commit: commitOf({ ...core('incomplete'), suspend_data: 'new' }) });
    expect((await page.resend(second)).outcome).toBe('stored');
    expect((await page.resend(first)).outcome).toBe('stale');
    const key = { registration, moduleId: 'm1' };
    expect((await world.deps.scorm.readItem(key, 'I1'))?.data.suspendData).toBe('new');
  });

  it('takes what an overtaken message says of an item that the later one did not touch', async () => {
    const world = scormWorld(packageOf('1.2', scoItem('I1'), scoItem('I2')));
    const { page } = await world.open();
    const first = page.next({ ...visit, commit: commitOf(core('completed')), end: 'terminated' });
    const second = page.next({
      itemId: 'I2',
      visit: 2,
      commit: commitOf(core('incomplete')),
      sequencing: { currentItemId: 'I2' },
    });
    await page.resend(second);
    const late = await page.resend({ ...first, sequencing: { currentItemId: 'I1' }, leave: 'exit' });
    expect(late).toMatchObject({ outcome: 'stored', item: { status: { completion: 'completed' } } });
    const whole = await world.deps.scorm.readPackage({ registration, moduleId: 'm1' });
    expect(whole).toMatchObject({ sequence: 2, currentItemId: 'I2' });
    expect(world.verbs()).not.toContain('terminated');
    expect((await page.resend(first)).outcome).toBe('stored');
    await page.send({ leave: 'exit' });
  });

  it('1.2: a failed learner has not completed the module, may try again, and fails when leaving', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    const failed = core('failed', { score: { raw: '20' } });
    await page.send({ ...visit, commit: commitOf(failed), end: 'terminated' });
    expect(world.verbs()).not.toContain('satisfied');
    expect(world.verbs()).not.toContain('failed');
    expect(world.verbs()).toContain('scorm:failed');
    expect(await readProgress(world.deps, { registration, personId: sri })).toMatchObject({
      aus: [{ state: 'failed', missing: ['completed-or-passed'] }],
    });
    const passed = core('passed', { score: { raw: '80' } });
    await page.send({ itemId: 'I1', visit: 2, commit: commitOf(passed), end: 'terminated' });
    expect(world.verbs()).toContain('satisfied');
    await page.send({ leave: 'exit' });
    expect(world.verbs()).not.toContain('failed');

    const other = scormWorld(one12);
    const second = await other.open();
    await second.page.send({ ...visit, commit: commitOf(failed), end: 'terminated', leave: 'exit' });
    expect(other.verbs().slice(-3)).toEqual(['scorm:terminated', 'failed', 'terminated']);
  });

  it('1.2: counts a mastery score of the manifest once the SCO is finished', async () => {
    const world = scormWorld(packageOf('1.2', scoItem('I1', { masteryScore: 80 })));
    const { page } = await world.open();
    const data = core('completed', { score: { raw: '79' } });
    await page.send({ ...visit, commit: commitOf(data) });
    const { course } = await page.send({ ...visit, commit: commitOf(data), end: 'terminated' });
    expect(course).toMatchObject({ completion: 'incomplete', success: 'failed' });
  });

  it('suspends and resumes: data, place and time of the attempt go on over sessions', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    const away = { lesson_location: 'p7', exit: 'suspend', session_time: '0000:10:00' };
    const tree = { ...core('incomplete', away), suspend_data: 'é=1' };
    const { item } = await page.send({
      ...visit,
      commit: commitOf(tree),
      end: 'terminated',
      leave: 'suspend',
    });
    expect(item).toMatchObject({ attempt: 1, entry: 'resume' });
    const { page: next } = await world.open();
    expect(next.started).toMatchObject({ currentItemId: 'I1', savedAt: expect.any(String), run: 2 });
    expect(next.seedOf('I1')).toMatchObject({
      attempt: 1,
      entry: 'resume',
      seed: {
        cmi: {
          core: {
            entry: 'resume',
            lesson_location: 'p7',
            total_time: '0000:10:00.00',
            lesson_status: 'incomplete',
          },
          suspend_data: 'é=1',
        },
      },
    });
    await next.send({
      ...visit,
      commit: commitOf({ ...tree, core: { ...tree.core, session_time: '0000:05:00' } }),
    });
    expect(world.verbs()).toContain('scorm:resumed');
    const end = { ...tree, core: { ...tree.core, session_time: '0000:06:00' } };
    await next.send({ ...visit, commit: commitOf(end), end: 'terminated' });
    const { page: last } = await world.open();
    expect(last.seedOf('I1')?.seed).toMatchObject({ cmi: { core: { total_time: '0000:16:00.00' } } });
  });

  it('R13: a visit that nobody ended goes on, and its time counts once', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    const tree = { ...core('incomplete', { session_time: '0000:02:00' }), suspend_data: 'half' };
    await page.send({ ...visit, commit: commitOf(tree) });
    const again = await world.open();
    const seeded = { cmi: { core: { total_time: '0000:02:00.00', entry: 'resume' }, suspend_data: 'half' } };
    expect(again.page.seedOf('I1')?.seed).toMatchObject(seeded);
    const reloaded = await again.start();
    expect(reloaded.seedOf('I1')?.seed).toMatchObject(seeded);
    await expect(page.send({ ...visit, commit: commitOf(tree) })).rejects.toMatchObject({
      code: 'delivery.session-ended',
    });
  });

  it('begins a new attempt after a normal end, and keeps what was reached', async () => {
    const world = scormWorld(one12, { au: { moveOn: 'Passed' } });
    const { page } = await world.open();
    const done = { ...core('completed', { score: { raw: '50' } }), suspend_data: 'old' };
    const { item } = await page.send({ ...visit, commit: commitOf(done), end: 'terminated' });
    expect(item).toMatchObject({ attempt: 2, entry: 'ab-initio', status: { completion: 'completed' } });
    expect(JSON.stringify(item?.seed)).not.toContain('old');
    const answer = await page.send({ itemId: 'I1', visit: 2, commit: commitOf(core('incomplete')) });
    expect(answer).toMatchObject({
      item: { status: { completion: 'completed' } },
      course: { completion: 'completed' },
    });
    const attempts = world.records.statements.filter(({ verb }) => verb.id.endsWith('/initialized'));
    expect(attempts).toHaveLength(3);
  });

  it('never takes back what an attempt has reached, and says so', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    await page.send({ ...visit, commit: commitOf(core('passed', { score: { raw: '90' } })) });
    const answer = await page.send({
      ...visit,
      commit: commitOf(core('incomplete', { score: { raw: '10' } })),
    });
    expect(answer.course).toMatchObject({ completion: 'completed', success: 'passed', score: { raw: 90 } });
    expect(answer.warnings?.map(({ path }) => path)).toEqual(['cmi.completion', 'cmi.success', 'cmi.score']);
  });

  it('takes a lower status where the course lets the package, and nothing that the course has recorded', async () => {
    const world = scormWorld(one12, { au: { moveOn: 'Passed' }, part: { statusMayFall: true } });
    const { page } = await world.open();
    await page.send({ ...visit, commit: commitOf(core('completed')) });
    const lower = await page.send({ ...visit, commit: commitOf(core('incomplete')) });
    expect(lower).toMatchObject({ course: { completion: 'incomplete' } });
    expect(lower).not.toHaveProperty('warnings');
    await page.send({
      ...visit,
      commit: commitOf(core('completed', { score: { raw: '50' } })),
      end: 'terminated',
    });
    // A new attempt that has said nothing yet is no report; its first word is one.
    const silent = await page.send({ itemId: 'I1', visit: 2, commit: commitOf(core('not attempted')) });
    expect(silent.course).toMatchObject({ completion: 'completed', score: { raw: 50 } });
    await page.send({ itemId: 'I1', visit: 2, commit: commitOf(core('passed', { score: { raw: '90' } })) });
    const failed = await page.send({
      ...{ itemId: 'I1', visit: 2, commit: commitOf(core('failed', { score: { raw: '10' } })) },
      ...{ end: 'terminated', leave: 'exit' },
    });
    expect(failed.course).toMatchObject({ success: 'failed', score: { raw: 10 } });
    const ofAu = world.verbs().filter((verb) => !verb.startsWith('scorm:'));
    expect(ofAu.filter((verb) => verb === 'completed' || verb === 'passed')).toEqual(['completed', 'passed']);
    expect(ofAu).not.toContain('failed');
    const state = await world.deps.registrations.read(registration);
    expect(state?.aus[0]).toMatchObject({ completed: true, judged: 'passed' });
    const ids = world.records.statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('two tabs: the later one goes on with what it touches, the earlier one is told', async () => {
    const world = scormWorld(packageOf('1.2', scoItem('I1'), scoItem('I2')));
    const { page: first, start } = await world.open();
    await first.send({ ...visit, commit: commitOf(core('incomplete')) });
    const second = await start();
    // Nothing of it was touched in the other tab, so nothing is lost.
    expect((await first.send({ ...visit, commit: commitOf(core('completed')) })).outcome).toBe('stored');
    await second.send({ ...visit, commit: commitOf({ ...core('incomplete'), suspend_data: 'second' }) });
    const refused = first.send({ ...visit, commit: commitOf({ ...core('passed'), suspend_data: 'first' }) });
    await expect(refused).rejects.toMatchObject({ code: 'delivery.scorm-replaced' });
    await expect(first.send({ leave: 'exit' })).rejects.toMatchObject({ code: 'delivery.scorm-replaced' });
    const key = { registration, moduleId: 'm1' };
    expect((await world.deps.scorm.readItem(key, 'I1'))?.data.suspendData).toBe('second');
    await second.send({ leave: 'exit' });
  });

  it('two commits at once: one is decided on the other', async () => {
    const world = scormWorld(packageOf('1.2', scoItem('I1'), scoItem('I2')));
    const { page } = await world.open();
    const one = page.next({ ...visit, commit: commitOf(core('completed')) });
    const two = page.next({ itemId: 'I2', visit: 2, commit: commitOf(core('completed')) });
    world.records.beforeNextWrite(() => page.resend(one));
    const { course } = await page.resend(two);
    expect(course.completion).toBe('completed');
    expect(world.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
    expect((await page.resend(one)).outcome).toBe('stored');
  });

  it('a launch that overtakes a commit refuses it, and nothing of it is kept', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    await page.send({ ...visit, commit: commitOf({ ...core('incomplete'), suspend_data: 'kept' }) });
    world.records.beforeNextWrite(() => world.launch());
    const late = page.send({ ...visit, commit: commitOf({ ...core('passed'), suspend_data: 'late' }) });
    await expect(late).rejects.toMatchObject({ code: 'delivery.session-ended' });
    expect(world.verbs()).not.toContain('passed');
    const key = { registration, moduleId: 'm1' };
    expect((await world.deps.scorm.readItem(key, 'I1'))?.data.suspendData).toBe('kept');
  });

  it.each(['Browse', 'Review'] as const)('%s writes nothing but its beginning and end', async (mode) => {
    const world = scormWorld(one12);
    const { page: normal } = await world.open();
    await normal.send({
      ...visit,
      commit: commitOf({ ...core('completed'), suspend_data: 'mine' }),
      end: 'terminated',
    });
    const stored = world.verbs().length;
    world.documents.clear();
    const { page } = await world.open({ mode });
    expect(page.started.mode).toBe(mode.toLowerCase());
    const shown = JSON.stringify(page.seedOf('I1')?.seed);
    expect([shown.includes('mine'), shown.includes('"credit":"no-credit"')]).toEqual([
      mode === 'Review',
      true,
    ]);
    const answer = await page.send({
      ...visit,
      commit: commitOf({ ...core('passed'), suspend_data: 'trace' }),
    });
    expect(answer.outcome).toBe('ignored');
    await page.send({ leave: 'exit' });
    expect(world.verbs().slice(stored)).toEqual(['abandoned', 'launched', 'initialized', 'terminated']);
    const key = { registration, moduleId: 'm1' };
    expect((await world.deps.scorm.readItem(key, 'I1'))?.data.suspendData).toBe('mine');
    expect(world.documents.size).toBe(0);
  });

  it('tells a thousand answers in portions, each once', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    const interactions = Array.from({ length: 1000 }, (_, n) => ({
      id: `q${n}`,
      type: 'choice',
      student_response: 'a',
      result: 'correct',
    }));
    const message = page.next({
      ...visit,
      commit: commitOf({ ...core('completed'), interactions }),
      end: 'terminated',
    });
    await page.resend(message);
    await page.resend(message);
    const told = world.verbs();
    expect(told.filter((verb) => verb === 'scorm:responded')).toHaveLength(1000);
    expect(told.filter((verb) => verb === 'scorm:initialized')).toHaveLength(1);
    expect(told.filter((verb) => verb === 'scorm:terminated')).toHaveLength(1);
    const ids = world.records.statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('an asset is done when it was shown', async () => {
    const launch = { resource: 'A', kind: 'asset', file: 'a.pdf', url: 'a.pdf' } as const;
    const world = scormWorld(packageOf('1.2', scoItem('A', { launch })));
    const { page } = await world.open();
    expect(page.seedOf('A')).toEqual({
      itemId: 'A',
      attempt: 0,
      entry: 'ab-initio',
      status: { completion: 'not attempted', success: 'unknown' },
      score: {},
    });
    const { course } = await page.send({ itemId: 'A', visit: 1, end: 'left' });
    expect(course.completion).toBe('completed');
    expect(world.verbs()).toContain('satisfied');
  });

  it('refuses messages that make no sense, with what is wrong', async () => {
    const world = scormWorld(one12);
    const { page } = await world.open();
    const commit = commitOf(core('incomplete'));
    const at = (path: string) => ({ code: 'request.invalid', issues: [{ path }] });
    await expect(page.send({ itemId: 'nowhere', visit: 1, commit })).rejects.toMatchObject(at('/itemId'));
    await expect(page.send({ ...visit, commit: {} })).rejects.toMatchObject(at('/commit/runtimeData/cmi'));
    const ahead = { ...page.next({ ...visit, commit }), run: 99 };
    await expect(page.resend(ahead)).rejects.toMatchObject(at('/run'));
    expect(world.verbs()).toEqual(['launched', 'initialized']);
  });

  it('begins anew with another package of the same module, and keeps what was reached', async () => {
    const world = scormWorld(packageOf('2004', scoItem('I1'), scoItem('I2')));
    const { page } = await world.open();
    await page.send({
      ...visit,
      commit: commitOf({ completion_status: 'completed', suspend_data: 'old', exit: 'suspend' }),
      end: 'terminated',
      sequencing: { state: 'tree of old files', currentItemId: 'I1' },
    });
    const find = world.deps.content.find;
    world.packages.set('b'.repeat(32), packageOf('2004', scoItem('I1'), scoItem('I2')));
    world.deps.content.find = async (courseId) => {
      const content = await find(courseId);
      return (
        content && {
          ...content,
          parts: content.parts.map((part) => ({ ...part, originHash: 'b'.repeat(32) })),
        }
      );
    };
    const { page: next } = await world.open();
    expect(next.started.sequencingState).toBeUndefined();
    expect(next.started.currentItemId).toBeUndefined();
    expect(next.seedOf('I1')).toMatchObject({
      attempt: 2,
      entry: 'ab-initio',
      status: { completion: 'completed' },
    });
    expect(JSON.stringify(next.seedOf('I1')?.seed)).not.toContain('old');
  });
});

describe('personal data', () => {
  it('is copied whole, and erased but for what was reached', async () => {
    const world = scormWorld(one12);
    const deps = { scorm: world.deps.scorm, launchLog: memoryLaunchLog() };
    const { page } = await world.open();
    const written = { ...core('completed'), suspend_data: 'secret', comments: 'secret too' };
    const commit = commitOf(written);
    await page.send({ ...visit, commit, sequencing: { state: 'secret three' } });
    const copied = JSON.stringify(await copyScormData(deps, registration));
    for (const word of ['secret', 'secret too', 'secret three']) expect(copied).toContain(word);
    const of = { registration, until: '2100-01-01T00:00:00.000Z' };
    expect(await countScormData(deps, of)).toBe(2);
    expect(await countScormData(deps, { ...of, until: '2000-01-01T00:00:00.000Z' })).toBe(0);
    expect(await eraseScormData(deps, registration)).toBe(2);
    expect(await countScormData(deps, of)).toBe(0);
    expect(JSON.stringify(await copyScormData(deps, registration))).not.toContain('secret');
    // The running page goes on: its next commit has all of its data.
    expect((await page.send({ ...visit, commit })).course.completion).toBe('completed');
    expect(await eraseScormData(deps, registration)).toBeGreaterThan(0);
    const { page: next } = await world.open({ mode: 'Normal' });
    expect(next.seedOf('I1')).toMatchObject({ status: { completion: 'completed' } });
  });
});

describe('SCORM 2004', () => {
  const two = packageOf('2004', scoItem('I1'), scoItem('I2'));

  it('gives back sequencing state, place and global objectives', async () => {
    const world = scormWorld(two);
    const { page } = await world.open();
    const globalObjectives = { 'urn:g': { satisfiedStatus: true } };
    await page.send({
      itemId: 'I2',
      visit: 1,
      commit: commitOf({ completion_status: 'incomplete', exit: 'normal' }, undefined, { globalObjectives }),
      end: 'terminated',
      leave: 'suspend',
      sequencing: { state: '{"x":1}', currentItemId: 'I2' },
    });
    const { page: next } = await world.open();
    expect(next.started).toMatchObject({ sequencingState: '{"x":1}', currentItemId: 'I2', globalObjectives });
    // Suspending all goes before the SCO's own exit.
    expect(next.seedOf('I2')).toMatchObject({ entry: 'resume', attempt: 1 });
    expect(next.seedOf('I1')).toMatchObject({ entry: 'ab-initio' });
  });

  it('takes the rollup of the sequencer, and doubts what no item bears out', async () => {
    const world = scormWorld(two);
    const { page } = await world.open();
    const rollup = { completion: 'completed', success: 'passed', score: { scaled: 0.7 } } as const;
    const begun = commitOf({ completion_status: 'incomplete' });
    const doubted = await page.send({ ...visit, commit: begun, sequencing: { rollup } });
    expect(doubted.course.completion).toBe('incomplete');
    expect(doubted.warnings?.map(({ path }) => path)).toContain('sequencing.rollup.completion');
    const passed = commitOf({ completion_status: 'completed', success_status: 'passed' });
    const borne = await page.send({ ...visit, commit: passed, end: 'terminated', sequencing: { rollup } });
    expect(borne.course).toMatchObject({
      completion: 'completed',
      success: 'passed',
      score: { scaled: 0.7 },
    });
    expect(world.verbs()).toContain('satisfied');
  });

  it('shares data only as the manifest lets items write and read it', async () => {
    const writer = scoItem('I1', { sharedData: [{ targetId: 'urn:d', read: false, write: true }] });
    const reader = scoItem('I2', { sharedData: [{ targetId: 'urn:d', read: true, write: false }] });
    const world = scormWorld(packageOf('2004', writer, reader));
    const { page, start } = await world.open();
    const store = (text: string) => ({ data: { 0: { id: 'urn:d', store: text } } });
    const cmi = { completion_status: 'incomplete' };
    await page.send({ ...visit, commit: commitOf(cmi, store('written')) });
    await page.send({ itemId: 'I2', visit: 2, commit: commitOf(cmi, store('not mine to write')) });
    const { started } = await start();
    expect(started.items.map(({ seed }) => seed?.adl)).toEqual([
      { data: { 0: { id: 'urn:d' } } },
      { data: { 0: { id: 'urn:d', store: 'written' } } },
    ]);
  });
});
