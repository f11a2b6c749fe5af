import type { Locale } from '@sinau/kernel';

const id = {
  field: 'Atau jalur belajar',
  fieldHint:
    'Pilih ini sebagai ganti kursus. Setiap orang masuk ke jalur sekali, dan kewajiban terpenuhi saat jalurnya selesai.',
  wrong: 'Pilih kursus atau jalur belajar, bukan keduanya.',
  refused:
    'Jalur ini tidak dapat diwajibkan: jalurnya harus terbit untuk pegawai instansi Anda, dan yang memuat kegiatan hanya dapat diwajibkan sekali.',
  term: 'Jalur belajar',
  open: 'Lihat jalur',
  version: (n: string) => `Yang mulai sekarang memakai versi ${n}.`,
  mixed:
    'Yang sudah mulai tetap pada versinya sampai penyelenggara jalur memindahkan mereka; langkah yang ditambah atau dihapus belum berlaku bagi mereka.',
  moved: 'Semua yang belum selesai memakai versi ini.',
  finishedStay: 'Yang sudah selesai tetap selesai.',
  retired:
    'Jalur ini ditutup. Yang sudah di dalamnya dapat menyelesaikannya; yang belum tidak dapat mulai. Ganti jalurnya, atau minta penyelenggara membukanya lagi.',
};

const en: typeof id = {
  field: 'Or a learning path',
  fieldHint:
    'Choose this in place of courses. Everybody is put on the path once, and the duty is met when the path is finished.',
  wrong: 'Choose courses or a learning path, not both.',
  refused:
    'This path cannot be required: it must be published for people of your agency, and one that has events can be required once alone.',
  term: 'Learning path',
  open: 'See the path',
  version: (n) => `Whoever begins now goes by version ${n}.`,
  mixed:
    'Whoever has begun stays on their version until the owner of the path moves them; steps that were added or removed do not hold for them yet.',
  moved: 'Everybody who has not finished goes by this version.',
  finishedStay: 'Whoever has finished stays finished.',
  retired:
    'This path is closed. Whoever is on it can finish it; nobody else can begin. Put another path in its place, or ask its owner to open it again.',
};

/** Words of a learning path that an obligation requires. */
export const obligationPathWords: Readonly<Record<Locale, typeof id>> = { id, en };
