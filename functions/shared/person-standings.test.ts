import type { Person } from '@sinau/identity';
import { expect, it } from 'vitest';
import { standingFrom } from './person-standings.ts';

const person = { home: { kind: 'agency', agencyId: 'bkn' } } as Person;

it('says what is assumed of somebody of whom nothing is known', () => {
  expect(standingFrom(person)).toEqual({
    ...{ agencyId: 'bkn', timeZone: 'Asia/Jakarta', statuses: [{ status: 'PNS', from: '1900-01-01' }] },
    assumed: ['status', 'time-zone'],
  });
});

it('gives each status its days, and a contract its years', () => {
  const contract = { from: '2024-03-01', to: '2026-05-31' };
  const career = {
    employment: [
      { from: '2024-03-01', status: 'PPPK' as const, contract },
      { from: '2026-06-01', status: 'PNS' as const },
    ],
    posts: [],
    stations: [{ from: '2024-03-01', agencyId: 'bkn' as never, timeZone: 'Asia/Jayapura' as const }],
  };
  expect(standingFrom({ ...person, career })).toEqual({
    ...{ agencyId: 'bkn', timeZone: 'Asia/Jayapura', assumed: [] },
    places: [{ from: '1900-01-01', agencyId: 'bkn', timeZone: 'Asia/Jayapura' }],
    statuses: [
      { status: 'PPPK', from: '1900-01-01', to: '2026-05-31' },
      { status: 'PNS', from: '2026-06-01' },
    ],
    contractYears: [
      { from: '2024-03-01', to: '2025-02-28' },
      { from: '2025-03-01', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-05-31' },
    ],
  });
});

it('knows where somebody was on which day; now they are where their account says', () => {
  const stations = [
    { from: '2024-03-01', agencyId: 'lan' as never, timeZone: 'Asia/Jakarta' as const },
    { from: '2026-06-01', agencyId: 'bkn' as never, timeZone: 'Asia/Jayapura' as const },
  ];
  const career = { employment: [], posts: [], stations };
  expect(standingFrom({ ...person, career }).places).toEqual([
    { from: '1900-01-01', to: '2026-05-31', agencyId: 'lan', timeZone: 'Asia/Jakarta' },
    { from: '2026-06-01', agencyId: 'bkn', timeZone: 'Asia/Jayapura' },
  ]);
  const home = { kind: 'provider', providerId: 'ui' } as unknown as Person['home'];
  expect(standingFrom({ ...person, home, career }).places?.at(-1)).toEqual({
    ...{ from: '2026-06-01', timeZone: 'Asia/Jayapura' },
  });
});

it('knows since when and until when a post is held that no maximum binds (PP 49/2018 Ps 40(2))', () => {
  const posts = [
    { from: '2025-01-01', title: 'Deputi', family: 'jpt-madya' as const },
    { from: '2026-02-01', title: 'Direktur', family: 'jpt-pratama' as const },
    { from: '2026-06-01', title: 'Kepala', family: 'jpt-utama' as const },
  ];
  const { unbound } = standingFrom({ ...person, career: { employment: [], posts, stations: [] } });
  expect(unbound).toEqual([{ from: '2025-01-01', to: '2026-01-31' }, { from: '2026-06-01' }]);
});
