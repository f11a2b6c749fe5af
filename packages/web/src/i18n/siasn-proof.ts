import type { SiasnProofPart } from '../siasn/ports.ts';

/** Words about lines without a certificate. */
export const siasnProofId = {
  /** `both`: neither number nor file. */
  unproven: {
    number: 'Tanpa nomor sertifikat: SIASN dapat menolaknya.',
    document: 'Tanpa berkas sertifikat: SIASN dapat menolaknya.',
    both: 'Tanpa sertifikat: SIASN dapat menolaknya.',
  } as Readonly<Record<SiasnProofPart | 'both', string>>,
  unprovenCount: (count: string) =>
    `${count} baris yang menunggu belum punya nomor atau berkas sertifikat: SIASN dapat menolaknya.`,
  unprovenHelp:
    'Barisnya tetap dikirim. Bila ada sertifikatnya, lengkapi dahulu buktinya; bila tidak, siapkan bukti lain bila BKN memintanya.',
  unprovenOpen: 'Lihat barisnya',
};

export const siasnProofEn: typeof siasnProofId = {
  unproven: {
    number: 'Without the number of a certificate: SIASN may refuse it.',
    document: 'Without the file of a certificate: SIASN may refuse it.',
    both: 'Without a certificate: SIASN may refuse it.',
  },
  unprovenCount: (count) =>
    `${count} lines that wait have no number or no file of a certificate: SIASN may refuse them.`,
  unprovenHelp:
    'They are sent all the same. Where there is a certificate, add it first; where there is none, have other evidence ready in case BKN asks for it.',
  unprovenOpen: 'Look at the lines',
};
