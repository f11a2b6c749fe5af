import type { Texts } from './texts.ts';
import { day, dayOf, flat, moment, sentence } from './words.ts';

/** Coaching and mentoring. */
type CollaborationKinds = 'pair-step' | 'pair-session' | 'community-step';

const names = { coaching: 'coaching', mentoring: 'mentoring' } as const;
const rolesId = {
  coaching: { guide: 'coach', learner: 'peserta coaching' },
  mentoring: { guide: 'mentor', learner: 'peserta mentoring' },
} as const;
const rolesEn = {
  coaching: { guide: 'coach', learner: 'coachee' },
  mentoring: { guide: 'mentor', learner: 'mentee' },
} as const;

export const collaborationId: Texts<CollaborationKinds> = {
  'pair-step': ({ pair, step, name, as, reason, until }) => {
    const [other, kind] = [flat(name), names[pair]];
    const why = reason === undefined ? '' : ` Alasannya: ${sentence(reason)}`;
    const last = until === undefined ? '' : ` Tanpa jawaban, ajakan ini gugur pada ${dayOf(until, 'id-ID')}.`;
    const asks = `${other} mengajak Anda menjadi ${rolesId[pair][as]}. Lihat tujuannya, lalu terima atau tolak.`;
    switch (step) {
      case 'invited':
        return { title: `Ajakan ${kind} dari ${other}`, body: asks };
      case 'remind':
        return { title: `Pengingat: ajakan ${kind} dari ${other}`, body: `${asks}${last}` };
      case 'active':
        return {
          title: `${other} menerima ajakan ${kind}`,
          body: 'Anda berdua sudah sepakat. Setelah bertemu, salah satu mencatat sesinya dan yang lain menandatangani.',
        };
      case 'declined':
        return { title: `${other} menolak ajakan ${kind}`, body: `Ajakan Anda tidak diterima.${why}` };
      case 'cancelled':
        return { title: `${other} menarik ajakan ${kind}`, body: `Anda tidak perlu menjawab lagi.${why}` };
      case 'lapsed':
        return {
          title: `Ajakan ${kind} gugur`,
          body: `${other} tidak menjawab dalam 30 hari. Anda boleh mengajak lagi.`,
        };
      case 'ended':
        return {
          title: `${other} mengakhiri ${kind}`,
          body: `Sesi yang sudah ditandatangani tetap berlaku.${why}`,
        };
    }
  },
  'pair-session': ({ pair, step, name, on, reason, until }) => {
    const [other, kind, date] = [flat(name), names[pair], day(on, 'id-ID')];
    const signs = 'Bacalah, lalu tanda tangani; JP baru dihitung setelah itu.';
    const last =
      until === undefined ? '' : ` Tanpa tanda tangan, catatan ini gugur pada ${dayOf(until, 'id-ID')}.`;
    switch (step) {
      case 'written':
        return {
          title: `Tanda tangani sesi ${kind} ${date}`,
          body: `${other} mencatat sesi Anda berdua. ${signs}`,
        };
      case 'changed':
        return {
          title: `Sesi ${kind} ${date} diubah`,
          body: `${other} mengubah catatannya, sehingga tanda tangan sebelumnya tidak berlaku. ${signs}`,
        };
      case 'remind':
        return {
          title: `Pengingat: tanda tangani sesi ${kind} ${date}`,
          body: `Catatan dari ${other} masih menunggu Anda. ${signs}${last}`,
        };
      case 'confirmed':
        return {
          title: `Sesi ${kind} ${date} ditandatangani`,
          body: `${other} menandatangani catatan Anda. JP peserta dihitung menurut aturan yang berlaku.`,
        };
      case 'withdrawn':
        return {
          title: `Sesi ${kind} ${date} ditarik`,
          body: `${other} menarik catatan sesi ini; JP-nya tidak lagi dihitung. Alasannya: ${sentence(reason ?? '–')}`,
        };
      case 'lapsed':
        return {
          title: `Catatan sesi ${kind} ${date} gugur`,
          body: `${other} tidak menandatangani dalam 30 hari. Bicarakan dengannya; catatan yang diubah dapat dikirim lagi.`,
        };
    }
  },
  'community-step': ({ step, community, name, topic, startsAt, reason }) => {
    const [group, about] = [flat(community), flat(topic ?? '')];
    const when = startsAt === undefined ? '' : moment(startsAt, 'id-ID');
    switch (step) {
      case 'asked':
        return {
          title: `Permintaan bergabung: ${group}`,
          body: `${flat(name ?? '–')} ingin bergabung dan menunggu keputusan fasilitator.`,
        };
      case 'in':
        return { title: `Anda diterima di ${group}`, body: 'Lihat anggota dan pertemuan berikutnya.' };
      case 'refused':
        return { title: `Tidak diterima di ${group}`, body: 'Fasilitator tidak menerima permintaan Anda.' };
      case 'leads':
        return {
          title: `Anda menjadi fasilitator ${group}`,
          body: 'Anda merencanakan pertemuan, mencatat kehadiran, dan menerima anggota.',
        };
      case 'leaderless':
        return {
          title: `${group} tidak lagi mempunyai fasilitator`,
          body: 'Komunitas ini berjalan tanpa fasilitator. Tunjuk salah seorang anggotanya di halaman Belajar bersama.',
        };
      case 'planned':
        return { title: `Pertemuan ${group}`, body: `“${about}”, ${when}.` };
      case 'confirm':
        return {
          title: `Benarkah Anda hadir? ${about}`,
          body: `Fasilitator ${group} mencatat Anda hadir. Nyatakan sendiri; JP dihitung setelah keduanya sama.`,
        };
      case 'cancelled':
        return {
          title: `Pertemuan dibatalkan: ${about}`,
          body: `Pertemuan ${group} dibatalkan. Alasannya: ${sentence(reason ?? '–')}`,
        };
      case 'question':
        return {
          title: `Pertanyaan baru di ${group}`,
          body: 'Anggota bertanya. Yang belum dijawab ada paling atas; barangkali Anda tahu jawabannya.',
        };
      case 'answered':
        return {
          title: `Pertanyaan Anda di ${group} dijawab`,
          body: 'Baca jawabannya, lalu tandai yang membantu.',
        };
      case 'helped':
        return {
          title: `Jawaban Anda di ${group} membantu`,
          body: 'Penanya menandai jawaban Anda sebagai yang membantu.',
        };
    }
  },
};

export const collaborationEn: Texts<CollaborationKinds> = {
  'pair-step': ({ pair, step, name, as, reason, until }) => {
    const [other, kind] = [flat(name), names[pair]];
    const why = reason === undefined ? '' : ` The reason: ${sentence(reason)}`;
    const last = until === undefined ? '' : ` Without an answer it lapses on ${dayOf(until, 'en-GB')}.`;
    const asks = `${other} asks you to be their ${rolesEn[pair][as]}. Look at the goal, then accept or decline.`;
    switch (step) {
      case 'invited':
        return { title: `${other} invites you to ${kind}`, body: asks };
      case 'remind':
        return { title: `Reminder: ${other} invites you to ${kind}`, body: `${asks}${last}` };
      case 'active':
        return {
          title: `${other} accepts your invitation to ${kind}`,
          body: 'You have both agreed. After you have met, one of you writes the session down and the other signs it.',
        };
      case 'declined':
        return { title: `${other} declines ${kind}`, body: `Your invitation was not accepted.${why}` };
      case 'cancelled':
        return {
          title: `${other} takes the invitation to ${kind} back`,
          body: `You need not answer any more.${why}`,
        };
      case 'lapsed':
        return {
          title: `Your invitation to ${kind} has lapsed`,
          body: `${other} has not answered within 30 days. You may invite again.`,
        };
      case 'ended':
        return { title: `${other} ends your ${kind}`, body: `Sessions that were signed stay.${why}` };
    }
  },
  'pair-session': ({ pair, step, name, on, reason, until }) => {
    const [other, kind, date] = [flat(name), names[pair], day(on, 'en-GB')];
    const signs = 'Read it, then sign; JP count only after that.';
    const last = until === undefined ? '' : ` Without your signature it lapses on ${dayOf(until, 'en-GB')}.`;
    switch (step) {
      case 'written':
        return {
          title: `Sign the ${kind} of ${date}`,
          body: `${other} has written down your session. ${signs}`,
        };
      case 'changed':
        return {
          title: `The ${kind} of ${date} was changed`,
          body: `${other} has changed what is written, so that signatures from before do not count. ${signs}`,
        };
      case 'remind':
        return {
          title: `Reminder: sign the ${kind} of ${date}`,
          body: `What ${other} has written waits for you. ${signs}${last}`,
        };
      case 'confirmed':
        return {
          title: `The ${kind} of ${date} is signed`,
          body: `${other} has signed what you wrote. JP of whoever was coached count as the rules say.`,
        };
      case 'withdrawn':
        return {
          title: `The ${kind} of ${date} was taken back`,
          body: `${other} has taken this session back; its JP do not count any more. The reason: ${sentence(reason ?? '–')}`,
        };
      case 'lapsed':
        return {
          title: `The ${kind} of ${date} has lapsed`,
          body: `${other} has not signed within 30 days. Talk to them; a text that is changed can be sent again.`,
        };
    }
  },
  'community-step': ({ step, community, name, topic, startsAt, reason }) => {
    const [group, about] = [flat(community), flat(topic ?? '')];
    const when = startsAt === undefined ? '' : moment(startsAt, 'en-GB');
    switch (step) {
      case 'asked':
        return {
          title: `Somebody wants to join: ${group}`,
          body: `${flat(name ?? '–')} wants to join and waits for a facilitator.`,
        };
      case 'in':
        return { title: `You are in ${group}`, body: 'See who is in it and when it meets next.' };
      case 'refused':
        return { title: `Not let into ${group}`, body: 'A facilitator has refused your request.' };
      case 'leads':
        return {
          title: `You lead ${group} now`,
          body: 'You plan its meetings, write down who was there, and let people in.',
        };
      case 'leaderless':
        return {
          title: `Nobody leads ${group} any more`,
          body: 'This community goes on without a facilitator. Name one of its members on the page Learning from each other.',
        };
      case 'planned':
        return { title: `${group} meets`, body: `“${about}”, ${when}.` };
      case 'confirm':
        return {
          title: `Were you there? ${about}`,
          body: `A facilitator of ${group} says that you were. Say so yourself; JP count once both agree.`,
        };
      case 'cancelled':
        return {
          title: `Meeting cancelled: ${about}`,
          body: `A meeting of ${group} is cancelled. The reason: ${sentence(reason ?? '–')}`,
        };
      case 'question':
        return {
          title: `New question in ${group}`,
          body: 'A member asks. What nobody has answered stands first; perhaps you know.',
        };
      case 'answered':
        return {
          title: `Your question in ${group} has an answer`,
          body: 'Read it, then mark the one that has helped.',
        };
      case 'helped':
        return {
          title: `Your answer in ${group} has helped`,
          body: 'Whoever asked has marked your answer as the one that has helped.',
        };
    }
  },
};
