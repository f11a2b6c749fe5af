import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { claims as names } from '@sinau/lti';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  beginLogin,
  changePlatform,
  LaunchRefused,
  linkAccount,
  listMyLinks,
  openLaunch,
  readLinking,
  removeMyLink,
  type TakenMessage,
  takeMessage,
} from './index.ts';
import { launchJwt, ltiToolWorld, samplePlatform } from './testing/index.ts';

let world: ReturnType<typeof ltiToolWorld>;
beforeEach(async () => {
  world = ltiToolWorld();
  await world.platforms.add(samplePlatform());
});

const login = {
  iss: ['https://lms.kampus.example'],
  login_hint: ['3'],
  target_link_uri: ['https://sinau.example/tool/courses/k1'],
  client_id: ['klien-1'],
};
const siti = 'siti' as PersonId;

async function begun(over: Readonly<Record<string, readonly string[]>> = {}, browser?: string) {
  const { url, browser: kept } = await beginLogin(world.deps, {
    parameters: { ...login, ...over },
    ...(browser !== undefined && { browser }),
  });
  const asked = new URL(url).searchParams;
  return { url, browser: kept, state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '' };
}

type Begun = Awaited<ReturnType<typeof begun>>;
const jwtFor = ({ nonce }: Begun, over: Readonly<Record<string, unknown>> = {}) =>
  launchJwt({ nonce, nowSeconds: world.clock.now().getTime() / 1000 }, over);
const taken = (visit: Begun, over: Readonly<Record<string, unknown>> = {}): Promise<TakenMessage> =>
  takeMessage(world.deps, { state: visit.state, idToken: jwtFor(visit, over), browser: visit.browser });

async function opened(over: Readonly<Record<string, unknown>> = {}) {
  const { platform, message, pass } = await taken(await begun(), over);
  if (message.kind !== 'launch') throw new Error('no launch');
  return { pass, answer: await openLaunch(world.deps, { platform, launch: message }) };
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: unknown) => (error instanceof LaunchRefused ? error.because : error),
  );

describe('a login of a platform', () => {
  it('L1 L2: leads back to it with a state and a nonce of its own', async () => {
    const [one, other] = [await begun(), await begun()];
    expect(one.url.startsWith('https://lms.kampus.example/mod/lti/auth.php?')).toBe(true);
    expect(one.state).not.toBe(other.state);
    expect(one.nonce).not.toBe(other.nonce);
    expect(one.url).not.toContain(one.browser);
  });

  it.each([
    ['an issuer that nobody registered', { iss: ['https://other.example'] }],
    ['another client', { client_id: ['klien-2'] }],
    ['an issuer that is written otherwise', { iss: ['https://lms.kampus.example/'] }],
  ])('is refused from %s', async (_, over) => {
    expect(await refusal(begun(over))).toBe('unknown-platform');
  });

  it('finds the client of an issuer that says none, while there is one', async () => {
    expect(await refusal(begun({ client_id: [] }))).toBe('taken');
    await world.platforms.add(
      samplePlatform({
        platformId: 'pf2' as never,
        clientId: 'klien-2',
        deployments: ['7'],
        status: 'waiting',
      }),
    );
    // One that is not in use stands in nobody's way.
    const { url } = await begun({ client_id: [] });
    expect(new URL(url).searchParams.get('client_id')).toBe('klien-1');
  });

  it('finds the client of an issuer that says none by its deployment, and says clearly when it cannot', async () => {
    const second = samplePlatform({ platformId: 'pf2' as never, clientId: 'klien-2', deployments: ['7'] });
    await world.platforms.add(second);
    const clientOf = async (over: Parameters<typeof begun>[0]) =>
      new URL((await begun({ client_id: [], ...over })).url).searchParams.get('client_id');
    expect(await clientOf({ lti_deployment_id: ['7'] })).toBe('klien-2');
    expect(await clientOf({ lti_deployment_id: samplePlatform().deployments.slice(0, 1) })).toBe('klien-1');
    expect(await refusal(begun({ client_id: [] }))).toBe('ambiguous-platform');
    expect(await refusal(begun({ client_id: [], lti_deployment_id: ['99'] }))).toBe('ambiguous-platform');
  });

  it.each(['waiting', 'off'] as const)('is refused while the platform is %s', async (status) => {
    const issuer = `https://${status}.example`;
    await world.platforms.add(samplePlatform({ platformId: 'pf3' as never, issuer, status }));
    expect(await refusal(begun({ iss: [issuer] }))).toBe('not-ready');
  });
});

describe('a message of a platform', () => {
  it('E3: counts once for its state', async () => {
    const visit = await begun();
    expect(await refusal(taken(visit))).toBe('taken');
    expect(await refusal(taken(visit))).toBe('ended');
  });

  it('E3: counts once, however often it comes at the same time', async () => {
    const visit = await begun();
    const outcomes = await Promise.all([1, 2, 3].map(() => refusal(taken(visit))));
    expect(outcomes.toSorted()).toEqual(['ended', 'ended', 'taken']);
  });

  it('E3: its nonce counts for no other state', async () => {
    const [one, other] = [await begun(), await begun()];
    const replayed = takeMessage(world.deps, { ...other, idToken: jwtFor(one) });
    expect(await refusal(replayed)).toBe('message');
  });

  it('E3: a state that is too old is refused, also with a message that is new', async () => {
    const visit = await begun();
    world.clock.advance(600_000);
    expect(await refusal(taken(visit))).toBe('ended');
  });

  it('E4: without its state, with that of another browser, or without a browser it opens nothing', async () => {
    const [visit, other] = [await begun(), await begun()];
    expect(await refusal(taken({ ...visit, state: '' }))).toBe('ended');
    expect(await refusal(taken({ ...visit, state: `${visit.state}x` }))).toBe('ended');
    expect(other.browser).not.toBe(visit.browser);
    expect(await refusal(taken({ ...visit, browser: other.browser }))).toBe('browser');
    const { state } = visit;
    expect(await refusal(takeMessage(world.deps, { state, idToken: jwtFor(visit) }))).toBe('browser');
    // None of them used it up.
    expect(await refusal(taken(visit))).toBe('taken');
  });

  it('E5: two quick launches of one browser both count', async () => {
    const one = await begun();
    const other = await begun({}, one.browser);
    expect(other.browser).toBe(one.browser);
    expect(await Promise.all([refusal(taken(one)), refusal(taken(other))])).toEqual(['taken', 'taken']);
  });

  it('E1: without a signature of the platform it is nothing', async () => {
    const visit = await begun();
    const idToken = jwtFor(visit).replace('signed:', '');
    expect(await refusal(takeMessage(world.deps, { ...visit, idToken }))).toBe('message');
  });

  it.each([
    ['wrong aud', { aud: 'klien-2' }],
    ['wrong iss', { iss: 'https://other.example' }],
  ])('E2: is refused with %s', async (_, over) => {
    expect(await refusal(taken(await begun(), over))).toBe('message');
  });

  it('E2: an unknown deployment is refused and noted, and its owner may let it in', async () => {
    const other = { [names.deploymentId]: '2' };
    expect(await refusal(taken(await begun(), other))).toBe('deployment');
    const platform = await world.platforms.find(samplePlatform().platformId);
    expect(platform).toMatchObject({ deployments: ['1'], strangeDeployment: '2' });
    if (!platform) throw new Error('gone');
    const changed = await changePlatform(world.deps, { platform, change: { addDeployment: '2' } });
    expect(changed).not.toHaveProperty('strangeDeployment');
    expect(await refusal(taken(await begun(), other))).toBe('taken');
  });

  it('a platform that named none has the deployment of its first launch, and no other', async () => {
    const issuer = 'https://baru.example';
    await world.platforms.add(samplePlatform({ platformId: 'pf4' as never, issuer, deployments: [] }));
    const from = async (deployment: string) =>
      refusal(taken(await begun({ iss: [issuer] }), { iss: issuer, [names.deploymentId]: deployment }));
    expect([await from('7'), await from('8'), await from('7')]).toEqual(['taken', 'deployment', 'taken']);
  });

  it('a platform that was turned off or removed meanwhile opens nothing', async () => {
    const visit = await begun();
    const platform = samplePlatform();
    await changePlatform(world.deps, { platform, change: { status: 'off' } });
    expect(await refusal(taken(visit))).toBe('not-ready');
    await world.platforms.remove({ ...platform, rev: 1 });
    expect(await refusal(taken(visit))).toBe('unknown-platform');
  });
});

describe('a launch of a course', () => {
  it('opens nothing for somebody who is not linked, whoever has the same e-mail address', async () => {
    const { answer } = await opened({ email: 'siti@sinau.example', email_verified: true });
    expect(answer).toMatchObject({ outcome: 'unlinked' });
    expect(await world.attempts.listOf(siti)).toEqual([]);
    // The owner sees that the link is there.
    expect(await world.placements.listOf(samplePlatform().platformId)).toMatchObject([
      { courseId: 'k1', resourceLinkId: '17', contextTitle: 'Kelas Etika' },
    ]);
  });

  it('opens for the person who linked the account, and notes where the score goes', async () => {
    const { pass, answer } = await opened();
    expect(answer.outcome).toBe('unlinked');
    const browser = (await begun()).browser;
    expect(await refusal(readLinking(world.deps, { pass, browser }))).toBe('browser');
  });

  it('C2: finds a course that is absent, not published, or of another provider nowhere', async () => {
    world.addCourse('lain', { providerId: 'p2' as ProviderId });
    world.addCourse('draf', { published: false });
    for (const courseId of ['lain', 'draf', 'tiada', '../k1', '']) {
      const to = { [names.targetLinkUri]: `https://sinau.example/tool/courses/${courseId}` };
      expect(await refusal(opened(to))).toBe('course');
    }
    expect(await world.placements.listOf(samplePlatform().platformId)).toEqual([]);
  });

  it('takes the course that was chosen with the link where all links have one address', async () => {
    const launch = (custom: unknown) =>
      opened({ [names.targetLinkUri]: 'https://sinau.example/tool/launch', [names.custom]: custom });
    expect((await launch({ sinau_course: 'k1' })).answer).toMatchObject({ course: { courseId: 'k1' } });
    for (const custom of [{}, { sinau_course: 'tiada' }])
      expect(await refusal(launch(custom))).toBe('course');
    // An address on another host says nothing.
    const elsewhere = { [names.targetLinkUri]: 'https://evil.example/tool/courses/k1' };
    expect(await refusal(opened(elsewhere))).toBe('course');
  });

  it.each([
    ['an agency', { kind: 'agency', agencyId: 'a1' as AgencyId } as const],
    ['the operator', { kind: 'platform' } as const],
  ])('finds every published course for %s', async (_, owner) => {
    const issuer = 'https://instansi.example';
    await world.platforms.add(samplePlatform({ platformId: 'pf5' as never, issuer, owner }));
    world.addCourse('lain', { providerId: 'p2' as ProviderId });
    const to = { iss: issuer, [names.targetLinkUri]: 'https://sinau.example/tool/courses/lain' };
    const { platform, message } = await taken(await begun({ iss: [issuer] }), to);
    if (message.kind !== 'launch') throw new Error('no launch');
    expect(await openLaunch(world.deps, { platform, launch: message })).toMatchObject({
      outcome: 'unlinked',
    });
  });
});

describe('an account link', () => {
  async function waiting() {
    const visit = await begun();
    const { pass } = await taken(visit);
    return { pass, browser: visit.browser };
  }
  const link = async (personId: PersonId = siti, over: { shownTo?: string; browser?: string } = {}) =>
    linkAccount(world.deps, { ...(await waiting()), personId, shownTo: personId, ...over });

  it('is made by the person who is signed in and agrees, and opens the course', async () => {
    const { pass, browser } = await waiting();
    const { platform, launch } = await readLinking(world.deps, { pass, browser });
    expect([platform.name, launch.name, launch.subject]).toEqual(['LMS Kampus', 'Siti Dewi', '42']);
    const answer = await linkAccount(world.deps, { pass, browser, personId: siti, shownTo: siti });
    expect(answer).toMatchObject({ outcome: 'open', personId: 'siti', registration: 'reg-siti-k1' });
    expect(await world.attempts.listAt('reg-siti-k1')).toMatchObject([{ subject: '42', courseId: 'k1' }]);
    // Once.
    const again = linkAccount(world.deps, { pass, browser, personId: siti, shownTo: siti });
    expect(await refusal(again)).toBe('ended');
    expect((await opened()).answer).toMatchObject({ outcome: 'open', personId: 'siti' });
  });

  it('is made in the browser that the launch came in: nobody is led into linking the account of another', async () => {
    const { pass } = await waiting();
    const { browser } = await waiting();
    expect(await refusal(linkAccount(world.deps, { pass, browser, personId: siti, shownTo: siti }))).toBe(
      'browser',
    );
    expect(await world.links.listOf(siti)).toEqual([]);
  });

  it('is not made for another person than the page asked, nor for an account that is linked to somebody', async () => {
    await expect(link(siti, { shownTo: 'budi' })).rejects.toMatchObject({ code: 'lti-tool.account-taken' });
    expect(await world.links.listOf(siti)).toEqual([]);
    await link(siti);
    await expect(link('budi' as PersonId)).rejects.toMatchObject({ code: 'lti-tool.account-taken' });
    expect((await opened()).answer).toMatchObject({ personId: 'siti' });
    // Who has linked it already goes on.
    expect(await link(siti)).toMatchObject({ outcome: 'open' });
  });

  it('holds for its own platform alone', async () => {
    await link(siti);
    const issuer = 'https://lain.example';
    await world.platforms.add(samplePlatform({ platformId: 'pf6' as never, issuer }));
    const { platform, message } = await taken(await begun({ iss: [issuer] }), { iss: issuer });
    if (message.kind !== 'launch') throw new Error('no launch');
    expect(await openLaunch(world.deps, { platform, launch: message })).toMatchObject({
      outcome: 'unlinked',
    });
  });

  it('is taken back by its person, and with it where scores would go', async () => {
    await link(siti);
    const [mine] = await listMyLinks(world.deps, siti);
    expect(mine).toMatchObject({ platformName: 'LMS Kampus', issuer: 'https://lms.kampus.example' });
    if (!mine) throw new Error('no link');
    await removeMyLink(world.deps, { ...mine, personId: 'budi' as PersonId });
    expect(await listMyLinks(world.deps, siti)).toHaveLength(1);
    await removeMyLink(world.deps, mine);
    expect(await listMyLinks(world.deps, siti)).toEqual([]);
    expect(await world.attempts.listAt('reg-siti-k1')).toEqual([]);
    expect((await opened()).answer).toMatchObject({ outcome: 'unlinked' });
  });

  it('opens no more than the course admits, and says why', async () => {
    world.openings.set('k1', { outcome: 'closed', because: 'needs-approval' });
    expect(await link(siti)).toMatchObject({ outcome: 'closed', because: 'needs-approval' });
    expect(await world.attempts.listOf(siti)).toEqual([]);
  });
});
