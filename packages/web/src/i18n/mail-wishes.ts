export const mailWishesId = {
  title: 'Surel',
  text: 'Kotak masuk di portal selalu menerima semuanya. Di sini Anda mengatur kapan surel boleh datang, dan surel apa.',
  reminders: 'Pengingat kursus wajib lewat surel',
  digest: 'Ringkasan setiap Senin pagi, bila ada yang masih terbuka',
  which: 'Surel yang saya inginkan',
  quietFrom: 'Jam tenang mulai',
  quietUntil: 'Jam tenang sampai',
  quietHint: 'Surel menunggu sampai jam tenang berakhir. Jam yang sama berarti tidak ada jam tenang.',
  weekends: 'Sabtu dan Minggu juga tenang',
  hour: (hour: string) => `${hour}.00`,
};

export const mailWishesEn: typeof mailWishesId = {
  title: 'E-mail',
  text: 'The inbox of the portal always gets everything. Here you set when e-mail may come, and which.',
  reminders: 'Reminders of required courses by e-mail',
  digest: 'A summary every Monday morning, when something is open',
  which: 'E-mail that I want',
  quietFrom: 'Quiet hours from',
  quietUntil: 'Quiet hours until',
  quietHint: 'E-mail waits until quiet hours are over. The same hour twice means none.',
  weekends: 'Saturday and Sunday are quiet as well',
  hour: (hour) => `${hour}:00`,
};
