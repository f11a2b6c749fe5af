import { type PersonId, type PersonPrincipal, Unavailable } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { countUnread } from './count-unread.ts';
import { NoticeNotFound } from './errors.ts';
import { releaseHeldMails } from './hold-mail.ts';
import { listInbox } from './list-inbox.ts';
import { mailWishesSchema, usualWishes } from './mail-wishes.ts';
import { markAllRead } from './mark-all-read.ts';
import { markRead } from './mark-read.ts';
import type { NoticeContent, NoticeId } from './notice.ts';
import { noticeText } from './notice-text.ts';
import { type NotifyInput, notify } from './notify.ts';
import type { MailSender } from './ports.ts';
import { type QueuedMail, queuedMailSchema } from './queued-mail.ts';
import { type LetterInput, sendLetter } from './send-letter.ts';
import { sendQueuedMail } from './send-queued-mail.ts';
import { memoryMailStore, memoryNoticeStore } from './testing/index.ts';

const principal: PersonPrincipal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Sri',
  roles: ['learner'],
};
const email = { to: 'sri@example.go.id', locale: 'id' } as const;
const noticeId = 'course-completed:e1' as NoticeId;
const input: NotifyInput = {
  kind: 'course-completed',
  params: { courseTitle: { id: 'Dasar Negara', 'en-US': 'Foundations' } },
  noticeId,
  personId: principal.personId,
  link: '/courses/c1',
  email,
};

function world() {
  const clock = fixedClock();
  const queued: QueuedMail[] = [];
  const sent: Parameters<MailSender['send']>[0][] = [];
  const failures: unknown[] = [];
  const { notices, mails } = memoryMailStore(memoryNoticeStore());
  return {
    clock,
    queued,
    sent,
    failures,
    ...{ notices, mails, letters: mails, held: mails },
    hours: { wishes: mails, zones: { zoneOf: async () => 'Asia/Jakarta' as const }, usual: usualWishes },
    mail: { send: async (mail: QueuedMail) => void queued.push(mail) },
    mailer: { send: async (mail: Parameters<MailSender['send']>[0]) => void sent.push(mail) },
    onMailFailure: (error: unknown) => void failures.push(error),
    portalUrl: 'https://sinau.example.go.id',
  };
}
let deps = world();
beforeEach(() => {
  deps = world();
});

describe('notify', () => {
  it('puts the notice in the inbox and its mail on the queue', async () => {
    expect(await notify(deps, input)).toEqual({ inbox: 'added', mail: 'queued' });
    expect(queuedMailSchema.parse(JSON.parse(JSON.stringify(deps.queued[0])))).toEqual({
      noticeId,
      personId: 'p1',
      to: 'sri@example.go.id',
      locale: 'id',
    });
    expect((await listInbox(deps, { principal })).notices).toMatchObject([{ noticeId, link: '/courses/c1' }]);
  });

  it('queues no mail without an address', async () => {
    const { email: _, ...inboxOnly } = input;
    expect(await notify(deps, inboxOnly)).toEqual({ inbox: 'added', mail: 'none' });
    expect(deps.queued).toEqual([]);
  });

  it('R10: a dead mail queue never fails the caller; the same notice told again is mailed', async () => {
    const dead = { send: () => Promise.reject(new Unavailable('The queue does not answer now')) };
    expect(await notify({ ...deps, mail: dead }, input)).toEqual({ inbox: 'added', mail: 'not-queued' });
    expect(deps.failures).toHaveLength(1);
    expect(await countUnread(deps, { principal })).toBe(1);
    expect(await notify(deps, input)).toEqual({ inbox: 'exists', mail: 'queued' });
    expect(await countUnread(deps, { principal })).toBe(1);
  });

  it('does not queue again what was sent', async () => {
    await notify(deps, input);
    for (const mail of deps.queued) await sendQueuedMail(deps, mail);
    expect(await notify(deps, input)).toEqual({ inbox: 'exists', mail: 'already-sent' });
    expect(deps.queued).toHaveLength(1);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/a b', ''])(
    'refuses the link %j, which could lead out of the portal',
    async (link) => {
      await expect(notify(deps, { ...input, link })).rejects.toThrow();
      expect(await countUnread(deps, { principal })).toBe(0);
    },
  );
});

describe('sendQueuedMail', () => {
  const queued: QueuedMail = { noticeId, personId: principal.personId, ...email };

  it('sends the text in the language of the person, with a link into the portal', async () => {
    await notify(deps, input);
    expect(await sendQueuedMail(deps, queued)).toBe('sent');
    expect(deps.sent).toEqual([
      {
        to: 'sri@example.go.id',
        subject: 'Kursus selesai: Dasar Negara',
        text: expect.stringContaining('\n\nhttps://sinau.example.go.id/courses/c1\n\n'),
        noticeId,
      },
    ]);
  });

  it('sends one mail for a message that is delivered twice', async () => {
    await notify(deps, input);
    await sendQueuedMail(deps, queued);
    expect(await sendQueuedMail(deps, queued)).toBe('already-sent');
    expect(deps.sent).toHaveLength(1);
  });

  it('rejects while the mail service is down, and sends when it is back', async () => {
    await notify(deps, input);
    const mailer = { send: () => Promise.reject(new Unavailable('down')) };
    await expect(sendQueuedMail({ ...deps, mailer }, queued)).rejects.toThrow(Unavailable);
    expect(await sendQueuedMail(deps, queued)).toBe('sent');
  });

  it('sends nothing for a notice that is gone', async () => {
    expect(await sendQueuedMail(deps, queued)).toBe('no-notice');
    expect(deps.sent).toEqual([]);
  });
});

describe('quiet hours', () => {
  // Monday, eight in the evening in Jakarta.
  const evening = () => deps.clock.advance(12 * 3_600_000);
  const send = () => sendQueuedMail(deps, queuedMailSchema.parse(deps.queued.at(-1)));

  it('hold a mail until the morning, and never the inbox', async () => {
    evening();
    await notify(deps, input);
    expect(await countUnread(deps, { principal })).toBe(1);
    expect(await send()).toBe('held');
    expect(await send()).toBe('held');
    expect(await releaseHeldMails(deps, { limit: 10 })).toBe(0);
    deps.clock.advance(11 * 3_600_000);
    expect(await releaseHeldMails(deps, { limit: 10 })).toBe(1);
    expect(await send()).toBe('sent');
    expect(await releaseHeldMails(deps, { limit: 10 })).toBe(0);
    expect(deps.sent).toHaveLength(1);
  });

  it('hold nothing that somebody waits for, or has set otherwise', async () => {
    evening();
    const invited = { kind: 'person-invited', params: { organisation: 'BKN' } } as const;
    await notify(deps, { ...input, ...invited });
    expect(await send()).toBe('sent');
    await deps.mails.saveWishes(principal.personId, { ...usualWishes, quietFrom: 22 });
    await notify(deps, { ...input, noticeId: 'other' as NoticeId });
    expect(await send()).toBe('sent');
  });

  it('leave out reminders and letters that somebody has turned off, once per letter otherwise', async () => {
    const params = { step: '7', people: 3 } as const;
    const digest = { duties: [], unfinished: [{ courseTitle: { id: 'Etika' } }], more: 0 };
    const letter: LetterInput = {
      kind: 'weekly-digest',
      ...{ noticeId: 'weekly-digest:1' as NoticeId, link: '/', email },
      ...{
        personId: principal.personId,
        params: { ...digest, jp: { year: 2026, recognised: 350, minimum: 2_000 } },
      },
    };
    await sendLetter(deps, letter);
    expect(await send()).toBe('sent');
    expect(deps.sent[0]?.text).toContain('- Etika\n\nJP 2026 yang diakui: 3,5 dari 20.');
    await sendLetter(deps, letter);
    expect(deps.queued).toHaveLength(1);
    expect(await countUnread(deps, { principal })).toBe(0);
    await deps.mails.saveWishes(principal.personId, { ...usualWishes, digest: false, reminders: false });
    await notify(deps, { ...input, kind: 'team-duties', params });
    expect(await send()).toBe('unwanted');
    await sendLetter(deps, { ...letter, noticeId: 'weekly-digest:2' as NoticeId });
    expect(await send()).toBe('unwanted');
    expect(deps.sent).toHaveLength(1);
  });

  it('leaves out nudges of whoever has switched them off, and nothing else; wishes of before there were any refuse none', async () => {
    const { nudges: _nudges, team: _team, ...old } = usualWishes;
    expect(mailWishesSchema.parse(old)).toEqual(usualWishes);
    await deps.mails.saveWishes(principal.personId, {
      ...usualWishes,
      quietFrom: 0,
      quietUntil: 0,
      nudges: false,
    });
    await notify(deps, { ...input, kind: 'nudge', params: { nudge: 'plan-week' } });
    expect(await send()).toBe('unwanted');
    await notify(deps, { ...input, noticeId: 'x' as NoticeId });
    expect(await send()).toBe('sent');
  });
});

describe('inbox', () => {
  async function fill(count: number) {
    for (let n = 0; n < count; n += 1) {
      deps.clock.advance(1_000);
      await notify(deps, { ...input, noticeId: `n${String(n).padStart(3, '0')}` as NoticeId });
    }
  }

  it('pages from the newest to the oldest without loss or repetition', async () => {
    await fill(5);
    const seen: string[] = [];
    let after: NoticeId | undefined;
    do {
      const page = await listInbox(deps, { principal, limit: 2, ...(after && { after }) });
      seen.push(...page.notices.map((notice) => notice.noticeId));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(['n004', 'n003', 'n002', 'n001', 'n000']);
  });

  it('marks one or all as read', async () => {
    await fill(120);
    await markRead(deps, { principal, noticeId: 'n007' as NoticeId });
    await markRead(deps, { principal, noticeId: 'n007' as NoticeId });
    expect(await countUnread(deps, { principal })).toBe(119);
    expect(await markAllRead(deps, { principal })).toBe(119);
    expect(await countUnread(deps, { principal })).toBe(0);
    expect(await markAllRead(deps, { principal })).toBe(0);
  });

  it('C2: answers alike for an absent notice and one of another person', async () => {
    await notify(deps, { ...input, personId: 'p2' as PersonId });
    await expect(markRead(deps, { principal, noticeId })).rejects.toThrow(NoticeNotFound);
    await expect(listInbox(deps, { principal, after: noticeId })).rejects.toThrow(NoticeNotFound);
    await expect(markRead(deps, { principal, noticeId: 'no' as NoticeId })).rejects.toThrow(NoticeNotFound);
  });
});

describe('noticeText', () => {
  it('has both languages for every kind', () => {
    const rejected: NoticeContent = {
      kind: 'package-import-finished',
      params: { packageName: 'a.zip', outcome: 'rejected', errors: 1 },
    };
    const contents: readonly NoticeContent[] = [
      rejected,
      { kind: 'person-invited', params: { organisation: 'Kota Bandung' } },
      { kind: 'course-published', params: { courseTitle: { en: 'X' } } },
      { kind: 'package-import-finished', params: { packageName: 'a.zip', outcome: 'accepted', errors: 0 } },
      { kind: 'package-import-finished', params: { packageName: 'a.zip', outcome: 'failed', errors: 1 } },
      { kind: 'export-finished', params: { format: 'CSV', outcome: 'done', rows: 1_200 } },
      { kind: 'export-finished', params: { format: 'CSV', outcome: 'failed', rows: 0 } },
      { kind: 'report-finished', params: { report: 'jp', year: 2026, outcome: 'done', rows: 1_200 } },
      { kind: 'report-finished', params: { report: 'cost', year: 2026, outcome: 'failed', rows: 0 } },
      { kind: 'incident-due', params: { dueAt: '2026-03-04T01:00:00.000Z' } },
      { kind: 'course-completed', params: { courseTitle: { 'fr-FR': 'X' } } },
      { kind: 'course-updated', params: { courseTitle: { id: 'X' } } },
      { kind: 'assignment-withdrawn', params: { courseTitle: { id: 'X' }, ended: true, hadAsked: true } },
      { kind: 'review-submitted', params: { courseTitle: { id: 'X' }, version: 2, by: 'Rina Contoh' } },
      { kind: 'review-decided', params: { courseTitle: { id: 'X' }, version: 2, outcome: 'approved' } },
      { kind: 'review-decided', params: { courseTitle: { id: 'X' }, version: 2, outcome: 'returned' } },
      { kind: 'seal-stands-still', params: { agency: 'Kota Bandung', because: 'quota-spent' } },
      { kind: 'seal-goes-on', params: { agency: 'Kota Bandung' } },
      { kind: 'seat-release-near', params: { courseTitle: { id: 'X' }, days: 30, on: '2026-04-30' } },
      { kind: 'seat-released', params: { courseTitle: { id: 'X' }, days: 30 } },
      { kind: 'seat-released', params: { courseTitle: { id: 'X' }, days: 30, learner: 'Sri' } },
      { kind: 'seal-ends', params: { agency: 'Kota Bandung', on: '2026-04-30' } },
      ...[{}, { of: 'Sri Contoh' }].map((whose) => ({
        kind: 'plan-item-overdue' as const,
        params: { title: 'Bimbingan analisis', dueOn: '2026-06-30', ...whose },
      })),
      ...[1, 3].map((count) => ({
        kind: 'commitments-overdue' as const,
        params: { forum: 'Forum KTP', due: '2026-06-30', count, first: 'Loket kedua dibuka' },
      })),
      {
        kind: 'provider-enrolment',
        params: {
          ...{ courseTitle: { id: 'X' }, provider: 'Y', outcome: 'refused' },
          ...{ reason: 'refused-by-provider', said: 'Hanya untuk mahasiswa aktif.' },
        },
      },
      ...(['30', '1', 'overdue'] as const).flatMap((step) => [
        {
          kind: 'duty-reminder' as const,
          params: { courseTitle: { id: 'X' }, obligation: 'Y', step, dueOn: '2026-06-30' },
        },
        {
          kind: 'duty-reminder' as const,
          params: {
            ...{ courseTitle: { id: 'X' }, obligation: 'Y', step, dueOn: '2026-06-30' },
            ...{ others: [{ courseTitle: { id: 'Z' }, dueOn: '2026-06-30' }], more: 5 },
          },
        },
        { kind: 'team-duties' as const, params: { step, people: 2 } },
        {
          kind: 'cohort-steps' as const,
          params: { title: 'X', steps: [{ title: { id: 'Z' }, on: '2026-06-30', reminder: step }], more: 2 },
        },
      ]),
      {
        kind: 'cohort-team',
        params: { late: 1, soon: 1, lines: [{ learner: 'X', late: 1, soon: 0 }], more: 1 },
      },
      {
        kind: 'weekly-digest',
        params: {
          duties: [{ courseTitle: { id: 'X' }, dueOn: '2026-06-30', isOverdue: true }],
          ...{ unfinished: [], more: 3, jp: { year: 2026, recognised: 0 } },
        },
      },
    ];
    for (const content of contents) {
      const [id, en] = [noticeText(content, 'id'), noticeText(content, 'en')];
      expect(id.title).not.toBe(en.title);
      expect(`${id.body}${en.body}`).not.toMatch(/undefined|\[object/);
    }
    expect(noticeText(rejected, 'en').body).toContain('with 1 finding.');
  });

  it('tells several courses that are due in one sentence, and how many are left out', () => {
    const [courseTitle, dueOn] = [{ id: 'Etika' }, '2026-06-30'];
    const others = [{ courseTitle: { id: 'Gratifikasi' }, dueOn }];
    const { title, body } = noticeText(
      {
        ...{ kind: 'duty-reminder' },
        params: { courseTitle, obligation: 'Antikorupsi', step: '7', dueOn, others, more: 8 },
      },
      'id',
    );
    expect(title).toBe('7 hari lagi: 10 kursus wajib');
    const titled = (required: 'paths' | 'both', step: '1' | 'overdue', locale: 'id' | 'en') => {
      const params = { courseTitle, obligation: 'Antikorupsi', step, dueOn, others, required } as const;
      return noticeText({ kind: 'duty-reminder', params }, locale).title;
    };
    expect(titled('paths', '1', 'id')).toBe('Besok: 2 jalur belajar wajib');
    expect(titled('both', 'overdue', 'id')).toBe('Terlambat: 2 kursus dan jalur belajar wajib');
    expect(titled('paths', 'overdue', 'en')).toBe('Overdue: 2 required learning paths');
    expect(titled('both', '1', 'en')).toBe('Tomorrow: 2 required courses and learning paths');
    const letter = (required?: 'paths' | 'both') => {
      const duties = [{ courseTitle, dueOn, isOverdue: false }];
      const params = { duties, unfinished: [], more: 0, jp: { year: 2026, recognised: 0 } };
      return noticeText({ kind: 'weekly-digest', params: { ...params, ...(required && { required }) } }, 'id')
        .body;
    };
    expect(letter()).toContain('Kursus wajib:\n- Etika');
    expect(letter('paths')).toContain('Jalur belajar wajib:\n- Etika');
    expect(letter('both')).toContain('Kursus dan jalur belajar wajib:\n- Etika');
    expect(body).toContain('“Etika” (30 Juni 2026), “Gratifikasi” (30 Juni 2026), dan 8 lagi.');
  });

  it('tells of an exception with the reason as it was written, and one full stop', () => {
    const of = (reason: string, locale: 'id' | 'en') =>
      noticeText(
        {
          ...{ kind: 'duty-changed' },
          params: { obligation: 'Antikorupsi', what: 'exempted', reason, until: '2026-12-31' },
        },
        locale,
      ).body;
    expect(of('Cuti besar', 'id')).toContain('sampai 31 Desember 2026. Alasan: Cuti besar. Yang sudah');
    expect(of('Cuti besar.', 'id')).toBe(of('Cuti besar', 'id'));
    expect(of('Long leave.', 'en')).toContain('until 31 December 2026. Reason: Long leave. You may');
  });

  it('chooses the title in the reader’s language, else Indonesian, else what there is', () => {
    const of = (courseTitle: Record<string, string>, locale: 'id' | 'en') =>
      noticeText({ kind: 'course-published', params: { courseTitle } }, locale).title;
    expect(of({ 'id-ID': 'Satu', 'en-GB': 'One' }, 'en')).toBe('Course published: One');
    expect(of({ 'id-ID': 'Satu', fr: 'Un' }, 'en')).toBe('Course published: Satu');
    expect(of({ fr: 'Un' }, 'id')).toBe('Kursus telah terbit: Un');
  });

  it('thanks a champion for having agreed, and not whoever was only asked', () => {
    const of = (moved: 'unasked' | 'taken-back', locale: 'id' | 'en') =>
      noticeText({ kind: 'champion-moved', params: { moved, unit: 'Biro Umum' } }, locale).body;
    expect(of('unasked', 'id')).toBe('Instansi Anda menarik permintaannya; Anda tidak perlu menjawab.');
    expect(of('unasked', 'en')).toBe('Your agency has taken its question back; you do not need to answer.');
    expect([of('taken-back', 'id'), of('taken-back', 'en')]).toEqual([
      ...[expect.stringContaining('Terima kasih'), expect.stringContaining('Thank you')],
    ]);
  });

  it('F5: a name cannot start a line, turn the direction or run on for ever', () => {
    const { title, body } = noticeText(
      { kind: 'person-invited', params: { organisation: `A\r\nBcc: x\u202e${'y'.repeat(5_000)}` } },
      'id',
    );
    expect(title).not.toMatch(/[\r\n]/);
    expect(body).not.toMatch(/[\r\n\u202e]/);
    expect(body.length).toBeLessThan(400);
  });
});
