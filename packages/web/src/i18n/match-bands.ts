import type { Locale } from '@sinau/kernel';
import type { BandsUse } from '../competency/bands-ports.ts';

type ByUse<Value> = Readonly<Record<BandsUse, Value>>;
type Names = readonly [high: string, middle: string, low: string];

const namesId: ByUse<Names> = {
  mapping: ['Optimal', 'Cukup Optimal', 'Kurang Optimal'],
  selection: ['Memenuhi Syarat', 'Masih Memenuhi Syarat', 'Kurang Memenuhi Syarat'],
};
const namesEn: ByUse<Names> = {
  mapping: ['Optimal', 'Fairly optimal', 'Less optimal'],
  selection: ['Eligible', 'Still eligible', 'Less eligible'],
};
const usesId: ByUse<string> = { mapping: 'Pemetaan', selection: 'Seleksi' };
const usesEn: ByUse<string> = { mapping: 'Mapping', selection: 'Selection' };

const id = {
  title: 'Rentang kesesuaian (JPM)',
  open: 'Rentang kesesuaian',
  lead: 'Sebutan untuk persentase kesesuaian jabatan (job person match). Perubahan berlaku mulai tanggalnya; yang sudah dibaca sebelum itu tetap.',
  names: namesId,
  uses: usesId,
  useNotes: {
    mapping: 'Dipakai pada halaman kompetensi pegawai, begitu semua kompetensi jabatannya dinilai.',
    selection: 'Ditampilkan kepada admin instansi di samping pemetaan, untuk pengisian jabatan.',
  } satisfies ByUse<string>,
  from: (name: string, least: string) => `${name}: ${least}% atau lebih`,
  between: (name: string, least: string, below: string) => `${name}: ${least}% sampai di bawah ${below}%`,
  below: (name: string, below: string) => `${name}: di bawah ${below}%`,
  practice: 'Bawaan: menurut praktik instansi',
  own: (day: string) => `Ditetapkan instansi, berlaku sejak ${day}`,
  verified: 'Sudah dicocokkan dengan dasarnya',
  unverified: 'Belum dicocokkan dengan peraturan',
  editions: 'Riwayat',
  columns: ['Berlaku sejak', 'Batas atas', 'Batas tengah', 'Dasar', 'Ditetapkan'],
  setBy: (name: string, day: string) => `${name}, ${day}`,
  withdraw: 'Batalkan',
  change: (use: string) => `Ubah rentang ${use.toLowerCase()}`,
  fromDay: 'Berlaku sejak',
  fromHint: 'Hari ini atau sesudahnya.',
  leastOf: (name: string) => `Paling rendah untuk ${name} (%)`,
  percentHint: 'Misalnya 90 atau 87,5',
  legalBasis: 'Dasar',
  noBasis: 'Tidak disebutkan',
  basisNeeded: 'Sebutkan dasar yang sudah Anda cocokkan, atau hapus centangnya.',
  verifiedLabel: 'Saya sudah mencocokkannya dengan dasar itu',
  save: 'Simpan',
  fieldErrors: {
    from: 'Pilih hari ini atau hari sesudahnya.',
    high: 'Isi persentase sampai 100, misalnya 90 atau 87,5.',
    middle: 'Isi persentase yang lebih rendah dari batas atas.',
    legalBasis: 'Isi 3 sampai 200 huruf, atau kosongkan.',
    verified: 'Pilih atau kosongkan.',
  },
};

export type BandsWords = typeof id;

const en: BandsWords = {
  title: 'Bands of the match (JPM)',
  open: 'Bands of the match',
  lead: 'What a job person match is called. A change holds from its day on; what was read before stays so.',
  names: namesEn,
  uses: usesEn,
  useNotes: {
    mapping: 'Used on the page of somebody’s competence, once all competencies of the post were assessed.',
    selection: 'Shown to administrators of the agency beside mapping, for filling posts.',
  },
  from: (name, least) => `${name}: ${least}% or more`,
  between: (name, least, below) => `${name}: ${least}% to below ${below}%`,
  below: (name, below) => `${name}: below ${below}%`,
  practice: 'Default: as agencies practise it',
  own: (day) => `Set by the agency, in force from ${day}`,
  verified: 'Compared with its basis',
  unverified: 'Not compared with a regulation',
  editions: 'History',
  columns: ['In force from', 'Upper limit', 'Middle limit', 'Basis', 'Set'],
  setBy: (name, day) => `${name}, ${day}`,
  withdraw: 'Take back',
  change: (use) => `Change the bands of ${use.toLowerCase()}`,
  fromDay: 'In force from',
  fromHint: 'Today or later.',
  leastOf: (name) => `Lowest of ${name} (%)`,
  percentHint: 'For example 90 or 87.5',
  legalBasis: 'Basis',
  noBasis: 'Not stated',
  basisNeeded: 'State the basis that you have compared it with, or clear the tick.',
  verifiedLabel: 'I have compared it with that basis',
  save: 'Save',
  fieldErrors: {
    from: 'Choose today or a later day.',
    high: 'Write a percentage up to 100, for example 90 or 87.5.',
    middle: 'Write a percentage below the upper limit.',
    legalBasis: 'Write 3 to 200 characters, or leave it empty.',
    verified: 'Tick it or leave it.',
  },
};

export const bandsWords: Readonly<Record<Locale, BandsWords>> = { id, en };
