import { only, type Parameters } from '../authentication-request.ts';
import { withParameters } from '../web-address.ts';

/** What a platform begins a launch with (Security Framework 1.0, 5.1.1.1). */
export interface ToolLogin {
  readonly issuer: string;
  readonly loginHint: string;
  readonly targetLinkUri: string;
  readonly messageHint?: string;
  /** Left out by some; then the issuer must leave no doubt. */
  readonly clientId?: string;
  readonly deploymentId?: string;
}

const mostChars = 4096;

/** By GET or by POST; a parameter that came twice has no meaning. */
export function readToolLogin(parameters: Parameters): ToolLogin | { readonly wrong: string } {
  const given = (name: string) => {
    const value = only(parameters, name);
    return value === '' ? undefined : value;
  };
  for (const [name, values] of Object.entries(parameters)) {
    if (values.length > 1) return { wrong: `"${name.slice(0, 40)}" was sent more than once.` };
    if ((values[0]?.length ?? 0) > mostChars) return { wrong: `"${name.slice(0, 40)}" is too long.` };
  }
  const [issuer, loginHint, targetLinkUri] = [given('iss'), given('login_hint'), given('target_link_uri')];
  if (issuer === undefined) return { wrong: '"iss" is missing.' };
  if (loginHint === undefined) return { wrong: '"login_hint" is missing.' };
  if (targetLinkUri === undefined) return { wrong: '"target_link_uri" is missing.' };
  const [messageHint, clientId] = [given('lti_message_hint'), given('client_id')];
  const deploymentId = given('lti_deployment_id');
  return {
    ...{ issuer, loginHint, targetLinkUri },
    ...(messageHint !== undefined && { messageHint }),
    ...(clientId !== undefined && { clientId }),
    ...(deploymentId !== undefined && { deploymentId }),
  };
}

/** Where the browser is sent to come back with an id_token (Security Framework 1.0, 5.1.1.2). */
export function authenticationUrl(
  authorizationUrl: string,
  asked: Pick<ToolLogin, 'loginHint' | 'messageHint'> & {
    readonly clientId: string;
    readonly redirectUri: string;
    readonly state: string;
    readonly nonce: string;
  },
): string {
  return withParameters(authorizationUrl, {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: asked.clientId,
    redirect_uri: asked.redirectUri,
    login_hint: asked.loginHint,
    state: asked.state,
    nonce: asked.nonce,
    ...(asked.messageHint !== undefined && { lti_message_hint: asked.messageHint }),
  });
}
