import { formatJp, type Jp } from '@sinau/kernel';
import type { TranscriptFacts, TranscriptReason } from '../transcript/transcript.ts';

export const jpText = (jp: Jp): string => formatJp(jp, 'id');

/** Beside the hours of a line that is not recognised as it was computed. */
export const reasonWords: Readonly<Record<TranscriptReason, string>> = {
  cap_day: 'batas harian',
  cap_month: 'batas bulanan',
  over_cap: 'batas maksimal setahun',
  held: 'ditahan',
  no_rule: 'belum ada aturan',
  not_applicable: 'tidak berlaku di luar negeri',
};

export const assumedWords: Readonly<Record<TranscriptFacts['assumed'][number], string>> = {
  status: 'Status kepegawaian belum diisi; dihitung sebagai PNS.',
  'time-zone': 'Zona waktu belum diisi; hari dihitung menurut WIB.',
};

const ground = ({ legalBasis, verified }: { readonly legalBasis: string; readonly verified: boolean }) =>
  `Dasar: ${legalBasis}${verified ? '' : ' (belum diverifikasi)'}.`;

/** What the law asks and allows, and how the year stands to it. */
export function dutyWords({ minimum, maximum, unbound }: TranscriptFacts): readonly string[] {
  return [
    ...(minimum
      ? [
          `Minimal ${jpText(minimum.jp)} JP setahun: ${minimum.met ? 'terpenuhi' : 'belum terpenuhi'}. ${ground(minimum)}`,
        ]
      : []),
    ...(maximum
      ? [
          `Maksimal ${jpText(maximum.jp)} JP diakui dari ${dayText(maximum.from)} sampai ${dayText(maximum.to)}: sudah ${jpText(maximum.recognised)} JP. ${ground(maximum)}`,
        ]
      : []),
    ...(unbound
      ? [
          `Maksimal ${jpText(unbound.jp)} JP tidak mengikat jabatan ini (PP 49/2018 Ps 40(2)). ${ground(unbound)}`,
        ]
      : []),
  ];
}

/** `28 November 2026`, of an ISO date. */
export const dayText = (date: string): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

const short = new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium', timeZone: 'UTC' });

/** `28 Nov 2026`, or `2–3 Feb 2026` of what took several days. */
export const spanText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  short.formatRange(new Date(from), new Date(to));

const zones: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `28 November 2026 16.30 WIB` */
export function momentText(iso: string, timeZone: string): string {
  const at = new Date(iso);
  const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone }).format(at);
  const time = new Intl.DateTimeFormat('id-ID', { timeStyle: 'short', timeZone }).format(at);
  return `${day} ${time} ${zones[timeZone] ?? timeZone}`;
}
