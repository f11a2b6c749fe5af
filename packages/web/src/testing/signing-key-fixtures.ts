import type { SigningKeysPorts, SigningKeyView } from '../signing-keys/ports.ts';

const at = '2026-01-05T02:00:00.000Z';
const current: SigningKeyView = {
  ...{ kid: 'key-2', state: 'current', createdAt: at, signsFrom: at },
  rotatesAt: '2026-04-05T02:00:00.000Z',
};
const platform: readonly SigningKeyView[] = [
  {
    kid: 'key-3',
    state: 'next',
    createdAt: at,
    signsFrom: '2026-01-05T04:00:00.000Z',
    madeBy: { id: 'p1', name: 'Rina <b>' },
  },
  {
    kid: 'key-2',
    state: 'current',
    createdAt: at,
    signsFrom: at,
    publishedUntil: '2026-01-05T06:00:00.000Z',
  },
  {
    ...{ kid: 'key-1', state: 'withdrawn', createdAt: at, signsFrom: at },
    withdrawn: { at, by: { id: 'machine-1' }, reason: 'bocor <script>' },
  },
];

export function createSigningKeyFixtures(): SigningKeysPorts {
  return {
    keysOf: async (role) => (role === 'platform' ? platform : [current]),
    rotate: async () => undefined,
    withdraw: async () => undefined,
  };
}
