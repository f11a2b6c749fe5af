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

const contractGrades = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII'.split(' ');

/** `III/c`, also with the rank around it; of PPPK a Roman number, or its digits. Undefined for one that the status has not. */
export function readGrade(text: string, status: PersonStatus | undefined): string | undefined {
  const civil = /(?:^|[^\p{L}\p{N}])(IV|I{1,3})\s*[/.-]\s*([a-e])(?![\p{L}\p{N}])/iu.exec(text);
  if (civil) {
    const [, number = '', room = ''] = civil;
    const grade = `${number.toUpperCase()}/${room.toLowerCase()}`;
    return status === 'PPPK' || /^I{1,3}\/e$/.test(grade) ? undefined : grade;
  }
  if (status === 'PNS' || status === 'CPNS') return undefined;
  const written = text.trim().toUpperCase();
  if (contractGrades.includes(written)) return written;
  return /^\d{1,2}$/.test(written) ? contractGrades[Number(written) - 1] : undefined;
}

/** Kedudukan hukum by its name or by BKN's code. */
const standings: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['active', /^(0?1|aktif|pnsaktif|cpnsaktif|pppkaktif)$/],
  ['unpaid-leave', /^(0?2|cltn|cutidiluartanggungannegara|cutiluartanggungannegara)$/],
  ['study', /^(0?3|tugasbelajar)$/],
  ['suspended', /^(0?4|pemberhentiansementara)$/],
  ['disciplined', /^(15|(kena)?hukumandisiplin)$/],
  ['before-retirement', /^(20|mpp|masapersiapanpensiun)$/],
  ['cpns-without-decree', /^(51|cpns(tanpask|belumadask))$/],
  ['inactive', /^(52|tidakaktif)$/],
  ['dismissed', /^(66|diberhentikan)$/],
  ['dismissed-without-pension', /^(77|diberhentikantanpahakpensiun)$/],
  ['dismissed-with-pension', /^(88|diberhentikandenganhakpensiun)$/],
  ['blocked', /^(92|diblokir|datadiblokir)$/],
  ['retirement-age', /^(98|(mencapai)?bup|mencapaibatasusiapensiun)$/],
  ['retired', /^(99|pensiun)$/],
  ['died', /^(meninggal(dunia)?|wafat|tewas)$/],
];

export const readLegalStanding = (text: string): string | undefined =>
  standings.find(([, pattern]) => pattern.test(plain(text)))?.[0];

const schools: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['sd', /^(sd|mi|sekolahdasar)$/],
  ['sltp', /^(sltp|smp|mts)$/],
  ['slta', /^(slta|sma|smk|smu|ma|stm|sltakejuruan)$/],
  ['d1', /^(d|diploma)(1|i)$/],
  ['d2', /^(d|diploma)(2|ii)$/],
  ['d3', /^(d|diploma)(3|iii)(sarjanamuda)?$/],
  ['d4', /^(d|diploma)(4|iv)$/],
  ['s1', /^(s1|si|sarjana|strata1|s1sarjana)$/],
  ['s2', /^(s2|sii|magister|strata2)$/],
  ['s3', /^(s3|siii|doktor|strata3)$/],
];

export const readEducation = (text: string): string | undefined =>
  schools.find(([, pattern]) => pattern.test(plain(text)))?.[0];
