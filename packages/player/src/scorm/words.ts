import type { ScormStart } from '@sinau/scorm';

const id = {
  outline: 'Daftar isi',
  hideOutline: 'Tutup daftar isi',
  content: 'Isi materi',
  previous: 'Sebelumnya',
  next: 'Berikutnya',
  leave: 'Simpan & keluar',
  notSaved: 'Belum ada yang tersimpan',
  saving: 'Menyimpan…',
  saved: (time: string) => `Tersimpan ${time}`,
  preview: 'Pratinjau: tidak ada yang disimpan',
  loading: 'Memuat…',
  offline: 'Sambungan terputus. Jawaban Anda tetap ada di perangkat ini dan dikirim begitu tersambung.',
  retry: 'Coba lagi',
  refused:
    'Sebagian data tidak dapat disimpan karena isi materi mengirim data yang tidak sah. Beri tahu penyelenggara kursus.',
  closed: 'Materi ini sudah menutup sesinya.',
  choose: 'Pilih bagian dari daftar isi.',
  nothing: 'Tidak ada bagian yang dapat dibuka sekarang.',
  again: 'Buka lagi',
  fault: (title: string) => `“${title}” tidak dapat dibuka sekarang. Periksa sambungan, lalu coba lagi.`,
  unsent: 'Belum semua tersimpan',
  unsentText:
    'Sambungan terputus. Bila Anda keluar sekarang, yang belum terkirim disimpan di perangkat ini dan dikirim saat materi ini dibuka lagi di sini.',
  leaveAnyway: 'Keluar saja',
  states: {
    passed: 'lulus',
    failed: 'belum lulus',
    done: 'selesai',
    begun: 'sedang dipelajari',
    untouched: 'belum dibuka',
    locked: 'terkunci',
  },
};

export type Words = typeof id;

const en: Words = {
  outline: 'Contents',
  hideOutline: 'Close contents',
  content: 'Content',
  previous: 'Previous',
  next: 'Next',
  leave: 'Save & exit',
  notSaved: 'Nothing saved yet',
  saving: 'Saving…',
  saved: (time) => `Saved ${time}`,
  preview: 'Preview: nothing is stored',
  loading: 'Loading…',
  offline: 'The connection is lost. Your answers stay on this device and are sent once it is back.',
  retry: 'Try again',
  refused:
    'Some data could not be stored, because the content sent invalid data. Please tell the course provider.',
  closed: 'This content has closed its session.',
  choose: 'Choose a part from the contents.',
  nothing: 'There is no part that can be opened now.',
  again: 'Open again',
  fault: (title) => `“${title}” cannot be opened now. Check your connection, then try again.`,
  unsent: 'Not everything is saved',
  unsentText:
    'The connection is lost. If you leave now, what was not sent is kept on this device and sent when this content is opened here again.',
  leaveAnyway: 'Leave anyway',
  states: {
    passed: 'passed',
    failed: 'not passed yet',
    done: 'completed',
    begun: 'in progress',
    untouched: 'not opened',
    locked: 'locked',
  },
};

export const words: Readonly<Record<ScormStart['locale'], Words>> = { id, en };
