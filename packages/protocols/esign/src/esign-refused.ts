export const esignTroubles = [
  /** Name or password of the agency's client of the service. */
  'signed-out',
  /** It knows no seal of this id (code 2011). */
  'not-registered',
  /** The activation has ended or was revoked, or a code is wrong (code 2031). */
  'not-activated',
  /** The seals that the agency may make are used up. */
  'quota-spent',
  /** The certificate of the seal has ended or was revoked. */
  'certificate-ended',
  /** No such address, none that may be asked, or no safe connection. */
  'address',
  'unreachable',
  /** It asked to wait. */
  'busy',
  'timeout',
  /** An error of its own, or an answer that is none of its. */
  'broken-answer',
  /** It was understood and not taken, for reasons of its own. */
  'refused',
  /** More than is sent. */
  'too-large',
] as const;
export type EsignTrouble = (typeof esignTroubles)[number];

/** The service did not do what was asked. */
export class EsignRefused extends Error {
  readonly because: EsignTrouble;
  /** Nobody knows whether a seal was made, and counted. */
  readonly mayHaveSealed: boolean;
  readonly afterSeconds: number | undefined;
  /** What the service itself says, without long numbers; empty when it says nothing. */
  readonly words: string;

  constructor(
    because: EsignTrouble,
    options: {
      readonly mayHaveSealed?: boolean;
      readonly afterSeconds?: number | undefined;
      readonly words?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`the seal service refused: ${because}`, { cause: options.cause });
    this.name = 'EsignRefused';
    this.because = because;
    this.mayHaveSealed = options.mayHaveSealed ?? false;
    this.afterSeconds = options.afterSeconds;
    this.words = withoutNumbers(options.words ?? '');
  }
}

/** Somebody's NIK, a NIP or a code may stand in the words of others; nothing of it is kept or shown. */
function withoutNumbers(words: string): string {
  return words
    .replaceAll(/\d{5,}/g, '…')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200);
}
