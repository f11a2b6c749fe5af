import { finished, PassThrough, type Readable } from 'node:stream';

/**
 * Sends a stream once (it cannot be read again). The SDK waits for ever on a source that fails, and lets its error end
 * the process as an uncaught exception; so the SDK reads from a gate that never fails: a failing source aborts the
 * request and its own error is the answer. The source is always used up or destroyed afterwards.
 */
export async function sendStream(
  source: Readable,
  send: (body: Readable, abortSignal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const abort = new AbortController();
  const gate = new PassThrough();
  let failure: { readonly error: unknown } | undefined;
  // Also tells of a source that was closed early, or had failed before it came here.
  finished(source, { writable: false }, (error) => {
    if (!error) return;
    failure = { error };
    abort.abort();
  });
  try {
    await send(source.pipe(gate), abort.signal);
  } catch (error) {
    throw failure ? failure.error : error;
  } finally {
    gate.destroy();
    source.destroy();
  }
}
