import type { CoreValue } from '../notice/recognition.ts';
import type { Texts } from './texts.ts';
import { day, flat, sentence } from './words.ts';

/** What people are recognised for. */
type RecognitionKinds =
  | 'recognition-moved'
  | 'recognition-decided'
  | 'recognition-proposed'
  | 'priority-moved';

const values: Readonly<Record<CoreValue, { readonly id: string; readonly en: string }>> = {
  service: { id: 'Berorientasi Pelayanan', en: 'Service-oriented' },
  accountable: { id: 'Akuntabel', en: 'Accountable' },
  competent: { id: 'Kompeten', en: 'Competent' },
  harmonious: { id: 'Harmonis', en: 'Harmonious' },
  loyal: { id: 'Loyal', en: 'Loyal' },
  adaptive: { id: 'Adaptif', en: 'Adaptive' },
  collaborative: { id: 'Kolaboratif', en: 'Collaborative' },
};

const whyId = (reason: string | undefined): string =>
  reason === undefined ? '' : ` Alasan: ${sentence(reason)}`;
const whyEn = (reason: string | undefined): string =>
  reason === undefined ? '' : ` Reason: ${sentence(reason)}`;

const originsId = {
  people: 'Rekan atau atasan Anda mengusulkannya, dan instansi Anda menyetujuinya.',
  teaching: 'Anda telah membantu orang lain belajar.',
  improvement: 'Kesenjangan kompetensi Anda tertutup menurut penilaian orang lain.',
} as const;
const originsEn = {
  people: 'A colleague or your supervisor proposed it, and your agency agreed.',
  teaching: 'You have helped others learn.',
  improvement: 'A competency gap of yours is closed, as others have assessed.',
} as const;

export const recognitionId: Texts<RecognitionKinds> = {
  'recognition-moved': ({ value, origin, to, reason }) => {
    const name = values[value].id;
    if (to === 'granted')
      return {
        title: `Pengakuan untuk Anda: ${name}`,
        body: `${originsId[origin]} Hanya Anda, atasan Anda, dan instansi yang melihatnya; Anda dapat membagikannya ke unit.`,
      };
    const because =
      to === 'undone'
        ? `Instansi Anda mencabutnya.${whyId(reason)}`
        : 'Dasarnya tidak berlaku lagi; bila kembali, pengakuan ini kembali.';
    return { title: `Pengakuan tidak berlaku lagi: ${name}`, body: because };
  },
  'recognition-decided': ({ value, person, to, reason }) => {
    const what = { granted: 'disetujui', declined: 'tidak disetujui', undone: 'dicabut kembali' }[to];
    return {
      title: `Usulan Anda ${what}: ${flat(person)}`,
      body: `Usulan pengakuan ${values[value].id} untuk ${flat(person)} ${what} oleh instansi.${whyId(reason)}`,
    };
  },
  'recognition-proposed': ({ value, person, by }) => ({
    title: `Usulan pengakuan menunggu: ${flat(person)}`,
    body: `${flat(by)} mengusulkan ${flat(person)} untuk nilai ${values[value].id}. Baca perilakunya, lalu putuskan.`,
  }),
  'priority-moved': ({ moved, validUntil, reason }) => {
    const until = day(validUntil, 'id-ID');
    switch (moved) {
      case 'granted':
        return {
          title: 'Anda mendapat kursi prioritas',
          body: `Sekali pakai: Anda didahulukan di satu daftar tunggu kursus, kegiatan atau angkatan. Berlaku sampai ${until}.`,
        };
      case 'returned':
        return {
          title: 'Kursi prioritas Anda kembali',
          body: `Daftar tunggu itu berakhir tanpa kursi, jadi kursi prioritas Anda dapat dipakai lagi sampai ${until}.`,
        };
      case 'spent':
        return {
          title: 'Kursi prioritas Anda terpakai',
          body: 'Anda mendapat kursi yang Anda tunggu. Selamat belajar!',
        };
      case 'taken-back':
        return {
          title: 'Kursi prioritas dicabut',
          body: `Instansi Anda mencabut kursi prioritas yang belum dipakai.${whyId(reason)}`,
        };
    }
  },
};

export const recognitionEn: Texts<RecognitionKinds> = {
  'recognition-moved': ({ value, origin, to, reason }) => {
    const name = values[value].en;
    if (to === 'granted')
      return {
        title: `You are recognised: ${name}`,
        body: `${originsEn[origin]} Only you, your supervisor and your agency see it; you can show it to your unit.`,
      };
    const because =
      to === 'undone'
        ? `Your agency took it back.${whyEn(reason)}`
        : 'What it was based on is not so any more; when that comes back, so does the recognition.';
    return { title: `A recognition stands no more: ${name}`, body: because };
  },
  'recognition-decided': ({ value, person, to, reason }) => {
    const what = { granted: 'granted', declined: 'declined', undone: 'taken back' }[to];
    return {
      title: `Your proposal was ${what}: ${flat(person)}`,
      body: `The agency has ${what} what you proposed of ${flat(person)}: ${values[value].en}.${whyEn(reason)}`,
    };
  },
  'recognition-proposed': ({ value, person, by }) => ({
    title: `A proposal of recognition waits: ${flat(person)}`,
    body: `${flat(by)} proposes ${flat(person)} for the value ${values[value].en}. Read what they did, then decide.`,
  }),
  'priority-moved': ({ moved, validUntil, reason }) => {
    const until = day(validUntil, 'en-GB');
    switch (moved) {
      case 'granted':
        return {
          title: 'You have a priority seat',
          body: `To use once: it puts you before others in one waiting list of a course, event or cohort. Valid until ${until}.`,
        };
      case 'returned':
        return {
          title: 'Your priority seat is back',
          body: `That list ended without a seat, so you can use your priority seat again until ${until}.`,
        };
      case 'spent':
        return {
          title: 'Your priority seat is spent',
          body: 'You have the seat that you waited for. Enjoy learning!',
        };
      case 'taken-back':
        return {
          title: 'A priority seat was taken back',
          body: `Your agency took back a priority seat that was not used yet.${whyEn(reason)}`,
        };
    }
  },
};
