import type { Texts } from './texts.ts';
import { day, flat, sentence } from './words.ts';

/** What somebody can do, and what they mean to learn. */
type CompetencyKinds = 'competency-assessed' | 'plan-item-moved' | 'plan-item-overdue';

export const competencyId: Texts<CompetencyKinds> = {
  'competency-assessed': ({ change, by }) => {
    const who = flat(by);
    switch (change) {
      case 'recorded':
        return {
          title: 'Penilaian kompetensi Anda dicatat',
          body: `${who} mencatat penilaian kompetensi Anda. Lihat tingkat, sumber dan tanggalnya. Bila ada yang keliru, sampaikan kepada instansi Anda.`,
        };
      case 'withdrawn':
        return {
          title: 'Penilaian kompetensi Anda ditarik',
          body: `${who} menarik sebuah penilaian kompetensi Anda, sehingga tidak lagi dihitung. Alasannya ada di halaman kompetensi Anda.`,
        };
      case 'restored':
        return {
          title: 'Penilaian kompetensi Anda berlaku lagi',
          body: `${who} memberlakukan kembali sebuah penilaian kompetensi Anda yang pernah ditarik.`,
        };
    }
  },
  'plan-item-moved': ({ title, move, by, dueOn, note }) => {
    const [name, who] = [flat(title), flat(by)];
    const why = note === undefined ? '' : ` Catatannya: ${sentence(note)}`;
    switch (move) {
      case 'propose':
        return {
          title: `Usulan rencana pengembangan: ${name}`,
          body: `${who} mengusulkan “${name}”, selesai paling lambat ${day(dueOn, 'id-ID')}, dan menunggu persetujuan Anda.${why}`,
        };
      case 'change':
        return {
          title: `Usulan diubah: ${name}`,
          body: `${who} mengubah usulan “${name}”, selesai paling lambat ${day(dueOn, 'id-ID')}, dan menunggu persetujuan Anda.${why}`,
        };
      case 'agree':
        return {
          title: `Rencana pengembangan disetujui: ${name}`,
          body: `${who} menyetujui “${name}”, selesai paling lambat ${day(dueOn, 'id-ID')}.${why}`,
        };
      case 'return':
        return {
          title: `Usulan dikembalikan: ${name}`,
          body: `${who} mengembalikan usulan “${name}” untuk diperbaiki.${why}`,
        };
      case 'finish':
        return {
          title: `Rencana pengembangan selesai: ${name}`,
          body: `${who} menandai “${name}” sudah selesai.${why}`,
        };
      case 'reopen':
        return {
          title: `Rencana pengembangan dibuka lagi: ${name}`,
          body: `${who} membuka lagi “${name}”.${why}`,
        };
      case 'drop':
        return {
          title: `Rencana pengembangan dihentikan: ${name}`,
          body: `${who} menghentikan “${name}”.${why}`,
        };
      case 'undo':
        return {
          title: `Langkah terakhir ditarik: ${name}`,
          body: `${who} menarik langkah terakhirnya pada “${name}”. Lihat keadaannya sekarang.`,
        };
    }
  },
  'plan-item-overdue': ({ title, dueOn, of }) => {
    const [name, last] = [flat(title), day(dueOn, 'id-ID')];
    return of === undefined
      ? {
          title: `Rencana pengembangan lewat tenggat: ${name}`,
          body: `“${name}” disepakati selesai paling lambat ${last}. Tandai selesai bila sudah, atau hentikan dan usulkan rencana lain.`,
        }
      : {
          title: `Rencana pengembangan ${flat(of)} lewat tenggat: ${name}`,
          body: `“${name}” milik ${flat(of)} disepakati selesai paling lambat ${last} dan belum ditandai selesai. Bicarakan apa yang menghambat.`,
        };
  },
};

export const competencyEn: Texts<CompetencyKinds> = {
  'competency-assessed': ({ change, by }) => {
    const who = flat(by);
    switch (change) {
      case 'recorded':
        return {
          title: 'An assessment of your competence was recorded',
          body: `${who} has recorded how your competence was assessed. See level, source and date. If something is wrong, tell your agency.`,
        };
      case 'withdrawn':
        return {
          title: 'An assessment of your competence was withdrawn',
          body: `${who} has withdrawn an assessment of your competence; it counts no more. The reason is on your competence page.`,
        };
      case 'restored':
        return {
          title: 'An assessment of your competence counts again',
          body: `${who} has brought back an assessment of your competence that had been withdrawn.`,
        };
    }
  },
  'plan-item-moved': ({ title, move, by, dueOn, note }) => {
    const [name, who] = [flat(title), flat(by)];
    const why = note === undefined ? '' : ` The note: ${sentence(note)}`;
    switch (move) {
      case 'propose':
        return {
          title: `Proposed for the development plan: ${name}`,
          body: `${who} proposes “${name}”, done by ${day(dueOn, 'en-GB')}, and waits for your agreement.${why}`,
        };
      case 'change':
        return {
          title: `Proposal changed: ${name}`,
          body: `${who} has changed the proposal “${name}”, done by ${day(dueOn, 'en-GB')}, and waits for your agreement.${why}`,
        };
      case 'agree':
        return {
          title: `Agreed for the development plan: ${name}`,
          body: `${who} agrees to “${name}”, done by ${day(dueOn, 'en-GB')}.${why}`,
        };
      case 'return':
        return {
          title: `Proposal returned: ${name}`,
          body: `${who} has returned the proposal “${name}” to be improved.${why}`,
        };
      case 'finish':
        return {
          title: `Done in the development plan: ${name}`,
          body: `${who} has marked “${name}” as done.${why}`,
        };
      case 'reopen':
        return {
          title: `Opened again in the development plan: ${name}`,
          body: `${who} has opened “${name}” again.${why}`,
        };
      case 'drop':
        return {
          title: `Dropped from the development plan: ${name}`,
          body: `${who} has dropped “${name}”.${why}`,
        };
      case 'undo':
        return {
          title: `Last step taken back: ${name}`,
          body: `${who} has taken back their last step about “${name}”. See how it stands now.`,
        };
    }
  },
  'plan-item-overdue': ({ title, dueOn, of }) => {
    const [name, last] = [flat(title), day(dueOn, 'en-GB')];
    return of === undefined
      ? {
          title: `Overdue in the development plan: ${name}`,
          body: `“${name}” was agreed to be done by ${last}. Mark it as done if it is, or drop it and propose another item.`,
        }
      : {
          title: `Overdue in the development plan of ${flat(of)}: ${name}`,
          body: `“${name}” of ${flat(of)} was agreed to be done by ${last} and is not marked as done. Talk about what stands in the way.`,
        };
  },
};
