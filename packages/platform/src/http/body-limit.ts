import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { TooLarge } from './errors.ts';

/**
 * Refuses a body of more bytes. Where its length is declared, HTTP itself holds it to that, and the body is left as it
 * is: to look at it would make a stream of it. Others are counted while they are read.
 */
export function limitBody(maxBytes: number): MiddlewareHandler {
  const refuse = () => {
    throw new TooLarge(`The body is larger than ${maxBytes} bytes.`);
  };
  const counting = bodyLimit({ maxSize: maxBytes, onError: refuse });
  return async (context, next) => {
    const { headers, method } = context.req.raw;
    const chunked = headers.has('transfer-encoding');
    const declared = headers.get('content-length');
    if (declared !== null && !chunked) return Number(declared) > maxBytes ? refuse() : next();
    if (!chunked && (method === 'GET' || method === 'HEAD')) return next();
    return counting(context, next);
  };
}
