import type { Mailer } from './mailer.ts';

type Mail = Parameters<Mailer['send']>[0];

/** Keeps what was sent, for tests. */
export function createMemoryMailer(): Mailer & { readonly sent: readonly Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    send: async (mail) => {
      sent.push(mail);
    },
  };
}
