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
}

export const kindTraits: Readonly<Record<ConnectionKind, KindTraits>> = {
  moodle: { address: true, secret: 'given', catalogue: true, asks: true, learners: true, enrols: true },
  oneroster: { address: true, secret: 'given', catalogue: true, asks: true, learners: true, enrols: false },
  'oneroster-csv': {
    address: false,
    secret: 'none',
    catalogue: true,
    asks: false,
    learners: true,
    enrols: false,
  },
  openedx: { address: true, secret: 'given', catalogue: true, asks: true, learners: true, enrols: true },
  'schema-org': {
    address: true,
    secret: 'none',
    catalogue: true,
    asks: true,
    learners: false,
    enrols: false,
  },
  file: { address: false, secret: 'none', catalogue: true, asks: false, learners: false, enrols: false },
  webhook: { address: false, secret: 'made', catalogue: false, asks: false, learners: false, enrols: false },
  xapi: { address: false, secret: 'made', catalogue: false, asks: false, learners: false, enrols: false },
};
