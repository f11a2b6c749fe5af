import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type PersonId, type PersonPrincipal, Unavailable } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { queueHandler } from '@sinau/platform/lambda';
import { startLocalQueues } from '@sinau/platform/local-aws';
import { createOutboxMailer } from '@sinau/platform/mail';
import { createSqsQueue, redriveDeadLetters } from '@sinau/platform/queue';
import { withTables } from '@sinau/platform/testing';
import { afterAll, describe, expect, it } from 'vitest';
import {
  countUnread,
  type MailSender,
  type NoticeId,
  notify,
  type QueuedMail,
  queuedMailSchema,
  sendQueuedMail,
  usualWishes,
} from '../index.ts';
import { createMailStore } from './mail-store.ts';
import { createNoticeStore } from './notice-store.ts';

const dir = mkdtempSync(join(tmpdir(), 'sinau-mail-'));
afterAll(() => rmSync(dir, { recursive: true }));

const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const principal: PersonPrincipal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Sri',
  roles: ['learner'],
};

withTables((engine, tables) => {
  describe(`a notice and its mail on ${engine}`, () => {
    it('R10: a dead mail service delays mails and fails nobody; the dead-letter queue gives them back', async () => {
      const clock = fixedClock();
      const queues = startLocalQueues({
        queues: [{ name: 'mail', visibilityTimeoutSeconds: 60, maxReceiveCount: 3 }],
        clock,
      });
      const client = new SQSClient(queues.clientConfig);
      const mail = createSqsQueue({ client, queueUrl: queues.url('mail'), schema: queuedMailSchema });
      const notices = createNoticeStore({ dynamo: tables().dynamo, table: tables().lms });
      const outbox = createOutboxMailer({ dir: mkdtempSync(join(dir, 'outbox-')), clock });
      const held = createMailStore({ dynamo: tables().dynamo, table: tables().lms });
      const zones = { zoneOf: async () => 'Asia/Jakarta' as const };
      const hours = { wishes: held, zones, usual: usualWishes };
      const mailing = { notices, hours, held, clock, portalUrl: 'https://sinau.example.go.id' };
      let mailer: MailSender = { send: () => Promise.reject(new Unavailable('down')) };
      const consume = queueHandler<QueuedMail>({
        name: 'mail',
        log,
        schema: queuedMailSchema,
        handle: async (message) => {
          await sendQueuedMail({ ...mailing, mailer }, message);
        },
      });
      const fact = {
        kind: 'person-invited',
        params: { organisation: 'Kota Bandung' },
        noticeId: 'person-invited:p1' as NoticeId,
        personId: principal.personId,
        email: { to: 'sri@example.go.id', locale: 'en' },
      } as const;
      const tell = () => notify({ notices, mail, clock, onMailFailure: nothing }, fact);

      expect(await tell()).toEqual({ inbox: 'added', mail: 'queued' });
      for (let round = 0; round < 4; round += 1) {
        await queues.deliverOnce('mail', consume);
        clock.advance(60_000);
      }
      expect(await outbox.listOutbox()).toEqual([]);
      expect(await countUnread({ notices }, { principal })).toBe(1);

      mailer = outbox;
      const deadLetterQueueUrl = queues.deadLetterUrl('mail');
      expect(await redriveDeadLetters({ client, deadLetterQueueUrl })).toBe(1);
      await queues.deliverOnce('mail', consume);
      expect(await tell()).toEqual({ inbox: 'exists', mail: 'already-sent' });
      expect(await queues.deliverOnce('mail', consume)).toBe(0);
      expect(await outbox.listOutbox()).toMatchObject([
        { to: 'sri@example.go.id', subject: 'You are invited to Sinau', noticeId: fact.noticeId },
      ]);
      await queues.close();
    });
  });
});
