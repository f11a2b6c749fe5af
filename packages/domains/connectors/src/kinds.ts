import type { ConnectionKind } from './connection.ts';

/** What a kind of connection has and can do; a new kind is a line here, one in `adapterMakers`, and its words. */
export interface KindTraits {
  /** It has services at an address. */
  readonly address: boolean;
  /** `given`: by the provider, such as a token. `made`: here, for the provider to prove that a message is its own. */
  readonly secret: 'given' | 'made' | 'none';
  /** It brings courses, whether they are asked for or uploaded. */
  readonly catalogue: boolean;
  /** Its catalogue can be asked for. */
  readonly asks: boolean;
  /** Enrolments and results too. */
  readonly learners: boolean;
  /** Learners can be enrolled there. */
  readonly enrols: boolean;
  /** It says something of learners, in whatever way, that is compared with what stands here. */
  readonly compares: boolean;
}

export const kindTraits: Readonly<Record<ConnectionKind, KindTraits>> = {
  moodle: {
    address: true,
    secret: 'given',
    catalogue: true,
    asks: true,
    learners: true,
    enrols: true,
    compares: true,
  },
  oneroster: {
    address: true,
    secret: 'given',
    catalogue: true,
    asks: true,
    learners: true,
    enrols: false,
    compares: true,
  },
  'oneroster-csv': {
    address: false,
    secret: 'none',
    catalogue: true,
    asks: false,
    learners: true,
    enrols: false,
    compares: true,
  },
  openedx: {
    address: true,
    secret: 'given',
    catalogue: true,
    asks: true,
    learners: true,
    enrols: true,
    compares: true,
  },
  'schema-org': {
    address: true,
    secret: 'none',
    catalogue: true,
    asks: true,
    learners: false,
    enrols: false,
    compares: false,
  },
  file: {
    address: false,
    secret: 'none',
    catalogue: true,
    asks: false,
    learners: false,
    enrols: false,
    compares: true,
  },
  webhook: {
    address: false,
    secret: 'made',
    catalogue: false,
    asks: false,
    learners: false,
    enrols: false,
    compares: true,
  },
  xapi: {
    address: false,
    secret: 'made',
    catalogue: false,
    asks: false,
    learners: false,
    enrols: false,
    compares: true,
  },
};
