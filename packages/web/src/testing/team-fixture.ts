import type { Jp } from '@sinau/kernel';
import type { TeamMemberView } from '../people/ports.ts';

const course = { id: 'Keamanan Informasi', en: 'Information security' };
const jp = { year: 2026, recognised: 1_250 as Jp, minimum: 2_000 as Jp };

/** A team with somebody of each standing. */
export const teamFixture: readonly TeamMemberView[] = [
  {
    ...{ personId: 'p1', name: 'Yohanis', email: 'yohanis@contoh.example', status: 'active' },
    ...{ standing: 'on-track', jp: { year: 2026, recognised: 300 as Jp }, open: [] },
    programmes: [{ title: 'Program dasar ASN', done: 3, all: 5 }],
    exempt: [{ title: 'Antikorupsi', until: '2026-12-31' }],
  },
  {
    ...{ personId: 'p2', name: 'Siti Rahmawati, S.Kom.', email: 'siti@contoh.example', status: 'active' },
    ...{ maskedEmployeeNumber: '••••••••••••••1002', standing: 'overdue', jp },
    open: [
      { course, dueOn: '2026-11-20', isOverdue: true, state: 'started' },
      { course: { id: 'Antikorupsi' }, dueOn: '2026-12-31', isOverdue: false, state: 'required' },
    ],
  },
  {
    ...{ personId: 'p3', name: 'Made Wirawan', email: 'made@contoh.example', status: 'invited' },
    ...{ standing: 'at-risk', jp, open: [{ course, isOverdue: false, state: 'enrolled' }] },
  },
];
