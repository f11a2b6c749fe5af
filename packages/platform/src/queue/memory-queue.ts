import type { Queue } from './queue.ts';

/** Keeps what was sent, for tests of senders. */
export function createMemoryQueue<Message>(): Queue<Message> & { readonly sent: readonly Message[] } {
  const sent: Message[] = [];
  return {
    sent,
    send: async (message) => {
      sent.push(message);
    },
  };
}
