import type { ListKindName, ListProblemName, ListRowView } from '../competency/list-ports.ts';

/** Words of lists that are sent as a file. */
export const competencyListsId = {
  lists: {
    title: 'Daftar kompetensi',
    open: 'Kirim daftar',
    lead: 'Kirim banyak baris sekaligus dari Excel atau CSV. Daftar dicoba dahulu; tidak ada yang berubah sebelum Anda menerimanya.',
    kind: {
      ...{ dictionary: 'Kamus teknis', standards: 'Standar jabatan', assessments: 'Penilaian' },
    } as Readonly<Record<ListKindName, string>>,
    send: {
      ...{ dictionary: 'Kirim kamus teknis', standards: 'Kirim standar jabatan' },
      assessments: 'Kirim hasil penilaian',
    } as Readonly<Record<ListKindName, string>>,
    about: {
      dictionary: 'Satu baris untuk satu kompetensi teknis sejak satu tanggal.',
      standards:
        'Satu baris untuk satu kompetensi. Semua baris dengan jabatan dan tanggal yang sama menjadi satu standar; yang tidak ada di daftar tidak diminta. Satu baris salah membuat standar itu tidak berubah.',
      assessments:
        'Satu baris untuk satu hasil assessment center atau uji kompetensi seorang pegawai instansi Anda. Hasil diri sendiri tidak diterima.',
    } as Readonly<Record<ListKindName, string>>,
    template: 'Unduh templat',
    file: 'Berkas Excel atau CSV',
    fileHint: 'Paling banyak 500 baris dan 1 MB.',
    fileMissing: 'Pilih berkasnya.',
    fileLarge: 'Berkas lebih dari 1 MB. Bagi menjadi beberapa berkas.',
    check: 'Coba dahulu',
    apply: 'Terima yang benar',
    missing: (heads: string) => `Kolom ini belum ada: ${heads}. Tambahkan, atau mulai dari templat.`,
    tooMany: (most: string) =>
      `Terlalu banyak baris. Bagi menjadi beberapa daftar, masing-masing paling banyak ${most}.`,
    resultTitle: 'Hasil percobaan',
    doneTitle: 'Daftar sudah diterima',
    tried: (news: string, same: string, refused: string) =>
      `${news} baris akan dicatat, ${same} sudah sesuai, ${refused} ditolak. Belum ada yang berubah.`,
    done: (news: string, same: string, refused: string) =>
      `${news} baris dicatat, ${same} sudah sesuai, ${refused} ditolak. Perbaiki yang ditolak, lalu kirim lagi.`,
    columns: ['Baris', 'Hasil', 'Isi', 'Alasan'],
    outcome: {
      ...{ created: 'baru', changed: 'berubah', skipped: 'sudah sesuai', refused: 'ditolak' },
    } as Readonly<Record<ListRowView['outcome'], string>>,
    problem: {
      missing: 'belum diisi.',
      'wrong-day': 'tuliskan tanggal yang sesuai, misalnya 2026-06-15; penilaian tidak boleh di masa depan.',
      'wrong-level': 'tuliskan angka levelnya.',
      'wrong-method': 'tuliskan Assessment center atau Uji kompetensi.',
      'wrong-number': 'NIP harus 18 angka. Simpan kolomnya sebagai teks agar angkanya tidak hilang.',
      'wrong-code': 'kode hanya huruf, angka, titik, dan tanda hubung, paling banyak 24.',
      'wrong-text': 'terlalu pendek atau terlalu panjang.',
      'unknown-competency': 'Kompetensi ini tidak ada dalam kamus instansi. Kirim kamusnya dahulu.',
      'unknown-person': 'tidak ada pegawai instansi Anda dengan NIP ini.',
      oneself: 'penilaian diri sendiri harus dicatat orang lain.',
      twice: 'baris lain dalam daftar ini menyebut hal yang sama.',
      full: 'jumlahnya sudah sebanyak yang dapat disimpan.',
      changed: 'baru saja diubah orang lain. Kirim sekali lagi.',
      'national-code': 'kode ini milik kompetensi nasional; pakai kode lain untuk kompetensi teknis.',
      whole: 'baris lain dari standar ini salah, jadi seluruh standarnya tetap seperti semula.',
    } as Readonly<Record<ListProblemName, string>>,
  },
};

export const competencyListsEn: typeof competencyListsId = {
  lists: {
    title: 'Lists of competence',
    open: 'Send a list',
    lead: 'Send many rows at once from Excel or CSV. A list is tried first; nothing changes before you take it.',
    kind: { dictionary: 'Technical dictionary', standards: 'Position standards', assessments: 'Assessments' },
    send: {
      ...{ dictionary: 'Send a technical dictionary', standards: 'Send position standards' },
      assessments: 'Send assessments',
    },
    about: {
      dictionary: 'One row for a technical competency from a day on.',
      standards:
        'One row for a competency. All rows of one post and day make one standard; what is not in the list is not asked for. One wrong row keeps that standard as it is.',
      assessments:
        'One row for what an assessment centre or a competency test has found of somebody of your agency. Rows about yourself are refused.',
    },
    template: 'Download the template',
    file: 'Excel or CSV file',
    fileHint: '500 rows and 1 MB at most.',
    fileMissing: 'Choose the file.',
    fileLarge: 'The file has more than 1 MB. Divide it into several.',
    check: 'Try it first',
    apply: 'Take what is right',
    missing: (heads) => `These columns are missing: ${heads}. Add them, or begin with the template.`,
    tooMany: (most) => `Too many rows. Divide them into lists of ${most} at most.`,
    resultTitle: 'What the trial found',
    doneTitle: 'The list was taken',
    tried: (news, same, refused) =>
      `Rows to be recorded: ${news}; so already: ${same}; refused: ${refused}. Nothing has changed yet.`,
    done: (news, same, refused) =>
      `Rows recorded: ${news}; so already: ${same}; refused: ${refused}. Mend what was refused, then send it again.`,
    columns: ['Row', 'Result', 'What it says', 'Reason'],
    outcome: { created: 'new', changed: 'changed', skipped: 'so already', refused: 'refused' },
    problem: {
      missing: 'is empty.',
      'wrong-day': 'write a day that fits, for example 2026-06-15; no assessment is in the future.',
      'wrong-level': 'write the number of the level.',
      'wrong-method': 'write Assessment center or Uji kompetensi.',
      'wrong-number': 'a NIP has 18 digits. Keep the column as text, so that none is lost.',
      'wrong-code': 'codes are letters, digits, dots and hyphens, 24 at most.',
      'wrong-text': 'is too short or too long.',
      'unknown-competency':
        'This competency is not in the dictionary of the agency. Send the dictionary first.',
      'unknown-person': 'nobody of your agency has this NIP.',
      oneself: 'what is found of oneself is recorded by somebody else.',
      twice: 'another row of this list says the same thing.',
      full: 'there are as many as can be kept.',
      changed: 'was just changed by somebody else. Send it once more.',
      'national-code': 'this code is of a national competency; use another for a technical one.',
      whole: 'another row of this standard is wrong, so the whole standard stays as it is.',
    },
  },
};
