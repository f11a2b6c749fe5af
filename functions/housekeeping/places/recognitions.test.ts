import type { CertificateMessage } from '@sinau/credentials';
import { memoryCertificateStore, someCertificate } from '@sinau/credentials/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { createMemoryQueue } from '@sinau/platform/testing';
import { memoryPriorityStore, memoryRecognitionStore, recognitionOf } from '@sinau/recognition/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { recognitionRegistration } from '../../shared/recognition-registration.ts';
import { recognitionsPlace } from './recognitions.ts';

const clock = fixedClock('2026-04-01T01:00:00.000Z');
const [sri, budi] = ['sri' as PersonId, 'budi' as PersonId];

describe('recognition in copies and erasures', () => {
  let recognitions: ReturnType<typeof memoryRecognitionStore>;
  let certificates: ReturnType<typeof memoryCertificateStore>;
  let certificateQueue: ReturnType<typeof createMemoryQueue<CertificateMessage>>;
  beforeEach(async () => {
    recognitions = memoryRecognitionStore();
    certificates = memoryCertificateStore();
    certificateQueue = createMemoryQueue();
    await recognitions.step({ after: recognitionOf() });
    const at = '2026-03-02T01:00:00.000Z';
    const waiting = recognitionOf({ recognitionId: 'n-2' as never, state: 'proposed' });
    const behaviour = 'Sesuatu yang masih ditimbang';
    const by = { id: budi, name: 'Budi', as: 'colleague' as const };
    const origin = { kind: 'people' as const, by, behaviour };
    await recognitions.step({ after: { ...waiting, origin, steps: [{ to: 'proposed', at }] } });
  });
  const place = () =>
    recognitionsPlace(
      { recognitions, priority: memoryPriorityStore(), certificates, certificateQueue, clock },
      { functionMs: 0, readMs: 60_000 },
    );
  const order = (personId: PersonId, keepVerbs?: readonly string[]) =>
    ({ personId, ...(keepVerbs && { keepVerbs }) }) as never;
  const copyOf = async (personId: PersonId) =>
    JSON.stringify(await place().copy?.(order(personId), undefined));

  it('a copy tells what was granted and who proposed it, no proposal that waits, and of one’s own proposals no name', async () => {
    const hers = await copyOf(sri);
    expect(hers).toContain('Budi');
    expect(hers).not.toContain('masih ditimbang');
    const his = await copyOf(budi);
    expect(his).toContain('masih ditimbang');
    expect(his).not.toContain('sri');
  });

  it('an erasure takes it back whole, and the name with what was proposed; a retention rule nothing', async () => {
    const counted = async (personId: PersonId) => (await place().count(order(personId), undefined)).counts;
    expect(await counted(sri)).toEqual({ recognitions: 2 });
    await place().erase?.(order(sri, ['x']), undefined);
    expect(await counted(sri)).toEqual({ recognitions: 2 });
    await place().erase?.(order(budi), undefined);
    expect(await copyOf(sri)).not.toContain('Budi');
    expect(await counted(sri)).toEqual({ recognitions: 2 });
    await place().erase?.(order(sri), undefined);
    // What is left says when that was, and counts as nothing that is left.
    expect(await counted(sri)).toEqual({ recognitions: 0 });
    expect(await place().copy?.(order(sri), undefined)).toEqual({
      records: [{ recognitionsErased: { at: clock.now().toISOString() } }],
      counts: { recognitions: 0 },
    });
  });

  it('an erasure goes on only once no badge stands, and asks again until then', async () => {
    const registration = recognitionRegistration(sri, 'n-1');
    const badge = someCertificate({ personId: sri, registration });
    await certificates.add(badge);
    // Of a course, and of what was taken back before: nothing is to be done about them.
    await certificates.add(someCertificate({ personId: sri }));
    const revoked = { at: '2026-03-02T01:00:00.000Z', reason: 'completion-withdrawn' as const };
    const over = recognitionRegistration(sri, 'n-0');
    await certificates.add(someCertificate({ personId: sri, registration: over, revoked }));
    const counted = async () => (await place().count(order(sri), undefined)).counts;
    // Two recognitions; the badge of one that is there is no more to take away than that.
    expect(await counted()).toEqual({ recognitions: 2 });
    await place().erase?.(order(sri, ['x']), undefined);
    expect(certificateQueue.sent).toEqual([]);
    expect(await place().erase?.(order(sri), undefined)).toMatchObject({ waitMs: 60_000 });
    expect(await recognitions.find(recognitionOf())).toBeUndefined();
    expect(certificateQueue.sent).toEqual([{ kind: 'settle', registration }]);
    // The row is gone; the badge alone is found by the last look, and by an erasure that begins again.
    expect(await counted()).toEqual({ recognitions: 1 });
    await place().erase?.(order(sri), undefined);
    expect(certificateQueue.sent).toHaveLength(2);
    expect(await certificates.change({ ...badge, revoked }, [0])).toBe('changed');
    expect(await counted()).toEqual({ recognitions: 0 });
    expect(await place().erase?.(order(sri), undefined)).not.toHaveProperty('waitMs');
    expect(certificateQueue.sent).toHaveLength(2);
  });

  it('one whose message is lost, or that was issued meanwhile, is asked for again', async () => {
    const registration = recognitionRegistration(sri, 'n-1');
    await certificates.add(someCertificate({ personId: sri, registration }));
    const { send } = certificateQueue;
    certificateQueue.send = async () => {
      throw new Error('the queue does not answer');
    };
    await expect(place().erase?.(order(sri), undefined)).rejects.toThrow('does not answer');
    expect(await recognitions.find(recognitionOf())).toBeUndefined();
    certificateQueue.send = send;
    await place().erase?.(order(sri), undefined);
    expect(certificateQueue.sent).toEqual([{ kind: 'settle', registration }]);
  });
});
