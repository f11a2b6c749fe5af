import {
  openPageToken,
  type ProviderId,
  type Signer,
  sealPageToken,
  type ToolPrincipal,
  type ToolScope,
} from '@sinau/kernel';
import { type ServiceScope, serviceScopes } from '@sinau/lti';
import * as z from 'zod/mini';
import type { LtiClientId, LtiTool } from '../lti/index.ts';

/** Seconds an access token works (Security Framework 1.0, 4.1.2: an hour). */
export const toolTokenSeconds = 3600;

const purpose = 'lti-access-token';

const content = z.strictObject({
  client: z.string(),
  scopes: z.array(z.enum(serviceScopes)),
  /** Epoch seconds. */
  exp: z.int(),
});

/** Signed, not encrypted: it names client and scopes, no secret. */
export const sealToolToken = (
  signer: Signer,
  token: { readonly client: LtiClientId; readonly scopes: readonly ServiceScope[]; readonly exp: number },
): string => sealPageToken(signer, purpose, token);

/** Undefined for anything this deployment did not sign as an access token of a tool. */
export function openToolToken(signer: Signer, token: string) {
  const read = content.safeParse(openPageToken(signer, purpose, token));
  return read.success ? { ...read.data, client: read.data.client as LtiClientId } : undefined;
}

/** The last part of a scope's address, as routes declare it. */
export const toolScopeOf = (scope: ServiceScope): ToolScope => shortNames[scope];

const shortNames: Readonly<Record<ServiceScope, ToolScope>> = {
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem': 'lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly': 'lineitem.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly': 'result.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score': 'score',
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly': 'contextmembership.readonly',
};

/** The tool as a caller, with those of the scopes that it still holds. */
export function toolPrincipalOf(tool: LtiTool, scopes: readonly ServiceScope[]): ToolPrincipal {
  return {
    kind: 'tool',
    clientId: tool.clientId,
    providerId: tool.providerId satisfies ProviderId,
    scopes: scopes.filter((scope) => tool.scopes.includes(scope)).map(toolScopeOf),
  };
}
