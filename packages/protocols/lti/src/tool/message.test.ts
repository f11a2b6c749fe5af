import { describe, expect, it } from 'vitest';
import { claims as names } from '../vocabulary.ts';
import { readToolMessage } from './message.ts';

const nowSeconds = 1_800_000_000;
const expected = { issuer: 'https://lms.kampus.example', clientId: 'klien-1', nonce: 'n1', nowSeconds };
const score = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

/** As Moodle 4.5 launches. */
const launch = {
  ...{ iss: expected.issuer, aud: 'klien-1', sub: '42', nonce: 'n1' },
  ...{ iat: nowSeconds - 5, exp: nowSeconds + 55 },
  ...{ name: 'Siti &amp; Dewi', email: 'siti@kampus.example' },
  [names.messageType]: 'LtiResourceLinkRequest',
  [names.version]: '1.3.0',
  [names.deploymentId]: '1',
  [names.targetLinkUri]: 'https://sinau.example/tool/courses/k1',
  [names.resourceLink]: { id: '17', title: 'Etika ASN', description: '' },
  [names.context]: { id: '4', label: 'ETIKA', title: 'Kelas Etika', type: ['CourseSection'] },
  [names.roles]: [],
  [names.custom]: { sinau_course: 'k1', nomor: 7, rusak: { a: 1 } },
  [names.grades]: {
    scope: [score, 'https://example.org/scope/lain'],
    lineitems: 'https://lms.kampus.example/ags/4/lineitems',
    lineitem: 'https://lms.kampus.example/ags/4/lineitems/9/lineitem?type_id=1',
  },
};
const read = (over: Readonly<Record<string, unknown>> = {}) =>
  readToolMessage({ ...launch, ...over }, expected);

describe('a launch that a platform signed', () => {
  it('L5 L6 L7: says who, where and what, and of e-mail addresses nothing', () => {
    const message = read();
    expect(message).toEqual({
      ...{ kind: 'launch', subject: '42', deploymentId: '1', name: 'Siti & Dewi' },
      context: { id: '4', title: 'Kelas Etika' },
      resourceLink: { id: '17', title: 'Etika ASN' },
      targetLinkUri: 'https://sinau.example/tool/courses/k1',
      custom: { sinau_course: 'k1', nomor: '7' },
      grades: {
        scopes: [score],
        lineItems: 'https://lms.kampus.example/ags/4/lineitems',
        lineItem: 'https://lms.kampus.example/ags/4/lineitems/9/lineitem?type_id=1',
      },
    });
    expect(JSON.stringify(message)).not.toContain('@');
  });

  it('L7: needs no more than it must have', () => {
    const { [names.grades]: _grades, [names.context]: _context, name: _name, ...bare } = launch;
    expect(readToolMessage({ ...bare, [names.custom]: [] }, expected)).toEqual({
      ...{ kind: 'launch', subject: '42', deploymentId: '1', custom: {} },
      resourceLink: { id: '17', title: 'Etika ASN' },
      targetLinkUri: 'https://sinau.example/tool/courses/k1',
    });
  });

  it.each([
    ['iss of another', { iss: 'https://lms.kampus.example/' }],
    ['aud of another client', { aud: 'klien-2' }],
    ['aud without ours', { aud: ['klien-2', 'klien-3'], azp: 'klien-1' }],
    ['several aud without azp', { aud: ['klien-1', 'klien-2'] }],
    ['azp of another', { aud: ['klien-1', 'klien-2'], azp: 'klien-2' }],
    ['azp of another beside one aud', { azp: 'klien-2' }],
    ['nonce of another', { nonce: 'n2' }],
    ['no nonce', { nonce: undefined }],
    ['expired', { exp: nowSeconds - 61 }],
    ['iat in the future', { iat: nowSeconds + 61 }],
    ['a life of a day', { exp: nowSeconds + 86_400 }],
    ['times as texts', { exp: String(nowSeconds + 55) }],
    ['another version', { [names.version]: '1.1' }],
    ['no deployment', { [names.deploymentId]: undefined }],
    ['a deployment that is too long', { [names.deploymentId]: 'd'.repeat(256) }],
    ['another kind of message', { [names.messageType]: 'LtiSubmissionReviewRequest' }],
    ['nobody', { sub: undefined }],
    ['a subject that is too long', { sub: 's'.repeat(256) }],
    ['a subject as a number', { sub: 42 }],
    ['no link', { [names.resourceLink]: undefined }],
    ['no target', { [names.targetLinkUri]: 'javascript:alert(1)' }],
  ])('E2: is refused with %s', (_, over) => {
    expect(read(over)).toMatchObject({ wrong: expect.any(String) });
  });

  it.each([
    ['aud as a list of one', { aud: ['klien-1'] }],
    ['several aud, and azp', { aud: ['klien-1', 'klien-2'], azp: 'klien-1' }],
    ['a clock 60 seconds ahead', { iat: nowSeconds + 60, exp: nowSeconds + 120 }],
    ['a clock 60 seconds behind', { iat: nowSeconds - 120, exp: nowSeconds - 60 }],
  ])('E2: is taken with %s', (_, over) => {
    expect(read(over)).toMatchObject({ kind: 'launch' });
  });
});

describe('a wish to choose content', () => {
  const settings = {
    deep_link_return_url: 'https://lms.kampus.example/mod/lti/contentitem_return.php?course=4',
    accept_types: ['ltiResourceLink'],
    ...{ accept_multiple: true, accept_lineitem: 'true', data: 'buram' },
  };
  const asked = (over: Readonly<Record<string, unknown>> = {}) =>
    read({
      [names.messageType]: 'LtiDeepLinkingRequest',
      [names.deepLinkingSettings]: { ...settings, ...over },
    });

  it('1.3: says where the answer goes and what it may hold', () => {
    expect(asked()).toEqual({
      ...{ kind: 'choice', deploymentId: '1', name: 'Siti & Dewi' },
      context: { id: '4', title: 'Kelas Etika' },
      returnUrl: settings.deep_link_return_url,
      ...{ multiple: true, lineItems: true, data: 'buram' },
    });
    expect(asked({ accept_multiple: undefined, accept_lineitem: false, data: null })).not.toHaveProperty(
      'data',
    );
    expect(asked({ accept_multiple: undefined })).toMatchObject({ multiple: false });
  });

  it.each([
    ['no settings', { [names.deepLinkingSettings]: undefined }],
    ['a way back that is none', { [names.deepLinkingSettings]: { ...settings, deep_link_return_url: 'x' } }],
    ['links not wanted', { [names.deepLinkingSettings]: { ...settings, accept_types: ['html'] } }],
  ])('1.3: is refused with %s', (_, over) => {
    expect(read({ [names.messageType]: 'LtiDeepLinkingRequest', ...over })).toHaveProperty('wrong');
  });
});
