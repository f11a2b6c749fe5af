export { mailAddress } from './mail-address.ts';
export type { Mailer } from './mailer.ts';
export { createOutboxMailer, type OutboxMail, type OutboxMailer } from './outbox-mailer.ts';
export { createSesMailer } from './ses-mailer.ts';
