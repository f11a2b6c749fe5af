import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContentItems } from './content-items.ts';
import { readDeepLinkingAnswer } from './deep-linking-answer.ts';
import { claims } from './vocabulary.ts';

const nowSeconds = 1_800_000_000;
const asked = {
  ...{ clientId: 'c1', issuer: 'https://sinau.example', deploymentId: 'd1', data: 'opaque', nowSeconds },
  toolName: 'Universitas Contoh',
};
const good = {
  iss: 'c1',
  aud: ['https://sinau.example'],
  exp: nowSeconds + 600,
  iat: nowSeconds,
  nonce: 'n1',
  [claims.deploymentId]: 'd1',
  [claims.messageType]: 'LtiDeepLinkingResponse',
  [claims.version]: '1.3.0',
  [claims.data]: 'opaque',
  [claims.contentItems]: [] as unknown,
};
const read = (over: object) => readDeepLinkingAnswer({ ...good, ...over }, asked);
const itemsOf = (items: unknown) => read({ [claims.contentItems]: items });

describe('readDeepLinkingAnswer', () => {
  it('1.3 1.8 #2: takes what Moodle sends: no label, entities in the title, a list of audiences', () => {
    const item = {
      type: 'ltiResourceLink',
      title: 'Ilmu &amp; Data &#39;A&#39;',
      url: 'https://kampus.example/enrol/lti/launch.php',
      custom: { id: '5e727ef2' },
      lineItem: { scoreMaximum: 100, label: null },
      presentation: { documentTarget: 'iframe' },
    };
    expect(itemsOf([item])).toEqual({
      items: [
        {
          title: "Ilmu & Data 'A'",
          frame: true,
          content: {
            kind: 'lti',
            placement: {
              ...{ clientId: 'c1', deploymentId: 'd1', url: 'https://kampus.example/enrol/lti/launch.php' },
              custom: { id: '5e727ef2' },
              lineItem: { scoreMaximum: 100, label: "Ilmu & Data 'A'" },
            },
          },
        },
      ],
      ...{ notes: {}, nonce: 'n1', until: nowSeconds + 661 },
    });
  });

  it('1.3: takes what ltijs sends, with dates, a resource, a tag and words for the author', () => {
    const answer = read({
      aud: 'https://sinau.example',
      jti: 'j1',
      [claims.message]: 'Terpasang',
      [claims.log]: 'dl-log',
      [claims.contentItems]: [
        {
          ...{ type: 'ltiResourceLink', url: 'https://alat.example/', title: 'CS230', text: 'Kuliah daring' },
          custom: { course_code: 'CS230' },
          lineItem: { scoreMaximum: 100, label: 'Nilai', resourceId: 'cs230', tag: 'final' },
          available: { startDateTime: '2026-08-01T07:00:00+07:00' },
          submission: { endDateTime: '2026-12-31T23:59:59Z' },
        },
      ],
    });
    expect(answer).toMatchObject({
      jti: 'j1',
      notes: { message: 'Terpasang', log: 'dl-log' },
      items: [
        {
          title: 'CS230',
          content: {
            placement: {
              text: 'Kuliah daring',
              lineItem: { scoreMaximum: 100, label: 'Nilai', resourceId: 'cs230', tag: 'final' },
              availableFrom: '2026-08-01T00:00:00.000Z',
              submissionUntil: '2026-12-31T23:59:59.000Z',
            },
          },
        },
      ],
    });
  });

  it.each([undefined, null, []])('1.3: %j chosen is no choice, and no mistake', (items) => {
    expect(itemsOf(items)).toMatchObject({ items: [] });
  });

  it.each([undefined, null, 'opaque'])(
    '1.3 1.8 #8: takes data that is %j: the address of the answer tells it apart',
    (data) => {
      expect(read({ [claims.data]: data })).toHaveProperty('items');
    },
  );

  it('1.3: an item without an address leads to the tool, one without a title has its name', () => {
    expect(itemsOf([{ type: 'ltiResourceLink' }])).toMatchObject({
      items: [{ title: 'Universitas Contoh', content: { placement: { custom: {} } } }],
    });
    expect(itemsOf([{ type: 'link', url: 'https://a.example/', title: '<b>x</b>' }])).toMatchObject({
      items: [{ title: '<b>x</b>', content: { kind: 'external', page: { url: 'https://a.example/' } } }],
    });
  });

  it('1.3 E2: takes several audiences where the message says whom it was made for', () => {
    const aud = ['https://sinau.example', 'https://other.example'];
    expect(read({ aud, azp: 'https://sinau.example' })).toHaveProperty('items');
  });

  it.each([
    ['E2 iss', { iss: 'c2' }],
    ['E2 aud', { aud: 'https://sinau.example/' }],
    ['1.8 #2 E2 aud', { aud: ['https://other.example'] }],
    ['E2 aud', { aud: ['https://other.example'], azp: 'https://sinau.example' }],
    ['E2 azp', { azp: 'https://other.example' }],
    ['E2 azp of several audiences', { aud: ['https://sinau.example', 'https://other.example'] }],
    ['E2 deployment_id', { [claims.deploymentId]: 'd2' }],
    ['E2 exp', { exp: nowSeconds - 61 }],
    ['E2 exp', { exp: undefined }],
    ['E2 exp', { exp: nowSeconds + 3661 }],
    ['E2 exp', { exp: String(nowSeconds + 60) }],
    ['E2 iat', { iat: nowSeconds + 61 }],
    ['E2 nbf', { nbf: nowSeconds + 61 }],
    ['nonce', { nonce: '' }],
    ['nonce', { nonce: 'x'.repeat(513) }],
    ['message_type', { [claims.messageType]: 'LtiResourceLinkRequest' }],
    ['version', { [claims.version]: '1.1' }],
    ['1.8 #8 data', { [claims.data]: 'of another request' }],
    ['1.8 #8 data', { [claims.data]: '' }],
  ])('1.3 %s: refuses what is not for this request', (claim, over) => {
    const kind = ['E2 exp', 'E2 iat', 'E2 nbf'].includes(claim) ? 'times' : 'message';
    expect(read(over)).toEqual({ wrong: expect.any(String), kind });
  });

  it.each([
    [{ exp: nowSeconds - 60 }],
    [{ iat: nowSeconds + 60 }],
    [{ nbf: nowSeconds + 60 }],
    [{ exp: nowSeconds + 3660 }],
  ])('E2: takes %j, at the edge of sixty seconds', (over) => {
    expect(read(over)).toHaveProperty('items');
  });

  it('1.3 L11: keeps how the tool shows what was handed in, and refuses an address that is none', () => {
    const reviewed = (submissionReview: unknown) =>
      itemsOf([{ type: 'ltiResourceLink', title: 'Esai', lineItem: { scoreMaximum: 10, submissionReview } }]);
    const whole = {
      reviewableStatus: ['Submitted', 'Completed'],
      label: 'Lihat esai',
      url: 'https://a.example/review',
      custom: { view: 'teacher' },
    };
    const placed = (submissionReview?: object) => ({
      items: [
        {
          content: {
            placement: {
              lineItem: {
                ...{ scoreMaximum: 10, label: 'Esai' },
                ...(submissionReview && { submissionReview }),
              },
            },
          },
        },
      ],
    });
    expect(reviewed(whole)).toMatchObject(placed(whole));
    for (const nothing of [undefined, null, {}, { url: '', custom: [] }]) {
      expect(reviewed(nothing)).toMatchObject(placed());
      expect(JSON.stringify(reviewed(nothing))).not.toContain('submissionReview');
    }
    for (const wrong of [
      'x',
      [],
      { url: 'javascript:alert(1)' },
      { url: '/review' },
      { custom: { a: [1] } },
    ]) {
      expect(reviewed(wrong)).toEqual({
        wrong: expect.stringContaining('submissionReview'),
        kind: 'items',
      });
    }
  });

  it('E3: its marks are remembered until its time alone refuses it', () => {
    const exp = nowSeconds - 60;
    const { until = 0 } = read({ exp }) as { until?: number };
    expect(until).toBeGreaterThan(nowSeconds);
    expect(read({ exp: exp - (until - nowSeconds) })).toHaveProperty('wrong');
  });

  it.each([
    ['an address that is none', [{ type: 'ltiResourceLink', url: 'javascript:alert(1)' }]],
    ['an address with a name in it', [{ type: 'link', url: 'https://a@b.example' }]],
    ['an address that no browser reads', [{ type: 'link', url: 'https://a.example:99999/' }]],
    ['an address that no browser reads', [{ type: 'ltiResourceLink', url: 'https://1.2.3.4.5/' }]],
    ['a link that leads nowhere', [{ type: 'link' }]],
    ['no maximum', [{ type: 'ltiResourceLink', lineItem: { label: 'x' } }]],
    ['a maximum of nothing', [{ type: 'ltiResourceLink', lineItem: { scoreMaximum: 0 } }]],
    ['a maximum beyond all stores', [{ type: 'ltiResourceLink', lineItem: { scoreMaximum: 1e300 } }]],
    ['parameters that are no texts', [{ type: 'ltiResourceLink', custom: { a: [1] } }]],
    ['no object', ['x']],
    ['no list', { type: 'link' }],
    ['too many', Array.from({ length: 101 }, () => ({ type: 'ltiResourceLink' }))],
  ])('1.3: refuses %s', (_, items) => {
    expect(itemsOf(items)).toEqual({ wrong: expect.stringMatching(/^content_items/), kind: 'items' });
  });

  it.each([
    [[{ type: 'html', html: '<script>' }]],
    [[{ type: 'file', url: 'https://a.example/x' }]],
    [[{ type: 'ltiResourceLink' }, { type: 'image', url: 'https://a.example' }]],
  ])('1.3: refuses a type that was not asked for, with all others: %j', (items) => {
    expect(itemsOf(items)).toEqual({ wrong: expect.stringMatching(/^content_items/), kind: 'type' });
  });

  it('1.3: a list in the place of empty parameters is what PHP writes', () => {
    expect(itemsOf([{ type: 'ltiResourceLink', custom: [] }])).toMatchObject({
      items: [{ content: { placement: { custom: {} } } }],
    });
  });

  it('never throws, whatever a tool sends', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true });
    const item = fc.record({
      ...{
        type: fc.constantFrom('ltiResourceLink', 'link', 'x'),
        url: anything,
        title: anything,
        text: anything,
      },
      ...{
        custom: anything,
        lineItem: anything,
        available: anything,
        presentation: anything,
        iframe: anything,
      },
    });
    fc.assert(
      fc.property(fc.oneof(anything, fc.array(item)), (items) => {
        readContentItems(items, { clientId: 'c1', deploymentId: 'd1', titleless: 'x' });
      }),
    );
  });
});
