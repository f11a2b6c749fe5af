import { describe, expect, it } from 'vitest';
import { readRegistration, registrationAnswer } from './registration.ts';
import { ltijsRegistration, moodleRegistration } from './testing/sample-registrations.ts';

const configuration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const metadataOf = (given: unknown) => {
  const read = readRegistration(given);
  if ('refusal' in read) throw new Error(read.refusal.description);
  return read.metadata;
};
const withTool = (over: object) => ({
  ...moodleRegistration,
  [configuration]: { ...moodleRegistration[configuration], ...over },
});

describe('readRegistration', () => {
  it('R1 R5 1.8 #3: takes what Moodle sends: no logo, a query in the login address, an address of its own for deep linking', () => {
    expect(metadataOf(moodleRegistration)).toEqual({
      name: 'Universitas Contoh',
      initiateLoginUri: 'https://kampus.example/enrol/lti/login.php?id=0a1b2c3d',
      redirectUris: moodleRegistration.redirect_uris,
      targetLinkUri: 'https://kampus.example/enrol/lti/launch.php',
      jwksUri: 'https://kampus.example/enrol/lti/jwks.php',
      domain: 'kampus.example',
      messages: [
        {
          type: 'LtiDeepLinkingRequest',
          targetLinkUri: 'https://kampus.example/enrol/lti/launch_deeplink.php',
          label: 'Tambah isi',
        },
        { type: 'LtiResourceLinkRequest', targetLinkUri: 'https://kampus.example/enrol/lti/launch.php' },
      ],
      scopes: moodleRegistration.scope.split(' '),
      custom: {},
      claims: ['iss', 'sub', 'given_name'],
    });
  });

  it('R1 1.8 #6: keeps addresses to the letter, without a slash at their end, and leaves out scopes that nobody here has', () => {
    const metadata = metadataOf(ltijsRegistration);
    expect(metadata.redirectUris).toEqual(['https://alat.example:8402/launch', 'https://alat.example:8402']);
    expect(metadata.targetLinkUri).toBe('https://alat.example:8402');
    expect(metadata.scopes).toEqual(['https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly']);
    expect(metadata.custom).toEqual({ course_code: 'CS230', person: '$Person.sourcedId' });
  });

  it('takes a tool that leaves out what has only one meaning, and writes numbers as texts', () => {
    const {
      application_type: _a,
      response_types: _b,
      grant_types: _c,
      scope: _d,
      ...bare
    } = moodleRegistration;
    const metadata = metadataOf({
      ...bare,
      [configuration]: { target_link_uri: 'https://kampus.example', custom_parameters: { level: 3 } },
    });
    expect(metadata).toMatchObject({
      scopes: [],
      custom: { level: '3' },
      messages: [{ type: 'LtiResourceLinkRequest' }],
    });
  });

  it.each([
    ['initiate_login_uri', { initiate_login_uri: 'javascript:alert(1)' }],
    ['initiate_login_uri', { initiate_login_uri: undefined }],
    ['jwks_uri', { jwks_uri: 'ftp://kampus.example/keys' }],
    // 1.8 #3: of what Moodle sends empty, or with a query, only that is forgiven.
    ['logo_uri', { logo_uri: 'data:image/svg+xml,x' }],
    ['logo_uri', { logo_uri: ' ' }],
    ['initiate_login_uri', { initiate_login_uri: '' }],
    ['initiate_login_uri', { initiate_login_uri: '?id=0a1b2c3d' }],
    ['redirect_uris', { redirect_uris: [] }],
    ['redirect_uris', { redirect_uris: ['/launch'] }],
    ['redirect_uris', { redirect_uris: ['https://kampus.example/a#b'] }],
    ['redirect_uris', { redirect_uris: ['https://admin:pw@kampus.example/'] }],
    ['client_name', { client_name: ' ' }],
    ['response_types', { response_types: ['code'] }],
    ['grant_types', { grant_types: ['client_credentials'] }],
    ['token_endpoint_auth_method', { token_endpoint_auth_method: 'client_secret_basic' }],
    ['application_type', { application_type: 'native' }],
  ])('R5 1.8 #3: refuses a wrong %s and names it', (field, over) => {
    const read = readRegistration({ ...moodleRegistration, ...over });
    const error = field === 'redirect_uris' ? 'invalid_redirect_uri' : 'invalid_client_metadata';
    expect(read).toEqual({ refusal: { error, description: expect.stringMatching(`^${field}`) } });
  });

  it.each([
    [{ target_link_uri: 'https://' }],
    [{ custom_parameters: { a: { b: 1 } } }],
    [{ messages: [{ type: 'LtiDeepLinkingRequest', target_link_uri: '//kampus.example' }] }],
  ])('R5: refuses a wrong configuration: %j', (over) => {
    expect(readRegistration(withTool(over))).toHaveProperty('refusal.error', 'invalid_client_metadata');
  });

  it.each([undefined, null, 'text', [], {}])('R5: refuses %j', (given) => {
    expect(readRegistration(given)).toHaveProperty('refusal.error');
  });
});

describe('registrationAnswer', () => {
  it('R5: gives back what was sent with the client, what was granted and a deployment, and is read as it was written', () => {
    const metadata = metadataOf(moodleRegistration);
    const answer = registrationAnswer({
      ...{ metadata, clientId: 'c1', deploymentId: 'd1' },
      ...{ managementUri: 'https://sinau.example/lti/register/c1', managementToken: 't' },
    });
    expect(answer).toMatchObject({
      client_id: 'c1',
      registration_client_uri: 'https://sinau.example/lti/register/c1',
      registration_access_token: 't',
      redirect_uris: moodleRegistration.redirect_uris,
      scope: moodleRegistration.scope,
      [configuration]: { deployment_id: 'd1', domain: 'kampus.example' },
    });
    expect(answer).not.toHaveProperty('logo_uri');
    expect(metadataOf(answer)).toEqual(metadata);
  });

  it.each([
    ['127.0.0.11', '127.0.0.11'],
    ['alat.example:8402', 'alat.example:8402'],
    // Nothing that could stand in a page or an address otherwise.
    ['https://kampus.example/<b>', 'kampus.example:8443'],
    ['', 'kampus.example:8443'],
    [undefined, 'kampus.example:8443'],
  ])('R5: gives back the domain %j as %s, messages in their order and one of a kind', (domain, told) => {
    const target_link_uri = 'https://kampus.example:8443/launch';
    const types = ['LtiDeepLinkingRequest', 'LtiEulaRequest', 'LtiResourceLinkRequest'];
    const messages = [...types, ...types].map((type, at) => ({ type, label: `${at}` }));
    const metadata = metadataOf(withTool({ domain, target_link_uri, messages }));
    const answer = registrationAnswer({ metadata, clientId: 'c1', managementUri: 'https://sinau.example/x' });
    expect(answer[configuration]).toMatchObject({
      domain: told,
      messages: [
        { type: 'LtiDeepLinkingRequest', label: '0' },
        { type: 'LtiResourceLinkRequest', label: '2' },
      ],
    });
  });
});
