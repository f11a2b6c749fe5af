import type { ProviderEnrolmentReason } from '@sinau/domain-events';
import type { Locale } from '@sinau/kernel';
import type { Texts } from './texts.ts';
import { day, flat, inLanguage, silence } from './words.ts';

/** Enrolments that somebody asks for, decides on or is given. */
type EnrolmentKinds =
  | 'enrolment-requested'
  | 'enrolment-decided'
  | 'enrolment-promoted'
  | 'provider-enrolment'
  | 'seat-release-near'
  | 'seat-released'
  | 'course-assigned'
  | 'assignment-withdrawn';

export const enrolmentId: Texts<EnrolmentKinds> = {
  'enrolment-requested': ({ courseTitle, learner, again }) => ({
    title: `${again ? 'Masih menunggu persetujuan' : 'Perlu persetujuan'}: ${flat(learner)}`,
    body: `${flat(learner)} meminta mengikuti “${inLanguage(courseTitle, 'id')}”. Keputusan Anda diperlukan.${silence(again, 'id')}`,
  }),
  'enrolment-decided': ({ courseTitle, outcome, reason }) => {
    const name = inLanguage(courseTitle, 'id');
    switch (outcome) {
      case 'approved':
        return {
          title: `Disetujui: ${name}`,
          body: `Anda terdaftar di “${name}”. Halaman kursusnya membawa Anda ke langkah berikutnya.`,
        };
      case 'waiting':
        return {
          title: `Disetujui, menunggu kursi: ${name}`,
          body: `Permintaan Anda untuk “${name}” disetujui. Semua kursi terisi; Anda masuk daftar tunggu dan terdaftar otomatis.`,
        };
      case 'declined':
        return {
          title: `Tidak disetujui: ${name}`,
          body: `Permintaan Anda untuk “${name}” tidak disetujui. Alasan: ${flat(reason ?? '–')}`,
        };
    }
  },
  'enrolment-promoted': ({ courseTitle }) => ({
    title: `Anda mendapat kursi: ${inLanguage(courseTitle, 'id')}`,
    body: `Satu kursi di “${inLanguage(courseTitle, 'id')}” menjadi milik Anda dan Anda terdaftar. Halaman kursusnya membawa Anda ke langkah berikutnya.`,
  }),
  'provider-enrolment': ({ courseTitle, provider, outcome, reason, said, learner }) => {
    const name = inLanguage(courseTitle, 'id');
    if (outcome === 'confirmed') {
      return {
        title: `Terdaftar di ${flat(provider)}: ${name}`,
        body: `${flat(provider)} telah mendaftarkan Anda di “${name}”. Anda dapat mulai belajar sekarang.`,
      };
    }
    const why = providerReason(reason, 'id') + providerSaid(said, 'id');
    return learner === undefined
      ? {
          title: `Tidak terdaftar di ${flat(provider)}: ${name}`,
          body: `Pendaftaran Anda di “${name}” berakhir: ${why} Kursi Anda dikembalikan. Anda boleh mendaftar lagi nanti.`,
        }
      : {
          title: `Penugasan gagal: ${flat(learner)}`,
          body: `${flat(learner)} tidak terdaftar di “${name}” (${flat(provider)}): ${why} Penugasannya berakhir; pilih kursus lain atau tugaskan lagi nanti.`,
        };
  },
  'seat-release-near': ({ courseTitle, days, on }) => ({
    title: `Mulai belajar atau kursi dilepas: ${inLanguage(courseTitle, 'id')}`,
    body: `Anda belum mulai belajar di “${inLanguage(courseTitle, 'id')}”. Kursi dari kuota instansi dilepas jika tidak dipakai dalam ${days} hari: kursi Anda dapat dilepas mulai ${day(on, 'id-ID')}. Buka kursusnya sebelum hari itu, atau batalkan pendaftaran jika tidak jadi ikut.`,
  }),
  'seat-released': ({ courseTitle, days, learner }) => {
    const name = inLanguage(courseTitle, 'id');
    return learner === undefined
      ? {
          title: `Kursi dilepas: ${name}`,
          body: `Pendaftaran Anda di “${name}” berakhir karena belum dimulai dalam ${days} hari. Kursinya kembali ke kuota instansi. Anda boleh mendaftar lagi.`,
        }
      : {
          title: `Kursi dilepas: ${flat(learner)}`,
          body: `Pendaftaran ${flat(learner)} di “${name}”, yang Anda setujui, berakhir karena belum dimulai dalam ${days} hari. Kursinya kembali ke kuota instansi.`,
        };
  },
  'course-assigned': ({ courseTitle, as, by, dueOn }) => ({
    title: `Kursus wajib: ${inLanguage(courseTitle, 'id')}`,
    body: `${flat(by)}, ${as === 'supervisor' ? 'atasan Anda' : 'atas nama instansi Anda'}, menugaskan “${inLanguage(courseTitle, 'id')}” kepada Anda.${dueOn === undefined ? '' : ` Selesaikan paling lambat ${day(dueOn, 'id-ID')}.`}`,
  }),
  'assignment-withdrawn': ({ courseTitle, ended, hadAsked }) => ({
    title: `Tidak wajib lagi: ${inLanguage(courseTitle, 'id')}`,
    body: ended
      ? `Penugasan “${inLanguage(courseTitle, 'id')}” ditarik, dan pendaftaran Anda berakhir bersamanya. ${hadAsked ? 'Permintaan Anda sebelumnya belum pernah diputuskan; ajukan lagi di halaman kursusnya jika Anda tetap ingin mengikutinya.' : 'Yang sudah tercatat tetap tersimpan.'}`
      : `Penugasan “${inLanguage(courseTitle, 'id')}” ditarik. Anda tetap terdaftar dan boleh membatalkannya.`,
  }),
};

export const enrolmentEn: Texts<EnrolmentKinds> = {
  'enrolment-requested': ({ courseTitle, learner, again }) => ({
    title: `${again ? 'Approval still needed' : 'Approval needed'}: ${flat(learner)}`,
    body: `${flat(learner)} asks to take “${inLanguage(courseTitle, 'en')}”. Your decision is needed.${silence(again, 'en')}`,
  }),
  'enrolment-decided': ({ courseTitle, outcome, reason }) => {
    const name = inLanguage(courseTitle, 'en');
    switch (outcome) {
      case 'approved':
        return {
          title: `Approved: ${name}`,
          body: `You are enrolled in “${name}”. The page of the course leads you on.`,
        };
      case 'waiting':
        return {
          title: `Approved, waiting for a seat: ${name}`,
          body: `Your request for “${name}” was approved. All seats are taken; you are on the waiting list and are enrolled by itself.`,
        };
      case 'declined':
        return {
          title: `Declined: ${name}`,
          body: `Your request for “${name}” was declined. Reason: ${flat(reason ?? '–')}`,
        };
    }
  },
  'enrolment-promoted': ({ courseTitle }) => ({
    title: `You have a seat: ${inLanguage(courseTitle, 'en')}`,
    body: `A seat in “${inLanguage(courseTitle, 'en')}” is yours, and you are enrolled. The page of the course leads you on.`,
  }),
  'provider-enrolment': ({ courseTitle, provider, outcome, reason, said, learner }) => {
    const name = inLanguage(courseTitle, 'en');
    if (outcome === 'confirmed') {
      return {
        title: `Enrolled at ${flat(provider)}: ${name}`,
        body: `${flat(provider)} has enrolled you in “${name}”. You can start now.`,
      };
    }
    const why = providerReason(reason, 'en') + providerSaid(said, 'en');
    return learner === undefined
      ? {
          title: `Not enrolled at ${flat(provider)}: ${name}`,
          body: `Your enrolment in “${name}” has ended: ${why} Your seat was given back. You may enrol again later.`,
        }
      : {
          title: `Assignment failed: ${flat(learner)}`,
          body: `${flat(learner)} was not enrolled in “${name}” (${flat(provider)}): ${why} The assignment has ended; choose another course or assign it again later.`,
        };
  },
  'seat-release-near': ({ courseTitle, days, on }) => ({
    title: `Begin, or your seat goes back: ${inLanguage(courseTitle, 'en')}`,
    body: `You have not begun with “${inLanguage(courseTitle, 'en')}”. A seat of the agency’s quota goes back when nobody begins with it in ${days} days: yours may go from ${day(on, 'en-GB')} on. Open the course before that day, or cancel if you will not take it.`,
  }),
  'seat-released': ({ courseTitle, days, learner }) => {
    const name = inLanguage(courseTitle, 'en');
    return learner === undefined
      ? {
          title: `Seat given back: ${name}`,
          body: `Your enrolment in “${name}” has ended because it was not begun in ${days} days. The seat went back to the agency’s quota. You may enrol again.`,
        }
      : {
          title: `Seat given back: ${flat(learner)}`,
          body: `The enrolment of ${flat(learner)} in “${name}”, which you approved, has ended because it was not begun in ${days} days. The seat went back to the agency’s quota.`,
        };
  },
  'course-assigned': ({ courseTitle, as, by, dueOn }) => ({
    title: `Required course: ${inLanguage(courseTitle, 'en')}`,
    body: `${flat(by)}, ${as === 'supervisor' ? 'your supervisor' : 'for your agency'}, assigned “${inLanguage(courseTitle, 'en')}” to you.${dueOn === undefined ? '' : ` Finish it by ${day(dueOn, 'en-GB')}.`}`,
  }),
  'assignment-withdrawn': ({ courseTitle, ended, hadAsked }) => ({
    title: `No longer required: ${inLanguage(courseTitle, 'en')}`,
    body: ended
      ? `The assignment of “${inLanguage(courseTitle, 'en')}” was withdrawn, and your enrolment ended with it. ${hadAsked ? 'Nobody had decided on your request from before; ask again on the course’s page if you still want to take it.' : 'What was recorded stays.'}`
      : `The assignment of “${inLanguage(courseTitle, 'en')}” was withdrawn. You stay enrolled and may cancel.`,
  }),
};

const notInTime = {
  id: 'penyelenggara tidak mendaftarkan sampai batas waktu.',
  en: 'the provider did not enrol in time.',
};
const overHere = { id: 'pendaftaran ini sudah berakhir.', en: 'this enrolment is over.' };

/** Every reason has its words, or these do not compile. */
const providerReasons: Readonly<Record<ProviderEnrolmentReason, Readonly<Record<Locale, string>>>> = {
  unreachable: {
    id: 'penyelenggara tidak dapat dihubungi sampai batas waktu.',
    en: 'the provider could not be reached in time.',
  },
  'connection-broken': {
    id: 'sambungan ke penyelenggara tidak diperbaiki sampai batas waktu.',
    en: 'the connection to the provider was not mended in time.',
  },
  busy: {
    id: 'penyelenggara terlalu sibuk sampai batas waktu.',
    en: 'the provider was too busy until the time was over.',
  },
  paused: {
    id: 'penyelenggara menghentikan sementara pendaftaran.',
    en: 'the provider had paused enrolment.',
  },
  'earlier-leaving': {
    id: 'pendaftaran yang lama belum selesai diakhiri di sana.',
    en: 'an earlier enrolment was not ended there in time.',
  },
  'too-late': notInTime,
  left: overHere,
  'handed-over': overHere,
  'not-undone': overHere,
  full: { id: 'kelas di sana penuh.', en: 'the class is full there.' },
  'account-missing': {
    id: 'akun Anda belum ada di sana.',
    en: 'there is no account of yours there.',
  },
  'account-unconfirmed': {
    id: 'akun Anda di sana belum dipastikan.',
    en: 'your account there was not confirmed.',
  },
  'course-missing': { id: 'kelasnya sudah tidak ada di sana.', en: 'the class is no longer there.' },
  unconfirmed: {
    id: 'pendaftaran Anda tidak dipastikan sampai batas waktu.',
    en: 'your enrolment was not confirmed in time.',
  },
  'connection-ending': {
    id: 'penyelenggara tidak menerima peserta baru untuk kursus ini lagi.',
    en: 'the provider takes no new learners for this course any more.',
  },
  'refused-by-provider': { id: 'pendaftaran ditolak.', en: 'the enrolment was refused.' },
};

/** A sentence's end. Facts of a later release may name reasons that this one does not know. */
function providerReason(reason: string | undefined, locale: Locale): string {
  const known = reason !== undefined && Object.hasOwn(providerReasons, reason);
  return (known ? providerReasons[reason as ProviderEnrolmentReason] : notInTime)[locale];
}

/** In the provider's own words, whatever language they are in. */
function providerSaid(said: string | undefined, locale: Locale): string {
  if (said === undefined) return '';
  return locale === 'id' ? ` Kata penyelenggara: “${flat(said)}”.` : ` The provider says: “${flat(said)}”.`;
}
