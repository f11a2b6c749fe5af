import type { AuAccess, AuScope } from '@sinau/delivery';
import type { AuPrincipal, Clock, Ids, Signer } from '@sinau/kernel';
import type { DocumentDeps, StoreDeps } from '@sinau/lrs';
import type { RateLimiter, ReadingNotes } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type { AttachmentData, Statement, XapiVersion } from '@sinau/xapi';
import type { AgencyDirectory } from '../shared/agency-directory.ts';
import type { CredentialPorts } from './authenticate.ts';

/** Statements of one request, checked against the specification; each has an id. */
export interface IncomingStatements {
  readonly version: XapiVersion;
  readonly statements: readonly (Statement & { readonly id: string })[];
  /** JSON of each statement as it came. */
  readonly sources: ReadonlyMap<Statement, string>;
  readonly attachments: readonly AttachmentData[];
}

/** What an AU may do; refusals are DomainErrors (`delivery.…`, `lrs.…`). */
export interface AuGate {
  accept(request: IncomingStatements & { readonly principal: AuPrincipal }): Promise<void>;
  check(principal: AuPrincipal, access: AuAccess): Promise<AuScope>;
}

export interface XapiLimits {
  /** Bytes of a body of statements with their attachments. */
  readonly statementsBodyBytes: number;
  readonly statementsPerRequest: number;
  readonly documentBytes: number;
  /** Bytes of a page of statements with the data of their attachments; one statement is always given. */
  readonly pageBytes: number;
}

export interface XapiDeps {
  readonly credentials: CredentialPorts;
  readonly rateLimiter: RateLimiter;
  /** Notes of who was shown whose records. */
  readonly readings: ReadingNotes;
  readonly lrs: StoreDeps & DocumentDeps;
  readonly aus: AuGate;
  readonly directory: AgencyDirectory;
  /** Seals `more`. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Home page of the accounts that stand for API clients. */
  readonly issuer: string;
  readonly limits: XapiLimits;
}
