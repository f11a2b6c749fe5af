import type { Locale } from '@sinau/kernel';
import type { CourseClosed, LaunchRefusal } from '@sinau/lti-tool';

/** The few words of pages between a learning system of others and ours. */
export interface ToolWords {
  readonly newWindowTitle: string;
  readonly newWindow: string;
  readonly openWindow: string;
  readonly failed: string;
  readonly refusals: Readonly<Record<LaunchRefusal, string>>;
  readonly forTechnicians: string;
  readonly linkTitle: string;
  readonly link: (platform: string, course: string) => string;
  readonly linkOnce: string;
  readonly goLink: string;
  readonly closedTitle: (course: string) => string;
  readonly closed: Readonly<Record<CourseClosed, string>>;
  readonly toCourse: string;
  readonly chooseTitle: string;
  readonly chooseFor: (platform: string, context: string | undefined) => string;
  readonly search: string;
  readonly searchLabel: string;
  readonly noCourses: string;
  readonly courses: string;
  readonly choose: string;
  readonly cancel: string;
  readonly returning: (platform: string) => string;
  readonly goOn: string;
  readonly register: {
    readonly title: string;
    readonly text: (host: string) => string;
    readonly button: string;
    readonly doneTitle: string;
    readonly done: (host: string) => string;
    readonly close: string;
    readonly failed: string;
    readonly ended: string;
    readonly missing: string;
    readonly again: string;
  };
  readonly fromLms: string;
  readonly fromLmsText: string;
}

const id: ToolWords = {
  newWindowTitle: 'Buka di jendela baru',
  newWindow:
    'Kursus ini dibuka di jendela sendiri, karena peramban menutup penyimpanan bagi halaman yang tampil di dalam halaman situs lain.',
  openWindow: 'Buka di jendela baru',
  failed: 'Tidak dapat dibuka',
  refusals: {
    'unknown-platform':
      'LMS ini belum didaftarkan di Sinau, atau pendaftarannya sudah dihapus. Hubungi pengelola LMS.',
    'ambiguous-platform':
      'LMS ini terdaftar lebih dari sekali di Sinau dan tidak menyebutkan pendaftaran mana yang dipakai. Pengelola LMS perlu menyertakan client_id saat membuka kursus.',
    'not-ready':
      'Pendaftaran LMS ini belum dikonfirmasi, atau sedang dimatikan pemiliknya. Hubungi pengelola LMS.',
    deployment:
      'Bagian LMS ini belum diizinkan membuka kursus Sinau. Pengelola LMS perlu menyetujuinya di Studio.',
    ended: 'Tautan ini hanya berlaku sekali dan sebentar. Tutup jendela ini, lalu buka lagi dari LMS Anda.',
    browser:
      'Peramban ini tidak menyimpan penanda yang dipakai untuk mengenali Anda. Izinkan kuki untuk situs ini, lalu buka lagi dari LMS Anda.',
    message:
      'Pesan dari LMS tidak dapat diterima. Buka lagi dari LMS Anda; bila tetap gagal, hubungi pengelolanya.',
    told: 'LMS Anda tidak dapat membuka kursus ini.',
    course: 'Tautan ini tidak menunjuk ke kursus yang dapat dibuka dari LMS ini. Hubungi pengajar Anda.',
  },
  forTechnicians: 'Untuk pengelola LMS',
  linkTitle: 'Hubungkan akun',
  link: (platform, course) =>
    `Akun Anda di ${platform} belum terhubung dengan akun Sinau. Hubungkan dulu agar kursus “${course}” tercatat atas nama Anda.`,
  linkOnce:
    'Masuklah ke Sinau dengan akun Anda sendiri; sesudah itu Anda diminta menyetujui. Ini hanya perlu sekali, dan dapat Anda cabut kapan saja di halaman Akun.',
  goLink: 'Masuk dan hubungkan',
  closedTitle: (course) => `“${course}” belum dapat dibuka`,
  closed: {
    'needs-approval':
      'Kursus ini perlu persetujuan atasan atau instansi. Ajukan dari halaman kursusnya di Sinau.',
    'needs-invitation':
      'Kursus ini menerima peserta dengan undangan. Masukkan kode undangan di halaman kursusnya di Sinau.',
    requested: 'Permintaan Anda sedang menunggu keputusan.',
    waiting: 'Tempatnya sedang penuh; Anda ada di daftar tunggu.',
    'not-yet-open': 'Pendaftaran kursus ini belum dibuka.',
    'enrolment-closed': 'Pendaftaran kursus ini sudah ditutup.',
    budget: 'Mata anggaran instansi Anda tidak punya sisa untuk kursus ini. Hubungi pengelola instansi.',
    'earlier-step':
      'Kursus ini bagian dari jalur belajar Anda, dan ada yang perlu diselesaikan lebih dahulu. Lihat di halaman jalur belajar Anda di Sinau.',
    quota: 'Jatah instansi Anda untuk kursus ini sudah habis. Hubungi pengelola instansi.',
    account: 'Akun Sinau Anda tidak dapat mengikuti kursus. Hubungi pengelola instansi.',
  },
  toCourse: 'Ke halaman kursus di Sinau',
  chooseTitle: 'Pilih kursus Sinau',
  chooseFor: (platform, context) =>
    context === undefined ? `Untuk ${platform}.` : `Untuk “${context}” di ${platform}.`,
  search: 'Cari',
  searchLabel: 'Cari kursus',
  noCourses: 'Tidak ada kursus terbit yang cocok.',
  courses: 'Kursus',
  choose: 'Tambahkan',
  cancel: 'Batal',
  returning: (platform) => `Kembali ke ${platform}`,
  goOn: 'Lanjutkan',
  register: {
    title: 'Daftarkan LMS ke Sinau',
    text: (host) =>
      `LMS di ${host} akan didaftarkan, sehingga dapat membuka kursus Sinau. Pendaftaran baru berlaku setelah dikonfirmasi di Studio.`,
    button: 'Daftarkan',
    doneTitle: 'LMS terdaftar',
    done: (host) => `${host} menunggu konfirmasi: buka Studio di Sinau, periksa alamatnya, lalu konfirmasi.`,
    close: 'Selesai',
    failed: 'Pendaftaran belum berhasil',
    ended: 'Alamat ini hanya berlaku sekali, selama satu jam. Buat yang baru di Studio.',
    missing: 'Buka alamat ini dari pengaturan alat LTI di LMS Anda, bukan langsung di peramban.',
    again: 'Alamat pendaftaran masih berlaku. Perbaiki penyebabnya di LMS, lalu ulangi dari sana.',
  },
  fromLms: 'Buka dari LMS Anda',
  fromLmsText: 'Halaman ini dibuka oleh LMS tempat kursus ini ditautkan. Buka kembali tautannya di sana.',
};

const en: ToolWords = {
  newWindowTitle: 'Open in a new window',
  newWindow:
    'This course opens in a window of its own, since browsers keep storage from pages that show inside pages of another site.',
  openWindow: 'Open in a new window',
  failed: 'This cannot be opened',
  refusals: {
    'unknown-platform': 'This LMS is not registered with Sinau, or no more. Ask who looks after the LMS.',
    'ambiguous-platform':
      'This learning system is registered here more than once and does not say which registration is meant. Those who run it have to send client_id with the login.',
    'not-ready':
      'The registration of this LMS is not confirmed yet, or its owner has turned it off. Ask who looks after the LMS.',
    deployment:
      'This part of the LMS may not open courses of Sinau yet. Who looks after the LMS can allow it in the studio.',
    ended: 'This link works once and for a short time. Close this window and open it again from your LMS.',
    browser:
      'This browser has not kept the mark by which we know it again. Allow cookies for this site, then open it again from your LMS.',
    message:
      'What the LMS sent cannot be taken. Open it again from your LMS; if it fails again, ask who looks after it.',
    told: 'Your LMS cannot open this course.',
    course: 'This link leads to no course that this LMS may open. Ask your teacher.',
  },
  forTechnicians: 'For who looks after the LMS',
  linkTitle: 'Link your account',
  link: (platform, course) =>
    `Your account at ${platform} is not linked with an account of Sinau yet. Link it first, so that “${course}” counts for you.`,
  linkOnce:
    'Sign in to Sinau with your own account; then you are asked to agree. This is needed once, and you can take it back at any time on your account page.',
  goLink: 'Sign in and link',
  closedTitle: (course) => `“${course}” cannot be opened yet`,
  closed: {
    'needs-approval':
      'This course needs the approval of your supervisor or agency. Ask for it on its page in Sinau.',
    'needs-invitation': 'This course admits by invitation. Enter your code on its page in Sinau.',
    requested: 'Your request waits for a decision.',
    waiting: 'There is no free seat now; you are on the waiting list.',
    'not-yet-open': 'Enrolment in this course has not begun yet.',
    'enrolment-closed': 'Enrolment in this course is closed.',
    budget: 'The budget line of your agency has no room for this course. Ask an administrator of the agency.',
    'earlier-step':
      'This course is part of a learning path of yours, and something else comes first. See the page of your path in Sinau.',
    quota: 'Your agency has used up its seats for this course. Ask an administrator of the agency.',
    account: 'Your account of Sinau cannot take courses. Ask an administrator of the agency.',
  },
  toCourse: 'To the page of the course in Sinau',
  chooseTitle: 'Choose courses of Sinau',
  chooseFor: (platform, context) =>
    context === undefined ? `For ${platform}.` : `For “${context}” at ${platform}.`,
  search: 'Search',
  searchLabel: 'Search courses',
  noCourses: 'No published course fits.',
  courses: 'Courses',
  choose: 'Add',
  cancel: 'Cancel',
  returning: (platform) => `Back to ${platform}`,
  goOn: 'Continue',
  register: {
    title: 'Register your LMS with Sinau',
    text: (host) =>
      `The LMS at ${host} will be registered, so that it can open courses of Sinau. It works once it is confirmed in the studio.`,
    button: 'Register',
    doneTitle: 'The LMS is registered',
    done: (host) =>
      `${host} waits to be confirmed: open the studio of Sinau, look at the address, then confirm it.`,
    close: 'Done',
    failed: 'The registration did not work yet',
    ended: 'This address works once, for an hour. Make a new one in the studio.',
    missing: 'Open this address from the settings of LTI tools in your LMS, not in the browser itself.',
    again: 'The address of registration still works. Mend the cause in the LMS, then try again from there.',
  },
  fromLms: 'Open it from your LMS',
  fromLmsText: 'This page is opened by the LMS in which this course is linked. Open the link there again.',
};

export const wordsOf = (locale: Locale): ToolWords => ({ id, en })[locale];
