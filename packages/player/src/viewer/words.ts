import type { Locale } from '@sinau/kernel';

/** Everything the viewer says; both languages complete. */
export interface Words {
  readonly saved: (time: string) => string;
  readonly notSaved: string;
  readonly saving: string;
  readonly offline: string;
  readonly tryNow: string;
  readonly close: string;
  readonly closeAnyway: string;
  readonly closed: string;
  readonly closedText: string;
  readonly done: string;
  readonly doneText: string;
  readonly preview: string;
  readonly review: string;
  readonly loading: string;
  readonly broken: string;
  readonly brokenText: string;
  readonly tryAgain: string;
  readonly progress: string;
  readonly media: MediaWords;
  readonly document: DocumentWords;
  readonly article: ArticleWords;
  readonly link: LinkWords;
  readonly tincan: TincanWords;
}

export interface MediaWords {
  readonly rule: Readonly<Record<'video' | 'audio', (share: string, played: string) => string>>;
  readonly resume: (time: string) => string;
  readonly restart: string;
  readonly resumeQuestion: string;
  readonly transcript: string;
  readonly transcriptGone: string;
  readonly speed: string;
  readonly lowData: string;
  readonly keys: string;
  readonly keyList: readonly string[];
  readonly cannotPlay: string;
  /** The file lies at another host, which does not answer or is not allowed any more. */
  readonly cannotFetch: (host: string) => string;
  readonly playedFrom: (host: string) => string;
  readonly interrupted: string;
  readonly download: string;
}

export interface DocumentWords {
  readonly rule: (needed: number, count: number, seen: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly page: string;
  readonly ofPages: (count: number) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly tools: string;
  readonly pageLabel: (page: number, count: number) => string;
  readonly noText: string;
  readonly cannotOpen: string;
  readonly locked: string;
  readonly open: string;
}

export interface ArticleWords {
  readonly rule: (share: string, read: string) => string;
  readonly outline: string;
  readonly picture: (alt: string) => string;
  readonly empty: string;
}

export interface LinkWords {
  readonly rule: string;
  readonly leadsTo: string;
  readonly open: string;
  readonly newTab: string;
  readonly studied: string;
  readonly openFirst: string;
  readonly wait: (seconds: number) => string;
  readonly notOurs: string;
}

export interface TincanWords {
  readonly rule: string;
  readonly frame: (title: string) => string;
}

const id: Words = {
  saved: (time) => `Tersimpan ${time}`,
  notSaved: 'Belum ada yang tersimpan',
  saving: 'Menyimpan…',
  offline: 'Sambungan terputus. Anda boleh terus belajar; kemajuan Anda disimpan begitu tersambung lagi.',
  tryNow: 'Coba sekarang',
  close: 'Tutup bagian ini',
  closeAnyway: 'Tutup sekarang',
  closed: 'Bagian ini sudah ditutup',
  closedText: 'Kemajuan Anda tersimpan. Buka lagi dari halaman kursus kapan saja untuk melanjutkan.',
  done: 'Selesai',
  doneText: 'Bagian ini sudah selesai.',
  preview: 'Pratinjau: tidak ada yang dinilai atau disimpan.',
  review: 'Anda sudah menyelesaikan bagian ini; kunjungan ini tidak mengubah hasilnya.',
  loading: 'Memuat…',
  broken: 'Bagian ini tidak dapat ditampilkan',
  brokenText: 'Muat ulang halaman. Jika tetap gagal, beri tahu penyelenggara kursus.',
  tryAgain: 'Coba lagi',
  progress: 'Kemajuan',
  media: {
    rule: {
      video: (share, played) => `Selesai setelah ${share} video ditonton. Sudah ${played}.`,
      audio: (share, played) => `Selesai setelah ${share} audio didengarkan. Sudah ${played}.`,
    },
    resume: (time) => `Lanjut dari ${time}`,
    restart: 'Mulai dari awal',
    resumeQuestion: 'Anda pernah membuka bagian ini',
    transcript: 'Transkrip',
    transcriptGone: 'Transkrip tidak dapat dimuat.',
    speed: 'Kecepatan',
    lowData: 'Hemat data',
    keys: 'Pintasan papan ketik',
    keyList: [
      'Spasi atau K: putar atau jeda',
      'Panah kiri dan kanan: mundur atau maju 5 detik',
      'J dan L: mundur atau maju 10 detik',
      'M: bisukan',
      'C: takarir',
      'F: layar penuh',
    ],
    cannotPlay:
      'Peramban ini tidak dapat memutar berkas ini. Coba peramban lain, atau beri tahu penyelenggara kursus.',
    cannotFetch: (host) =>
      `Rekaman ini tidak dapat dimuat dari ${host}. Periksa sambungan Anda, lalu coba lagi. Jika tetap gagal, beri tahu penyelenggara kursus; kemajuan Anda tidak hilang.`,
    playedFrom: (host) => `Diputar dari ${host}, di luar Sinau.`,
    interrupted: 'Pemutaran terhenti karena sambungan. Tempat Anda tidak hilang.',
    download: 'Buka berkasnya',
  },
  document: {
    rule: (needed, count, seen) => `Selesai setelah ${needed} dari ${count} halaman dilihat. Sudah ${seen}.`,
    previous: 'Halaman sebelumnya',
    next: 'Halaman berikutnya',
    page: 'Halaman',
    ofPages: (count) => `dari ${count}`,
    zoomIn: 'Perbesar',
    zoomOut: 'Perkecil',
    fit: 'Selebar layar',
    tools: 'Halaman dan ukuran',
    pageLabel: (page, count) => `Halaman ${page} dari ${count}`,
    noText: 'Halaman ini berupa gambar; tidak ada teks yang dapat dibacakan.',
    cannotOpen: 'Dokumen ini tidak dapat dibuka. Beri tahu penyelenggara kursus.',
    locked:
      'Dokumen ini dikunci dengan kata sandi, sehingga tidak dapat ditampilkan. Beri tahu penyelenggara kursus.',
    open: 'Buka berkasnya',
  },
  article: {
    rule: (share, read) => `Selesai setelah ${share} artikel dibaca. Sudah ${read}.`,
    outline: 'Daftar isi',
    picture: (alt) => `Gambar: ${alt}`,
    empty: 'Artikel ini tidak berisi teks.',
  },
  link: {
    rule: 'Selesai setelah Anda membuka tautan dan menyatakan sudah mempelajarinya.',
    leadsTo: 'Tautan ini menuju',
    open: 'Buka di tab baru',
    newTab: 'terbuka di tab baru',
    studied: 'Saya sudah mempelajari',
    openFirst: 'Buka tautannya dahulu.',
    wait: (seconds) => `Dapat dinyatakan ${seconds} detik lagi.`,
    notOurs: 'Situs ini di luar Sinau; aturan dan kebijakan privasinya berlaku di sana.',
  },
  tincan: {
    rule: 'Materi ini sendiri yang menyimpan dan menilai kemajuan Anda.',
    frame: (title) => `Isi: ${title}`,
  },
};

const en: Words = {
  saved: (time) => `Saved ${time}`,
  notSaved: 'Nothing saved yet',
  saving: 'Saving…',
  offline: 'The connection is lost. You may go on learning; your progress is saved as soon as it is back.',
  tryNow: 'Try now',
  close: 'Close this part',
  closeAnyway: 'Close now',
  closed: 'This part is closed',
  closedText: 'Your progress is saved. Open it again from the course page at any time to go on.',
  done: 'Done',
  doneText: 'This part is done.',
  preview: 'Preview: nothing is judged or kept.',
  review: 'You have completed this part; this visit does not change the result.',
  loading: 'Loading…',
  broken: 'This part cannot be shown',
  brokenText: 'Reload the page. If it fails again, tell the provider of the course.',
  tryAgain: 'Try again',
  progress: 'Progress',
  media: {
    rule: {
      video: (share, played) => `Done once ${share} of the video was watched. So far ${played}.`,
      audio: (share, played) => `Done once ${share} of the audio was heard. So far ${played}.`,
    },
    resume: (time) => `Go on from ${time}`,
    restart: 'Start from the beginning',
    resumeQuestion: 'You have been here before',
    transcript: 'Transcript',
    transcriptGone: 'The transcript cannot be loaded.',
    speed: 'Speed',
    lowData: 'Save data',
    keys: 'Keyboard shortcuts',
    keyList: [
      'Space or K: play or pause',
      'Left and right arrow: 5 seconds back or ahead',
      'J and L: 10 seconds back or ahead',
      'M: mute',
      'C: captions',
      'F: full screen',
    ],
    cannotPlay: 'This browser cannot play the file. Try another browser, or tell the provider of the course.',
    cannotFetch: (host) =>
      `This recording cannot be loaded from ${host}. Check your connection, then try again. If it still fails, tell whoever offers the course; your progress is not lost.`,
    playedFrom: (host) => `Played from ${host}, outside Sinau.`,
    interrupted: 'Playing stopped because of the connection. Your place is not lost.',
    download: 'Open the file',
  },
  document: {
    rule: (needed, count, seen) => `Done once ${needed} of ${count} pages were seen. So far ${seen}.`,
    previous: 'Previous page',
    next: 'Next page',
    page: 'Page',
    ofPages: (count) => `of ${count}`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit width',
    tools: 'Page and size',
    pageLabel: (page, count) => `Page ${page} of ${count}`,
    noText: 'This page is a picture; it has no text that could be read out.',
    cannotOpen: 'This document cannot be opened. Tell the provider of the course.',
    locked: 'This document is locked with a password and cannot be shown. Tell the provider of the course.',
    open: 'Open the file',
  },
  article: {
    rule: (share, read) => `Done once ${share} of the article was read. So far ${read}.`,
    outline: 'Contents',
    picture: (alt) => `Picture: ${alt}`,
    empty: 'This article has no text.',
  },
  link: {
    rule: 'Done once you have opened the link and stated that you have studied it.',
    leadsTo: 'This link leads to',
    open: 'Open in a new tab',
    newTab: 'opens in a new tab',
    studied: 'I have studied this',
    openFirst: 'Open the link first.',
    wait: (seconds) => `Can be stated in ${seconds} seconds.`,
    notOurs: 'This site is outside Sinau; its own rules and privacy policy apply there.',
  },
  tincan: {
    rule: 'This content keeps and judges your progress by itself.',
    frame: (title) => `Content: ${title}`,
  },
};

export const dictionaries: Readonly<Record<Locale, Words>> = { id, en };

export function percentText(locale: Locale, share: number): string {
  // Rounded down: what is not reached is never shown as reached.
  const whole = Math.floor(share * 100 + 1e-9) / 100;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(whole);
}

export function timeText(locale: Locale, time: Date): string {
  // 10.42 in Indonesian and 10:42 in English, as the portal and quizzes write it.
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  }).format(time);
}
