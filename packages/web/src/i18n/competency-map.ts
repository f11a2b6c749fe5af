import type { StandingFilter } from '../competency/names.ts';

/** Words of an agency’s map, and of the lists behind its numbers. */
export const competencyMapId = {
  mapTitle: 'Peta kompetensi',
  mapLead: (agency: string) => `Unit kerja dan kompetensi di ${agency}. Setiap angka membuka daftarnya.`,
  mapEmptyTitle: 'Belum ada standar jabatan',
  mapEmptyText: 'Tetapkan standar jabatan lebih dulu. Setelah itu pegawai dihitung dalam beberapa menit.',
  mapCaption: 'Kesenjangan menurut unit kerja',
  mapRule:
    'Dalam sel: yang levelnya kurang dari yang diminta, dari yang sudah dinilai. Kelompok dengan kurang dari lima orang yang dinilai tidak ditampilkan, juga tetangganya bila angkanya dapat dihitung dari sana. Pegawai dihitung di instansi dan unit induknya.',
  unit: 'Unit kerja',
  people: 'Pegawai',
  ownUnit: (name: string) => `Langsung di ${name}`,
  noUnit: 'Tanpa unit',
  all: 'Seluruhnya',
  cell: (short: string, assessed: string) => `${short} dari ${assessed}`,
  cellHidden: 'terlalu sedikit',
  cellOpen: 'belum dinilai',
  filter: {
    ...{ short: 'Levelnya kurang', met: 'Levelnya terpenuhi', 'not-assessed': 'Belum dinilai' },
  } as Readonly<Record<StandingFilter, string>>,
  listColumns: { name: 'Nama', unit: 'Unit kerja', post: 'Jabatan', required: 'Diminta', held: 'Dimiliki' },
  listEmptyTitle: 'Tidak ada orang di sini',
  listEmptyText: 'Tidak ada yang keadaannya demikian dalam kompetensi ini.',
  listMore: 'Masih ada lagi pada halaman berikutnya.',
};

export const competencyMapEn: typeof competencyMapId = {
  mapTitle: 'Competency map',
  mapLead: (agency) => `Units and competencies of ${agency}. Every number opens its list.`,
  mapEmptyTitle: 'No position standard yet',
  mapEmptyText: 'Set position standards first. People are counted within some minutes after that.',
  mapCaption: 'Gaps by unit',
  mapRule:
    'In a cell: whose level is below what is asked for, of those who are assessed. Groups with fewer than five assessed people are not shown, nor a neighbour from which the number could be got. People count in their home agency and unit.',
  unit: 'Unit',
  people: 'People',
  ownUnit: (name) => `Right in ${name}`,
  noUnit: 'In no unit',
  all: 'All',
  cell: (short, assessed) => `${short} of ${assessed}`,
  cellHidden: 'too few',
  cellOpen: 'not assessed',
  filter: { short: 'Below what is asked', met: 'Met', 'not-assessed': 'Not assessed yet' },
  listColumns: { name: 'Name', unit: 'Unit', post: 'Post', required: 'Asked', held: 'Held' },
  listEmptyTitle: 'Nobody here',
  listEmptyText: 'Nobody stands so in this competency.',
  listMore: 'There is more on the next page.',
};
