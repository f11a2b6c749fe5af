export const siasnTroubles = [
  /** The account's token has ended or counts no more: somebody has to sign in again. */
  'signed-out',
  /** The API manager does not take the agency's client, or lets it call nothing of this. */
  'client-refused',
  /** The account is signed in and may not do this. */
  'forbidden',
  'unreachable',
  /** It asked to wait. */
  'busy',
  'timeout',
  /** An error of its own, or an answer that is none of its. */
  'broken-answer',
  /** It was understood and not taken. */
  'refused',
] as const;
export type SiasnTrouble = (typeof siasnTroubles)[number];

/** SIASN did not do what was asked. */
export class SiasnRefused extends Error {
  readonly because: SiasnTrouble;
  /** Nobody knows whether what was to be written stands there. */
  readonly mayHaveArrived: boolean;
  readonly afterSeconds: number | undefined;
  /** What SIASN itself says; empty when it says nothing. */
  readonly words: string;

  constructor(
    because: SiasnTrouble,
    options: {
      readonly mayHaveArrived?: boolean;
      readonly afterSeconds?: number | undefined;
      readonly words?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`SIASN refused: ${because}`, { cause: options.cause });
    this.name = 'SiasnRefused';
    this.because = because;
    this.mayHaveArrived = options.mayHaveArrived ?? false;
    this.afterSeconds = options.afterSeconds;
    this.words = options.words ?? '';
  }
}
