import type { Locale } from '@sinau/kernel';

const id = {
  label: 'Catatan saya',
  records: 'Catatan pembelajaran',
  jp: 'Rincian JP',
  certificates: 'Dompet sertifikat',
  recognitions: 'Pengakuan saya',
  priority: 'Kursi prioritas',
};

const en: typeof id = {
  label: 'My records',
  records: 'Learning records',
  jp: 'JP in detail',
  certificates: 'Certificate wallet',
  recognitions: 'My recognition',
  priority: 'Priority seats',
};

/** Pages of what somebody has learned and was given for it; loaded with them. */
export const ownMenuWords: Readonly<Record<Locale, typeof id>> = { id, en };
