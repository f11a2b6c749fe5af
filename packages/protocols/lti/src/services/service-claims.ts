import { claims, type ServiceScope } from '../vocabulary.ts';

/** Where the services of one context lie; the same addresses in claims, bodies and links. */
export function serviceAddresses(issuer: string) {
  const lineItems = (contextId: string) =>
    `${issuer}/lti/ags/contexts/${encodeURIComponent(contextId)}/line-items`;
  return {
    token: `${issuer}/lti/token`,
    lineItems,
    lineItem: (contextId: string, lineItemId: string) =>
      `${lineItems(contextId)}/${encodeURIComponent(lineItemId)}`,
    memberships: (contextId: string) =>
      `${issuer}/lti/nrps/contexts/${encodeURIComponent(contextId)}/memberships`,
  };
}

const gradesScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/';
const rosterScope: ServiceScope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';

/**
 * The claim of Assignment and Grade Services (AGS 2.0, 3.1); none for a tool that was granted none of its scopes, unless it is asked to
 * show what a line item is about. `lineItemUrl` only when exactly one line item belongs to the link, or is reviewed.
 */
export function gradesClaim(given: {
  readonly scopes: readonly ServiceScope[];
  readonly lineItemsUrl: string;
  readonly lineItemUrl?: string;
  /** @default false */
  readonly isReview?: boolean;
}): Readonly<Record<string, unknown>> {
  const scope = given.scopes.filter((one) => one.startsWith(gradesScope));
  if (scope.length === 0 && !given.isReview) return {};
  const lineitem = given.lineItemUrl === undefined ? {} : { lineitem: given.lineItemUrl };
  return { [claims.grades]: { scope, lineitems: given.lineItemsUrl, ...lineitem } };
}

/** The claim of Names and Role Provisioning Services (NRPS 2.0, 3.6.1); none for a tool that may not read rosters. */
export function rosterClaim(given: {
  readonly scopes: readonly ServiceScope[];
  readonly membershipsUrl: string;
}): Readonly<Record<string, unknown>> {
  if (!given.scopes.includes(rosterScope)) return {};
  return { [claims.roster]: { context_memberships_url: given.membershipsUrl, service_versions: ['2.0'] } };
}
