import type { Texts } from './texts.ts';
import { flat, moment, sentence, silence } from './words.ts';

/** Seminars and other events, and learning paths. */
type EventKinds = 'event-seat' | 'event-requested' | 'event-changed' | 'path-changed';

export const eventsId: Texts<EventKinds> = {
  'event-seat': ({ title, state, until, reason }) => {
    const name = flat(title);
    const why = ` Alasannya: ${sentence(reason ?? '–')}`;
    switch (state) {
      case 'offered':
        return {
          title: `Ada kursi untuk Anda: ${name}`,
          body: `Satu kursi di “${name}” disimpan untuk Anda. Konfirmasi sebelum ${until === undefined ? 'kegiatan dimulai' : moment(until, 'id-ID')}; setelah itu kursi diberikan kepada yang berikutnya.`,
        };
      case 'confirmed':
        return {
          title: `Disetujui: ${name}`,
          body: `Permintaan Anda disetujui. Kursi Anda di “${name}” sudah pasti.`,
        };
      case 'waiting':
        return {
          title: `Disetujui, dalam antrean: ${name}`,
          body: `Permintaan Anda disetujui, tetapi kursi di “${name}” sudah penuh. Anda diberi tahu begitu ada kursi.`,
        };
      case 'unfunded':
        return {
          title: `Disetujui, menunggu anggaran: ${name}`,
          body: `Permintaan Anda disetujui, tetapi anggaran instansi belum cukup untuk kursi Anda di “${name}”. Anda diberi tahu begitu ada anggaran.`,
        };
      case 'funded':
        return {
          title: `Kursi Anda sudah pasti: ${name}`,
          body: `Anggaran instansi kini cukup. Kursi Anda di “${name}” sudah pasti.`,
        };
      case 'queued':
        return {
          title: `Anggaran ada, dalam antrean: ${name}`,
          body: `Anggaran instansi kini cukup, tetapi kursi di “${name}” sudah penuh. Anda diberi tahu begitu ada kursi.`,
        };
      case 'declined':
        return {
          title: `Tidak disetujui: ${name}`,
          body: `Permintaan Anda untuk “${name}” tidak disetujui.${why}`,
        };
      case 'lapsed':
        return {
          title: `Kursi tidak lagi disimpan: ${name}`,
          body: `Kursi di “${name}” tidak Anda konfirmasi pada waktunya dan diberikan kepada yang berikutnya. Daftar lagi untuk masuk antrean.`,
        };
      case 'removed':
        return {
          title: `Kursi Anda ditarik: ${name}`,
          body: `Penyelenggara menarik kursi Anda di “${name}”.${why}`,
        };
      case 'added':
        return {
          title: `Anda terdaftar: ${name}`,
          body: `Penyelenggara mendaftarkan Anda di “${name}”.${why}`,
        };
    }
  },
  'event-requested': ({ title, learner, again }) => ({
    title: `${again ? 'Masih menunggu keputusan' : 'Permintaan kegiatan'}: ${flat(title)}`,
    body: `${flat(learner)} ingin mengikuti “${flat(title)}” dan menunggu keputusan Anda.${silence(again, 'id')}`,
  }),
  'event-changed': ({ title, change, reason }) =>
    change === 'moved'
      ? {
          title: `Jadwal berubah: ${flat(title)}`,
          body: `Waktu atau tempat “${flat(title)}” berubah. Lihat jadwalnya yang baru; bila Anda tidak dapat hadir, batalkan pendaftaran Anda.`,
        }
      : {
          title: `Dibatalkan: ${flat(title)}`,
          body: `“${flat(title)}” dibatalkan penyelenggara. Alasannya: ${sentence(reason ?? '–')}`,
        },
  'path-changed': ({ title, change }) =>
    change === 'moved'
      ? {
          title: `Jalur belajar diperbarui: ${flat(title)}`,
          body: `Susunan “${flat(title)}” berubah. Yang sudah Anda selesaikan tetap terhitung; lihat langkah Anda berikutnya.`,
        }
      : {
          title: `Jalur belajar selesai: ${flat(title)}`,
          body: `Semua yang wajib dalam “${flat(title)}” sudah Anda selesaikan. Sertifikatnya segera terbit.`,
        },
};

export const eventsEn: Texts<EventKinds> = {
  'event-seat': ({ title, state, until, reason }) => {
    const name = flat(title);
    const why = ` The reason: ${sentence(reason ?? '–')}`;
    switch (state) {
      case 'offered':
        return {
          title: `A seat for you: ${name}`,
          body: `A seat at “${name}” is kept for you. Confirm it before ${until === undefined ? 'the event begins' : moment(until, 'en-GB')}; after that it goes to the next in the queue.`,
        };
      case 'confirmed':
        return {
          title: `Approved: ${name}`,
          body: `Your request is approved. Your seat at “${name}” is certain.`,
        };
      case 'waiting':
        return {
          title: `Approved, in the queue: ${name}`,
          body: `Your request is approved, but “${name}” is full. You are told as soon as there is a seat.`,
        };
      case 'unfunded':
        return {
          title: `Approved, waits for the budget: ${name}`,
          body: `Your request is approved, but your agency has no room in its budget for your seat at “${name}” yet. You are told as soon as there is.`,
        };
      case 'funded':
        return {
          title: `Your seat is certain: ${name}`,
          body: `Your agency has room in its budget now. Your seat at “${name}” is certain.`,
        };
      case 'queued':
        return {
          title: `Paid for, in the queue: ${name}`,
          body: `Your agency has room in its budget now, but “${name}” is full. You are told as soon as there is a seat.`,
        };
      case 'declined':
        return { title: `Not approved: ${name}`, body: `Your request for “${name}” is not approved.${why}` };
      case 'lapsed':
        return {
          title: `The seat is no longer kept: ${name}`,
          body: `You have not confirmed the seat at “${name}” in time, and it went to the next in the queue. Register again to join it.`,
        };
      case 'removed':
        return {
          title: `Your seat was taken back: ${name}`,
          body: `The organiser has taken your seat at “${name}” back.${why}`,
        };
      case 'added':
        return {
          title: `You are registered: ${name}`,
          body: `The organiser has registered you for “${name}”.${why}`,
        };
    }
  },
  'event-requested': ({ title, learner, again }) => ({
    title: `${again ? 'Still waits for a decision' : 'Request for an event'}: ${flat(title)}`,
    body: `${flat(learner)} wants to come to “${flat(title)}” and waits for your word.${silence(again, 'en')}`,
  }),
  'event-changed': ({ title, change, reason }) =>
    change === 'moved'
      ? {
          title: `New times: ${flat(title)}`,
          body: `Time or place of “${flat(title)}” has changed. Look at the new schedule; if you cannot come, cancel your registration.`,
        }
      : {
          title: `Cancelled: ${flat(title)}`,
          body: `“${flat(title)}” was cancelled by its organiser. The reason: ${sentence(reason ?? '–')}`,
        },
  'path-changed': ({ title, change }) =>
    change === 'moved'
      ? {
          title: `Learning path renewed: ${flat(title)}`,
          body: `What “${flat(title)}” consists of has changed. What you have finished still counts; look at your next step.`,
        }
      : {
          title: `Learning path finished: ${flat(title)}`,
          body: `You have finished all that “${flat(title)}” needs. Its certificate comes shortly.`,
        },
};
