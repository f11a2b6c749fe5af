/**
 * A work queue: at least once, unordered. A consumer that fails sees the message again after the visibility
 * timeout; after the queue's number of tries it goes to the dead-letter queue.
 */
export interface Queue<Message> {
  send(message: Message, options?: { readonly delaySeconds?: number }): Promise<void>;
}
