import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { usualWishes } from '../mail-wishes.ts';
import type { Notice, NoticeId } from '../notice.ts';
import type { HeldMailStore, LetterStore, MailWishStore, NoticeStore } from '../ports.ts';

const at = '2026-03-02T01:00:00.000Z';

/** What every store of mails keeps. Ids are fresh in every test. */
export function mailStoreContract(
  adapter: string,
  open: () => Promise<{
    readonly mails: LetterStore & MailWishStore & HeldMailStore;
    readonly notices: NoticeStore;
  }>,
): void {
  describe(`mails on ${adapter}`, () => {
    const letterOf = (personId: PersonId): Notice => ({
      ...{ kind: 'course-completed', params: { courseTitle: { id: 'X' } }, link: '/' },
      ...{ noticeId: 'digest:1' as NoticeId, personId, createdAt: at },
    });

    it('keeps a letter once, out of the inbox, until it was mailed', async () => {
      const { mails, notices } = await open();
      const letter = letterOf(randomUUID() as PersonId);
      const outcomes = await Promise.all([1, 2, 3].map(() => mails.addLetter(letter)));
      expect(outcomes.toSorted()).toEqual(['added', 'exists', 'exists']);
      expect(await notices.find(letter)).toEqual(letter);
      expect(await notices.list({ personId: letter.personId, limit: 10 })).toEqual([]);
      expect(await notices.countUnread(letter.personId)).toBe(0);
      await notices.markMailed(letter, at);
      expect(await mails.addLetter(letter)).toBe('mailed');
      expect((await notices.find(letter))?.mailedAt).toBe(at);
    });

    it('keeps the wishes of each person', async () => {
      const { mails } = await open();
      const personId = randomUUID() as PersonId;
      expect(await mails.wishesOf(personId)).toBeUndefined();
      await mails.saveWishes(personId, { ...usualWishes, digest: false });
      expect(await mails.wishesOf(personId)).toEqual({ ...usualWishes, digest: false });
      expect(await mails.wishesOf(randomUUID() as PersonId)).toBeUndefined();
    });

    it('holds a mail until its first moment, and lets it go once', async () => {
      const { mails } = await open();
      const personId = randomUUID() as PersonId;
      const mail = {
        ...{ noticeId: 'n1' as NoticeId, personId },
        to: 'sri@contoh.example',
        locale: 'id',
      } as const;
      await mails.holdMail(mail, '2026-03-03T00:00:00.000Z');
      await mails.holdMail(mail, '2026-03-09T00:00:00.000Z');
      const heldAt = async (until: string) =>
        (await mails.listHeld(until, 1_000)).filter((one) => one.personId === personId);
      expect(await heldAt('2026-03-02T23:59:59.000Z')).toEqual([]);
      expect(await heldAt('2026-03-03T00:00:00.000Z')).toEqual([mail]);
      await mails.dropHeld(mail);
      expect(await heldAt('2026-03-09T00:00:00.000Z')).toEqual([]);
    });
  });
}
