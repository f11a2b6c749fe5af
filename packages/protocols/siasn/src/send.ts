export interface SiasnRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly timeoutMs: number;
}

export interface SiasnResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Sends one request and gives its whole answer. Rejects with `SiasnRefused`: `unreachable` when nothing has left, `timeout` or
 * `broken-answer` with `mayHaveArrived` when something may have.
 */
export type Send = (request: SiasnRequest) => Promise<SiasnResponse>;

/** As public clients wait. */
export const timeoutMs = 60_000;
