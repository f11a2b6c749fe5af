import type { FindingText } from '@sinau/findings';

const error = 'error';
const warning = 'warning';
const kindRule = 'sinau.package-kind';
const mediaRule = 'sinau.media';
const captionsRule = 'sinau.captions';
const documentRule = 'sinau.document';
const again = { id: 'Ekspor ulang berkasnya, lalu unggah lagi.', en: 'Export the file again and upload it.' };

/** About uploads that are no package of a standard. `{entry}` is a name inside the zip. */
const texts = {
  'kind.several-media': {
    severity: error,
    rule: kindRule,
    message: {
      id: 'Zip memuat lebih dari satu video atau audio: {names}.',
      en: 'The zip holds more than one video or audio file: {names}.',
    },
    mend: {
      id: 'Unggah satu per satu. Versi hemat data dari video yang sama diberi akhiran ".low.mp4".',
      en: 'Upload them one by one. A low-data version of the same video ends in ".low.mp4".',
    },
  },
  'kind.extra-file': {
    severity: error,
    rule: kindRule,
    message: {
      id: '"{entry}" bukan bagian dari paket video atau audio.',
      en: '"{entry}" is no part of a video or audio package.',
    },
    mend: {
      id: 'Sisakan hanya medianya, takarir (.vtt), transkrip (.txt, .md), dan versi hemat data (.low.mp4).',
      en: 'Leave only the media file, captions (.vtt), a transcript (.txt, .md) and a low-data version (.low.mp4).',
    },
  },
  'kind.zipped-single': {
    severity: error,
    rule: kindRule,
    message: {
      id: 'Zip hanya berisi dokumen atau artikel: {names}.',
      en: 'The zip holds only a document or article: {names}.',
    },
    mend: { id: 'Unggah berkas itu sendiri tanpa zip.', en: 'Upload the file itself, without a zip.' },
  },
  'kind.other-standard': {
    severity: error,
    rule: kindRule,
    message: {
      id: 'Ini paket {standard}, yang tidak diterima.',
      en: 'This is a package of {standard}, which is not accepted.',
    },
    mend: {
      id: 'Terbitkan ulang dari alat pembuatnya sebagai cmi5 atau SCORM.',
      en: 'Publish it again from its authoring tool, as cmi5 or SCORM.',
    },
  },
  'kind.tincan-in-folder': {
    severity: error,
    rule: 'tincan.package',
    message: {
      id: 'tincan.xml ada di "{found}", tetapi di luar foldernya masih ada berkas lain.',
      en: 'tincan.xml lies at "{found}", but other files lie outside its folder.',
    },
    mend: {
      id: 'Buat zip dari isi folder itu saja, dengan tincan.xml di tingkat teratas.',
      en: 'Zip the content of that folder alone, with tincan.xml at the top level.',
    },
  },
  'kind.manifest-in-folder': {
    severity: error,
    rule: kindRule,
    message: {
      id: 'imsmanifest.xml berada di "{found}", dan ada berkas lain di luar folder itu.',
      en: 'imsmanifest.xml stands at "{found}", and there are files outside that folder.',
    },
    mend: {
      id: 'Buat zip dari isi foldernya, sehingga imsmanifest.xml berada di tingkat teratas.',
      en: 'Zip the content of the folder, so that imsmanifest.xml stands at the top level.',
    },
  },
  'media.broken': {
    severity: error,
    rule: mediaRule,
    message: { id: 'Media ini rusak atau tidak lengkap.', en: 'This media file is damaged or incomplete.' },
    mend: again,
  },
  'media.cut-off': {
    severity: error,
    rule: mediaRule,
    message: { id: 'Media ini terpotong sebelum akhir.', en: 'This media file is cut off before its end.' },
    mend: again,
  },
  'media.index-too-large': {
    severity: error,
    rule: mediaRule,
    message: {
      id: 'Indeks media ini melebihi {limit} bita.',
      en: 'The index of this media file exceeds {limit} bytes.',
    },
    mend: again,
  },
  'media.container': {
    severity: error,
    rule: mediaRule,
    message: {
      id: 'Peramban tidak memutar format {container} ini.',
      en: 'Browsers do not play this kind of {container}.',
    },
    mend: {
      id: 'Ekspor video sebagai MP4 (H.264 dan AAC) atau audio sebagai MP3.',
      en: 'Export video as MP4 (H.264 and AAC), audio as MP3.',
    },
  },
  'media.codec': {
    severity: warning,
    rule: mediaRule,
    message: {
      id: 'Format "{codec}" di dalam media ini tidak diputar semua peramban.',
      en: 'Not every browser plays the format "{codec}" inside this file.',
    },
    mend: { id: 'Ekspor dengan H.264 dan AAC.', en: 'Export it with H.264 and AAC.' },
  },
  'media.index-last': {
    severity: warning,
    rule: mediaRule,
    message: {
      id: 'Indeks video berada di akhir berkas, sehingga pemutaran lambat dimulai.',
      en: 'The index of the video stands at the end of the file, so that playing starts late.',
    },
    mend: {
      id: 'Ekspor dengan pilihan "web optimized" atau "fast start".',
      en: 'Export it with "web optimized" or "fast start".',
    },
  },
  'media.no-duration': {
    severity: warning,
    rule: mediaRule,
    message: {
      id: 'Berkas tidak menyebut durasinya.',
      en: 'The file does not tell how long it is.',
    },
    mend: {
      id: 'Ekspor ulang dari penyunting video bila porsi tonton harus dihitung tepat.',
      en: 'Export it from a video editor when the watched share must be exact.',
    },
  },
  'media.rendition-differs': {
    severity: warning,
    rule: mediaRule,
    message: {
      id: 'Versi hemat data "{entry}" berdurasi {low} detik, videonya {full} detik.',
      en: 'The low-data version "{entry}" lasts {low} seconds, the video {full} seconds.',
    },
    mend: {
      id: 'Buat keduanya dari sumber yang sama.',
      en: 'Make both from the same source.',
    },
  },
  'media.rendition-larger': {
    severity: warning,
    rule: mediaRule,
    message: {
      id: 'Versi hemat data "{entry}" tidak lebih kecil daripada videonya.',
      en: 'The low-data version "{entry}" is no smaller than the video.',
    },
    mend: { id: 'Turunkan resolusi atau laju bitnya.', en: 'Lower its resolution or bit rate.' },
  },
  'media.rendition-other': {
    severity: error,
    rule: mediaRule,
    message: {
      id: '"{entry}" bukan versi hemat data dari video dalam zip ini.',
      en: '"{entry}" is no low-data version of the video in this zip.',
    },
    mend: {
      id: 'Sertakan satu video dan paling banyak satu versi ".low.mp4" atau ".low.webm".',
      en: 'Include one video and at most one ".low.mp4" or ".low.webm" version of it.',
    },
  },
  'captions.language': {
    severity: error,
    rule: captionsRule,
    message: {
      id: 'Nama takarir "{entry}" tidak menyebut bahasanya.',
      en: 'The name of the captions "{entry}" does not tell their language.',
    },
    mend: {
      id: 'Beri nama seperti "id.vtt" atau "video.en.vtt".',
      en: 'Name it like "id.vtt" or "video.en.vtt".',
    },
  },
  'captions.language-twice': {
    severity: error,
    rule: captionsRule,
    message: {
      id: 'Ada dua takarir untuk bahasa "{language}".',
      en: 'There are two captions for the language "{language}".',
    },
    mend: { id: 'Sisakan satu.', en: 'Leave one of them.' },
  },
  'captions.encoding': {
    severity: error,
    rule: captionsRule,
    message: { id: 'Takarir bukan teks UTF-8.', en: 'The captions are not UTF-8 text.' },
    mend: { id: 'Simpan sebagai UTF-8.', en: 'Save them as UTF-8.' },
  },
  'captions.header': {
    severity: error,
    rule: captionsRule,
    message: { id: 'Takarir tidak diawali "WEBVTT".', en: 'The captions do not begin with "WEBVTT".' },
    mend: { id: 'Simpan takarir sebagai WebVTT.', en: 'Save the captions as WebVTT.' },
  },
  'captions.timing': {
    severity: error,
    rule: captionsRule,
    message: {
      id: 'Waktu takarir pada baris ini tidak dapat dibaca, atau berakhir sebelum mulai.',
      en: 'The times on this line cannot be read, or end before they begin.',
    },
    mend: {
      id: 'Tulis seperti "00:01.000 --> 00:04.500".',
      en: 'Write them like "00:01.000 --> 00:04.500".',
    },
  },
  'captions.no-cues': {
    severity: error,
    rule: captionsRule,
    message: { id: 'Takarir ini kosong.', en: 'The captions are empty.' },
    mend: { id: 'Isi takarirnya atau hapus berkasnya.', en: 'Fill them in or leave the file out.' },
  },
  'captions.too-large': {
    severity: error,
    rule: captionsRule,
    message: { id: '"{entry}" melebihi {limit} bita.', en: '"{entry}" exceeds {limit} bytes.' },
    mend: { id: 'Sertakan teks saja.', en: 'Include text only.' },
  },
  'captions.too-many': {
    severity: error,
    rule: captionsRule,
    message: { id: 'Ada lebih dari {limit} takarir.', en: 'There are more than {limit} captions.' },
    mend: { id: 'Sisakan bahasa yang dipakai.', en: 'Leave those that are used.' },
  },
  'captions.transcripts': {
    severity: error,
    rule: captionsRule,
    message: {
      id: 'Ada lebih dari satu transkrip: {names}.',
      en: 'There is more than one transcript: {names}.',
    },
    mend: { id: 'Gabungkan menjadi satu berkas.', en: 'Join them in one file.' },
  },
  'captions.transcript-text': {
    severity: error,
    rule: captionsRule,
    message: {
      id: 'Transkrip "{entry}" bukan teks UTF-8.',
      en: 'The transcript "{entry}" is not UTF-8 text.',
    },
    mend: { id: 'Simpan sebagai teks UTF-8.', en: 'Save it as UTF-8 text.' },
  },
  'document.too-large': {
    severity: error,
    rule: documentRule,
    message: {
      id: 'PDF melebihi {limit} bita.',
      en: 'The PDF exceeds {limit} bytes.',
    },
    mend: {
      id: 'Kecilkan gambar di dalamnya atau bagi menjadi beberapa dokumen.',
      en: 'Make the pictures in it smaller, or split it into several documents.',
    },
  },
  'document.encrypted': {
    severity: error,
    rule: documentRule,
    message: {
      id: 'PDF ini dienkripsi atau dilindungi kata sandi.',
      en: 'This PDF is encrypted or has a password.',
    },
    mend: { id: 'Simpan PDF tanpa pengaman.', en: 'Save the PDF without protection.' },
  },
  'document.active-content': {
    severity: error,
    rule: documentRule,
    message: {
      id: 'PDF ini memuat isi aktif: {names}.',
      en: 'This PDF has active content: {names}.',
    },
    mend: {
      id: 'Cetak ke PDF sekali lagi, tanpa skrip, tindakan saat dibuka, tautan selain ke web, formulir kirim, media, dan lampiran.',
      en: 'Print it to PDF once more, without scripts, actions on opening, links elsewhere than to the web, forms that send, media and attachments.',
    },
  },
  'document.broken': {
    severity: error,
    rule: documentRule,
    message: { id: 'PDF ini tidak dapat dibaca: {detail}.', en: 'This PDF cannot be read: {detail}.' },
    mend: { id: 'Cetak ke PDF sekali lagi, lalu unggah.', en: 'Print it to PDF once more and upload that.' },
  },
  'article.too-large': {
    severity: error,
    rule: 'sinau.article',
    message: { id: 'Artikel melebihi {limit} bita.', en: 'The article exceeds {limit} bytes.' },
    mend: { id: 'Bagi menjadi beberapa artikel.', en: 'Split it into several articles.' },
  },
  'article.not-text': {
    severity: error,
    rule: 'sinau.article',
    message: { id: 'Artikel bukan teks UTF-8.', en: 'The article is not UTF-8 text.' },
    mend: { id: 'Simpan sebagai teks UTF-8.', en: 'Save it as UTF-8 text.' },
  },
  'article.empty': {
    severity: error,
    rule: 'sinau.article',
    message: { id: 'Artikel ini tidak memuat kata.', en: 'The article has no words.' },
    mend: { id: 'Tulis isinya, lalu unggah lagi.', en: 'Write it and upload it again.' },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export type MediaFindingCode = keyof typeof texts;

export const mediaFindingTexts: Readonly<Record<MediaFindingCode, FindingText>> = texts;
