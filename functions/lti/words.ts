import type { ChoiceFault } from '@sinau/delivery/lti';
import type { Locale } from '@sinau/kernel';

/** Why a choice was not taken, and what to do: by the answer, or by the course that was to take it. */
type Refusal = ChoiceFault | 'ended' | 'full' | 'gone' | 'busy';

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
  readonly refusal: Readonly<Record<Refusal, string>>;
  readonly toStudio: string;
  readonly backToCourse: string;
  readonly toolSays: string;
  readonly toolReports: string;
  readonly notOurs: string;
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
  nothingAdded: 'Tidak ada yang ditambahkan ke kursus.',
  refusal: {
    author:
      'Akun yang membuka alat ini tidak lagi berhak menulis kursus penyelenggara ini. Hubungi operator.',
    'tool-off':
      'Alat ini sudah dimatikan. Setelah dinyalakan lagi, buka dari halaman kursus dan pilih kembali.',
    'place-gone':
      'Tempat pemakaian alat ini sudah dihapus. Buka alat lewat tempat lain dari halaman kursus, lalu pilih kembali.',
    signature:
      'Jawaban ini tidak ditandatangani dengan kunci alat yang terdaftar. Mintalah pengelola alat memeriksa kuncinya.',
    message:
      'Jawaban ini bukan untuk permintaan Anda. Buka lagi alat dari halaman kursus; bila terulang, hubungi pengelola alat.',
    times:
      'Jawaban ini sudah lewat waktunya, atau jam alat tidak tepat. Buka lagi alat dari halaman kursus; bila terulang, hubungi pengelola alat.',
    repeated:
      'Jawaban ini sudah pernah dipakai. Lihat isi kursus; bila belum ada, buka lagi alat dan pilih kembali.',
    type: 'Alat memberi jenis isi yang tidak dapat ditempatkan di kursus, misalnya berkas, gambar, atau potongan halaman. Pilih kegiatan atau tautan.',
    items:
      'Ada isi yang datanya tidak lengkap atau terlalu banyak isi sekaligus. Pilih isi lain, atau hubungi pengelola alat.',
    address:
      'Ada isi yang alamatnya tidak dapat dibuka dari internet. Pilih isi lain, atau hubungi pengelola alat.',
    ended:
      'Pilihan ini sudah diterima sebelumnya, atau jendela alat terbuka terlalu lama. Lihat isi kursus; bila belum ada, buka lagi alat dan pilih kembali.',
    full: 'Kursus ini sudah penuh. Hapus bagian yang tidak dipakai, lalu pilih kembali.',
    gone: 'Kursusnya sudah tidak ada, atau alat ini tidak dapat dipakai di sana.',
    busy: 'Ada gangguan sesaat. Muat ulang halaman ini untuk mencoba lagi; pilihan Anda tidak hilang.',
  },
  toStudio: 'Ke studio',
  backToCourse: 'Kembali',
  toolSays: 'Pesan dari alat',
  toolReports: 'Alat melaporkan masalah',
  notOurs:
    'Kalimat di atas ditulis di luar Sinau. Jangan memberikan kata sandi atau menghubungi nomor yang disebut di sana; bila ragu, tanyakan kepada pengelola instansi Anda.',
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
  nothingAdded: 'Nothing was added to the course.',
  refusal: {
    author:
      'The account that opened the tool may not write courses of this provider any more. Ask an operator.',
    'tool-off':
      'This tool was turned off. Once it is turned on again, open it from the page of the course and choose once more.',
    'place-gone':
      'The place of this tool was removed. Open the tool by another place from the page of the course, and choose once more.',
    signature:
      'This answer is not signed with a key that the tool has registered. Ask who looks after the tool to check its keys.',
    message:
      'This answer is not for what you asked. Open the tool again from the page of the course; if it happens again, ask who looks after the tool.',
    times:
      'This answer came too late, or the clock of the tool is wrong. Open the tool again from the page of the course; if it happens again, ask who looks after the tool.',
    repeated:
      'This answer has been used before. Look at the course; if the content is not there, open the tool again and choose once more.',
    type: 'The tool gave a kind of content that cannot stand in a course, such as a file, an image or a piece of a page. Choose an activity or a link.',
    items:
      'Something that was chosen is not complete, or it was too much at once. Choose something else, or ask who looks after the tool.',
    address:
      'Something that was chosen has an address that cannot be opened from the internet. Choose something else, or ask who looks after the tool.',
    ended:
      'This choice was taken before, or the window of the tool was open for too long. Look at the course; if the content is not there, open the tool again and choose once more.',
    full: 'This course is full. Remove a part that is not needed, and choose once more.',
    gone: 'The course is not there any more, or this tool cannot be used in it.',
    busy: 'Something failed for a moment. Load this page again to retry; your choice is not lost.',
  },
  toStudio: 'To the studio',
  backToCourse: 'Back',
  toolSays: 'The tool says',
  toolReports: 'The tool reports a problem',
  notOurs:
    'The sentence above was written outside Sinau. Give no password and call no number that it names; if in doubt, ask an administrator of your agency.',
  home: 'To the home page',
};

export const wordsOf = (locale: Locale): LtiWords => ({ id, en })[locale];
