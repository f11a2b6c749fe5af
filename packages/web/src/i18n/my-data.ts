/** Words of one’s own copies. */
export const myDataId = {
  myTitle: 'Data saya',
  myLead:
    'Salinan lengkap semua yang tersimpan tentang Anda: akun, pendaftaran, hasil, pesan, pernyataan xAPI, dan dokumen.',
  myFormat:
    'Berkasnya NDJSON: satu catatan JSON di setiap baris, sehingga dapat dibaca mesin maupun penyunting teks.',
  myRequest: 'Minta salinan data saya',
  myEmptyTitle: 'Belum ada salinan',
  myEmptyText: 'Mintalah salinan; biasanya siap dalam beberapa menit.',
  myHeading: 'Salinan yang diminta',
  download: 'Unduh',
  availableUntil: (when: string) => `tersedia sampai ${when}`,
  gone: 'Berkas sudah dihapus; minta lagi bila perlu.',
  myLink: 'Data saya',
  myLinkText: 'Minta salinan, perbaikan, atau penghapusan data Anda, dan lihat siapa yang menerimanya.',
};

export const myDataEn: typeof myDataId = {
  myTitle: 'My data',
  myLead:
    'A complete copy of what is stored about you: account, enrolments, results, messages, xAPI statements and documents.',
  myFormat: 'The file is NDJSON: one JSON record a line, readable by machines and by any text editor.',
  myRequest: 'Ask for a copy of my data',
  myEmptyTitle: 'No copy yet',
  myEmptyText: 'Ask for a copy; it is usually ready within minutes.',
  myHeading: 'Copies asked for',
  download: 'Download',
  availableUntil: (when) => `available until ${when}`,
  gone: 'The file was deleted; ask again when you need it.',
  myLink: 'My data',
  myLinkText: 'Ask for a copy, a correction or an erasure of your data, and see who has been given them.',
};
