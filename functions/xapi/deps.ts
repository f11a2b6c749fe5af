import type { AuAccess } from '@sinau/delivery';
import type { AgencyId, AuPrincipal, Clock, Ids, Signer } from '@sinau/kernel';
import type { DocumentDeps, StoreDeps, StoreName } from '@sinau/lrs';
import type { Log } from '@sinau/platform/log';
import type { Actor, AttachmentData, Statement, XapiVersion } from '@sinau/xapi';
import type { CredentialPorts } from './authenticate.ts';

/** Statements of one request, checked against the specification; each has an id. */
export interface IncomingStatements {
  readonly version: XapiVersion;
  readonly statements: readonly (Statement & { readonly id: string })[];
  readonly attachments: readonly AttachmentData[];
}

/** What an AU may do; refusals are DomainErrors (`delivery.…`, `lrs.…`). */
export interface AuGate {
  accept(request: IncomingStatements & { readonly principal: AuPrincipal }): Promise<void>;
  check(principal: AuPrincipal, access: AuAccess): Promise<void>;
}

/** Who a person belongs to; empty for agents that are nobody of this deployment. */
export interface AgentDirectory {
  agenciesOf(agents: readonly Actor[]): Promise<readonly (readonly AgencyId[])[]>;
}

export interface XapiLimits {
  /** Bytes of a body of statements with their attachments. */
  readonly statementsBodyBytes: number;
  readonly statementsPerRequest: number;
  readonly documentBytes: number;
}

export interface XapiDeps {
  readonly credentials: CredentialPorts;
  readonly lrs: StoreDeps & DocumentDeps;
  readonly aus: AuGate;
  readonly directory: AgentDirectory;
  /** Seals `more`. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Home page of the accounts that stand for API clients. */
  readonly issuer: string;
  readonly limits: XapiLimits;
}

/** This door serves the national store; test launches of providers have one of their own. */
export const store: StoreName = 'national';
