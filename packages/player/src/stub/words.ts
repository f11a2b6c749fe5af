export type StubLocale = 'id' | 'en';

/** Everything a stub says; both languages complete. */
export interface StubWords {
  readonly connecting: string;
  readonly ready: string;
  readonly open: string;
  readonly openAgain: string;
  readonly blocked: string;
  readonly opened: string;
  readonly progress: (percent: number) => string;
  readonly done: string;
  readonly score: (points: number) => string;
  readonly offline: string;
  readonly again: string;
  readonly back: string;
  readonly noHost: string;
  readonly privacy: string;
  readonly closed: Readonly<Record<string, string>>;
  readonly closedOther: string;
}

const id: StubWords = {
  connecting: 'Menghubungkan…',
  ready: 'Kursus ini terbuka di jendela sendiri. Biarkan halaman ini terbuka: hasilnya dicatat di sini.',
  open: 'Buka kursus',
  openAgain: 'Buka kursus lagi',
  blocked: 'Peramban menahan jendela baru. Buka kursus lewat tautan ini:',
  opened: 'Kursus terbuka di jendela lain. Hasilnya muncul di sini dengan sendirinya.',
  progress: (percent) => `Kemajuan: ${percent}%`,
  done: 'Selesai. Hasilnya sudah dicatat di sistem ini; halaman ini boleh ditutup.',
  score: (points) => `Nilai: ${points}`,
  offline: 'Sambungan terputus. Yang sudah dipelajari tidak hilang; halaman ini mencoba lagi.',
  again: 'Coba lagi',
  back: 'Kembali',
  noHost:
    'Halaman ini tidak menemukan sistem pembelajaran yang membukanya. Tutup, lalu buka lagi dari kursus di sistem Anda.',
  privacy: 'Nama dan nomor Anda tidak dikirim: kursus hanya menerima sidik (hash) dari nomor itu.',
  closed: {
    'dispatch.disabled':
      'Penyelenggara sedang menutup kursus ini untuk sistem Anda. Hubungi pengelola pembelajaran.',
    'dispatch.expired':
      'Masa berlaku kursus ini untuk sistem Anda sudah habis. Hubungi pengelola pembelajaran.',
    'dispatch.full': 'Kuota peserta dari sistem Anda sudah habis. Hubungi pengelola pembelajaran.',
    'dispatch.withdrawn': 'Kursus ini sedang tidak dibuka. Hubungi pengelola pembelajaran.',
    'dispatch.not-found':
      'Paket ini tidak berlaku lagi. Pengelola pembelajaran perlu memasang paket yang baru.',
  },
  closedOther: 'Kursus ini tidak dapat dibuka. Hubungi pengelola pembelajaran.',
};

const en: StubWords = {
  connecting: 'Connecting…',
  ready: 'This course opens in a window of its own. Keep this page open: the result is recorded here.',
  open: 'Open the course',
  openAgain: 'Open the course again',
  blocked: 'The browser has held back the new window. Open the course by this link:',
  opened: 'The course is open in another window. Its result comes here by itself.',
  progress: (percent) => `Progress: ${percent}%`,
  done: 'Done. The result is recorded in this system; you may close this page.',
  score: (points) => `Score: ${points}`,
  offline: 'The connection is lost. Nothing that was learned is lost; this page tries again.',
  again: 'Try again',
  back: 'Back',
  noHost:
    'This page does not find the learning system that opened it. Close it, and open it again from the course in your system.',
  privacy: 'Your name and number are not sent: the course receives a digest (hash) of the number alone.',
  closed: {
    'dispatch.disabled':
      'The provider has closed this course for your system. Ask whoever runs your learning system.',
    'dispatch.expired':
      'The time of this course in your system is over. Ask whoever runs your learning system.',
    'dispatch.full': 'All places of your system are taken. Ask whoever runs your learning system.',
    'dispatch.withdrawn': 'This course is not open. Ask whoever runs your learning system.',
    'dispatch.not-found':
      'This package is not valid any more. Whoever runs your learning system has to install a new one.',
  },
  closedOther: 'This course cannot be opened. Ask whoever runs your learning system.',
};

export const stubWords: Readonly<Record<StubLocale, StubWords>> = { id, en };

/** The first language of the browser that the stub speaks, else Indonesian. */
export function stubLocale(languages: readonly string[]): StubLocale {
  for (const tag of languages) {
    const [language] = tag.toLowerCase().split('-');
    if (language === 'id' || language === 'in') return 'id';
    if (language === 'en') return 'en';
  }
  return 'id';
}
