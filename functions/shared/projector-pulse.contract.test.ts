import { fixedClock } from '@sinau/kernel/testing';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import { createProjectorPulse } from './projector-pulse.ts';

withTables((engine, tables) => {
  it(`notes progress now and then and never backwards (${engine})`, async () => {
    const clock = fixedClock('2026-03-02T01:00:00.000Z');
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const deps = { dynamo: tables().dynamo, table: tables().lrs, clock, log };
    const [one, other] = [createProjectorPulse(deps), createProjectorPulse(deps)];
    expect(await one.read()).toBeUndefined();
    await one.beat('2026-03-02T00:59:58.000Z');
    const first = { handledAt: '2026-03-02T01:00:00.000Z', recordAt: '2026-03-02T00:59:58.000Z' };
    expect(await other.read()).toEqual(first);
    await one.beat('2026-03-02T01:00:00.000Z');
    await other.beat('2026-03-02T00:50:00.000Z');
    expect(await one.read()).toEqual(first);
    clock.advance(15_000);
    await one.beat('2026-03-02T01:00:14.000Z');
    expect(await one.read()).toMatchObject({ handledAt: '2026-03-02T01:00:15.000Z' });
  });

  it(`lets the work stand when progress cannot be noted (${engine})`, async () => {
    const errors: string[] = [];
    const log = { info: () => {}, warn: () => {}, error: (message: string) => void errors.push(message) };
    const pulse = createProjectorPulse({
      dynamo: tables().dynamo,
      table: 'absent',
      clock: fixedClock(),
      log,
    });
    await pulse.beat('2026-03-02T00:59:58.000Z');
    expect(errors).toEqual(['progress of the projector not noted']);
  });
});
