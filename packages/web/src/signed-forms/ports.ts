interface PartyView {
  readonly name: string;
  readonly agency?: string;
}

/** What anybody who has the number of a form may know. */
export interface VerifiedFormView {
  /** With its edition. */
  readonly number: string;
  readonly edition: number;
  readonly kind: 'coaching' | 'mentoring';
  readonly guide: PartyView;
  readonly learner: PartyView;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  /** IANA name of the zone that its day is counted in. */
  readonly timeZone: string;
  readonly minutes: number;
  /** Where the two let others read it. */
  readonly topic?: string;
  readonly state: 'valid' | 'replaced' | 'withdrawn';
  /** Of a valid one. */
  readonly signatures: readonly { readonly side: 'guide' | 'learner'; readonly at: string }[];
  readonly madeAt: string;
  readonly pdfSha256: string;
}

export interface SignedFormsPorts {
  /** The number as it is written, if it can be one. */
  numberIn(typed: string): Promise<string | undefined>;
  verify(typed: string): Promise<VerifiedFormView | undefined>;
}
