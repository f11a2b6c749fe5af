import type { ServiceId, SurveyId } from '@sinau/feedback';
import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import { createRateCounter } from '@sinau/platform/http';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import { createSenderLimit } from './citizen-parts.ts';

const place = (serviceId: string) => ({
  ...{ agencyId: 'bkn' as AgencyId, serviceId: serviceId as ServiceId, surveyId: '2026-11-01' as SurveyId },
});

withTables((engine, tables) => {
  it(`holds one sender at one survey to its number in ten minutes, and keeps no address (${engine})`, async () => {
    const { dynamo, lms: table } = tables();
    const clock = fixedClock('2026-11-28T01:00:00.000Z');
    const counter = createRateCounter({ dynamo, table });
    const keys: string[] = [];
    const noting = {
      async add(input: Parameters<typeof counter.add>[0]) {
        keys.push(input.key);
        return counter.add(input);
      },
    };
    const signer = hmacSigner('a secret for tests of at least 32 characters');
    const limit = createSenderLimit({ counter: noting, most: 3, signer, clock });
    const admit = (sender: string, service = 'ktp') => limit.admit(sender, place(service));
    for (let n = 0; n < 3; n += 1) expect(await admit('203.0.113.9')).toBe(true);
    expect(await admit('203.0.113.9')).toBe(false);
    expect(await admit('203.0.113.10')).toBe(true);
    expect(await admit('203.0.113.9', 'akta')).toBe(true);
    clock.advance(600_000);
    expect(await admit('203.0.113.9')).toBe(true);
    const sameDay = keys.at(-1)?.split(':')[1];
    expect(sameDay).toBe(keys[0]?.split(':')[1]);
    clock.advance(86_400_000);
    await admit('203.0.113.9');
    expect(keys.at(-1)?.split(':')[1]).not.toBe(sameDay);
    expect(keys.join()).not.toContain('203.0.113');
  });
});
