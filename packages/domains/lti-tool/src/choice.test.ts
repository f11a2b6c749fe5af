import type { ProviderId } from '@sinau/kernel';
import { claims as names } from '@sinau/lti';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerChoice, beginLogin, LaunchRefused, offerCourses, readChoosing, takeMessage } from './index.ts';
import { launchJwt, ltiToolWorld, samplePlatform } from './testing/index.ts';

let world: ReturnType<typeof ltiToolWorld>;
beforeEach(async () => {
  world = ltiToolWorld();
  await world.platforms.add(samplePlatform());
  world.addCourse('k2');
  world.addCourse('draf', { published: false });
  world.addCourse('lain', { providerId: 'p2' as ProviderId });
});

const returnUrl = 'https://lms.kampus.example/mod/lti/contentitem_return.php';
const settings = {
  ...{ deep_link_return_url: returnUrl, accept_types: ['ltiResourceLink'] },
  ...{ accept_multiple: true, accept_lineitem: true, data: 'buram' },
};

async function passOf(over: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { url, browser } = await beginLogin(world.deps, {
    parameters: {
      ...{ iss: ['https://lms.kampus.example'], login_hint: ['3'], client_id: ['klien-1'] },
      target_link_uri: ['https://sinau.example/tool/choose'],
    },
  });
  const asked = new URL(url).searchParams;
  const nowSeconds = world.clock.now().getTime() / 1000;
  const idToken = launchJwt(
    { nonce: asked.get('nonce') ?? '', nowSeconds },
    {
      [names.messageType]: 'LtiDeepLinkingRequest',
      [names.deepLinkingSettings]: { ...settings, ...over },
    },
  );
  const { pass } = await takeMessage(world.deps, { state: asked.get('state') ?? '', idToken, browser });
  return pass;
}

const answer = (pass: string, ...courseIds: string[]) => answerChoice(world.deps, { pass, courseIds });
const itemsIn = (jwt: string) =>
  (JSON.parse(jwt) as Record<string, readonly { readonly url: string }[]>)[names.contentItems];
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: unknown) => (error instanceof LaunchRefused ? error.because : error),
  );

describe('a choice of courses for a platform', () => {
  it('1.3: offers the published courses of its owner', async () => {
    const { platform } = await readChoosing(world.deps, await passOf());
    const offered = await offerCourses(world.deps, { platform, words: '' });
    expect(offered.map(({ courseId }) => courseId)).toEqual(['k1', 'k2']);
    expect(await offerCourses(world.deps, { platform, words: 'k2' })).toHaveLength(1);
  });

  it('1.3: goes back signed, with what came along, once', async () => {
    const pass = await passOf();
    const { jwt, returnUrl: to } = await answer(pass, 'k1', 'k2');
    expect(to).toBe(returnUrl);
    expect(JSON.parse(jwt)).toMatchObject({
      ...{ iss: 'klien-1', aud: 'https://lms.kampus.example' },
      [names.deploymentId]: '1',
      [names.data]: 'buram',
      [names.contentItems]: [
        { url: 'https://sinau.example/tool/courses/k1', custom: { sinau_course: 'k1' } },
        { url: 'https://sinau.example/tool/courses/k2', lineItem: { scoreMaximum: 100 } },
      ],
    });
    expect(await refusal(answer(pass, 'k1'))).toBe('ended');
  });

  it('1.3: is one course where one alone is taken, and may be none', async () => {
    const one = await passOf({ accept_multiple: false, accept_lineitem: false });
    const { jwt } = await answer(one, 'k2', 'k1');
    expect(itemsIn(jwt)).toMatchObject([{ url: 'https://sinau.example/tool/courses/k2' }]);
    expect(jwt).not.toContain('lineItem');
    expect(itemsIn((await answer(await passOf())).jwt)).toEqual([]);
  });

  it('says nothing of a course that says nothing of itself', async () => {
    world.addCourse('bisu', { text: { id: ' ' } });
    world.addCourse('fasih', { text: { id: 'Untuk ASN' } });
    const items = itemsIn((await answer(await passOf(), 'bisu', 'fasih')).jwt);
    expect(items?.[0]).not.toHaveProperty('text');
    expect(items?.[1]).toMatchObject({ text: 'Untuk ASN' });
  });

  it('C2: takes no course that the platform may not open, and nothing of the rest', async () => {
    const pass = await passOf();
    for (const courseId of ['lain', 'draf', 'tiada']) {
      expect(await refusal(answer(pass, 'k1', courseId))).toBe('course');
    }
    expect(world.signed).toEqual([]);
    expect(await refusal(answer(pass, 'k1'))).toBe('taken');
  });

  it('F3: leads no browser into an inner network', async () => {
    world.forbidden.add(returnUrl);
    expect(await refusal(answer(await passOf(), 'k1'))).toBe('message');
  });

  it('goes on with its own pass only, while there is time', async () => {
    const pass = await passOf();
    expect(await refusal(readChoosing(world.deps, `${pass}x`))).toBe('ended');
    world.clock.advance(4 * 3600_000);
    expect(await refusal(readChoosing(world.deps, pass))).toBe('ended');
  });
});
