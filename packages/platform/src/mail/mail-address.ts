import { InvalidInput } from '@sinau/kernel';

// One mailbox without display name, comment, quotes or second address; ASCII, as SES wants it.
const pattern = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/;

/** The address of exactly one mailbox; rejects anything that could address a second one or add a header. */
export function mailAddress(text: string): string {
  if (!pattern.test(text)) {
    throw new InvalidInput('This is not a mail address.', {
      issues: [{ path: '/to', message: 'give one plain mail address, e.g. name@example.go.id' }],
    });
  }
  return text;
}
