import type { Locale } from '@sinau/kernel';
import type { VerifiedFormView } from '../signed-forms/ports.ts';

type States = Readonly<Record<VerifiedFormView['state'], string>>;
const statesId: States = {
  valid: 'Ditandatangani keduanya dan masih berlaku',
  replaced: 'Tidak berlaku lagi: catatannya sudah diubah',
  withdrawn: 'Tidak berlaku lagi: sesinya sudah ditarik',
};
const statesEn: States = {
  valid: 'Signed by both, and they stand by it',
  replaced: 'Does not count any more: the text was changed',
  withdrawn: 'Does not count any more: the session was taken back',
};

const id = {
  states: statesId,
  stateTexts: {
    valid: 'Cocokkan nama, tanggal, dan lamanya di bawah dengan formulir yang Anda terima.',
    replaced: 'Mintalah formulir terakhir kepada pemiliknya.',
    withdrawn: 'Salah satu dari keduanya menarik catatan sesi ini; JP-nya tidak dihitung.',
  } satisfies States,
  title: 'Hasil pemeriksaan formulir',
  lead: 'Bahwa sesi berlangsung dan siapa yang menandatanganinya. Isi pembicaraan tidak ditampilkan di sini.',
  form: 'Bentuk',
  when: 'Tanggal',
  minutes: (count: string) => `${count} menit`,
  topic: 'Topik',
  signedBy: (role: string) => `Tanda tangan ${role.toLowerCase()}`,
  madeAt: 'Formulir dibuat',
  number: 'Nomor',
  another: 'Periksa nomor lain',
};

type Words = typeof id;

const en: Words = {
  states: statesEn,
  stateTexts: {
    valid: 'Compare names, date and length below with the form that you were given.',
    replaced: 'Ask its owner for the latest form.',
    withdrawn: 'One of the two has taken this session back; its JP do not count.',
  },
  title: 'Check of a form',
  lead: 'That the session took place and who has signed it. What was said is not shown here.',
  form: 'Form',
  when: 'Date',
  minutes: (count: string) => `${count} minutes`,
  topic: 'Topic',
  signedBy: (role: string) => `Signature of the ${role.toLowerCase()}`,
  madeAt: 'Form made',
  number: 'Number',
  another: 'Check another number',
};

export const signedFormWords: Readonly<Record<Locale, Words>> = { id, en };
