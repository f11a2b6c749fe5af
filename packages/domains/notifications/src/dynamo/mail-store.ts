import type { Dynamo } from '@sinau/platform/dynamo';
import { mailWishesSchema } from '../mail-wishes.ts';
import type { HeldMailStore, LetterStore, MailWishStore } from '../ports.ts';
import { queuedMailSchema } from '../queued-mail.ts';
import { heldKey, heldPartition, letterKey, wishesKey } from './keys.ts';
import { readNotice, toLetterRow } from './rows.ts';

/** What becomes of mail beside notices: letters, wishes, and what waits for the end of quiet hours. */
export function createMailStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): LetterStore & MailWishStore & HeldMailStore {
  const { dynamo, table } = deps;
  return {
    async addLetter(letter) {
      const key = letterKey(letter.personId, letter.noticeId);
      // Absent: closes the race of two sweeps that write one letter.
      const condition = { expression: 'attribute_not_exists(pk)' };
      const { outcome } = await dynamo.put({ table, item: toLetterRow(letter), condition });
      if (outcome === 'done') return 'added';
      const row = await dynamo.get({ table, key, consistent: true });
      return row && readNotice(row).mailedAt !== undefined ? 'mailed' : 'exists';
    },
    async wishesOf(personId) {
      const row = await dynamo.get({ table, key: wishesKey(personId), consistent: true });
      return row && mailWishesSchema.parse(row.wishes);
    },
    async saveWishes(personId, wishes) {
      await dynamo.put({ table, item: { ...wishesKey(personId), kind: 'mail-wishes', wishes } });
    },
    async holdMail(mail, until) {
      const item = {
        ...heldKey(mail.personId, mail.noticeId),
        ...{ kind: 'mail-held', mail, gsi1pk: heldPartition },
        gsi1sk: `${until}#${mail.personId}#${mail.noticeId}`,
      };
      // Absent: the first moment stands, however often the queue brings the message.
      await dynamo.put({ table, item, condition: { expression: 'attribute_not_exists(pk)' } });
    },
    async listHeld(until, limit) {
      const sort = { between: ['0', `${until}~`] } as const;
      const query = { table, index: 'gsi1', partition: heldPartition, sort, limit } as const;
      return (await dynamo.query(query)).items.map((row) => queuedMailSchema.parse(row.mail));
    },
    async dropHeld({ personId, noticeId }) {
      await dynamo.delete({ table, key: heldKey(personId, noticeId) });
    },
  };
}
