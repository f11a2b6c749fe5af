import type { Clock, Ids, Signer } from '@sinau/kernel';
import type { Log } from '@sinau/platform/log';
import type { CredentialPorts } from './authenticate.ts';
import type { AgentDirectory, AuGate, DocumentStore, RecordStore } from './ports.ts';

export interface XapiLimits {
  /** Bytes of a body of statements with their attachments. */
  readonly statementsBodyBytes: number;
  readonly statementsPerRequest: number;
  readonly documentBytes: number;
}

export interface XapiDeps {
  readonly credentials: CredentialPorts;
  readonly records: RecordStore;
  readonly documents: DocumentStore;
  readonly directory: AgentDirectory;
  readonly aus: AuGate;
  /** Seals `more`. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Home page of the accounts that stand for API clients. */
  readonly issuer: string;
  readonly limits: XapiLimits;
}
