import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/**
 * What one action of somebody is called, from the door where it came in to the last worker that follows it: 32 lower-case hex digits, as in
 * W3C Trace Context and X-Ray. It names no person and decides nothing: it stands in logs, beside rows and messages, and nowhere else.
 */
export type Trace = string;

/** Hidden from those who call, unlike who acts: no rule may ever depend on it. */
const running = new AsyncLocalStorage<Trace | undefined>();

/** Of what is being done now; undefined where nothing says which action it belongs to. */
export const currentTrace = (): Trace | undefined => running.getStore();

/** `undefined`: whatever is done in `work` belongs to no action that is known, also when it was begun by one. */
export const inTrace = <Result>(trace: Trace | undefined, work: () => Result): Result =>
  running.run(trace, work);

export const newTrace = (): Trace => randomBytes(16).toString('hex');

/** Row attribute and message attribute alike. */
export const traceName = 'trace';

const tracePattern = /^(?!0{32}$)[0-9a-f]{32}$/;

export const asTrace = (value: unknown): Trace | undefined =>
  typeof value === 'string' && tracePattern.test(value) ? value : undefined;

/** `X-Amzn-Trace-Id`, which API Gateway sets: the root is a trace id of the same digits. */
const rootPattern = /(?:^|;)\s*Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;|$)/;
/** `traceparent` (W3C Trace Context, 3.2): version, trace id, parent, flags. */
const parentPattern = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;

/**
 * The trace of a request: that of X-Ray, so that both tell of the same; else that of a caller who has one; else a new one. What has another
 * form counts as absent.
 */
export function traceOfHeaders(headers: Pick<Headers, 'get'>): Trace {
  const root = rootPattern.exec(headers.get('x-amzn-trace-id') ?? '');
  const parent = parentPattern.exec(headers.get('traceparent') ?? '');
  return asTrace(root && `${root[1]}${root[2]}`) ?? asTrace(parent?.[1]) ?? newTrace();
}
