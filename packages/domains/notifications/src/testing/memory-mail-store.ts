import type { PersonId } from '@sinau/kernel';
import type { MailWishes } from '../mail-wishes.ts';
import type { Notice } from '../notice.ts';
import type { HeldMailStore, LetterStore, MailWishStore, NoticeStore } from '../ports.ts';
import type { QueuedMail } from '../queued-mail.ts';

/** Letters, wishes and held mails on maps, with the notices they belong to. */
export function memoryMailStore(notices: NoticeStore): {
  readonly mails: LetterStore & MailWishStore & HeldMailStore;
  readonly notices: NoticeStore;
} {
  const letters = new Map<string, Notice>();
  const wishes = new Map<PersonId, MailWishes>();
  const held = new Map<string, { readonly mail: QueuedMail; readonly until: string }>();
  const keyOf = ({ personId, noticeId }: Pick<QueuedMail, 'personId' | 'noticeId'>) =>
    JSON.stringify([personId, noticeId]);
  return {
    mails: {
      async addLetter(letter) {
        const known = letters.get(keyOf(letter));
        if (known) return known.mailedAt === undefined ? 'exists' : 'mailed';
        letters.set(keyOf(letter), letter);
        return 'added';
      },
      wishesOf: async (personId) => wishes.get(personId),
      saveWishes: async (personId, wished) => void wishes.set(personId, wished),
      async holdMail(mail, until) {
        if (!held.has(keyOf(mail))) held.set(keyOf(mail), { mail, until });
      },
      listHeld: async (until, limit) =>
        [...held.values()]
          .filter((one) => one.until <= until)
          .sort((a, b) => (a.until < b.until ? -1 : 1))
          .slice(0, limit)
          .map(({ mail }) => mail),
      dropHeld: async (mail) => void held.delete(keyOf(mail)),
    },
    notices: {
      ...notices,
      find: async (ref) => (await notices.find(ref)) ?? letters.get(keyOf(ref)),
      async markMailed(ref, mailedAt) {
        const letter = letters.get(keyOf(ref));
        if (letter) letters.set(keyOf(ref), { mailedAt, ...letter });
        await notices.markMailed(ref, mailedAt);
      },
    },
  };
}
