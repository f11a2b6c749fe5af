import type { Locale } from '@sinau/kernel';

const id = {
  habits: 'Irama mingguan dan komitmen saya',
  title: 'Rencana mingguan',
  lead: 'Pilih hari dan menit yang cocok bagi Anda. Rencana ini milik Anda sendiri; atasan dan instansi tidak melihatnya.',
  thisWeek: 'Minggu ini',
  heading: 'Rencana minggu ini',
  noneText: 'Belum ada rencana. Memilih dua hari saja sudah membantu.',
  noneDone: (time: string) => `Minggu ini Anda sudah belajar ${time}.`,
  make: 'Buat rencana',
  change: 'Ubah rencana',
  days: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  today: 'hari ini',
  doneOf: (done: string, planned: string) => `${done} dari ${planned}`,
  noMinutes: '0 menit',
  did: (time: string) => `Belajar ${time}`,
  share: (time: string) => `Rencana ${time}`,
  free: 'Bebas',
  todayNothing: 'Hari ini bebas.',
  todayDone: 'Bagian hari ini sudah cukup.',
  state: {
    'under-way': 'Yang belum terpakai pindah ke hari berikutnya dalam minggu ini.',
    done: 'Rencana minggu ini tercapai. Lebih boleh, tidak harus.',
    over: 'Hari-hari rencana minggu ini sudah lewat. Senin mulai lagi dari awal; tidak ada yang menumpuk.',
  },
  rule: (zone: string) =>
    `Waktu belajar dihitung dari pembukaan suatu bagian sampai catatan terakhirnya menurut jam server, paling lama 2 jam setiap kali; yang bersamaan dihitung sekali. Sesi yang masih terbuka muncul setelah ditutup. Waktu di sistem penyelenggara tidak terlihat di sini. Hari menurut ${zone}.`,
  daysLabel: 'Hari belajar',
  daysHint:
    'Saran setiap hari diambil dari kursus wajib menurut tenggat, lalu dari yang sedang Anda pelajari.',
  daysMissing: 'Pilih paling sedikit satu hari.',
  minutesLabel: 'Menit seminggu',
  minutesHint: 'Antara 15 dan 2.400, dibagi rata ke hari-hari itu. 45 menit setara 1 JP.',
  minutesWrong: 'Isi angka antara 15 dan 2400.',
  save: 'Simpan rencana',
  calendar: 'Simpan ke kalender (iCal)',
  calendarEntry: (time: string) => `Belajar di Sinau, ${time}`,
  stop: 'Berhenti memakai rencana',
  stopNote: 'Rencana disimpan dan dapat dipakai lagi kapan saja.',
  stopped: 'Rencana Anda sedang tidak dipakai.',
  resume: 'Pakai lagi',
};

type PlanWords = typeof id;

const en: PlanWords = {
  habits: 'My weekly rhythm and pledges',
  title: 'Weekly plan',
  lead: 'Choose days and minutes that suit you. The plan is your own; supervisors and your agency do not see it.',
  thisWeek: 'This week',
  heading: 'Plan of this week',
  noneText: 'No plan yet. Choosing two days helps already.',
  noneDone: (time) => `You have learned ${time} this week.`,
  make: 'Make a plan',
  change: 'Change the plan',
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  today: 'today',
  doneOf: (done, planned) => `${done} of ${planned}`,
  noMinutes: '0 min',
  did: (time) => `Learned ${time}`,
  share: (time) => `Planned ${time}`,
  free: 'Free',
  todayNothing: 'Today is free.',
  todayDone: 'Today’s share is done.',
  state: {
    'under-way': 'What was not used moves to the next days of this week.',
    done: 'The plan of this week is reached. More is welcome and no duty.',
    over: 'The planned days of this week have passed. Monday begins anew; nothing piles up.',
  },
  rule: (zone) =>
    `Time is counted from the opening of a part to its last record by the clock of the server, 2 hours each at most; what runs at once counts once. A session that is still open appears once it is closed. Time in systems of providers is not seen here. Days are those of ${zone}.`,
  daysLabel: 'Days of learning',
  daysHint: 'Suggestions come from required courses by their date, then from those you are learning.',
  daysMissing: 'Choose at least one day.',
  minutesLabel: 'Minutes a week',
  minutesHint: 'Between 15 and 2,400, shared by these days. 45 minutes are 1 JP.',
  minutesWrong: 'Write a number between 15 and 2400.',
  save: 'Save the plan',
  calendar: 'Save to a calendar (iCal)',
  calendarEntry: (time) => `Learn on Sinau, ${time}`,
  stop: 'Stop using the plan',
  stopNote: 'The plan is kept and can be used again at any time.',
  stopped: 'Your plan is not in use.',
  resume: 'Use it again',
};

/** Words of the weekly plan; they are loaded with it. */
export const planWords: Readonly<Record<Locale, PlanWords>> = { id, en };
