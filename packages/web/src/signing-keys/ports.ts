import type { PersonPrincipal } from '@sinau/kernel';

/** Towards tools of providers, or as a tool towards learning systems of others. */
export type SigningRole = 'platform' | 'tool';

/** A person, or a machine, which has no name here. */
export interface KeyActor {
  readonly id: string;
  readonly name?: string;
}

export interface SigningKeyView {
  readonly kid: string;
  readonly state: 'current' | 'next' | 'retired' | 'withdrawn';
  readonly createdAt: string;
  readonly signsFrom: string;
  /** Absent as long as no other key follows, and for one that is withdrawn. */
  readonly publishedUntil?: string;
  /** When another is made by itself. */
  readonly rotatesAt?: string;
  /** Who asked for it; absent when its time had come. */
  readonly madeBy?: KeyActor;
  readonly withdrawn?: { readonly at: string; readonly by: KeyActor; readonly reason: string };
}

/** Keys that this deployment signs with, for operators. */
export interface SigningKeysPorts {
  /** Newest first. */
  keysOf(role: SigningRole): Promise<readonly SigningKeyView[]>;
  /** Makes the next key; one that waits already stays the next one. */
  rotate(person: PersonPrincipal, role: SigningRole): Promise<void>;
  /** Rejects with `lti.not-found` for a key that is out of the set. */
  withdraw(
    person: PersonPrincipal,
    withdrawal: { readonly role: SigningRole; readonly kid: string; readonly reason: string },
  ): Promise<void>;
}
