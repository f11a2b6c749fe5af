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
