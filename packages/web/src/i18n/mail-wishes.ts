export const mailWishesId = {
  title: 'Surel',
  text: 'Kotak masuk di portal menerima semuanya, kecuali ajakan belajar yang Anda matikan. Di sini Anda mengatur kapan surel boleh datang, dan surel apa.',
  reminders: 'Pengingat kewajiban dan langkah angkatan lewat surel',
  digest: 'Ringkasan setiap Senin pagi, bila ada yang masih terbuka',
  nudges: 'Ajakan belajar, paling banyak sekali seminggu (bila dimatikan, juga tidak masuk kotak masuk)',
  team: 'Kabar tim saya di ringkasan Senin (untuk atasan)',
  which: 'Surel yang saya inginkan',
  quietFrom: 'Jam tenang mulai',
  quietUntil: 'Jam tenang sampai',
  quietHint: 'Surel menunggu sampai jam tenang berakhir. Jam yang sama berarti tidak ada jam tenang.',
  weekends: 'Sabtu dan Minggu juga tenang',
  hour: (hour: string) => `${hour}.00`,
};

export const mailWishesEn: typeof mailWishesId = {
  title: 'E-mail',
  text: 'The inbox of the portal gets everything but invitations that you have switched off. Here you set when e-mail may come, and which.',
  reminders: 'Reminders of what is required, and of steps of cohorts, by e-mail',
  digest: 'A summary every Monday morning, when something is open',
  nudges: 'Invitations to go on, once a week at most (switched off, they do not come to the inbox either)',
  team: 'News of my team in the summary on Monday (for supervisors)',
  which: 'E-mail that I want',
  quietFrom: 'Quiet hours from',
  quietUntil: 'Quiet hours until',
  quietHint: 'E-mail waits until quiet hours are over. The same hour twice means none.',
  weekends: 'Saturday and Sunday are quiet as well',
  hour: (hour) => `${hour}:00`,
};
