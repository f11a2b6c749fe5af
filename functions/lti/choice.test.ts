import type { LaunchOrder } from '@sinau/delivery/lti';
import { DomainError, InvalidInput, Unavailable } from '@sinau/kernel';
import { claims } from '@sinau/lti';
import { decodeJwt } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { formIn, issuer, ltiWorld, signedByTool } from './testing/lti-world.ts';

const item = {
  type: 'ltiResourceLink',
  title: 'Ilmu &amp; <b>Data</b>',
  lineItem: { scoreMaximum: 10, label: null },
};

/** As the catalogue says it. */
class CourseFull extends DomainError {
  readonly code = 'catalogue.not-publishable';

  constructor() {
    super('A course has at most 100 modules.');
  }
}

/** An author who is choosing at the tool. */
async function choosing() {
  const lti = ltiWorld();
  await lti.addTool();
  const open = async (over: Partial<LaunchOrder> = {}) => {
    const { asked, cookie } = await lti.begin(
      await lti.order({ message: 'LtiDeepLinkingRequest', role: 'instructor', ...over }),
    );
    const { fields } = formIn(await (await lti.authorize(asked, cookie)).text());
    const told = decodeJwt(fields.id_token ?? '') as Record<string, unknown>;
    return told[claims.deepLinkingSettings] as { deep_link_return_url: string; data: string };
  };
  const settings = await open();
  const nowSeconds = lti.clock.now().getTime() / 1000;
  const answer = (over: Record<string, unknown> = {}) => ({
    ...{ iss: 'c1', aud: issuer, iat: nowSeconds, exp: nowSeconds + 300, nonce: 'n1' },
    [claims.deploymentId]: 'd1',
    [claims.messageType]: 'LtiDeepLinkingResponse',
    [claims.version]: '1.3.0',
    [claims.data]: settings.data,
    [claims.contentItems]: [item],
    ...over,
  });
  const post = async (jwt: string, url = settings.deep_link_return_url, language = 'id') => {
    // From a page of the tool, so no cookie of ours.
    const headers = {
      ...{ origin: 'https://alat.example', 'sec-fetch-site': 'cross-site' },
      'accept-language': language,
    };
    const response = await lti.ask(url, { method: 'POST', headers, body: new URLSearchParams({ JWT: jwt }) });
    return { status: response.status, text: await response.text() };
  };
  return { ...lti, settings, open, answer, post };
}

describe('POST /lti/deep-links', () => {
  it('1.3: places what was chosen in the course, by the author who asked, without a cookie', async () => {
    const { post, answer, placed } = await choosing();
    const { status, text } = await post(await signedByTool(answer({ [claims.message]: '<i>Terpasang</i>' })));
    expect(status).toBe(200);
    expect(placed).toEqual([
      {
        ...{ requestId: expect.any(String), courseId: 'k1', clientId: 'c1', deploymentId: 'd1' },
        items: [
          {
            title: 'Ilmu & <b>Data</b>',
            content: {
              kind: 'lti',
              placement: {
                ...{ clientId: 'c1', deploymentId: 'd1', custom: {} },
                lineItem: { scoreMaximum: 10, label: 'Ilmu & <b>Data</b>' },
              },
            },
          },
        ],
      },
    ]);
    expect(text).toContain('1 isi ditambahkan ke draf kursus “Etika &amp; hukum”');
    expect(text).toContain('&lt;i&gt;Terpasang&lt;/i&gt;');
    expect(text).toContain('href="/courses/k1"');
  });

  it('C11: places nothing for an author who is none any more, and does for one who is again', async () => {
    const { post, answer, placed, formerAuthors } = await choosing();
    formerAuthors.add('siti');
    const jwt = await signedByTool(answer());
    const refused = await post(jwt);
    expect([refused.status, placed]).toEqual([400, []]);
    expect(refused.text).toContain('tidak lagi berhak menulis kursus');
    formerAuthors.clear();
    formerAuthors.add('somebody else');
    expect((await post(jwt)).status).toBe(200);
    expect(placed).toHaveLength(1);
  });

  it('C11: asks nothing of an author where a machine of the platform has ordered the way', async () => {
    const { post, answer, placed, formerAuthors, open } = await choosing();
    formerAuthors.add('siti');
    const settings = await open({ byMachine: true });
    const given = answer({ [claims.data]: settings.data });
    expect((await post(await signedByTool(given), settings.deep_link_return_url)).status).toBe(200);
    expect(placed).toHaveLength(1);
  });

  it('logs what the tool writes for operators: cut, without persons, keys or control characters', async () => {
    const { post, answer, lines } = await choosing();
    const log = `A\u0007B sri@contoh.go.id 198501012010012001 ${'x'.repeat(900)}`;
    const said = { [claims.log]: log, [claims.errorLog]: 'half\r\na page' };
    await post(await signedByTool(answer({ ...said, name: 'Sri Contoh' })));
    const fields = { on: 'choice', clientId: 'c1', courseId: 'k1' };
    const start = 'A B [mail] [number] ';
    expect(lines).toContainEqual([
      'tool log',
      { ...fields, said: `${start}${'x'.repeat(500 - start.length)}` },
    ]);
    expect(lines).toContainEqual(['tool error log', { ...fields, said: 'half a page' }]);
    expect(JSON.stringify(lines)).not.toContain('Sri Contoh');
  });

  it.each([
    ['id', 'Kursus ini sudah penuh', 'jam alat tidak tepat', 'jenis isi yang tidak dapat'],
    ['en', 'This course is full', 'the clock of the tool is wrong', 'kind of content that cannot'],
  ])(
    'says in the words of the author why it takes nothing, and the technical reason below: %s',
    async (lang, ...said) => {
      const { post, answer, refusals, lines } = await choosing();
      const late = await post(await signedByTool(answer({ exp: 1 })), undefined, lang);
      const html = { [claims.contentItems]: [{ type: 'html', html: 'x' }] };
      const other = await post(await signedByTool(answer(html)), undefined, lang);
      refusals.push(new CourseFull());
      const full = await post(await signedByTool(answer()), undefined, lang);
      expect([full.status, late.status, other.status]).toEqual([409, 400, 400]);
      expect([full.text, late.text, other.text].map((text, n) => text.includes(said[n] ?? '?'))).toEqual([
        true,
        true,
        true,
      ]);
      expect(late.text).toContain('<code>JWT: the message has expired.</code>');
      expect(lines).toContainEqual(['choice refused', { code: 'lti.choice-refused', fault: 'times' }]);
    },
  );

  it('1.3: takes no data, or null, by the address; and that nothing was chosen', async () => {
    for (const data of [null, undefined]) {
      const { post, answer } = await choosing();
      expect((await post(await signedByTool(answer({ [claims.data]: data })))).status).toBe(200);
    }
    const { post, answer, placed } = await choosing();
    const empty = await post(
      await signedByTool(answer({ [claims.contentItems]: [], [claims.errorMessage]: 'Batal' })),
    );
    expect([empty.status, placed]).toEqual([200, []]);
    expect(empty.text).toContain('Batal');
  });

  it('1.3 E3: the same answer again, and another with a used nonce or id, are refused', async () => {
    const { post, answer, placed, open } = await choosing();
    const jwt = await signedByTool(answer({ jti: 'j1' }));
    expect((await post(jwt)).status).toBe(200);
    expect((await post(jwt)).status).toBe(403);
    const second = await open();
    const again = { [claims.data]: second.data };
    const url = second.deep_link_return_url;
    expect((await post(await signedByTool(answer(again)), url)).status).toBe(400);
    expect((await post(await signedByTool(answer({ ...again, nonce: 'n2', jti: 'j1' })), url)).status).toBe(
      400,
    );
    expect(placed).toHaveLength(1);
  });

  it('1.3: two posts at once place once', async () => {
    const { post, answer, placed } = await choosing();
    const jwts = await Promise.all(['a', 'b'].map((nonce) => signedByTool(answer({ nonce }))));
    const statuses = (await Promise.all(jwts.map((jwt) => post(jwt)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 403]);
    expect(placed).toHaveLength(1);
  });

  it('1.3: what could not be placed is placed when the same answer comes again', async () => {
    const { post, answer, placed, refusals } = await choosing();
    refusals.push(new InvalidInput('This course is full.'));
    const jwt = await signedByTool(answer());
    const refused = await post(jwt);
    expect([refused.status, placed]).toEqual([409, []]);
    expect(refused.text).toContain('This course is full.');
    expect((await post(jwt)).status).toBe(200);
    expect(placed).toHaveLength(1);
  });

  it('1.3: another answer takes not the place of one that is kept and could not be placed', async () => {
    const { post, answer, placed, refusals } = await choosing();
    refusals.push(new InvalidInput('This course is full.'));
    const jwt = await signedByTool(answer());
    expect((await post(jwt)).status).toBe(409);
    expect((await post(await signedByTool(answer({ nonce: 'n2' })))).status).toBe(403);
    expect(placed).toEqual([]);
    expect((await post(jwt)).status).toBe(200);
    expect(placed).toHaveLength(1);
  });

  it.each(['seen', 'launches'] as const)(
    '1.3: what broke off before the choice was kept (%s) is taken when the same answer comes again',
    async (store) => {
      const { post, answer, placed, seen, launches } = await choosing();
      const down = new Unavailable('The table does not answer.');
      const jwt = await signedByTool(answer({ jti: 'j1' }));
      const take = seen.take;
      // The nonce is used by then.
      if (store === 'seen') vi.spyOn(seen, 'take').mockImplementationOnce(take).mockRejectedValueOnce(down);
      else vi.spyOn(launches, 'move').mockRejectedValueOnce(down);
      expect([(await post(jwt)).status, placed]).toEqual([409, []]);
      // Another answer may not use what this one has.
      expect((await post(await signedByTool(answer({ jti: 'j2' })))).status).toBe(400);
      expect((await post(jwt)).status).toBe(200);
      expect((await post(jwt)).status).toBe(403);
      expect(placed).toHaveLength(1);
    },
  );

  it('1.3 R5: a tool that was turned off meanwhile places nothing, and does when it is back', async () => {
    const { post, answer, placed, tools } = await choosing();
    const jwt = await signedByTool(answer());
    const tool = await tools.find('c1' as never);
    if (!tool) throw new Error('no tool');
    await tools.change({ ...tool, status: 'disabled' });
    expect((await post(jwt)).status).toBe(400);
    expect(placed).toEqual([]);
    await tools.change({ ...tool, rev: tool.rev + 1 });
    expect((await post(jwt)).status).toBe(200);
    expect(placed).toHaveLength(1);
  });

  it('1.3: what is chosen for a deployment that was removed meanwhile is not taken', async () => {
    const { post, answer, placed, tools } = await choosing();
    const tool = await tools.find('c1' as never);
    if (!tool) throw new Error('no tool');
    await tools.change({ ...tool, deployments: [{ deploymentId: 'd2', name: 'Lain' }] });
    expect((await post(await signedByTool(answer()))).status).toBe(400);
    expect(placed).toEqual([]);
  });

  it('E8: an address that we gave nobody, or gave for another launch, takes nothing', async () => {
    const { post, answer, placed, open } = await choosing();
    const other = await open();
    const jwt = await signedByTool(answer());
    for (const url of [
      '/lti/deep-links',
      '/lti/deep-links?for=x',
      `${issuer}/lti/deep-links?for=${'a'.repeat(80)}`,
    ]) {
      expect((await post(jwt, url)).status).toBe(403);
    }
    expect((await post(jwt, other.deep_link_return_url)).status).toBe(400);
    expect(placed).toEqual([]);
  });

  it.each([
    ['E1 the key of another', {}, 'other'],
    ['E2 iss', { iss: 'c2' }, 'tool'],
    ['E2 aud', { aud: 'https://other.example' }, 'tool'],
    ['E2 deployment_id', { [claims.deploymentId]: 'd2' }, 'tool'],
    ['E2 exp', { exp: 1 }, 'tool'],
    [
      'a type that was not asked for',
      { [claims.contentItems]: [{ type: 'html', html: '<script>' }] },
      'tool',
    ],
  ] as const)('1.3 %s: is refused, and the author may choose again', async (_, over, by) => {
    const { post, answer, placed } = await choosing();
    const refused = await post(await signedByTool(answer(over), by));
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain('<script>');
    expect(placed).toEqual([]);
    expect((await post(await signedByTool(answer({ nonce: 'n2' })))).status).toBe(200);
  });

  it.each([
    { type: 'ltiResourceLink', url: 'https://inside.example/x' },
    { type: 'link', url: 'https://inside.example/x' },
    {
      type: 'ltiResourceLink',
      lineItem: { scoreMaximum: 1, submissionReview: { url: 'https://inside.example/x' } },
    },
  ])(
    'F3: an item that leads inside is refused with all others, and the author may choose again: $type',
    async (wrong) => {
      const { post, answer, placed, forbidden } = await choosing();
      forbidden.add('https://inside.example/x');
      const refused = await post(await signedByTool(answer({ [claims.contentItems]: [item, wrong] })));
      expect(refused.status).toBe(400);
      expect(refused.text).toMatch(
        /content_items\/1\/(lineItem\/submissionReview\/)?url: leads to a network that is not public\./,
      );
      expect(placed).toEqual([]);
      expect((await post(await signedByTool(answer({ nonce: 'n2' })))).status).toBe(200);
    },
  );

  it('1.3: choosing ends after four hours, and a launch for learning takes no choice', async () => {
    const { post, answer, clock, begin, order, authorize } = await choosing();
    const learning = await begin(await order());
    await authorize(learning.asked, learning.cookie);
    const hint = learning.asked.lti_message_hint ?? '';
    expect((await post(await signedByTool(answer()), `/lti/deep-links?for=${hint}`)).status).toBe(403);
    clock.advance(4 * 3_600_000);
    expect((await post(await signedByTool(answer()))).status).toBe(403);
  });
});
