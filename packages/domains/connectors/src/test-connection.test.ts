import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { testConnection } from './test-connection.ts';
import { memoryConnectionStore } from './testing/memory-connection-store.ts';
import { sampleConnection } from './testing/sample-connection.ts';
import { scriptedAdapter } from './testing/scripted-adapter.ts';

describe('testing a connection', () => {
  it('R10: answers before the browser gives up, though the provider never does', async () => {
    const connections = memoryConnectionStore();
    const connection = sampleConnection();
    await connections.create(connection);
    const silent = { ...scriptedAdapter({ courses: [] }), test: () => new Promise<never>(() => undefined) };
    const { connectionId, providerId } = connection;
    const tenant = { kind: 'provider', providerId } as const;
    const principal = { kind: 'client', clientId: 'c', name: 'M', tenant, scopes: [] } as const;
    const deps = { connections, adapters: { adapterOf: async () => silent }, clock: fixedClock() };
    const waited: number[] = [];
    const wait = async (ms: number) => void waited.push(ms);
    const tested = testConnection({ ...deps, wait }, { principal, connectionId });
    expect(await tested).toMatchObject({ capabilities: [], reason: 'timeout' });
    expect(waited).toEqual([10_000]);
  });
});
