export const accountId = {
  title: 'Akun saya',
  name: 'Nama',
  member: 'Instansi atau penyelenggara',
  roles: 'Peran',
  timeZone: 'Zona waktu',
  timeZoneText: 'Tanggal dan jam di seluruh portal ditulis dalam zona ini.',
  language: 'Bahasa',
  leavingIssuer: 'Sesi di akun instansi Anda juga akan diakhiri.',
  leaveIssuer: 'Akhiri sesi di akun instansi',
  whoSees: 'Siapa yang melihat data saya',
  whoSeesText:
    'Anda sendiri, instansi induk, dan instansi tempat Anda bertugas. Penyelenggara kursus tidak menerima nama, NIP, atau surel Anda dalam catatan pembelajaran.',
};

export const accountEn: typeof accountId = {
  title: 'My account',
  name: 'Name',
  member: 'Agency or provider',
  roles: 'Roles',
  timeZone: 'Time zone',
  timeZoneText: 'Dates and times all over the portal are written in this zone.',
  language: 'Language',
  leavingIssuer: 'The session of your agency account will be ended too.',
  leaveIssuer: 'End the session of the agency account',
  whoSees: 'Who sees my data',
  whoSeesText:
    'You, your home agency, and the agency you work at. Course providers do not receive your name, NIP or e-mail in learning records.',
};
