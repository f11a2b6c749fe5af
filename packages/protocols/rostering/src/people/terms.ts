import type { PersonRow, PersonStatus } from './read-person-row.ts';

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

export function readStatus(text: string): PersonStatus | undefined {
  const status = plain(text);
  if (/^(pns|pegawainegerisipil)$/.test(status)) return 'PNS';
  if (/^(cpns|calonpegawainegerisipil|calonpns)$/.test(status)) return 'CPNS';
  return /^(pppk|p3k)/.test(status) ? 'PPPK' : undefined;
}

export function readZone(text: string): PersonRow['timeZone'] {
  const zone = plain(text);
  if (/^(wib|asiajakarta|utc7)$/.test(zone)) return 'Asia/Jakarta';
  if (/^(wita|asiamakassar|utc8)$/.test(zone)) return 'Asia/Makassar';
  return /^(wit|asiajayapura|utc9)$/.test(zone) ? 'Asia/Jayapura' : undefined;
}

const families: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['jpt-utama', /^(jpt|jabatanpimpinantinggi)utama$/],
  ['jpt-madya', /^((jpt|jabatanpimpinantinggi)madya|eselon(1|i))$/],
  ['jpt-pratama', /^((jpt|jabatanpimpinantinggi)pratama|eselon(2|ii))$/],
  ['administrator', /^((jabatan)?administrator|eselon(3|iii))$/],
  ['pengawas', /^((jabatan)?pengawas|eselon(4|iv))$/],
  ['fungsional-keahlian', /^(jabatan|jf)?(fungsional)?keahlian$/],
  ['fungsional-keterampilan', /^(jabatan|jf)?(fungsional)?keterampilan$/],
  ['pelaksana', /^((jabatan)?pelaksana|jfu|fungsionalumum)$/],
];

export const readFamily = (text: string): string | undefined =>
  families.find(([, pattern]) => pattern.test(plain(text)))?.[0];

const levels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'fungsional-keahlian': {
    ...{ ahlipertama: 'ahli-pertama', pertama: 'ahli-pertama', ahlimuda: 'ahli-muda', muda: 'ahli-muda' },
    ...{ ahlimadya: 'ahli-madya', madya: 'ahli-madya', ahliutama: 'ahli-utama', utama: 'ahli-utama' },
  },
  'fungsional-keterampilan': {
    ...{ pemula: 'pemula', terampil: 'terampil', mahir: 'mahir', penyelia: 'penyelia' },
  },
};

/** Undefined for a level that this family of posts has not. */
export const readLevel = (text: string, family: string | undefined): string | undefined =>
  family === undefined ? undefined : levels[family]?.[plain(text)];
