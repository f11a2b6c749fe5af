export interface EsignRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  /** Bytes of an answer; more is none of its. */
  readonly maxResponseBytes: number;
}

export interface EsignResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Sends one request and gives its whole answer. Rejects with `EsignRefused`; `mayHaveSealed` where the request may have arrived. */
export type Send = (request: EsignRequest) => Promise<EsignResponse>;

/** Codes come at once; a seal takes the certificate authority as well. */
export const timeouts = { codeMs: 15_000, sealMs: 40_000 } as const;

/** A document that is sent; what is longer is printed, not sealed. */
export const mostSealedBytes = 8 * 1024 * 1024;

/** Of the answer to a request of so many bytes: what was sent, with a signature and its chain. */
export const mostAnswerBytes = (requestBytes: number): number => requestBytes + 3 * 1024 * 1024;
export const shortAnswerBytes = 64 * 1024;
