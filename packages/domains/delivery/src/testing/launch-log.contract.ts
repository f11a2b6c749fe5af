import { randomUUID } from 'node:crypto';
import { maxCallsPerSession } from '@sinau/scorm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LaunchLog, LoggedCalls, LoggedSession } from '../scorm/ports.ts';

/** What every launch log keeps. Ids are fresh in every test, so that the store need not be empty. */
export function launchLogContract(adapter: string, open: () => Promise<LaunchLog>): void {
  describe(`launch log on ${adapter}`, () => {
    let log: LaunchLog;
    let courseId: string;
    beforeEach(async () => {
      log = await open();
      courseId = randomUUID();
    });

    const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString();
    const sessionOf = (minute = 0): LoggedSession => ({
      registration: randomUUID(),
      sessionId: randomUUID(),
      courseId,
      version: 2,
      auIndex: 1,
      startedAt: at(minute),
    });
    const entryOf = (sequence: number, over: Partial<LoggedCalls> = {}): LoggedCalls => ({
      run: 1,
      sequence,
      itemId: 'I1',
      calls: [
        { at: at(0), call: 'SetValue', element: 'cmi.exit', value: 'suspend', answer: 'true', error: 0 },
        { at: at(0), call: 'GetValue', element: 'cmi.nothing', answer: '', error: 401 },
      ],
      at: at(1),
      ...over,
    });

    it('gives back every call, in the order of messages', async () => {
      const session = sessionOf();
      const { itemId: _, ...plain } = entryOf(2);
      const later = entryOf(1, { run: 2 });
      for (const entry of [later, plain, entryOf(10)]) expect(await log.append(session, entry)).toBe('kept');
      expect(await log.read(session.sessionId)).toEqual({ session, entries: [plain, entryOf(10), later] });
      expect(await log.read(randomUUID())).toBeUndefined();
    });

    it('keeps a message once, and the first time of a session', async () => {
      const session = sessionOf();
      await log.append(session, entryOf(1));
      expect(await log.append({ ...session, startedAt: at(9) }, entryOf(1))).toBe('kept');
      await log.append({ ...session, startedAt: at(9) }, entryOf(2));
      const { sessions } = await log.listSessions({ courseId, limit: 10 });
      expect(sessions).toEqual([{ ...session, calls: 4, errors: 2 }]);
    });

    it('has room for so many calls of a session, and for those of another', async () => {
      const session = sessionOf();
      const [call] = entryOf(1).calls;
      if (!call) throw new Error('an entry has calls');
      const calls = Array.from({ length: 200 }, () => call);
      for (let sequence = 1; sequence <= maxCallsPerSession / 200; sequence += 1)
        expect(await log.append(session, entryOf(sequence, { calls }))).toBe('kept');
      expect(await log.append(session, entryOf(99))).toBe('full');
      expect((await log.read(session.sessionId))?.entries).toHaveLength(maxCallsPerSession / 200);
      expect(await log.append(sessionOf(), entryOf(1))).toBe('kept');
    });

    it('forgets a registration, and no other', async () => {
      const [session, other] = [sessionOf(), sessionOf()];
      const again = { ...sessionOf(), registration: session.registration };
      for (const one of [session, again, other]) await log.append(one, entryOf(1));
      expect(await log.countOf(session.registration, at(1))).toBe(2);
      expect(await log.countOf(session.registration, at(0))).toBe(0);
      expect(await log.forget(session.registration)).toBe(2);
      expect(await log.countOf(session.registration, at(1))).toBe(0);
      expect(await log.forget(session.registration)).toBe(0);
      expect(await log.read(session.sessionId)).toBeUndefined();
      expect(await log.read(other.sessionId)).toMatchObject({ session: other });
    });

    it('lists the sessions of a course, the latest first, page by page', async () => {
      const sessions = [sessionOf(1), sessionOf(2), sessionOf(3)];
      for (const session of sessions) await log.append(session, entryOf(1));
      const first = await log.listSessions({ courseId, limit: 2 });
      const after = first.next === undefined ? {} : { after: first.next };
      const second = await log.listSessions({ courseId, limit: 2, ...after });
      const listed = [...first.sessions, ...second.sessions].map(({ startedAt }) => startedAt);
      expect(listed).toEqual([at(3), at(2), at(1)]);
      expect((await log.listSessions({ courseId: randomUUID(), limit: 2 })).sessions).toEqual([]);
    });
  });
}
