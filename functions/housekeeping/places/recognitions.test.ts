import type { PersonId } from '@sinau/kernel';
import { memoryPriorityStore, memoryRecognitionStore, recognitionOf } from '@sinau/recognition/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { recognitionsPlace } from './recognitions.ts';

const [sri, budi] = ['sri' as PersonId, 'budi' as PersonId];

describe('recognition in copies and erasures', () => {
  let recognitions: ReturnType<typeof memoryRecognitionStore>;
  beforeEach(async () => {
    recognitions = memoryRecognitionStore();
    await recognitions.step({ after: recognitionOf() });
    const at = '2026-03-02T01:00:00.000Z';
    const waiting = recognitionOf({ recognitionId: 'n-2' as never, state: 'proposed' });
    const behaviour = 'Sesuatu yang masih ditimbang';
    const by = { id: budi, name: 'Budi', as: 'colleague' as const };
    const origin = { kind: 'people' as const, by, behaviour };
    await recognitions.step({ after: { ...waiting, origin, steps: [{ to: 'proposed', at }] } });
  });
  const place = () => recognitionsPlace({ recognitions, priority: memoryPriorityStore() }, 0);
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
    expect(await counted(sri)).toEqual({ recognitions: 0 });
  });
});
