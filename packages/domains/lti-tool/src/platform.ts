import type { Brand, Tenant } from '@sinau/kernel';
import type { ServiceScope } from '@sinau/lti';

/** Ours, for one client at one issuer. */
export type ForeignPlatformId = Brand<'ForeignPlatformId'>;

/** A learning system of others in which courses of ours open. Addresses are kept to the letter, never normalised. Times are ISO 8601 UTC. */
export interface ForeignPlatform {
  readonly platformId: ForeignPlatformId;
  /** Whose courses it may open: a provider's own, for the rest every one that is published. */
  readonly owner: Tenant;
  readonly name: string;
  /** `waiting`: registered by the system itself, and nothing works before its owner has confirmed it. */
  readonly status: 'waiting' | 'active' | 'off';
  /** Value of `iss`, compared as a string. */
  readonly issuer: string;
  /** What it calls us; with the issuer it names this platform. */
  readonly clientId: string;
  /** Those that launches may come from. */
  readonly deployments: readonly string[];
  /** Came with the last launch that was refused for it; its owner may let it in. */
  readonly strangeDeployment?: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  /** `aud` of assertions, where it is not the address of the token door. */
  readonly tokenAudience?: string;
  readonly jwksUri: string;
  /** What it has granted us, as far as it said so; a launch says what counts in its course. */
  readonly scopes: readonly ServiceScope[];
  /** Its product, in its own word: `moodle`, `canvas`. */
  readonly family?: string;
  /** Id of the person or client who registered it, or made the address with which it registered itself. */
  readonly registeredBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts changes of its owner; a write names the one it has read. */
  readonly rev: number;
}

/** Of one owner; more than anybody has use for. */
export const mostPlatforms = 100;
/** Of one platform. */
export const mostDeployments = 50;
