import type { Log } from '../log/log.ts';

/**
 * Notes a request that failed on our side. When its client has hung up meanwhile, an upload that broke off in most
 * cases, nobody waits for the answer and nothing of ours is at fault: that alarms nobody.
 */
export function logFailure(
  log: Log,
  failure: {
    readonly error: unknown;
    readonly request: Pick<Request, 'signal'>;
    readonly app: string;
    readonly requestId: string;
  },
): void {
  const { error, request, app, requestId } = failure;
  if (request.signal.aborted) log.warn('request broken off by its client', { app, requestId });
  else log.error('request failed', error, { app, requestId });
}
