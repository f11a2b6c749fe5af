import { formatJp, type Jp, type Locale } from '@sinau/kernel';
import type { Texts } from './texts.ts';
import { dayOf, flat, inLanguage, silence } from './words.ts';

/** What was learned: completions, JP, certificates, learning elsewhere. */
type LearningKinds =
  | 'external-learning-waiting'
  | 'external-learning-entered'
  | 'external-learning-decided'
  | 'credit-holds-waiting'
  | 'credit-held'
  | 'certificate-revoked'
  | 'certificate-issued'
  | 'completion-corrected'
  | 'course-completed';

export const learningId: Texts<LearningKinds> = {
  'external-learning-waiting': ({ title, learner, asks, again }) => {
    const what = { proposal: 'Usulan', letter: 'Surat tugas', report: 'Laporan' }[asks];
    return {
      title: `${what} ${again ? 'masih menunggu' : 'menunggu'}: ${flat(title)}`,
      body: `${what} pembelajaran luar “${flat(title)}” dari ${flat(learner)} menunggu keputusan Anda.${silence(again, 'id')}`,
    };
  },
  'external-learning-entered': () => ({
    title: 'Riwayat belajar Anda dicatat',
    body: 'Instansi Anda mencatat pembelajaran luar yang pernah Anda ikuti. JP-nya sudah dihitung; periksa apakah semuanya benar.',
  }),
  'external-learning-decided': ({ title, outcome, reason, recognised }) => {
    const why = ` Alasannya: ${flat(reason ?? '–')}`;
    const name = flat(title);
    switch (outcome) {
      case 'approved':
        return { title: `Disetujui: ${name}`, body: `Usulan “${name}” disetujui pengelola kepegawaian.` };
      case 'assigned':
        return { title: `Surat tugas terbit: ${name}`, body: `Surat tugas untuk “${name}” sudah terbit.` };
      case 'returned':
        return {
          title: `Dikembalikan: ${name}`,
          body: `“${name}” dikembalikan kepada Anda untuk diperbaiki.${why}`,
        };
      case 'rejected':
        return {
          title: `Ditolak: ${name}`,
          body: `“${name}” ditolak, sehingga JP-nya tidak dihitung.${why}`,
        };
      case 'recognised':
        return {
          title: `JP diakui: ${name}`,
          body: `“${name}” sudah diverifikasi. JP yang diakui: ${formatJp((recognised ?? 0) as Jp, 'id')}.`,
        };
    }
  },
  'credit-holds-waiting': () => ({
    title: 'JP ditahan menunggu keputusan',
    body: 'Di instansi Anda ada JP yang ditahan untuk diperiksa. JP itu belum dihitung sampai salah seorang admin memutuskan. Buka daftar JP ditahan untuk memeriksanya.',
  }),
  'credit-held': ({ courseTitle, state, reason, why }) => {
    const course = inLanguage(courseTitle, 'id');
    if (state === 'open' && why === 'counted') {
      return {
        title: `JP ditahan: ${course}`,
        body: `JP pembelajaran luar “${course}” belum dihitung, karena mungkin sama dengan kursus yang sudah dihitung di Sinau. Admin instansi Anda memutuskannya. Buka Rincian JP untuk memberi penjelasan.`,
      };
    }
    if (state === 'open') {
      return {
        title: `JP ditahan: ${course}`,
        body: `JP kursus “${course}” belum dihitung, karena waktu belajarnya perlu diperiksa instansi Anda. Buka Rincian JP untuk melihat sebabnya dan memberi penjelasan.`,
      };
    }
    return {
      title: `${state === 'released' ? 'JP diakui' : 'JP tidak diakui'}: ${course}`,
      body: `Instansi Anda ${state === 'released' ? 'mengakui' : 'tidak mengakui'} JP “${course}”. Alasan: ${flat(reason ?? '–')}`,
    };
  },
  'certificate-revoked': ({ courseTitle, number, reason, note }) => ({
    title: `Sertifikat dicabut: ${inLanguage(courseTitle, 'id')}`,
    body: `Sertifikat ${flat(number)} untuk kursus “${inLanguage(courseTitle, 'id')}” tidak berlaku lagi: ${revocationReasons[reason].id}${note === undefined ? '' : ` Catatan: ${flat(note)}`}`,
  }),
  'certificate-issued': ({ courseTitle, number, edition }) => ({
    title: `${edition > 1 ? 'Sertifikat diterbitkan ulang' : 'Sertifikat terbit'}: ${inLanguage(courseTitle, 'id')}`,
    body: `Sertifikat nomor ${flat(number)} untuk kursus “${inLanguage(courseTitle, 'id')}” dapat diunduh dan diperiksa keasliannya.`,
  }),
  'completion-corrected': ({ courseTitle, provider, change, at, reader }) => {
    const name = inLanguage(courseTitle, 'id');
    const [who, on] = [flat(provider), dayOf(at, 'id-ID')];
    const isBack = change === 'withdrawn';
    const title = `Kelulusan ${isBack ? 'ditarik' : 'diberikan kembali'}: ${name}`;
    const toAgency = isBack
      ? `${who} menarik kelulusan peserta instansi Anda di kursus “${name}”. JP-nya tidak dihitung lagi dan sertifikatnya tidak berlaku. Halaman Pembelajaran instansi menandai siapa saja.`
      : `${who} memberikan kembali kelulusan peserta instansi Anda di kursus “${name}”. JP-nya dihitung lagi dan sertifikatnya berlaku kembali.`;
    const toLearner = isBack
      ? `${who} menarik kelulusan Anda di kursus “${name}” pada ${on}. JP kursus ini tidak dihitung dan sertifikatnya tidak berlaku. Tanyakan sebabnya kepada ${who}; bila kelulusan diberikan kembali, JP dan sertifikat berlaku lagi dengan sendirinya.`
      : `${who} memberikan kembali kelulusan Anda di kursus “${name}” pada ${on}. JP kursus ini dihitung lagi dan sertifikatnya berlaku kembali.`;
    return { title, body: reader === 'agency' ? toAgency : toLearner };
  },
  'course-completed': ({ courseTitle }) => ({
    title: `Kursus selesai: ${inLanguage(courseTitle, 'id')}`,
    body: `Selamat! Anda telah menyelesaikan kursus “${inLanguage(courseTitle, 'id')}”. Sertifikatnya terbit dalam satu menit di halaman Sertifikat.`,
  }),
};

export const learningEn: Texts<LearningKinds> = {
  'external-learning-waiting': ({ title, learner, asks, again }) => {
    const what = { proposal: 'Proposal', letter: 'Assignment letter', report: 'Report' }[asks];
    return {
      title: `${what} ${again ? 'still waiting' : 'waiting'}: ${flat(title)}`,
      body: `${flat(learner)} waits for your decision about learning elsewhere: “${flat(title)}”.${silence(again, 'en')}`,
    };
  },
  'external-learning-entered': () => ({
    title: 'Your learning history was recorded',
    body: 'Your agency has recorded learning elsewhere that you took part in. Its JP have been counted; check that all of it is right.',
  }),
  'external-learning-decided': ({ title, outcome, reason, recognised }) => {
    const why = ` Reason: ${flat(reason ?? '–')}`;
    const name = flat(title);
    switch (outcome) {
      case 'approved':
        return { title: `Approved: ${name}`, body: `The HR officer has approved “${name}”.` };
      case 'assigned':
        return { title: `Letter issued: ${name}`, body: `The assignment letter for “${name}” was issued.` };
      case 'returned':
        return { title: `Returned: ${name}`, body: `“${name}” came back to you to be corrected.${why}` };
      case 'rejected':
        return { title: `Rejected: ${name}`, body: `“${name}” was rejected, so its JP do not count.${why}` };
      case 'recognised':
        return {
          title: `JP recognised: ${name}`,
          body: `“${name}” was verified. Recognised JP: ${formatJp((recognised ?? 0) as Jp, 'en')}.`,
        };
    }
  },
  'credit-holds-waiting': () => ({
    title: 'Held JP wait for a decision',
    body: 'In your agency there are JP that are held to be looked at. They do not count until an administrator decides. Open the list of held JP to look at them.',
  }),
  'credit-held': ({ courseTitle, state, reason, why }) => {
    const course = inLanguage(courseTitle, 'en');
    if (state === 'open' && why === 'counted') {
      return {
        title: `JP held: ${course}`,
        body: `The JP of “${course}”, learned elsewhere, do not count yet, since it may be a course that was counted on Sinau. An administrator of your agency decides. Open JP in detail to explain.`,
      };
    }
    if (state === 'open') {
      return {
        title: `JP held: ${course}`,
        body: `The JP of the course “${course}” do not count yet, since your agency has to look at the time that was spent. Open JP in detail to see why and to explain.`,
      };
    }
    return {
      title: `${state === 'released' ? 'JP recognised' : 'JP not recognised'}: ${course}`,
      body: `Your agency ${state === 'released' ? 'recognises' : 'does not recognise'} the JP of “${course}”. Reason: ${flat(reason ?? '–')}`,
    };
  },
  'certificate-revoked': ({ courseTitle, number, reason, note }) => ({
    title: `Certificate revoked: ${inLanguage(courseTitle, 'en')}`,
    body: `The certificate ${flat(number)} of the course “${inLanguage(courseTitle, 'en')}” is valid no longer: ${revocationReasons[reason].en}${note === undefined ? '' : ` Note: ${flat(note)}`}`,
  }),
  'certificate-issued': ({ courseTitle, number, edition }) => ({
    title: `${edition > 1 ? 'Certificate issued again' : 'Certificate issued'}: ${inLanguage(courseTitle, 'en')}`,
    body: `The certificate ${flat(number)} of the course “${inLanguage(courseTitle, 'en')}” can be downloaded and verified.`,
  }),
  'completion-corrected': ({ courseTitle, provider, change, at, reader }) => {
    const name = inLanguage(courseTitle, 'en');
    const [who, on] = [flat(provider), dayOf(at, 'en-GB')];
    const isBack = change === 'withdrawn';
    const title = `Completion ${isBack ? 'taken back' : 'given again'}: ${name}`;
    const toAgency = isBack
      ? `${who} has taken back completions of your people in the course “${name}”. Their lesson hours (JP) of it do not count any more, and their certificates are not valid. The page Learning of your agency marks whose.`
      : `${who} has given completions of your people in the course “${name}” again. Their lesson hours (JP) of it count again, and their certificates are valid.`;
    const toLearner = isBack
      ? `${who} took back your completion of the course “${name}” on ${on}. Its lesson hours (JP) do not count, and its certificate is not valid. Ask ${who} why; when the completion is given again, both count again by themselves.`
      : `${who} gave your completion of the course “${name}” again on ${on}. Its lesson hours (JP) count again, and its certificate is valid.`;
    return { title, body: reader === 'agency' ? toAgency : toLearner };
  },
  'course-completed': ({ courseTitle }) => ({
    title: `Course completed: ${inLanguage(courseTitle, 'en')}`,
    body: `Congratulations! You have completed the course “${inLanguage(courseTitle, 'en')}”. Its certificate appears within a minute on the page Certificates.`,
  }),
};

const revocationReasons = {
  'completion-withdrawn': { id: 'kelulusannya ditarik kembali.', en: 'the completion was taken back.' },
  'issued-in-error': { id: 'diterbitkan karena kekeliruan.', en: 'it was issued in error.' },
  other: { id: 'ada alasan lain.', en: 'there is another reason.' },
} satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;
