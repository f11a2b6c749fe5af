import { withParameters } from './web-address.ts';

/** What a launch begins with at the tool (Security Framework 1.0, 5.1.1.1). */
export interface LoginInitiation {
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  readonly loginHint: string;
  readonly messageHint: string;
  readonly targetLinkUri: string;
  /** True: the page around the tool's frame keeps what the tool asks it to (postMessage Storage 0.1). */
  readonly keepsForFrame: boolean;
}

/** Where the browser is sent: all parameters, those that the specification leaves optional too (L1). */
export function loginInitiationUrl(initiateLoginUri: string, login: LoginInitiation): string {
  return withParameters(initiateLoginUri, {
    iss: login.issuer,
    login_hint: login.loginHint,
    target_link_uri: login.targetLinkUri,
    lti_message_hint: login.messageHint,
    client_id: login.clientId,
    lti_deployment_id: login.deploymentId,
    ...(login.keepsForFrame && { lti_storage_target: '_parent' }),
  });
}
