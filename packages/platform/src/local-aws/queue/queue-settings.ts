export interface LocalQueueSettings {
  readonly name: string;
  /** Time a received message stays hidden; integer, 0–43,200. Longer than the consumer's own limit. */
  readonly visibilityTimeoutSeconds: number;
  /** After this many receives without a delete a message goes to `<name>-dlq`; integer > 0. */
  readonly maxReceiveCount: number;
}

/** A queue as the store sees it; a dead-letter queue has no dead-letter queue of its own. */
export interface QueueShape {
  readonly name: string;
  readonly visibilityTimeoutSeconds: number;
  readonly redrive?: { readonly deadLetterQueue: string; readonly maxReceiveCount: number };
}

export const localRegion = 'ap-southeast-3';
export const localAccount = '000000000000';
/** Nothing listens there: the request handler answers in-process. */
export const localEndpoint = 'http://sqs.invalid';

export const deadLetterNameOf = (name: string) => `${name}-dlq`;
export const queueUrlOf = (name: string) => `${localEndpoint}/${localAccount}/${name}`;
export const queueArnOf = (name: string) => `arn:aws:sqs:${localRegion}:${localAccount}:${name}`;
export const nameOfArnOrUrl = (text: string) => text.split(/[/:]/).at(-1) ?? '';

export function queueShapes(settings: readonly LocalQueueSettings[]): ReadonlyMap<string, QueueShape> {
  const shapes = new Map<string, QueueShape>();
  for (const { name, visibilityTimeoutSeconds, maxReceiveCount } of settings) {
    if (!/^[\w-]{1,76}$/.test(name)) throw new TypeError(`"${name}" is no queue name`);
    const deadLetterQueue = deadLetterNameOf(name);
    shapes.set(name, { name, visibilityTimeoutSeconds, redrive: { deadLetterQueue, maxReceiveCount } });
    shapes.set(deadLetterQueue, { name: deadLetterQueue, visibilityTimeoutSeconds });
  }
  return shapes;
}
