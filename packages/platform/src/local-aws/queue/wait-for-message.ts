import type { MessageStore } from './message-store.ts';

/** Resolves when a message of the queue may be visible, when time is up or when the signal says stop. */
export function waitForMessage(
  store: MessageStore,
  queue: string,
  limit: { readonly longestMs: number; readonly signal?: AbortSignal },
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      forget();
      limit.signal?.removeEventListener('abort', done);
      resolve();
    };
    const forget = store.onChange(() => {
      if (store.nextVisibleInMs(queue) === 0) done();
    });
    const timer = setTimeout(
      done,
      Math.min(limit.longestMs, store.nextVisibleInMs(queue) ?? limit.longestMs),
    );
    limit.signal?.addEventListener('abort', done);
    if (limit.signal?.aborted) done();
  });
}
