import { describe, expect, it } from 'vitest';
import { type LaunchClaimsInput, launchClaims } from './launch-claims.ts';
import { claims, roleUris } from './vocabulary.ts';

const nowSeconds = 1_800_000_000;
const input: LaunchClaimsInput = {
  message: 'LtiResourceLinkRequest',
  issuer: 'https://sinau.example',
  ...{ clientId: 'c1', deploymentId: 'd1', subject: 'pseudonym', nonce: 'n1', nowSeconds },
  targetLinkUri: 'https://alat.example',
  roles: [roleUris.learner],
  person: {},
  resourceLink: { id: 'm1', title: 'Etika' },
  context: { id: 'k1', title: 'Etika publik' },
  custom: {},
  platform: { guid: 'sinau.example', name: 'Sinau', version: '1.0', url: 'https://sinau.example' },
  presentation: { target: 'window', locale: 'id' },
  services: {},
};

describe('launchClaims', () => {
  it('L5 L6 L7 L9: says all that a launch must, and of the person nothing but the pseudonym', () => {
    expect(launchClaims(input)).toEqual({
      iss: 'https://sinau.example',
      aud: 'c1',
      sub: 'pseudonym',
      nonce: 'n1',
      iat: nowSeconds,
      exp: nowSeconds + 300,
      [claims.messageType]: 'LtiResourceLinkRequest',
      [claims.version]: '1.3.0',
      [claims.deploymentId]: 'd1',
      [claims.targetLinkUri]: 'https://alat.example',
      [claims.roles]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
      [claims.resourceLink]: { id: 'm1', title: 'Etika' },
      [claims.context]: {
        ...{ id: 'k1', label: 'k1', title: 'Etika publik' },
        type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
      },
      [claims.toolPlatform]: {
        ...{ guid: 'sinau.example', name: 'Sinau', version: '1.0', url: 'https://sinau.example' },
        product_family_code: 'sinau',
      },
      [claims.launchPresentation]: { document_target: 'window', locale: 'id' },
    });
  });

  it('L7 L9: says of the person what it is given, the number of the employer in its own place', () => {
    const person = {
      name: 'Siti Dewi',
      givenName: 'Siti',
      familyName: 'Dewi',
      employeeNumber: '199001012015032001',
    };
    const told = launchClaims({ ...input, person });
    expect(told).toMatchObject({ name: 'Siti Dewi', given_name: 'Siti', family_name: 'Dewi' });
    expect(told[claims.lis]).toEqual({ person_sourcedid: '199001012015032001' });
    expect(told).not.toHaveProperty('email');
  });

  it('L7: names the course as the systems of its provider do, beside the person or alone', () => {
    const sourced = { offering: 'HKM-301' };
    const alone = launchClaims({ ...input, sourced });
    expect(alone[claims.lis]).toEqual({ course_offering_sourcedid: 'HKM-301' });
    const both = launchClaims({ ...input, sourced: { section: 'k-7' }, person: { employeeNumber: '1990' } });
    expect(both[claims.lis]).toEqual({ course_section_sourcedid: 'k-7', person_sourcedid: '1990' });
    expect(launchClaims({ ...input, sourced: {} })).not.toHaveProperty([claims.lis]);
    expect(both).not.toHaveProperty([claims.roleScopeMentor]);
  });

  it('1.3: asks for a choice without a link, and says where and how to answer', () => {
    const told = launchClaims({
      ...{ ...input, message: 'LtiDeepLinkingRequest', roles: [roleUris.instructor] },
      deepLinking: { returnUrl: 'https://sinau.example/lti/deep-links?for=x', data: 'opaque' },
    });
    expect(told).not.toHaveProperty([claims.resourceLink]);
    expect(told[claims.deepLinkingSettings]).toMatchObject({
      deep_link_return_url: 'https://sinau.example/lti/deep-links?for=x',
      accept_types: ['ltiResourceLink', 'link'],
      ...{ accept_multiple: true, accept_lineitem: true, data: 'opaque' },
    });
  });

  it('L11: names whose work is looked at, and carries the claims of services', () => {
    const services = { [claims.grades]: { lineitem: 'https://sinau.example/l1' } };
    const told = launchClaims({
      ...{
        ...input,
        message: 'LtiSubmissionReviewRequest',
        services,
        forUser: { subject: 'other', roles: [roleUris.learner] },
      },
    });
    expect(told[claims.forUser]).toEqual({ user_id: 'other', roles: [roleUris.learner] });
    expect(told).toMatchObject(services);
    expect(told).toHaveProperty([claims.resourceLink]);
  });
});
