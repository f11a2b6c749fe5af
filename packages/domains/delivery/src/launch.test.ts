import { describe, expect, it, vi } from 'vitest';
import { abandonSession } from './abandon-session.ts';
import { acceptAuStatements } from './accept-au-statements.ts';
import { authenticateAuToken, isAuToken } from './authenticate-au-token.ts';
import { closeRegistration } from './close-registration.ts';
import { NotEntitled } from './errors.ts';
import { fetchAuthToken } from './fetch-auth-token.ts';
import { openRegistration } from './open-registration.ts';
import { safeReturnUrl } from './return-url.ts';
import { courseOf, deliveryWorld, fetchIdIn, registration, sri } from './testing/delivery-world.ts';
import { waiveAu } from './waive-au.ts';

const simple = courseOf([['Completed', 'Passed']]);
const verbNames = (statements: readonly { verb: { id: string } }[]) =>
  statements.map(({ verb }) => verb.id.slice(verb.id.lastIndexOf('/') + 1));

describe('launchAu', () => {
  it('opens the AU through the gate of its origin, with the launch parameters behind its own query', async () => {
    const world = deliveryWorld(simple);
    const { url, launchMethod, mode, activityId } = await world.launch({ auIndex: 1 });
    const gate = new URL(url);
    expect(gate.origin + gate.pathname).toBe(`https://${'a'.repeat(32)}.content.sinau.example/.sinau/enter`);
    expect(JSON.parse(gate.searchParams.get('ticket') ?? '')).toEqual({
      originHash: 'a'.repeat(32),
      registration,
      expiresAt: world.clock.now().getTime() / 1000 + 120,
    });
    const au = new URL(gate.searchParams.get('to') ?? '', gate.origin);
    expect(au.pathname + au.hash).toBe('/au1/index.html#start');
    expect(Object.fromEntries(au.searchParams)).toEqual({
      lang: 'id',
      endpoint: 'https://sinau.example/xapi',
      fetch: expect.stringMatching(/^https:\/\/sinau\.example\/launch\/fetch\/9f4f2b9c-[\w-]+\..+$/),
      actor: '{"objectType":"Agent","account":{"homePage":"https://sinau.example","name":"sri"}}',
      registration,
      activityId,
    });
    expect({ launchMethod, mode }).toEqual({ launchMethod: 'AnyWindow', mode: 'Normal' });
    expect(activityId).not.toBe('https://publisher.example/au/1');
  });

  it('opens an AU that lives elsewhere at its own address', async () => {
    const { url, file: _, ...au } = { url: 'https://lab.example/run?x=1#a', file: undefined };
    const structure = courseOf([['Completed']], { ...au, url });
    const elsewhere = { ...structure, aus: structure.aus.map(({ file: __, ...rest }) => rest) };
    const launch = await deliveryWorld(elsewhere).launch();
    expect(launch.url).toMatch(/^https:\/\/lab\.example\/run\?x=1&endpoint=.+#a$/);
  });

  it('writes launch data, first preferences and the launched statement', async () => {
    const world = deliveryWorld(simple);
    const { activityId, sessionId } = await world.launch({ returnUrl: '/kursus/c1', locale: 'en' });
    expect(world.documents.launchData.get(`${activityId} ${registration}`)).toMatchObject({
      launchMode: 'Normal',
      moveOn: 'Completed',
      returnURL: 'https://sinau.example/kursus/c1',
      contextTemplate: {
        extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': sessionId },
      },
    });
    expect(world.documents.preferences.get('sri')).toEqual({
      languagePreference: 'en,id-ID',
      audioPreference: 'on',
    });
    expect(verbNames(world.records.statements)).toEqual(['launched']);
    const url = 'https://w3id.org/xapi/cmi5/context/extensions/launchurl';
    expect(world.records.statements[0]?.context?.extensions?.[url]).toBe(
      `https://${'a'.repeat(32)}.content.sinau.example/au0/index.html?lang=id#start`,
    );
  });

  it('9.6.1.1-3: what needs nothing is satisfied before the first launch, once', async () => {
    const world = deliveryWorld(courseOf([['NotApplicable'], ['NotApplicable']]));
    await world.launch();
    await openRegistration(world.deps, { registration });
    expect(verbNames(world.records.statements)).toEqual(['satisfied', 'satisfied', 'satisfied', 'launched']);
    const opened = deliveryWorld(courseOf([['NotApplicable'], ['Passed']]));
    await openRegistration(opened.deps, { registration });
    await openRegistration(opened.deps, { registration });
    await opened.launch();
    expect(verbNames(opened.records.statements)).toEqual(['satisfied', 'launched']);
  });

  it('9.3.6: abandons the open session, of whichever AU, and its token dies at once', async () => {
    const world = deliveryWorld(simple);
    const first = await world.start();
    world.clock.advance(5000);
    await acceptAuStatements(world.deps, {
      principal: first.principal,
      statements: [first.say('initialized')],
    });
    world.clock.advance(60_000);
    await world.launch({ auIndex: 1 });
    expect(verbNames(world.records.statements)).toEqual(['launched', 'initialized', 'abandoned', 'launched']);
    expect(world.records.statements[2]?.result).toEqual({ duration: 'PT5S' });
    expect(await authenticateAuToken(world.deps, first.token)).toBeUndefined();
    await expect(
      acceptAuStatements(world.deps, { principal: first.principal, statements: [first.say('completed')] }),
    ).rejects.toMatchObject({ code: 'delivery.session-ended' });
  });

  it('E13: ends with the account of its learner, whatever the token', async () => {
    const world = deliveryWorld(simple);
    const { token } = await world.start();
    const seen = (isOpen: boolean) =>
      authenticateAuToken({ ...world.deps, isAccountOpen: async () => isOpen }, token);
    expect(await seen(true)).toBeDefined();
    expect(await seen(false)).toBeUndefined();
    expect(await seen(true)).toBeDefined();
  });

  it('takes nothing more from a session whose abandoned statement got lost, and abandons it with the next launch', async () => {
    const world = deliveryWorld(simple);
    const first = await world.start();
    const write = vi.spyOn(world.records, 'write').mockRejectedValueOnce(new Error('the store is down'));
    await expect(world.launch({ auIndex: 1 })).rejects.toThrow('the store is down');
    write.mockRestore();
    expect(verbNames(world.records.statements)).toEqual(['launched']);
    expect(await authenticateAuToken(world.deps, first.token)).toBeUndefined();
    await expect(
      acceptAuStatements(world.deps, { principal: first.principal, statements: [first.say('initialized')] }),
    ).rejects.toMatchObject({ code: 'delivery.session-ended' });
    await world.launch({ auIndex: 1 });
    expect(verbNames(world.records.statements)).toEqual(['launched', 'abandoned', 'launched']);
  });

  it('does not abandon a session that the AU has ended', async () => {
    const world = deliveryWorld(simple);
    const { principal, say } = await world.start();
    const statements = [say('initialized'), say('terminated')];
    await acceptAuStatements(world.deps, { principal, statements });
    await world.launch();
    expect(verbNames(world.records.statements)).not.toContain('abandoned');
  });

  it('8.1.5.0-4: keeps the activity id over launches', async () => {
    const world = deliveryWorld(simple);
    const ids = [await world.launch(), await world.launch(), await world.launch({ auIndex: 1 })];
    expect(ids[0]?.activityId).toBe(ids[1]?.activityId);
    expect(ids[0]?.activityId).not.toBe(ids[2]?.activityId);
  });

  it('launches what is done as Review, what is open as Normal, and what is asked for as asked', async () => {
    const world = deliveryWorld(courseOf([['NotApplicable', 'Completed']]));
    expect((await world.launch()).mode).toBe('Normal');
    expect((await world.launch({ mode: 'Browse' })).mode).toBe('Browse');
    await waiveAu(world.deps, { registration, auIndex: 1, reason: 'Tested Out' });
    expect((await world.launch({ auIndex: 1 })).mode).toBe('Review');
    expect((await world.launch({ auIndex: 1, mode: 'Normal' })).mode).toBe('Normal');
  });

  it('B3: gives the same answer for an absent, a foreign and a cancelled enrolment, and writes nothing', async () => {
    const world = deliveryWorld(simple);
    const absent = '00000000-0000-4000-8000-000000000000';
    const refusals = [
      world.launch({ registration: absent }),
      world.launch({ personId: 'budi' as typeof sri }),
    ];
    for (const refusal of refusals) await expect(refusal).rejects.toEqual(new NotEntitled());
    world.entitlements.set(registration, { personId: sri, courseId: 'c1', version: 1, open: false });
    await expect(world.launch()).rejects.toEqual(new NotEntitled());
    expect(world.records.statements).toEqual([]);
    expect(world.documents.launchData.size + world.documents.preferences.size).toBe(0);
  });

  it('refuses an AU that the course does not have', async () => {
    const world = deliveryWorld(simple);
    for (const auIndex of [2, -1, 0.5]) {
      await expect(world.launch({ auIndex })).rejects.toMatchObject({ code: 'delivery.not-found' });
    }
  });

  it('leaves one open session, and its launch data, when two launches race', async () => {
    const world = deliveryWorld(simple);
    let overtaking: { sessionId: string } | undefined;
    world.records.beforeNextWrite(async () => {
      overtaking = await world.launch();
    });
    const { sessionId, activityId } = await world.launch();
    expect(verbNames(world.records.statements)).toEqual(['launched', 'abandoned', 'launched']);
    const state = await world.deps.registrations.read(registration);
    expect(state?.session?.terms.sessionId).toBe(sessionId);
    expect(sessionId).not.toBe(overtaking?.sessionId);
    expect(JSON.stringify(world.documents.launchData.get(`${activityId} ${registration}`))).toContain(
      sessionId,
    );
  });

  it('launches nothing once the registration was closed, and abandons what was open', async () => {
    const world = deliveryWorld(simple);
    await world.launch();
    await closeRegistration(world.deps, { registration });
    await closeRegistration(world.deps, { registration });
    expect(verbNames(world.records.statements)).toEqual(['launched', 'abandoned']);
    await expect(world.launch()).rejects.toEqual(new NotEntitled());
  });
});

describe('safeReturnUrl', () => {
  const portal = 'https://sinau.example';
  it.each([
    '//evil.example',
    'https://sinau.example.evil.example/',
    'https://sinau.example@evil.example/',
    'https://evil@sinau.example/',
    '\\\\evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'http://sinau.example/',
    'https://sinau.example:8443/',
    ' //evil.example',
    'https:///evil.example',
    'http://[',
  ])('F2: sends %s home', (url) => {
    expect(new URL(safeReturnUrl(portal, url)).origin).toBe(portal);
    expect(safeReturnUrl(portal, url)).toBe('https://sinau.example/');
  });
  it.each([
    ['/kursus/c1?a=1#b', 'https://sinau.example/kursus/c1?a=1#b'],
    ['https://sinau.example/x', 'https://sinau.example/x'],
    ['/%5C%5Cevil.example', 'https://sinau.example/%5C%5Cevil.example'],
  ])('F2: keeps %s', (url, kept) => {
    expect(safeReturnUrl(portal, url)).toBe(kept);
  });
});

describe('fetchAuthToken', () => {
  it('E9: answers the token once, then error-code 1', async () => {
    const world = deliveryWorld(simple);
    const id = fetchIdIn((await world.launch()).url);
    const first = await fetchAuthToken(world.deps, id);
    expect(first).toEqual({ 'auth-token': expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) });
    const again = await fetchAuthToken(world.deps, id);
    expect(again).toMatchObject({ 'error-code': '1' });
    expect(again).not.toHaveProperty('auth-token');
    const token = 'auth-token' in first ? first['auth-token'] : '';
    expect(atob(token)).toMatch(new RegExp(`^cmi5-${registration}:.+$`));
    expect(isAuToken(token)).toBe(true);
  });

  it('E9: gives one token to twenty fetches at once', async () => {
    const world = deliveryWorld(simple);
    const id = fetchIdIn((await world.launch()).url);
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetchAuthToken(world.deps, id)));
    expect(answers.filter((answer) => 'auth-token' in answer)).toHaveLength(1);
  });

  it('E9: gives the token although the answer of its own write was lost', async () => {
    const world = deliveryWorld(simple);
    const id = fetchIdIn((await world.launch()).url);
    const registrations = {
      ...world.deps.registrations,
      save: async (next: Parameters<typeof world.deps.registrations.save>[0]) => {
        await world.deps.registrations.save(next);
        return 'conflict' as const;
      },
    };
    const answer = await fetchAuthToken({ ...world.deps, registrations }, id);
    const token = 'auth-token' in answer ? answer['auth-token'] : '';
    expect(await authenticateAuToken(world.deps, token)).toBeDefined();
  });

  it('E9: knows nothing of made-up ids, other registrations and earlier launches', async () => {
    const world = deliveryWorld(simple);
    const old = fetchIdIn((await world.launch()).url);
    const id = fetchIdIn((await world.launch()).url);
    const other = id.replace('9f4f', '9f4e');
    for (const unknown of ['', 'x', `${registration}.`, `${registration}.x`, old, other, id.toUpperCase()]) {
      expect(await fetchAuthToken(world.deps, unknown)).toMatchObject({ 'error-code': '2' });
    }
  });

  it('E9: refuses an expired id and one whose session has ended', async () => {
    const world = deliveryWorld(simple);
    const id = fetchIdIn((await world.launch()).url);
    world.clock.advance(15 * 60_000 + 1);
    expect(await fetchAuthToken(world.deps, id)).toMatchObject({ 'error-code': '1' });
    const { url, sessionId } = await world.launch();
    await abandonSession(world.deps, { registration, sessionId });
    expect(await fetchAuthToken(world.deps, fetchIdIn(url))).toMatchObject({ 'error-code': '1' });
  });
});

describe('authenticateAuToken', () => {
  it('speaks for one session of one registration', async () => {
    const world = deliveryWorld(simple);
    const { launched, principal } = await world.start();
    expect(principal).toEqual({ kind: 'au', sessionId: launched.sessionId, registration });
  });

  it('E9: knows no token that was not fetched, altered, or made for another registration', async () => {
    const world = deliveryWorld(simple);
    const { token } = await world.start();
    const forged = [
      '',
      'x',
      btoa(`cmi5-${registration}:`),
      btoa(`cmi5-${registration}:token-1`),
      btoa(atob(token).replace('9f4f', '9f4e')),
      `${token}x`,
      btoa('key:secret'),
    ];
    for (const other of forged) expect(await authenticateAuToken(world.deps, other)).toBeUndefined();
    expect(isAuToken(btoa('key:secret'))).toBe(false);
  });

  it('E9: dies with abandonment at once, a minute after terminated, and a day after the launch', async () => {
    const world = deliveryWorld(simple);
    const abandoned = await world.start();
    const { sessionId } = abandoned.launched;
    expect(await abandonSession(world.deps, { registration, sessionId: 'other' })).toEqual({
      outcome: 'not-open',
    });
    expect(await abandonSession(world.deps, { registration, sessionId })).toEqual({ outcome: 'abandoned' });
    expect(await abandonSession(world.deps, { registration, sessionId })).toEqual({ outcome: 'not-open' });
    expect(await authenticateAuToken(world.deps, abandoned.token)).toBeUndefined();

    const ended = await world.start();
    const statements = [ended.say('initialized'), ended.say('terminated')];
    await acceptAuStatements(world.deps, { principal: ended.principal, statements });
    world.clock.advance(60_001);
    expect(await authenticateAuToken(world.deps, ended.token)).toBeUndefined();

    const old = await world.start();
    world.clock.advance(24 * 3600_000 + 1);
    expect(await authenticateAuToken(world.deps, old.token)).toBeUndefined();
  });
});
