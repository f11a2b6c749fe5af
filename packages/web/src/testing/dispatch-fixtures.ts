import type { DispatchPorts, DispatchView } from '../dispatch/ports.ts';
import type { GuestPorts } from '../guest/ports.ts';
import { course } from './fixtures.ts';

const done = async () => undefined;

const dispatch: DispatchView = {
  ...{ dispatchId: 'd1', name: 'LMS Kota <b>Contoh</b>', notes: 'Sampai akhir tahun', enabled: true },
  ...{ capacity: 200, expiresAt: '2026-12-31T16:59:59.000Z', started: 41, finished: 17 },
  createdAt: '2026-03-02T01:00:00.000Z',
};

export const dispatches: DispatchPorts = {
  dispatchesOf: async () => ({
    ...{ courseId: 'c1', title: course.title, published: true },
    dispatches: [dispatch, { ...dispatch, dispatchId: 'd2', name: 'LMS Provinsi', enabled: false }],
  }),
  dispatchOf: async () => ({ ...dispatch, courseId: 'c1' }),
  create: done,
  change: done,
  setEnabled: done,
  renewKey: done,
  download: async () => ({ name: 'lms-kota-scorm12.zip', bytes: new Uint8Array([80, 75]) }),
};

export const guest: GuestPorts = {
  enter: async (_, entry) => (entry === 'masuk' ? 'kunjungan' : undefined),
  courseOf: async ({ cookie }) =>
    cookie === 'kunjungan' ? { title: course.title, outline: course.outline, satisfied: false } : undefined,
  launch: async ({ cookie }) =>
    cookie === 'kunjungan' ? { url: 'http://a.localhost:4000/index.html' } : undefined,
};
