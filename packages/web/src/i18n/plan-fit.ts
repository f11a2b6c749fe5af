import type { Locale } from '@sinau/kernel';
import { counted } from './counted.ts';

const id = {
  title: (year: string) => `Kesesuaian dengan rencana ${year}`,
  open: 'Kesesuaian dengan rencana',
  lead: 'Semua yang dipelajari pegawai tahun itu menurut buku JP: yang disebut rencana tahunan yang berlaku atau rencana individu yang disepakati sebelum dipelajari, dan yang tidak.',
  noPlan:
    'Belum ada rencana tahunan yang ditetapkan untuk tahun ini; yang cocok hanya menurut rencana individu.',
  none: 'Belum ada yang dipelajari',
  noneText: 'Kursus, kegiatan, dan pembelajaran lain muncul begitu JP-nya diakui.',
  fit: 'Kesesuaian',
  fitNote: 'JP dalam rencana dibagi semua JP',
  plannedJp: 'JP dalam rencana',
  allJp: 'Semua JP diakui',
  times: 'Keikutsertaan',
  timesNote: 'seorang dapat ikut beberapa kali',
  columns: ['Pembelajaran', 'Orang', 'JP diakui', 'Rencana'],
  inPlan: 'Dalam rencana tahunan',
  partly: 'Sebagian',
  ofOwnPlans: (people: string, jp: string) => `${people} orang menurut rencana individu (${jp})`,
  outside: 'Di luar rencana',
  elsewhere: 'Pembelajaran luar untuk rincian rencana',
  sources: {
    external: 'Pembelajaran luar tanpa rincian rencana',
    shared: 'Coaching, mentoring, dan komunitas belajar',
  },
  sharedKind: 'Belajar bersama',
  ownPlan: 'Rencana individu',
  ownPlanYes: 'Ya',
  ownPlanNo: 'Tidak',
};

export type FitWords = typeof id;

const en: FitWords = {
  title: (year) => `Fit with the plan ${year}`,
  open: 'Fit with the plan',
  lead: 'All that people learned in the year by the ledger of JP: what the annual plan in force names, or an individual plan that was agreed before, and what none does.',
  noPlan: 'No annual plan was set for this year; only individual plans can fit.',
  none: 'Nothing learned yet',
  noneText: 'Courses, events and other learning appear once their JP are recognised.',
  fit: 'Fit',
  fitNote: 'JP in a plan divided by all JP',
  plannedJp: 'JP in a plan',
  allJp: 'All JP recognised',
  times: 'Participations',
  timesNote: 'somebody can take part several times',
  columns: ['Learning', 'People', 'JP recognised', 'Plan'],
  inPlan: 'In the annual plan',
  partly: 'In part',
  ofOwnPlans: (people, jp) => `${counted(people, 'person', 'people')} by individual plans (${jp})`,
  outside: 'In no plan',
  elsewhere: 'Learning elsewhere for an item of the plan',
  sources: {
    external: 'Learning elsewhere without an item of the plan',
    shared: 'Coaching, mentoring and communities of practice',
  },
  sharedKind: 'Learning from each other',
  ownPlan: 'Individual plan',
  ownPlanYes: 'Yes',
  ownPlanNo: 'No',
};

export const fitWords: Readonly<Record<Locale, FitWords>> = { id, en };
