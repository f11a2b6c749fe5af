import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@sinau/kernel';
import * as z from 'zod';
import { mailAddress } from './mail-address.ts';
import type { Mailer } from './mailer.ts';
import { oneLine } from './one-line.ts';

const outboxMailSchema = z.object({
  noticeId: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** ISO 8601, UTC. */
  sentAt: z.string(),
});
export type OutboxMail = z.infer<typeof outboxMailSchema>;

export interface OutboxMailer extends Mailer {
  /** Newest first, at most `limit`. */
  listOutbox(limit?: number): Promise<readonly OutboxMail[]>;
}

/** Keeps mails as files of a folder instead of sending them, one per notice id and recipient. */
export function createOutboxMailer(options: { readonly dir: string; readonly clock: Clock }): OutboxMailer {
  const { dir, clock } = options;
  return {
    send: async ({ to, subject, text, noticeId }) => {
      const mail: OutboxMail = {
        noticeId: oneLine(noticeId),
        to: mailAddress(to),
        subject: oneLine(subject),
        text,
        sentAt: clock.now().toISOString(),
      };
      const name = createHash('sha256').update(`${to}\n${noticeId}`).digest('hex').slice(0, 32);
      await mkdir(dir, { recursive: true });
      await writeOnce(dir, `${name}.json`, JSON.stringify(mail));
    },
    listOutbox: async (limit = 200) => {
      const mails = await Promise.all((await namesIn(dir)).map((name) => readMail(join(dir, name))));
      return mails.sort((a, b) => compare(b, a)).slice(0, limit);
    },
  };
}

/** Whole or not at all, and never over an older file: linking fails when the name is taken. */
async function writeOnce(dir: string, name: string, content: string): Promise<void> {
  const draft = join(dir, `${randomUUID()}.draft`);
  await writeFile(draft, content, { flag: 'wx' });
  try {
    await link(draft, join(dir, name));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function namesIn(dir: string): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  return (await readdir(dir)).filter((name) => name.endsWith('.json'));
}

async function readMail(path: string): Promise<OutboxMail> {
  return outboxMailSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}

function compare(a: OutboxMail, b: OutboxMail): number {
  const [left, right] = [`${a.sentAt}${a.noticeId}`, `${b.sentAt}${b.noticeId}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
