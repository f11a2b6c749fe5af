import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { serviceScopes } from '@sinau/lti';
import type { ToolMessage } from '@sinau/lti/tool';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { AccountLink } from '../account-link.ts';
import type { Attempt, Placement } from '../placement.ts';
import type { ForeignPlatform, ForeignPlatformId } from '../platform.ts';
import type { RegistrationTicket } from '../registration-ticket.ts';
import type { ToolVisit } from '../visit.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const platformId = branded<ForeignPlatformId>();
const scopes = z.array(z.enum(serviceScopes));

const owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agency'), agencyId: branded<AgencyId>() }),
  z.object({ kind: z.literal('provider'), providerId: branded<ProviderId>() }),
  z.object({ kind: z.literal('platform') }),
]);

const platformRow = z.object({
  platformId,
  owner,
  name: z.string(),
  status: z.enum(['waiting', 'active', 'off']),
  issuer: z.string(),
  clientId: z.string(),
  deployments: z.array(z.string()),
  strangeDeployment: z.string().exactOptional(),
  authorizationUrl: z.string(),
  tokenUrl: z.string(),
  tokenAudience: z.string().exactOptional(),
  jwksUri: z.string(),
  scopes,
  family: z.string().exactOptional(),
  registeredBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  rev: z.number(),
});
export const readPlatform = (row: Item): ForeignPlatform => platformRow.parse(row);

const linkRow = z.object({
  platformId,
  subject: z.string(),
  personId: branded<PersonId>(),
  linkedAt: z.string(),
});
export const readLink = (row: Item): AccountLink => linkRow.parse(row);

const placementRow = z.object({
  platformId,
  placementId: z.string(),
  deploymentId: z.string(),
  resourceLinkId: z.string(),
  courseId: z.string(),
  contextId: z.string().exactOptional(),
  contextTitle: z.string().exactOptional(),
  title: z.string().exactOptional(),
  grades: z
    .object({ scopes, lineItems: z.string().exactOptional(), lineItem: z.string().exactOptional() })
    .exactOptional(),
  updatedAt: z.string(),
});
export const readPlacement = (row: Item): Placement => placementRow.parse(row);

const attemptRow = z.object({
  registration: z.string(),
  courseId: z.string(),
  platformId,
  placementId: z.string(),
  subject: z.string(),
  personId: branded<PersonId>(),
  startedAt: z.string(),
  launchedAt: z.string(),
});
export const readAttempt = (row: Item): Attempt => attemptRow.parse(row);

const ticketRow = z.object({
  ticketHash: z.string(),
  owner,
  madeBy: z.string(),
  validUntil: z.string(),
  platformId: platformId.exactOptional(),
});
export const readTicket = (row: Item): RegistrationTicket => ticketRow.parse(row);

const visitRow = z.object({
  visitId: z.string(),
  platformId,
  state: z.enum(['asked', 'told', 'done']),
  validUntil: z.string(),
  secretHash: z.string(),
  browserHash: z.string(),
  nonce: z.string(),
  message: z.custom<ToolMessage>((value) => typeof value === 'object' && value !== null).exactOptional(),
});
export const readVisit = (row: Item): ToolVisit => visitRow.parse(row);
