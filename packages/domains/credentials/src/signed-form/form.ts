import type { Brand } from '@sinau/kernel';

/** Number of the forms of one session: `SINAU-CM-7K3M-9QXD-4TPA`. Stays through every text of it. */
export type FormNumber = Brand<'SignedFormNumber'>;

/** The session that two people have signed. */
export interface FormSource {
  readonly pairId: string;
  readonly sessionId: string;
}

/**
 * A form as it was printed: never changed. It holds no name and no word of what was said; those are in its file alone, which goes when somebody is
 * erased.
 */
export interface SignedForm extends FormSource {
  readonly number: FormNumber;
  /** Version of the text that both have signed, from 1. */
  readonly edition: number;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  /** Hexadecimal. */
  readonly pdfSha256: string;
  /** Of its file, which nothing else that was printed has. */
  readonly filesId: string;
}

export interface FormParty {
  readonly name: string;
  readonly agency?: string;
}

/** A session as it is now. Times are ISO 8601 UTC. */
export interface SignedFormFacts {
  readonly kind: 'coaching' | 'mentoring';
  /** `signed` by both; `open`: it waits for a signature, or none came; `withdrawn`: one of them took it back. */
  readonly state: 'signed' | 'open' | 'withdrawn';
  /** Of the text that stands there. */
  readonly edition: number;
  readonly guide: FormParty;
  readonly learner: FormParty;
  readonly startsAt: string;
  readonly endsAt: string;
  /** IANA name of the zone that its day is counted in. */
  readonly timeZone: string;
  readonly minutes: number;
  readonly goal: string;
  readonly topic: string;
  readonly result: string;
  readonly followUp: string;
  /** Whether others than the two may read the topic. */
  readonly showTopic: boolean;
  readonly signatures: readonly { readonly side: 'guide' | 'learner'; readonly at: string }[];
  /** Its words went with an erasure. */
  readonly isErased?: true;
}
