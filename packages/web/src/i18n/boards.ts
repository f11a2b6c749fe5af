import type { Locale } from '@sinau/kernel';

const monthIn = (tag: string) => (month: string) =>
  new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00.000Z`),
  );

const id = {
  title: 'Papan tim',
  lead: 'Apa yang dicapai unit Anda bersama dalam satu bulan. Tanpa nama, tanpa peringkat, dan hanya dari yang ikut.',
  habits: 'Irama dan komitmen',
  noUnitTitle: 'Anda belum tercatat di unit mana pun',
  noUnitText: 'Administrator instansi mencatat unit kerja Anda; papan muncul setelahnya.',
  member: 'Anda ikut dihitung.',
  notMember: 'Anda tidak ikut dihitung.',
  members: (count: string) => `${count} orang ikut.`,
  fewMembers: 'Kurang dari 5 orang ikut; papan tampil mulai 5 orang.',
  join: 'Ikut',
  leave: 'Berhenti ikut',
  rule: 'Dihitung mulai bulan penuh pertama setelah Anda ikut. Berhenti berlaku seketika, dan angka bulan itu ditarik.',
  month: monthIn('id-ID'),
  sumsTitle: (month: string) => `Bersama pada ${month}`,
  noSums:
    'Belum ada angka untuk bulan ini: kurang dari 5 orang ikut sejak sebelum bulannya dimulai, atau ada yang berhenti.',
  closed: 'Papan unit ini belum dibuka. Yang memimpin di unit dapat membukanya.',
  minutes: 'Waktu belajar',
  finished: 'Kursus selesai',
  teaching: 'Waktu mengajar rekan',
  of: (count: string) => `dari ${count} orang`,
  othersTitle: 'Unit lain yang juga ingin dibandingkan',
  columns: { unit: 'Unit', members: 'Ikut' },
  manageTitle: 'Atur papan unit',
  manageText: 'Anda memimpin di unit ini. Pembandingan hanya tampil bila kedua unit memilihnya.',
  state: 'Keadaan papan',
  states: {
    closed: 'Tertutup',
    open: 'Terbuka untuk unit ini',
    compared: 'Terbuka, dan boleh dibandingkan dengan unit lain',
  },
};

const en: typeof id = {
  title: 'Team board',
  lead: 'What your unit did together in a month. No names, no ranks, and only of those who take part.',
  habits: 'Rhythm and pledges',
  noUnitTitle: 'You are in no unit yet',
  noUnitText: 'Administrators of your agency note your unit; its board appears then.',
  member: 'You are counted.',
  notMember: 'You are not counted.',
  members: (count) => `People who take part: ${count}.`,
  fewMembers: 'Fewer than 5 people take part; the board is shown from 5 up.',
  join: 'Take part',
  leave: 'Stop taking part',
  rule: 'You are counted from the first whole month after you join. Leaving holds at once, and the numbers of the month are withdrawn.',
  month: monthIn('en-GB'),
  sumsTitle: (month) => `Together in ${month}`,
  noSums:
    'There are no numbers for this month: fewer than 5 have taken part since before it began, or somebody has left.',
  closed: 'The board of this unit is not open. Whoever leads in the unit can open it.',
  minutes: 'Time learned',
  finished: 'Courses finished',
  teaching: 'Time taught to others',
  of: (count) => `of ${count} people`,
  othersTitle: 'Other units that want to be compared',
  columns: { unit: 'Unit', members: 'Taking part' },
  manageTitle: 'Board of the unit',
  manageText: 'You lead in this unit. Units are shown side by side only when both have chosen it.',
  state: 'The board is',
  states: {
    closed: 'Closed',
    open: 'Open to this unit',
    compared: 'Open, and may be compared with other units',
  },
};

export const boardWords: Readonly<Record<Locale, typeof id>> = { id, en };
