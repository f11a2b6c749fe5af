import type { Clock, Locale, PersonId } from '@sinau/kernel';
import {
  type Notice,
  type NoticeContent,
  type NoticeId,
  noticeContentSchema,
  noticeLinkSchema,
} from './notice.ts';
import type { LetterStore, MailQueue } from './ports.ts';

export type LetterInput = NoticeContent & {
  readonly noticeId: NoticeId;
  readonly personId: PersonId;
  readonly link: string;
  readonly email: { readonly to: string; readonly locale: Locale };
};

/** Mails something that is no news for the inbox, once per id. Rejects when the queue does not take it: a call again tries again. */
export async function sendLetter(
  deps: { readonly letters: LetterStore; readonly mail: MailQueue; readonly clock: Clock },
  input: LetterInput,
): Promise<void> {
  const { noticeId, personId, link, email } = input;
  const letter: Notice = {
    ...noticeContentSchema.parse(input),
    ...{ noticeId, personId, link: noticeLinkSchema.parse(link) },
    createdAt: deps.clock.now().toISOString(),
  };
  if ((await deps.letters.addLetter(letter)) === 'mailed') return;
  await deps.mail.send({ noticeId, personId, to: email.to, locale: email.locale });
}
