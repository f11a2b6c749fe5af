import type { Locale } from '@sinau/kernel';

/** The few words of pages between the portal and tools. */
export interface LtiWords {
  readonly going: (tool: string) => string;
  readonly goOn: string;
  readonly launchFailed: string;
  readonly launchEnded: string;
  readonly notReady: string;
  readonly stranger: { readonly client: string; readonly 'redirect-uri': string };
  readonly forTechnicians: string;
  readonly choiceTaken: (count: number, course: string) => string;
  readonly choiceEmpty: string;
  readonly choiceRefused: string;
  readonly nothingAdded: string;
  readonly backToCourse: string;
  readonly toolSays: string;
  readonly toolReports: string;
  readonly home: string;
}

const id: LtiWords = {
  going: (tool) => `Membuka ${tool}`,
  goOn: 'Lanjutkan',
  launchFailed: 'Tidak dapat dibuka',
  launchEnded:
    'Tautan ini hanya berlaku sekali dan sebentar. Tutup jendela ini, lalu buka lagi dari halaman kursus.',
  notReady: 'Alat dari penyelenggara ini sedang tidak dipakai. Hubungi pengelola kursus.',
  stranger: {
    client:
      'Permintaan ini datang dari alat yang tidak terdaftar atau sudah dimatikan. Tidak ada data yang dikirim.',
    'redirect-uri':
      'Alat ini meminta data dikirim ke alamat yang tidak didaftarkannya. Tidak ada data yang dikirim.',
  },
  forTechnicians: 'Untuk pengelola alat',
  choiceTaken: (count, course) => `${count} isi ditambahkan ke draf kursus “${course}”.`,
  choiceEmpty: 'Tidak ada isi yang dipilih.',
  choiceRefused: 'Pilihan dari alat tidak dapat diterima',
  nothingAdded:
    'Tidak ada yang ditambahkan ke kursus. Buka lagi alat dari halaman kursus, lalu pilih kembali.',
  backToCourse: 'Kembali',
  toolSays: 'Pesan dari alat',
  toolReports: 'Alat melaporkan masalah',
  home: 'Ke beranda',
};

const en: LtiWords = {
  going: (tool) => `Opening ${tool}`,
  goOn: 'Continue',
  launchFailed: 'This cannot be opened',
  launchEnded:
    'This link works once and for a short time. Close this window and open it again from the page of the course.',
  notReady: 'This tool of the provider is not in use now. Ask who looks after the course.',
  stranger: {
    client: 'This request comes from a tool that is not registered or was turned off. Nothing was sent.',
    'redirect-uri': 'This tool asks for data at an address that it has not registered. Nothing was sent.',
  },
  forTechnicians: 'For who looks after the tool',
  choiceTaken: (count, course) =>
    `${count} ${count === 1 ? 'item was' : 'items were'} added to the draft of “${course}”.`,
  choiceEmpty: 'Nothing was chosen.',
  choiceRefused: 'What the tool sent cannot be taken',
  nothingAdded: 'Nothing was added to the course. Open the tool again from its page, and choose once more.',
  backToCourse: 'Back',
  toolSays: 'The tool says',
  toolReports: 'The tool reports a problem',
  home: 'To the home page',
};

export const wordsOf = (locale: Locale): LtiWords => ({ id, en })[locale];
