import type { ProviderEnrolmentReason } from '@sinau/domain-events';
import { formatJp, type Jp, type LanguageMap, type Locale } from '@sinau/kernel';
import type { NoticeContent, NoticeKind } from './notice.ts';

export interface NoticeText {
  /** One line; also the subject of the mail. */
  readonly title: string;
  /** Plain text; whoever shows it in HTML escapes it. */
  readonly body: string;
}

type Texts = {
  readonly [Kind in NoticeKind]: (params: Extract<NoticeContent, { kind: Kind }>['params']) => NoticeText;
};

const indonesian: Texts = {
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
  'provider-enrolment': ({ courseTitle, provider, outcome, reason, learner }) => {
    const name = inLanguage(courseTitle, 'id');
    if (outcome === 'confirmed') {
      return {
        title: `Terdaftar di ${flat(provider)}: ${name}`,
        body: `${flat(provider)} telah mendaftarkan Anda di “${name}”. Anda dapat mulai belajar sekarang.`,
      };
    }
    const why = providerReason(reason, 'id');
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
  'course-assigned': ({ courseTitle, as, by, dueOn }) => ({
    title: `Kursus wajib: ${inLanguage(courseTitle, 'id')}`,
    body: `${flat(by)}, ${as === 'supervisor' ? 'atasan Anda' : 'atas nama instansi Anda'}, menugaskan “${inLanguage(courseTitle, 'id')}” kepada Anda.${dueOn === undefined ? '' : ` Selesaikan paling lambat ${day(dueOn, 'id-ID')}.`}`,
  }),
  'duty-reminder': (params) => {
    const { courseTitle, obligation, step, dueOn } = params;
    const [course, until] = [inLanguage(courseTitle, 'id'), day(dueOn, 'id-ID')];
    if (params.others) {
      const { count, list } = gathered(params, 'id');
      return step === 'overdue'
        ? {
            title: `Terlambat: ${count} kursus wajib`,
            body: `Seharusnya sudah selesai: ${list}. Selesaikan sekarang; yang terlambat tetap dihitung selesai.`,
          }
        : {
            title: `${step === '1' ? 'Besok' : `${step} hari lagi`}: ${count} kursus wajib`,
            body: `Harus selesai paling lambat pada hari yang disebut: ${list}.`,
          };
    }
    return step === 'overdue'
      ? {
          title: `Terlambat: ${course}`,
          body: `“${course}” (${flat(obligation)}) seharusnya selesai ${until}. Selesaikan sekarang; yang terlambat tetap dihitung selesai.`,
        }
      : {
          title: `${step === '1' ? 'Besok' : `${step} hari lagi`}: ${course}`,
          body: `“${course}” (${flat(obligation)}) harus selesai paling lambat ${until}.`,
        };
  },
  'duty-changed': ({ obligation, what, reason, until, dueOn }) => {
    const [name, because] = [flat(obligation), reason === undefined ? '' : ` Alasan: ${sentence(reason)}`];
    switch (what) {
      case 'exempted':
        return {
          title: `Dikecualikan: ${name}`,
          body: `Instansi Anda mengecualikan Anda dari kewajiban “${name}”${until === undefined ? '' : ` sampai ${day(until, 'id-ID')}`}.${because} Yang sudah dimulai boleh diteruskan.`,
        };
      case 'day':
        return {
          title: `Batas baru: ${name}`,
          body: `Batas kewajiban “${name}” bagi Anda sekarang ${dueOn === undefined ? 'berubah' : day(dueOn, 'id-ID')}.${because} Pengingat mengikuti batas ini.`,
        };
      default:
        return {
          title: `Berlaku lagi: ${name}`,
          body: `${what === 'exemption-over' ? 'Masa pengecualian' : 'Pengecualian'} Anda dari kewajiban “${name}” ${what === 'exemption-over' ? 'sudah berakhir' : 'dicabut'}. Kewajiban itu berlaku lagi bagi Anda; batasnya tertulis di halaman kewajiban Anda.`,
        };
    }
  },
  'team-duties': ({ step, people }) =>
    step === 'overdue'
      ? {
          title: `Tim Anda: ${people} orang terlambat`,
          body: `${people} orang di tim Anda melewati batas kursus wajib. Halaman tim menunjukkan siapa dan kursus apa.`,
        }
      : {
          title: `Tim Anda: batas ${step} hari lagi bagi ${people} orang`,
          body: `${people} orang di tim Anda belum menyelesaikan kursus wajib yang batasnya ${step} hari lagi. Halaman tim menunjukkan siapa dan kursus apa.`,
        },
  'weekly-digest': (digest) => ({
    title: 'Pekan ini: yang masih terbuka',
    body: digestBody(digest, {
      locale: 'id',
      duties: 'Kursus wajib:',
      unfinished: 'Yang sedang Anda ikuti:',
      until: (date, isOverdue) => (isOverdue ? `terlambat sejak ${date}` : `paling lambat ${date}`),
      more: (count) => `dan ${count} lagi`,
      jp: (year, recognised, minimum) =>
        `JP ${year} yang diakui: ${recognised}${minimum === undefined ? '' : ` dari ${minimum}`}.`,
      stop: 'Ringkasan ini dapat dimatikan, dan jam tenang diatur, di halaman Akun saya.',
    }),
  }),
  'assignment-withdrawn': ({ courseTitle, ended, hadAsked }) => ({
    title: `Tidak wajib lagi: ${inLanguage(courseTitle, 'id')}`,
    body: ended
      ? `Penugasan “${inLanguage(courseTitle, 'id')}” ditarik, dan pendaftaran Anda berakhir bersamanya. ${hadAsked ? 'Permintaan Anda sebelumnya belum pernah diputuskan; ajukan lagi di halaman kursusnya jika Anda tetap ingin mengikutinya.' : 'Yang sudah tercatat tetap tersimpan.'}`
      : `Penugasan “${inLanguage(courseTitle, 'id')}” ditarik. Anda tetap terdaftar dan boleh membatalkannya.`,
  }),
  'person-invited': ({ organisation }) => ({
    title: 'Anda diundang ke Sinau',
    body: `${flat(organisation)} mengundang Anda ke Sinau, tempat belajar aparatur sipil negara. Masuk untuk mulai belajar.`,
  }),
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
  'obligation-course-closed': ({ obligation }) => ({
    title: `Kursus ditutup: ${obligation}`,
    body: `Salah satu kursus dari kewajiban “${obligation}” tidak menerima peserta lagi. Dalam program berurutan, kursus berikutnya dibuka bagi yang belum mendapatnya. Yang sudah selesai tetap selesai. Kecualikan orangnya, atau akhiri kewajiban ini dan buat yang baru dengan kursus lain.`,
  }),
  'account-opened': () => ({
    title: 'Akun Anda dibuka kembali',
    body: 'Akun Anda di Sinau dapat dipakai lagi, dengan semua catatan belajar yang ada. Bila Anda tidak mengerti sebabnya, tanyakan kepada admin instansi Anda.',
  }),
  'accounts-changed': ({ act, because }) => ({
    title: act === 'closed' ? 'Akun pegawai ditutup' : 'Akun pegawai dibuka kembali',
    body: `Di instansi Anda hari ini ada akun yang ${act === 'closed' ? 'ditutup' : 'dibuka kembali'} ${groundsId[because]}. Riwayatnya ada di halaman setiap orang. ${act === 'closed' ? 'Bila keliru, perbaiki datanya lalu buka kembali akunnya.' : ''}`.trim(),
  }),
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
  'export-finished': ({ format, outcome, rows }) =>
    outcome === 'done'
      ? {
          title: `Ekspor selesai: ${flat(format)}`,
          body: `Ekspor yang Anda minta selesai dengan ${rows.toLocaleString('id-ID')} catatan. Berkasnya disimpan tujuh hari.`,
        }
      : {
          title: `Ekspor gagal: ${flat(format)}`,
          body: 'Ekspor yang Anda minta tidak dapat diselesaikan. Halamannya menyebutkan sebabnya dan apa yang dapat Anda lakukan.',
        },
  'report-finished': ({ report, year, outcome, rows }) =>
    outcome === 'done'
      ? {
          title: `Laporan siap: ${reportId[report]} ${year}`,
          body: `Laporan yang Anda minta siap diunduh, dengan ${rows.toLocaleString('id-ID')} baris. Berkasnya disimpan tujuh hari.`,
        }
      : {
          title: `Laporan gagal: ${reportId[report]} ${year}`,
          body: 'Laporan yang Anda minta tidak dapat dibuat. Halamannya menyebutkan sebabnya dan apa yang dapat Anda lakukan.',
        },
  'incident-due': ({ dueAt }) => ({
    title: 'Kurang dari 24 jam: insiden data pribadi',
    body: `Pemberitahuan kepada pemilik data dan lembaga yang berwenang belum dicatat. Batasnya ${moment(dueAt, 'id-ID')}.`,
  }),
  'offer-withdrawn': ({ courseTitle, learners }) => ({
    title: `Ditarik oleh penyelenggara: ${inLanguage(courseTitle, 'id')}`,
    body: `Penyelenggara tidak menawarkan “${inLanguage(courseTitle, 'id')}” lagi. Peserta baru tidak dapat masuk. ${learners === 0 ? 'Tidak ada yang sedang belajar di dalamnya.' : `${learners} peserta sedang belajar dan tetap dapat menyelesaikannya.`}`,
  }),
  'agreement-changed': ({ provider, title, change }) => {
    const name = `“${flat(title)}”`;
    switch (change) {
      case 'activated':
        return {
          title: `Perjanjian data berlaku: ${flat(provider)}`,
          body: `Perjanjian data ${name} dengan ${flat(provider)} diaktifkan. Halamannya menyebutkan data apa yang dibagikan, milik siapa, dan sejak kapan.`,
        };
      case 'ended':
        return {
          title: `Perjanjian data berakhir: ${flat(provider)}`,
          body: `Perjanjian data ${name} dengan ${flat(provider)} diakhiri. Sejak sekarang hanya nama samaran yang dibagikan.`,
        };
      case 'revoked':
        return {
          title: `Perjanjian data dicabut: ${flat(provider)}`,
          body: `Perjanjian data ${name} dengan ${flat(provider)} dicabut seketika oleh pengelola Sinau. Sejak sekarang hanya nama samaran yang dibagikan.`,
        };
    }
  },
  'privacy-request': ({ to, asked, dueAt }) =>
    to === 'answered'
      ? {
          title: `Sudah dijawab: ${askedId[asked]}`,
          body: 'Permintaan Anda tentang data pribadi sudah dijawab. Jawabannya ada di halaman Data saya.',
        }
      : {
          title: `${to === 'soon' ? 'Kurang dari 24 jam' : 'Permintaan baru'}: ${askedId[asked]}`,
          body: `Seorang pegawai meminta ${askedId[asked]}. Jawablah paling lambat ${moment(dueAt, 'id-ID')}.`,
        },
  'sharing-decided': ({ agency, stopped }) =>
    stopped
      ? {
          title: `Pembagian data dihentikan: ${flat(agency)}`,
          body: `${flat(agency)} menghentikan pembagian data pegawainya kepada Anda. Pegawainya tetap belajar dengan nama samaran yang sama.`,
        }
      : {
          title: `Pembagian data diizinkan: ${flat(agency)}`,
          body: `${flat(agency)} mengizinkan kembali pembagian data pegawainya kepada Anda, sebatas perjanjian yang berlaku.`,
        },
  'tool-troubled': ({ name, trouble }) =>
    trouble === 'down'
      ? {
          title: `Alat tidak menjawab: ${flat(name)}`,
          body: `Alamat masuk alat “${flat(name)}” sudah lebih dari sepuluh menit tidak menjawab. Peserta melihat penjelasan sebelum membukanya. Periksa servernya; Sinau mencoba lagi sendiri.`,
        }
      : {
          title: `Alat menjawab lagi: ${flat(name)}`,
          body: `Alat “${flat(name)}” menjawab lagi. Peserta yang menunggu sudah diberi tahu.`,
        },
  'tool-back': ({ name }) => ({
    title: `Sudah dapat dibuka lagi: ${flat(name)}`,
    body: `“${flat(name)}” menjawab lagi. Anda dapat melanjutkan belajar di sana; kemajuan Anda tetap tersimpan.`,
  }),
  'connection-troubled': ({ name, trouble, count = 0 }) => {
    const texts = {
      down: {
        title: `Koneksi terputus: ${flat(name)}`,
        body: `Koneksi “${flat(name)}” sudah satu jam tidak dapat dihubungi. Pekerjaan menunggu dan berjalan lagi sendiri bila pulih. Periksa servernya.`,
      },
      secret: {
        title: `Token ditolak: ${flat(name)}`,
        body: `Penyelenggara menolak token koneksi “${flat(name)}”. Buat token baru di sana, lalu ganti di halaman koneksi.`,
      },
      rights: {
        title: `Hak berkurang: ${flat(name)}`,
        body: `Akun koneksi “${flat(name)}” tidak lagi boleh melakukan semua yang diperlukan. Uji koneksi di halamannya: fungsi dan hak yang hilang disebut di sana. Mintalah pengelola sistem itu membukanya kembali.`,
      },
      letters: {
        title: `Pekerjaan gagal menumpuk: ${flat(name)}`,
        body: `Sedikitnya 20 pekerjaan koneksi “${flat(name)}” gagal dan menunggu. Perbaiki sebabnya, lalu kerjakan ulang di halaman koneksi.`,
      },
      mismatches: {
        title: `Perbedaan belum ditangani: ${flat(name)}`,
        body: `${count} perbedaan antara Sinau dan koneksi “${flat(name)}” sudah lebih dari tiga hari belum ditangani. Buka Rekonsiliasi pada halaman koneksi, lalu perbaiki atau abaikan dengan alasan.`,
      },
      over: {
        title: `Koneksi pulih: ${flat(name)}`,
        body: `Koneksi “${flat(name)}” berfungsi kembali.`,
      },
    };
    return texts[trouble];
  },
  'push-disabled': ({ name, because }) => ({
    title: `Pengiriman dimatikan: ${flat(name)}`,
    body:
      because === 'gone'
        ? `Penerima “${flat(name)}” menjawab bahwa alamatnya sudah tidak ada (410). Pengiriman dimatikan. Catatan tetap tersimpan; perbaiki alamatnya, lalu lanjutkan.`
        : `Penerima “${flat(name)}” tidak menerima catatan selama tiga hari. Pengiriman dimatikan. Catatan tetap tersimpan; perbaiki penerimanya, lalu lanjutkan.`,
  }),
};

const english: Texts = {
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
  'provider-enrolment': ({ courseTitle, provider, outcome, reason, learner }) => {
    const name = inLanguage(courseTitle, 'en');
    if (outcome === 'confirmed') {
      return {
        title: `Enrolled at ${flat(provider)}: ${name}`,
        body: `${flat(provider)} has enrolled you in “${name}”. You can start now.`,
      };
    }
    const why = providerReason(reason, 'en');
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
  'course-assigned': ({ courseTitle, as, by, dueOn }) => ({
    title: `Required course: ${inLanguage(courseTitle, 'en')}`,
    body: `${flat(by)}, ${as === 'supervisor' ? 'your supervisor' : 'for your agency'}, assigned “${inLanguage(courseTitle, 'en')}” to you.${dueOn === undefined ? '' : ` Finish it by ${day(dueOn, 'en-GB')}.`}`,
  }),
  'duty-reminder': (params) => {
    const { courseTitle, obligation, step, dueOn } = params;
    const [course, until] = [inLanguage(courseTitle, 'en'), day(dueOn, 'en-GB')];
    if (params.others) {
      const { count, list } = gathered(params, 'en');
      return step === 'overdue'
        ? {
            title: `Overdue: ${count} required courses`,
            body: `These were due: ${list}. Finish them now; what is late counts as finished all the same.`,
          }
        : {
            title: `${step === '1' ? 'Tomorrow' : `In ${step} days`}: ${count} required courses`,
            body: `To be finished by the day that is named: ${list}.`,
          };
    }
    return step === 'overdue'
      ? {
          title: `Overdue: ${course}`,
          body: `“${course}” (${flat(obligation)}) was due on ${until}. Finish it now; what is late counts as finished all the same.`,
        }
      : {
          title: `${step === '1' ? 'Tomorrow' : `In ${step} days`}: ${course}`,
          body: `“${course}” (${flat(obligation)}) has to be finished by ${until}.`,
        };
  },
  'duty-changed': ({ obligation, what, reason, until, dueOn }) => {
    const [name, because] = [flat(obligation), reason === undefined ? '' : ` Reason: ${sentence(reason)}`];
    switch (what) {
      case 'exempted':
        return {
          title: `Excepted: ${name}`,
          body: `Your agency has excepted you from “${name}”${until === undefined ? '' : ` until ${day(until, 'en-GB')}`}.${because} You may go on with what you have begun.`,
        };
      case 'day':
        return {
          title: `New due date: ${name}`,
          body: `Your due date for “${name}” is now ${dueOn === undefined ? 'another one' : day(dueOn, 'en-GB')}.${because} Reminders follow it.`,
        };
      default:
        return {
          title: `In force again: ${name}`,
          body: `Your exception from “${name}” ${what === 'exemption-over' ? 'is over' : 'was taken back'}. It is required of you again; the due date is on the page of your obligations.`,
        };
    }
  },
  'team-duties': ({ step, people }) =>
    step === 'overdue'
      ? {
          title: `Your team: ${people} ${people === 1 ? 'person is' : 'people are'} late`,
          body: `${people} of your team ${people === 1 ? 'is' : 'are'} past the day of a required course. The page of your team shows who, and which.`,
        }
      : {
          title: `Your team: due in ${step} ${step === '1' ? 'day' : 'days'} for ${people}`,
          body: `${people} of your team ${people === 1 ? 'has' : 'have'} not finished a required course that is due in ${step} ${step === '1' ? 'day' : 'days'}. The page of your team shows who, and which.`,
        },
  'weekly-digest': (digest) => ({
    title: 'This week: what is still open',
    body: digestBody(digest, {
      locale: 'en',
      duties: 'Required courses:',
      unfinished: 'What you are taking:',
      until: (date, isOverdue) => (isOverdue ? `overdue since ${date}` : `by ${date}`),
      more: (count) => `and ${count} more`,
      jp: (year, recognised, minimum) =>
        `JP recognised in ${year}: ${recognised}${minimum === undefined ? '' : ` of ${minimum}`}.`,
      stop: 'You can turn this summary off, and set quiet hours, on the page My account.',
    }),
  }),
  'assignment-withdrawn': ({ courseTitle, ended, hadAsked }) => ({
    title: `No longer required: ${inLanguage(courseTitle, 'en')}`,
    body: ended
      ? `The assignment of “${inLanguage(courseTitle, 'en')}” was withdrawn, and your enrolment ended with it. ${hadAsked ? 'Nobody had decided on your request from before; ask again on the course’s page if you still want to take it.' : 'What was recorded stays.'}`
      : `The assignment of “${inLanguage(courseTitle, 'en')}” was withdrawn. You stay enrolled and may cancel.`,
  }),
  'person-invited': ({ organisation }) => ({
    title: 'You are invited to Sinau',
    body: `${flat(organisation)} invites you to Sinau, where civil servants learn. Sign in to start learning.`,
  }),
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
  'obligation-course-closed': ({ obligation }) => ({
    title: `Course closed: ${obligation}`,
    body: `A course of the obligation “${obligation}” takes nobody any more. In a programme in order the next course opens to those who have not got it. Whoever has finished has finished. Except people, or end this obligation and make another with another course.`,
  }),
  'account-opened': () => ({
    title: 'Your account was opened again',
    body: 'Your account on Sinau can be used again, with all records of your learning. If you do not know why, ask an administrator of your agency.',
  }),
  'accounts-changed': ({ act, because }) => ({
    title: act === 'closed' ? 'Accounts of people were closed' : 'Accounts of people were opened again',
    body: `In your agency accounts were ${act === 'closed' ? 'closed' : 'opened again'} today ${groundsEn[because]}. The page of each person has its history. ${act === 'closed' ? 'If that is wrong, correct the data and open the account again.' : ''}`.trim(),
  }),
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
  'export-finished': ({ format, outcome, rows }) =>
    outcome === 'done'
      ? {
          title: `Export done: ${flat(format)}`,
          body: `The export you asked for is done, with ${rows.toLocaleString('en-GB')} records. Its files are kept for seven days.`,
        }
      : {
          title: `Export failed: ${flat(format)}`,
          body: 'The export you asked for could not be finished. Its page says why, and what you can do.',
        },
  'report-finished': ({ report, year, outcome, rows }) =>
    outcome === 'done'
      ? {
          title: `Report ready: ${reportEn[report]} ${year}`,
          body: `The report you asked for is ready to download, with ${rows.toLocaleString('en-GB')} rows. Its files are kept for seven days.`,
        }
      : {
          title: `Report failed: ${reportEn[report]} ${year}`,
          body: 'The report you asked for could not be made. Its page says why, and what you can do.',
        },
  'incident-due': ({ dueAt }) => ({
    title: 'Less than 24 hours: incident with personal data',
    body: `That the people concerned and the authority were told is not noted yet. It is due by ${moment(dueAt, 'en-GB')}.`,
  }),
  'offer-withdrawn': ({ courseTitle, learners }) => ({
    title: `Withdrawn by its provider: ${inLanguage(courseTitle, 'en')}`,
    body: `The provider offers “${inLanguage(courseTitle, 'en')}” no longer. Nobody new gets in. ${learners === 0 ? 'Nobody is learning in it.' : `${learners} ${learners === 1 ? 'learner is' : 'learners are'} in it and can finish.`}`,
  }),
  'agreement-changed': ({ provider, title, change }) => {
    const name = `“${flat(title)}”`;
    switch (change) {
      case 'activated':
        return {
          title: `Data agreement active: ${flat(provider)}`,
          body: `The data agreement ${name} with ${flat(provider)} was activated. Its page says which data are shared, whose, and since when.`,
        };
      case 'ended':
        return {
          title: `Data agreement ended: ${flat(provider)}`,
          body: `The data agreement ${name} with ${flat(provider)} was ended. From now on only pseudonyms are shared.`,
        };
      case 'revoked':
        return {
          title: `Data agreement revoked: ${flat(provider)}`,
          body: `The data agreement ${name} with ${flat(provider)} was revoked at once by the operators of Sinau. From now on only pseudonyms are shared.`,
        };
    }
  },
  'privacy-request': ({ to, asked, dueAt }) =>
    to === 'answered'
      ? {
          title: `Answered: ${askedEn[asked]}`,
          body: 'Your request about your personal data was answered. The answer is on the page My data.',
        }
      : {
          title: `${to === 'soon' ? 'Less than 24 hours' : 'New request'}: ${askedEn[asked]}`,
          body: `Somebody asks for ${askedEn[asked]}. Answer by ${moment(dueAt, 'en-GB')}.`,
        },
  'sharing-decided': ({ agency, stopped }) =>
    stopped
      ? {
          title: `Sharing of data stopped: ${flat(agency)}`,
          body: `${flat(agency)} stopped sharing data of its people with you. They go on learning under the same pseudonyms.`,
        }
      : {
          title: `Sharing of data permitted: ${flat(agency)}`,
          body: `${flat(agency)} permits sharing data of its people with you again, as far as the agreement in force goes.`,
        },
  'tool-troubled': ({ name, trouble }) =>
    trouble === 'down'
      ? {
          title: `Tool does not answer: ${flat(name)}`,
          body: `The login address of the tool “${flat(name)}” has not answered for more than ten minutes. Learners see why before they open it. Check its server; Sinau tries again by itself.`,
        }
      : {
          title: `Tool answers again: ${flat(name)}`,
          body: `The tool “${flat(name)}” answers again. Learners who waited have been told.`,
        },
  'tool-back': ({ name }) => ({
    title: `Can be opened again: ${flat(name)}`,
    body: `“${flat(name)}” answers again. You can go on learning there; your progress is kept.`,
  }),
  'connection-troubled': ({ name, trouble, count = 0 }) => {
    const texts = {
      down: {
        title: `Connection down: ${flat(name)}`,
        body: `The connection “${flat(name)}” could not be reached for an hour. Work waits and goes on by itself when it is back. Check the server.`,
      },
      secret: {
        title: `Token refused: ${flat(name)}`,
        body: `The provider refuses the token of the connection “${flat(name)}”. Make a new one there, then change it at the page of the connection.`,
      },
      rights: {
        title: `Rights are missing: ${flat(name)}`,
        body: `The account of the connection “${flat(name)}” may not do all that is needed any more. Test the connection at its page: the functions and rights that are missing are named there. Ask those who run that system to open them again.`,
      },
      letters: {
        title: `Failed work piles up: ${flat(name)}`,
        body: `At least 20 pieces of work of the connection “${flat(name)}” failed and wait. Mend the cause, then do them again at the page of the connection.`,
      },
      mismatches: {
        title: `Differences wait: ${flat(name)}`,
        body: `${count} differences between Sinau and the connection “${flat(name)}” have waited for more than three days. Open Reconciliation at the page of the connection, then put them right or ignore them with a reason.`,
      },
      over: {
        title: `Connection works again: ${flat(name)}`,
        body: `The connection “${flat(name)}” works again.`,
      },
    };
    return texts[trouble];
  },
  'push-disabled': ({ name, because }) => ({
    title: `Delivery turned off: ${flat(name)}`,
    body:
      because === 'gone'
        ? `The receiver “${flat(name)}” answered that its address is gone (410). Delivery is turned off. No record is lost; mend the address, then resume.`
        : `The receiver “${flat(name)}” has taken no records for three days. Delivery is turned off. No record is lost; mend the receiver, then resume.`,
  }),
};

/** The notice in the reader's language. */
export function noticeText(content: NoticeContent, locale: Locale): NoticeText {
  const texts = locale === 'id' ? indonesian : english;
  // TypeScript does not see that a text and the values beside its kind belong together; the tables above do.
  const write = texts[content.kind] as (params: NoticeContent['params']) => NoticeText;
  return write(content.params);
}

const silences = {
  supervisor: {
    id: ' Sudah satu minggu menunggu. Setelah dua minggu instansi Anda juga dapat memutuskan.',
    en: ' It has waited for a week. After two weeks your agency may decide as well.',
  },
  agency: {
    id: ' Atasannya belum menjawab selama dua minggu, jadi Anda juga dapat memutuskan.',
    en: ' The supervisor has not answered for two weeks, so you may decide as well.',
  },
} satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

const silence = (again: keyof typeof silences | undefined, locale: Locale): string =>
  again === undefined ? '' : silences[again][locale];

const reportId = { jp: 'JP', duties: 'kewajiban', cost: 'biaya', siasn: 'berkas untuk SIASN' };
const reportEn = { jp: 'JP', duties: 'duties', cost: 'costs', siasn: 'file for SIASN' };
const askedId = {
  access: 'salinan data',
  correction: 'perbaikan data',
  erasure: 'penghapusan data',
  restriction: 'pembatasan pemrosesan',
  objection: 'peninjauan keputusan otomatis',
} as const;
const askedEn = {
  access: 'a copy of data',
  correction: 'a correction of data',
  erasure: 'an erasure of data',
  restriction: 'restricted processing',
  objection: 'a review of an automated decision',
} as const;

/** In western Indonesian time, said so: a mail does not know where it is read. */
function moment(at: string, tag: 'id-ID' | 'en-GB'): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' } as const;
  return `${new Intl.DateTimeFormat(tag, format).format(new Date(at))} WIB`;
}

interface DigestWords {
  readonly locale: Locale;
  readonly duties: string;
  readonly unfinished: string;
  readonly until: (date: string, isOverdue: boolean) => string;
  readonly more: (count: number) => string;
  readonly jp: (year: number, recognised: string, minimum: string | undefined) => string;
  readonly stop: string;
}

type Digest = Extract<NoticeContent, { kind: 'weekly-digest' }>['params'];

/** A letter of several lines; every name in it is one. */
function digestBody({ duties, unfinished, more, jp }: Digest, words: DigestWords): string {
  const { locale } = words;
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const hours = (amount: number) => formatJp(amount as Jp, locale);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[title, ...lines.map((line) => `- ${line}`)].join('\n')];
  const required = duties.map(
    ({ courseTitle, dueOn, isOverdue }) =>
      `${inLanguage(courseTitle, locale)}: ${words.until(day(dueOn, tag), isOverdue)}`,
  );
  const begun = unfinished.map(({ courseTitle }) => inLanguage(courseTitle, locale));
  return [
    ...list(words.duties, required),
    ...list(words.unfinished, begun),
    ...(more > 0 ? [words.more(more)] : []),
    words.jp(jp.year, hours(jp.recognised), jp.minimum === undefined ? undefined : hours(jp.minimum)),
    words.stop,
  ].join('\n\n');
}

/** Several courses that are due, in one sentence. */
function gathered(
  { courseTitle, dueOn, others = [], more = 0 }: Extract<NoticeContent, { kind: 'duty-reminder' }>['params'],
  locale: Locale,
): { readonly count: number; readonly list: string } {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const named = [{ courseTitle, dueOn }, ...others];
  const list = named.map((one) => `“${inLanguage(one.courseTitle, locale)}” (${day(one.dueOn, tag)})`);
  const rest = more > 0 ? [locale === 'id' ? `dan ${more} lagi` : `and ${more} more`] : [];
  return { count: named.length + more, list: [...list, ...rest].join(', ') };
}

const revocationReasons = {
  'completion-withdrawn': { id: 'kelulusannya ditarik kembali.', en: 'the completion was taken back.' },
  'issued-in-error': { id: 'diterbitkan karena kekeliruan.', en: 'it was issued in error.' },
  other: { id: 'ada alasan lain.', en: 'there is another reason.' },
} satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

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
  'refused-by-provider': { id: 'pendaftaran ditolak.', en: 'the enrolment was refused.' },
};

/** A sentence's end. Facts of a later release may name reasons that this one does not know. */
function providerReason(reason: string | undefined, locale: Locale): string {
  const known = reason !== undefined && Object.hasOwn(providerReasons, reason);
  return (known ? providerReasons[reason as ProviderEnrolmentReason] : notInTime)[locale];
}

/** The day of a moment, as it is in western Indonesia. */
function dayOf(at: string, tag: 'id-ID' | 'en-GB'): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Asia/Jakarta' });
  return format.format(new Date(at));
}

/** A day as people write it; a day has no zone. */
function day(isoDate: string, tag: 'id-ID' | 'en-GB'): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${isoDate}T00:00:00.000Z`));
}

function inLanguage(map: LanguageMap, locale: Locale): string {
  const tags = Object.keys(map);
  const of = (wanted: string) => tags.find((tag) => tag.toLowerCase().split('-')[0] === wanted);
  const tag = of(locale) ?? of('id') ?? of('en') ?? tags[0];
  return flat(tag === undefined ? '' : (map[tag] ?? ''));
}

/** With one full stop, whether or not somebody has written it. */
const sentence = (text: string): string => `${flat(text).replace(/[.\s]+$/, '')}.`;

/** Names come from uploads: one line, no control or direction-changing characters, of bounded length. */
function flat(name: string): string {
  const line = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
  return line.length > 160 ? `${line.slice(0, 159).toWellFormed()}…` : line;
}

/** At whose word an account was closed or opened. */
const groundsId = {
  'identity-provider': 'oleh penyedia identitas instansi (SCIM)',
  list: 'oleh daftar pegawai',
  administrator: 'oleh administrator',
  'legal-standing': 'karena kedudukan hukum yang berarti tidak lagi berdinas',
  operator: 'oleh operator platform',
} as const;
const groundsEn = {
  'identity-provider': 'by the identity provider of the agency (SCIM)',
  list: 'by a list of people',
  administrator: 'by an administrator',
  'legal-standing': 'because of a legal standing that means out of service',
  operator: 'by an operator of the platform',
} as const;
