import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { InvalidInput, Unavailable } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createOutboxMailer } from './outbox-mailer.ts';
import { createSesMailer } from './ses-mailer.ts';

const client = new SESv2Client({ region: 'ap-southeast-3' });
const aws = mockClient(client);
const ses = createSesMailer({
  client,
  from: 'Sinau <sinau@example.go.id>',
  retry: { attempts: 3, random: () => 0, sleep: async () => undefined },
});
const dir = mkdtempSync(join(tmpdir(), 'sinau-outbox-'));
const clock = fixedClock();
const outbox = createOutboxMailer({ dir, clock });
const mail = { to: 'ani@example.go.id', subject: 'Halo', text: 'Selamat datang', noticeId: 'n-1' };
const fault = (name: string) => Object.assign(new Error(name), { name });

beforeEach(() => aws.reset());
afterAll(() => rmSync(dir, { recursive: true }));

describe('SES mailer', () => {
  it('sends plain text with the notice id as a header', async () => {
    aws.on(SendEmailCommand).resolves({});
    await ses.send(mail);
    expect(aws.commandCalls(SendEmailCommand)[0]?.args[0].input).toEqual({
      FromEmailAddress: 'Sinau <sinau@example.go.id>',
      Destination: { ToAddresses: ['ani@example.go.id'] },
      Content: {
        Simple: {
          Subject: { Data: 'Halo', Charset: 'UTF-8' },
          Body: { Text: { Data: 'Selamat datang', Charset: 'UTF-8' } },
          Headers: [{ Name: 'X-Notice-Id', Value: 'n-1' }],
        },
      },
    });
  });

  it('tries a throttle again, gives up as Unavailable, and never repeats a refusal', async () => {
    aws.on(SendEmailCommand).rejectsOnce(fault('TooManyRequestsException')).resolves({});
    await ses.send(mail);
    aws.reset();
    aws.on(SendEmailCommand).rejects(fault('SendingPausedException'));
    await expect(ses.send(mail)).rejects.toThrow(Unavailable);
    expect(aws.commandCalls(SendEmailCommand)).toHaveLength(3);
    aws.reset();
    aws.on(SendEmailCommand).rejects(fault('MessageRejected'));
    await expect(ses.send(mail)).rejects.toThrow('MessageRejected');
    expect(aws.commandCalls(SendEmailCommand)).toHaveLength(1);
  });
});

describe('header injection', () => {
  const subjects = [
    'Halo\r\nBcc: all@example.com',
    'Halo\nBcc: x',
    'Halo\rBcc: x',
    'Halo\u2028Bcc: x',
    'a\u0000b\u0085c',
  ];

  it('F5: takes line breaks and control characters out of the subject', async () => {
    aws.on(SendEmailCommand).resolves({});
    for (const [n, subject] of subjects.entries()) {
      await ses.send({ ...mail, subject, noticeId: `in-${n}\r\nX-Evil: 1` });
      await outbox.send({ ...mail, subject, noticeId: `in-${n}\r\nX-Evil: 1` });
    }
    const sent = JSON.stringify([aws.calls().map((call) => call.args[0].input), await outbox.listOutbox()]);
    expect(sent).not.toMatch(/\\r|\\n|\\u0000|[\u0085\u2028\u2029]/);
    expect(sent).toContain('Halo Bcc: all@example.com');
  });

  it.each([
    'ani@example.go.id\r\nBcc: all@example.com',
    'ani@example.go.id, budi@example.go.id',
    'ani@example.go.id;budi@example.go.id',
    'Ani <ani@example.go.id>',
    '"x y"@example.go.id',
    'ani@',
    '',
    'ani',
  ])('F5: refuses %j as a recipient', async (to) => {
    await expect(ses.send({ ...mail, to })).rejects.toThrow(InvalidInput);
    await expect(outbox.send({ ...mail, to })).rejects.toThrow(InvalidInput);
    expect(aws.calls()).toHaveLength(0);
  });
});

describe('outbox mailer', () => {
  it('lists mails newest first, one per notice and recipient, over restarts', async () => {
    const folder = join(dir, 'second', 'place');
    const first = createOutboxMailer({ dir: folder, clock });
    expect(await first.listOutbox()).toEqual([]);
    await first.send(mail);
    clock.advance(1_000);
    await first.send({ ...mail, noticeId: 'n-2', subject: 'Kedua' });
    await first.send({ ...mail, subject: 'sent again' });
    await first.send({ ...mail, to: 'budi@example.go.id' });
    const again = createOutboxMailer({ dir: folder, clock });
    expect((await again.listOutbox()).map(({ to, subject }) => [to, subject])).toEqual([
      ['ani@example.go.id', 'Kedua'],
      ['budi@example.go.id', 'Halo'],
      ['ani@example.go.id', 'Halo'],
    ]);
    expect(await again.listOutbox(1)).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });
});
