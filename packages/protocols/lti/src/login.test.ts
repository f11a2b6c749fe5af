import { describe, expect, it } from 'vitest';
import { loginInitiationUrl } from './login.ts';

const login = {
  ...{
    issuer: 'https://sinau.example',
    clientId: 't1',
    deploymentId: 'd1',
    loginHint: 'h',
    messageHint: 'm',
  },
  targetLinkUri: 'https://tool.example/a?b=c',
};

describe('the beginning of a launch', () => {
  it('1.6: says that the page around keeps things for the tool when there is one, and not for a window', () => {
    const at = (keepsForFrame: boolean) =>
      new URL(loginInitiationUrl('https://tool.example/login?id=7', { ...login, keepsForFrame }))
        .searchParams;
    expect(at(true).get('lti_storage_target')).toBe('_parent');
    expect(at(false).has('lti_storage_target')).toBe(false);
    expect(Object.fromEntries(at(false))).toEqual({
      id: '7',
      iss: 'https://sinau.example',
      login_hint: 'h',
      target_link_uri: 'https://tool.example/a?b=c',
      lti_message_hint: 'm',
      client_id: 't1',
      lti_deployment_id: 'd1',
    });
  });
});
