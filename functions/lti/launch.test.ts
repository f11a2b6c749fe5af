import type { LaunchOrder } from '@sinau/delivery/lti';
import type { PersonId } from '@sinau/kernel';
import { claims } from '@sinau/lti';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { formIn, issuer, ltiWorld, signedByTool } from './testing/lti-world.ts';

async function world() {
  const lti = ltiWorld();
  await lti.addTool();
  const keys = async () => createLocalJWKSet({ keys: [...(await lti.signer.publicKeys())] });
  /** The whole way; what the tool reads from its form. */
  const launch = async (url: string, cookie?: string) => {
    const begun = await lti.begin(url, cookie);
    const answer = await lti.authorize(begun.asked, begun.cookie);
    return { ...begun, answer, ...formIn(await answer.text()) };
  };
  const claimsOf = async (idToken = '') =>
    (await jwtVerify(idToken, await keys(), { currentDate: lti.clock.now() })).payload as Record<
      string,
      unknown
    >;
  return { ...lti, launch, claimsOf };
}

describe('GET /lti/launch', () => {
  it('L1: leads to the login of the tool with every parameter, without a session of the portal', async () => {
    const { order, begin } = await world();
    const { answer, to, given } = await begin(await order());
    expect(answer.status).toBe(302);
    expect(to.href.startsWith('https://alat.example/login?id=0a&')).toBe(true);
    expect(Object.fromEntries(to.searchParams)).toEqual({
      ...{
        id: '0a',
        iss: issuer,
        client_id: 'c1',
        lti_deployment_id: 'd1',
        target_link_uri: 'https://alat.example',
      },
      ...{ login_hint: expect.any(String), lti_message_hint: expect.any(String) },
    });
    expect(given).toMatch(
      /^__Host-sinau-lti=[\w-]{43}; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=None; Partitioned$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('L2: a ticket works once, for two minutes, and not when anything of it is altered', async () => {
    const { order, ask, clock } = await world();
    const url = await order();
    expect((await ask(`${url}x`)).status).toBe(403);
    expect((await ask(url)).status).toBe(302);
    const again = await ask(url);
    expect([again.status, again.headers.get('location'), again.headers.get('set-cookie')]).toEqual([
      403,
      null,
      null,
    ]);
    expect(await again.text()).toContain('hanya berlaku sekali');
    const late = await order();
    clock.advance(120_000);
    for (const path of [late, '/lti/launch', '/lti/launch?ticket=', '/lti/launch?ticket=../x']) {
      expect((await ask(path)).status).toBe(403);
    }
  });

  it('L2: two windows that open one ticket at once are one launch', async () => {
    const { order, ask } = await world();
    const url = await order();
    const answers = await Promise.all([ask(url), ask(url)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 403]);
  });

  it('R5: nothing is launched at a tool that waits, was turned off, or takes no such message', async () => {
    const { addTool, order, ask, tools } = await world();
    await addTool({ clientId: 'c2' as never, status: 'pending' });
    await addTool({ clientId: 'c3' as never, messages: [{ type: 'LtiResourceLinkRequest' }] });
    await expect(order({ clientId: 'c2' as never })).rejects.toMatchObject({ code: 'lti.tool-not-ready' });
    await expect(order({ clientId: 'c9' as never })).rejects.toMatchObject({ code: 'lti.tool-not-ready' });
    await expect(order({ deploymentId: 'd9' })).rejects.toMatchObject({ code: 'lti.tool-not-ready' });
    const choose = order({ clientId: 'c3' as never, message: 'LtiDeepLinkingRequest' });
    await expect(choose).rejects.toMatchObject({ code: 'lti.tool-not-ready' });
    const url = await order();
    const tool = await tools.find('c1' as never);
    if (tool) await tools.change({ ...tool, status: 'disabled' });
    expect((await ask(url)).status).toBe(403);
  });
});

describe('the authentication request of a tool', () => {
  it.each(['GET', 'POST'])(
    'L2 L4 L5 L6: by %s is answered by a form that posts the launch to the redirect address',
    async (method) => {
      const { order, begin, authorize, claimsOf, clock } = await world();
      const { asked, cookie } = await begin(await order());
      const answer = await authorize(asked, cookie, method);
      expect(answer.status).toBe(200);
      const { action, fields } = formIn(await answer.text());
      expect([action, fields.state]).toEqual(['https://alat.example', 'state-1']);
      const nowSeconds = clock.now().getTime() / 1000;
      expect(await claimsOf(fields.id_token)).toMatchObject({
        ...{
          iss: issuer,
          aud: 'c1',
          sub: 's-siti',
          nonce: asked.nonce,
          iat: nowSeconds,
          exp: nowSeconds + 300,
        },
        name: 'Siti Dewi',
        [claims.messageType]: 'LtiResourceLinkRequest',
        [claims.deploymentId]: 'd1',
        [claims.resourceLink]: { id: 'm1', title: 'Kuliah 1' },
        [claims.context]: { id: 'k1', title: 'Etika & hukum' },
        [claims.custom]: { who: 's-siti', id: '5e72' },
        [claims.lis]: { course_offering_sourcedid: 'HKM-301' },
        [claims.launchPresentation]: { return_url: `${issuer}/lti/return?to=%2Fcourses%2Fk1` },
        [claims.grades]: { lineitems: `${issuer}/lti/ags/x` },
      });
    },
  );

  it('L4: the page is kept nowhere, runs its one script, and lets its form lead on over TLS to wherever the tool does', async () => {
    const { order, launch } = await world();
    const { answer } = await launch(await order());
    const csp = answer.headers.get('content-security-policy') ?? '';
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(csp).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w-]+'; style-src 'nonce-[\w-]+'; form-action https:; /,
    );
    expect(csp).toContain("frame-ancestors 'self'");
  });

  it('L4: goes to the redirect address that was asked for, and never to the page that the link leads to', async () => {
    const { order, begin, authorize, claimsOf } = await world();
    const placement = {
      clientId: 'c1',
      deploymentId: 'd1',
      custom: {},
      url: 'https://alat.example/materi/4',
    };
    const { asked, cookie } = await begin(
      await order({ link: { resourceLinkId: 'm1', title: 'Kuliah 1', placement } }),
    );
    const redirect_uri = 'https://alat.example/launch';
    const wrong = formIn(await (await authorize({ ...asked, redirect_uri, prompt: 'login' }, cookie)).text());
    const { action, fields } = formIn(await (await authorize({ ...asked, redirect_uri }, cookie)).text());
    expect([wrong.action, action]).toEqual([redirect_uri, redirect_uri]);
    expect((await claimsOf(fields.id_token))[claims.targetLinkUri]).toBe(placement.url);
  });

  it('L4: state is text, whatever it holds', async () => {
    const { order, begin, authorize } = await world();
    const { asked, cookie } = await begin(await order());
    const state = `"><script>alert(1)</script>'&amp;`;
    const text = await (await authorize({ ...asked, state }, cookie)).text();
    expect(text).not.toContain('<script>alert');
    expect(formIn(text).fields.state).toBe(state);
  });

  it.each([['https://alat.example/'], ['https://alat.example/launch/../x'], ['https://evil.example'], ['']])(
    'L3 E8 1.8 #6: redirect address %j is not registered: a page says so, and nothing is posted or redirected',
    async (uri) => {
      const { order, begin, authorize } = await world();
      const { asked, cookie } = await begin(await order());
      const answer = await authorize({ ...asked, redirect_uri: uri }, cookie);
      const text = await answer.text();
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
      expect(text).not.toMatch(/<form|<script|evil/);
    },
  );

  it.each(['c9', ''])('L3: client %j is nobody here', async (client) => {
    const { order, begin, authorize } = await world();
    const { asked, cookie } = await begin(await order());
    const answer = await authorize({ ...asked, client_id: client }, cookie);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain('<form');
  });

  it('L3: other mistakes are told to the tool, and the launch stays good', async () => {
    const { order, begin, authorize } = await world();
    const { asked, cookie } = await begin(await order());
    const wrong = formIn(await (await authorize({ ...asked, prompt: 'login' }, cookie)).text());
    expect(wrong).toMatchObject({
      action: 'https://alat.example',
      fields: { error: 'invalid_request', error_description: expect.any(String), state: 'state-1' },
    });
    expect(wrong.fields).not.toHaveProperty('id_token');
    expect(formIn(await (await authorize(asked, cookie)).text()).fields).toHaveProperty('id_token');
  });

  it('L3 E4: login_required without the cookie, or with that of another browser', async () => {
    const { order, begin, authorize } = await world();
    const { asked, cookie } = await begin(await order());
    const { cookie: other } = await begin(await order());
    for (const wrong of [undefined, other, '__Host-sinau-lti=made-up', 'other=1']) {
      const { fields } = formIn(await (await authorize(asked, wrong)).text());
      expect(fields).toMatchObject({ error: 'login_required', state: 'state-1' });
    }
    expect(formIn(await (await authorize(asked, cookie)).text()).fields).toHaveProperty('id_token');
  });

  it('L2: hints of another launch, user or client are refused', async () => {
    const { order, begin, authorize, addTool } = await world();
    await addTool({ clientId: 'c2' as never });
    const mine = await begin(await order());
    const budi = await begin(await order({ personId: 'budi' as PersonId }), mine.cookie);
    const foreign = await begin(await order({ clientId: 'c2' as never }), mine.cookie);
    for (const over of [
      { login_hint: budi.asked.login_hint ?? '' },
      { lti_message_hint: budi.asked.lti_message_hint ?? '' },
      { lti_message_hint: foreign.asked.lti_message_hint ?? '', login_hint: foreign.asked.login_hint ?? '' },
      { login_hint: 'siti' },
      { lti_message_hint: 'x' },
    ]) {
      const { fields } = formIn(await (await authorize({ ...mine.asked, ...over }, mine.cookie)).text());
      expect(fields).toMatchObject({ error: 'invalid_request' });
    }
  });

  it('L2: nothing is told for a deployment that the tool has no more', async () => {
    const { order, begin, authorize, tools } = await world();
    const { asked, cookie } = await begin(await order());
    const tool = await tools.find('c1' as never);
    if (!tool) throw new Error('no tool');
    await tools.change({ ...tool, deployments: [{ deploymentId: 'd2', name: 'Other' }] });
    const refused = formIn(await (await authorize(asked, cookie)).text()).fields;
    expect(refused).toMatchObject({ error: 'invalid_request', state: 'state-1' });
    expect(refused).not.toHaveProperty('id_token');
    // The launch itself stays good: it was the deployment that was missing.
    await tools.change({ ...tool, rev: tool.rev + 1 });
    expect(formIn(await (await authorize(asked, cookie)).text()).fields).toHaveProperty('id_token');
  });

  it('E3 L2: the same request again, and a late one, get no second token', async () => {
    const { order, begin, launch, authorize, clock } = await world();
    const { asked, cookie } = await launch(await order());
    expect(formIn(await (await authorize(asked, cookie)).text()).fields).toMatchObject({
      error: 'invalid_request',
    });
    const late = await begin(await order());
    clock.advance(600_000);
    expect(formIn(await (await authorize(late.asked, late.cookie)).text()).fields).toHaveProperty('error');
  });

  it('L2: of two that come at once with one hint, one is told', async () => {
    const { order, begin, authorize } = await world();
    const { asked, cookie } = await begin(await order());
    const answers = await Promise.all([authorize(asked, cookie), authorize(asked, cookie)]);
    const fields = await Promise.all(answers.map(async (answer) => formIn(await answer.text()).fields));
    expect(fields.filter((one) => 'id_token' in one)).toHaveLength(1);
  });

  it('E5: two quick launches of one browser both work, in either order', async () => {
    const { order, begin, authorize } = await world();
    const first = await begin(await order());
    const second = await begin(await order(), first.cookie);
    expect(second.cookie).toBe(first.cookie);
    for (const { asked } of [second, first]) {
      expect(formIn(await (await authorize(asked, second.cookie)).text()).fields).toHaveProperty('id_token');
    }
  });

  it('L11: a review names whose work it is, and leads to the tool’s own page for it', async () => {
    const { order, launch, claimsOf } = await world();
    const url = await order({
      ...{ message: 'LtiSubmissionReviewRequest', role: 'instructor', personId: 'dosen' as PersonId },
      forPersonId: 'siti' as PersonId,
    });
    const told = await claimsOf((await launch(url)).fields.id_token);
    expect(told).toMatchObject({ sub: 's-dosen', [claims.forUser]: { user_id: 's-siti' } });
    expect(told[claims.roles]).toEqual(['http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor']);
  });
});

describe('what the tool is told', () => {
  it('1.8 #10 L9: calls a person the same in every role and kind of message, and nobody else so', async () => {
    const { order, launch, claimsOf } = await world();
    const subOf = async (over: object) =>
      (await claimsOf((await launch(await order(over))).fields.id_token)).sub;
    const own = await subOf({});
    const teaching = { role: 'instructor' } as const;
    expect(await subOf(teaching)).toBe(own);
    expect(await subOf({ ...teaching, message: 'LtiDeepLinkingRequest' })).toBe(own);
    const review = { message: 'LtiSubmissionReviewRequest', forPersonId: 'budi' as PersonId };
    expect(await subOf({ ...teaching, ...review })).toBe(own);
    expect(await subOf({ personId: 'budi' as PersonId })).not.toBe(own);
  });

  it('L5: counts for five minutes, by a published key alone', async () => {
    const { order, launch, claimsOf, clock } = await world();
    const { id_token: idToken = '' } = (await launch(await order())).fields;
    const [head = '', body = ''] = idToken.split('.');
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toMatchObject({
      ...{ alg: 'RS256', kid: expect.any(String) },
    });
    await expect(claimsOf(`${head}.${body}.${'A'.repeat(342)}`)).rejects.toThrow();
    await expect(claimsOf(await signedByTool({ sub: 's-siti' }))).rejects.toThrow();
    clock.advance(301_000);
    await expect(claimsOf(idToken)).rejects.toThrow('exp');
  });

  it('L6 L8: has a link for launches and none for a choice; parameters are texts, unknown variables stay', async () => {
    const { order, launch, claimsOf } = await world();
    const custom = {
      link: '$ResourceLink.id',
      course: '$Context.id',
      other: '$Nobody.knows',
      nip: '$Person.sourcedId',
    };
    const placement = { clientId: 'c1', deploymentId: 'd1', custom };
    const link = { resourceLinkId: 'm1', title: 'Kuliah 1', placement };
    const learning = await claimsOf((await launch(await order({ link }))).fields.id_token);
    expect(learning[claims.custom]).toEqual({ ...custom, link: 'm1', course: 'k1' });
    const choosing = order({ message: 'LtiDeepLinkingRequest', role: 'instructor' });
    const told = await claimsOf((await launch(await choosing)).fields.id_token);
    expect(told).not.toHaveProperty([claims.resourceLink]);
    expect(told[claims.targetLinkUri]).toBe('https://alat.example/choose');
  });

  it('1.7: stands in no log, and neither do tickets, hints and answers of tools', async () => {
    const { order, launch, ask, lines, authorize } = await world();
    const url = await order();
    const { fields, asked, cookie } = await launch(url);
    await authorize({ ...asked, redirect_uri: 'https://evil.example' }, cookie);
    await ask('/lti/deep-links?for=a-pass', {
      method: 'POST',
      body: new URLSearchParams({ JWT: 'a-choice' }),
    });
    expect(lines.length).toBeGreaterThan(3);
    const log = JSON.stringify(lines);
    const ticket = new URL(url).searchParams.get('ticket') ?? 'none';
    for (const secret of [
      fields.id_token,
      asked.login_hint,
      asked.lti_message_hint,
      ticket,
      cookie,
      'a-pass',
      'a-choice',
    ]) {
      expect(secret?.length).toBeGreaterThan(3);
      expect(log).not.toContain(secret);
    }
  });
});

describe('where a review leads to', () => {
  const review: Partial<LaunchOrder> = {
    ...({ message: 'LtiSubmissionReviewRequest', role: 'instructor' } as const),
    forPersonId: 'siti' as PersonId,
  };
  const linkWith = (over: object) => ({
    ...{ resourceLinkId: 'm1', title: 'Esai' },
    placement: {
      ...{ clientId: 'c1', deploymentId: 'd1', custom: { id: '5e72', view: 'learner' } },
      lineItem: { scoreMaximum: 10, label: 'Esai' },
      ...over,
    },
  });
  const reviewOf = (over: object) => ({
    lineItem: { ...{ scoreMaximum: 10, label: 'Esai' }, submissionReview: over },
    url: 'https://alat.example/esai',
  });

  it.each([
    [
      'what the line item says',
      reviewOf({ url: 'https://alat.example/review' }),
      'https://alat.example/review',
    ],
    ['where its link leads to', reviewOf({}), 'https://alat.example/esai'],
    ['the tool, where neither says anything', {}, 'https://alat.example'],
  ])('L11: is %s', async (_, over, wanted) => {
    const { order, launch, claimsOf } = await world();
    const told = await launch(await order({ ...review, link: linkWith(over) }));
    expect(told.to.searchParams.get('target_link_uri')).toBe(wanted);
    expect((await claimsOf(told.fields.id_token))[claims.targetLinkUri]).toBe(wanted);
  });

  it('L11: is what the tool has registered for reviews, and no launch for learning goes there', async () => {
    const { addTool, order, begin } = await world();
    const messages = [
      { type: 'LtiResourceLinkRequest' },
      { type: 'LtiSubmissionReviewRequest', targetLinkUri: 'https://alat.example/reviews' },
    ] as const;
    await addTool({ clientId: 'c2' as never, messages });
    const targetOf = async (over: object) =>
      (
        await begin(await order({ clientId: 'c2' as never, link: linkWith(reviewOf({})), ...over }))
      ).to.searchParams.get('target_link_uri');
    expect(await targetOf(review)).toBe('https://alat.example/reviews');
    expect(await targetOf({})).toBe('https://alat.example/esai');
  });

  it('L11: brings the parameters of the review, which a launch for learning does not', async () => {
    const { order, launch, claimsOf } = await world();
    const link = linkWith(reviewOf({ custom: { view: 'teacher' } }));
    const reviewing = await claimsOf((await launch(await order({ ...review, link }))).fields.id_token);
    expect(reviewing[claims.custom]).toEqual({ id: '5e72', view: 'teacher' });
    const learning = await claimsOf((await launch(await order({ link }))).fields.id_token);
    expect(learning[claims.custom]).toEqual({ id: '5e72', view: 'learner' });
  });
});

const ofTools = (lines: readonly (readonly unknown[])[]) =>
  lines.filter(([message]) => String(message).startsWith('tool'));

describe('GET /lti/return', () => {
  it('L10: leads on at once, or says what the tool has to say, as text', async () => {
    const { ask, lines } = await world();
    const plain = await ask('/lti/return?to=%2Fcourses%2Fk1%3Fa%3D1');
    expect([plain.status, plain.headers.get('location')]).toEqual([303, '/courses/k1?a=1']);
    const said = await ask('/lti/return?to=/courses/k1&lti_msg=%3Cb%3EHalo%3C/b%3E&lti_log=secret');
    const text = await said.text();
    expect(text).toContain('&lt;b&gt;Halo&lt;/b&gt;');
    expect(text).toContain('href="/courses/k1"');
    // Whoever sends somebody such an address writes on our page.
    expect(text).toContain('ditulis di luar Sinau');
    expect(text).not.toContain('secret');
    const both = await (
      await ask('/lti/return?lti_errormsg=Gagal&lti_msg=Coba%20lagi&lti_errorlog=secret')
    ).text();
    for (const part of ['melaporkan masalah', 'Gagal', 'Coba lagi']) expect(both).toContain(part);
    expect(both).not.toContain('secret');
    // What is not for the person is for operators.
    expect(lines).toContainEqual(['tool log', { on: 'return', page: '/courses/k1', said: 'secret' }]);
    expect(lines).toContainEqual(['tool error log', { on: 'return', page: '/', said: 'secret' }]);
    const long = `a%00b%0Asri@contoh.go.id%20${'x'.repeat(600)}`;
    expect((await ask(`/lti/return?to=/courses/k1&lti_errorlog=${long}`)).status).toBe(303);
    const said500 = `a b [mail] ${'x'.repeat(489)}`;
    expect(ofTools(lines).at(-1)).toEqual([
      'tool error log',
      { on: 'return', page: '/courses/k1', said: said500 },
    ]);
    lines.length = 0;
    await ask('/lti/return?to=/courses/k1&lti_log=%00');
    expect(ofTools(lines)).toEqual([]);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    // Without its dots, the path that is left would name another host.
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '',
  ])('L10 F2: %j is no page of the portal', async (to) => {
    const { ask } = await world();
    const answer = await ask(`/lti/return?to=${encodeURIComponent(to)}`);
    expect(new URL(answer.headers.get('location') ?? '', issuer).origin).toBe(issuer);
  });
});
