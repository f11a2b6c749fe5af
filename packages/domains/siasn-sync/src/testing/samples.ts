import type { AgencyId, Jp } from '@sinau/kernel';
import type { SyncSettings } from '../settings.ts';
import type { Content } from '../sync-row.ts';

export const sampleSubjectId = 'A5EB03E20299F6A0E040640A040252AD';

export const sampleSettings = (more: Partial<SyncSettings> = {}): SyncSettings => ({
  ...{ agencyId: 'badan' as AgencyId, isOn: true, environment: 'production', fromYear: 2026, rev: 0 },
  ...{ siasnAgencyId: 'B'.repeat(32), subjectId: sampleSubjectId, ...more },
});

export const sampleContent = (more: Partial<Content> = {}): Content => ({
  ...{ title: 'Pelayanan publik', organiser: 'Universitas Contoh', from: '2026-02-27', to: '2026-03-02' },
  ...{ jp: 600 as Jp, form: 'NKL03', number: 'SINAU-1', courseId: 'c1', ...more },
});
