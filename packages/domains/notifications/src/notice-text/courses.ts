import type { Texts } from './texts.ts';
import { flat, inLanguage } from './words.ts';

/** Courses as their authors and reviewers hear of them. */
type CoursesKinds =
  | 'course-updated'
  | 'review-submitted'
  | 'review-decided'
  | 'course-published'
  | 'package-import-finished'
  | 'offer-withdrawn';

export const coursesId: Texts<CoursesKinds> = {
  'course-updated': ({ courseTitle }) => ({
    title: `Kursus diperbarui: ${inLanguage(courseTitle, 'id')}`,
    body: `“${inLanguage(courseTitle, 'id')}” telah diperbarui, dan Anda melanjutkan dengan versi baru. Hasil yang sudah Anda capai tetap tersimpan.`,
  }),
  'review-submitted': ({ courseTitle, version, by }) => ({
    title: `Perlu ditelaah: ${inLanguage(courseTitle, 'id')}`,
    body: `${flat(by)} mengajukan “${inLanguage(courseTitle, 'id')}”, versi ${version}. Versi ini menunggu keputusan penelaah.`,
  }),
  'review-decided': ({ courseTitle, version, outcome }) => {
    const name = inLanguage(courseTitle, 'id');
    return outcome === 'approved'
      ? {
          title: `Disetujui dan terbit: ${name}`,
          body: `Versi ${version} dari “${name}” lolos telaah dan sudah terbit di katalog.`,
        }
      : {
          title: `Dikembalikan: ${name}`,
          body: `Versi ${version} dari “${name}” dikembalikan. Alasannya tertulis di halaman kursus; perbaiki, lalu ajukan lagi.`,
        };
  },
  'course-published': ({ courseTitle }) => ({
    title: `Kursus telah terbit: ${inLanguage(courseTitle, 'id')}`,
    body: `Kursus “${inLanguage(courseTitle, 'id')}” sudah terbit di katalog dan dapat diikuti.`,
  }),
  'package-import-finished': ({ packageName, outcome, errors }) => {
    const name = flat(packageName);
    switch (outcome) {
      case 'accepted':
        return {
          title: `Paket diterima: ${name}`,
          body: `Paket “${name}” lolos pemeriksaan. Tinjau laporannya, lalu ajukan kursusnya untuk ditelaah.`,
        };
      case 'rejected':
        return {
          title: `Paket ditolak: ${name}`,
          body: `Paket “${name}” ditolak dengan ${errors} temuan. Laporannya menyebutkan berkas, baris, dan cara memperbaikinya.`,
        };
      case 'failed':
        return {
          title: `Pemeriksaan terganggu: ${name}`,
          body: `Pemeriksaan paket “${name}” terhenti karena gangguan di pihak kami. Berkas Anda tidak salah; unggah lagi nanti.`,
        };
    }
  },
  'offer-withdrawn': ({ courseTitle, learners }) => ({
    title: `Ditarik oleh penyelenggara: ${inLanguage(courseTitle, 'id')}`,
    body: `Penyelenggara tidak menawarkan “${inLanguage(courseTitle, 'id')}” lagi. Peserta baru tidak dapat masuk. ${learners === 0 ? 'Tidak ada yang sedang belajar di dalamnya.' : `${learners} peserta sedang belajar dan tetap dapat menyelesaikannya.`}`,
  }),
};

export const coursesEn: Texts<CoursesKinds> = {
  'course-updated': ({ courseTitle }) => ({
    title: `Course updated: ${inLanguage(courseTitle, 'en')}`,
    body: `“${inLanguage(courseTitle, 'en')}” was updated, and you go on with the new version. What you have achieved stays.`,
  }),
  'review-submitted': ({ courseTitle, version, by }) => ({
    title: `To review: ${inLanguage(courseTitle, 'en')}`,
    body: `${flat(by)} submitted “${inLanguage(courseTitle, 'en')}”, version ${version}. It waits for a reviewer’s decision.`,
  }),
  'review-decided': ({ courseTitle, version, outcome }) => {
    const name = inLanguage(courseTitle, 'en');
    return outcome === 'approved'
      ? {
          title: `Approved and published: ${name}`,
          body: `Version ${version} of “${name}” passed its review and is now in the catalogue.`,
        }
      : {
          title: `Sent back: ${name}`,
          body: `Version ${version} of “${name}” was sent back. The course’s page says why; mend it, then submit again.`,
        };
  },
  'course-published': ({ courseTitle }) => ({
    title: `Course published: ${inLanguage(courseTitle, 'en')}`,
    body: `The course “${inLanguage(courseTitle, 'en')}” is now in the catalogue and open to learners.`,
  }),
  'package-import-finished': ({ packageName, outcome, errors }) => {
    const name = flat(packageName);
    switch (outcome) {
      case 'accepted':
        return {
          title: `Package accepted: ${name}`,
          body: `The package “${name}” passed all checks. Look at its report, then submit the course for review.`,
        };
      case 'rejected':
        return {
          title: `Package rejected: ${name}`,
          body: `The package “${name}” was rejected with ${errors} ${errors === 1 ? 'finding' : 'findings'}. The report names file, line and how to mend each.`,
        };
      case 'failed':
        return {
          title: `Check interrupted: ${name}`,
          body: `The check of “${name}” broke off because of a fault on our side. Your file is not wrong; upload it again later.`,
        };
    }
  },
  'offer-withdrawn': ({ courseTitle, learners }) => ({
    title: `Withdrawn by its provider: ${inLanguage(courseTitle, 'en')}`,
    body: `The provider offers “${inLanguage(courseTitle, 'en')}” no longer. Nobody new gets in. ${learners === 0 ? 'Nobody is learning in it.' : `${learners} ${learners === 1 ? 'learner is' : 'learners are'} in it and can finish.`}`,
  }),
};
