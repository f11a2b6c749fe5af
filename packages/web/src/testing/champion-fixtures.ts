import type { DomainError } from '@sinau/kernel';
import type {
  AgencyChampionsView,
  ChampionsDeskPorts,
  ChampionsPorts,
  ChampionView,
  OwnChampionView,
} from '../champions/ports.ts';

const champions: readonly ChampionView[] = [
  {
    ...{ personId: 'p1', name: 'Sri <b>Contoh</b>', unit: 'Biro <i>Umum</i>' },
    ...{ offer: 'Membuka <b>kursus</b> dari ponsel', email: 'sri@contoh.example' },
  },
  { personId: 'p2', name: 'Budi Contoh', unit: 'Biro Umum' },
];
const own: OwnChampionView = {
  ...{ state: 'active', unit: 'Biro Umum', offer: 'Memilih kursus', showsEmail: true },
  email: 'ani@contoh.example',
};
const desk: AgencyChampionsView = {
  rows: [
    {
      personId: 'p1',
      name: 'Sri <b>C</b>',
      unit: 'Biro Umum',
      state: 'active',
      since: '2026-11-04T02:00:00.000Z',
    },
    { personId: 'p2', name: 'Budi', unit: 'Biro Umum', state: 'asked', since: '2026-11-05T02:00:00.000Z' },
  ],
  ...{ units: [['u1', 'Biro Umum']], next: 'lanjut' },
};

const nothing = async () => undefined;

export function createChampionFixtures(absent: () => DomainError): {
  readonly champions: ChampionsPorts;
  readonly championsDesk: ChampionsDeskPorts;
} {
  return {
    champions: {
      async championsOf({ personId }) {
        if (personId === 'kosong') return { champions: [] };
        return personId === 'diminta'
          ? { champions: [], own: { ...own, state: 'asked' } }
          : { champions, own };
      },
      async championOf(_person, personId) {
        const found = champions.find((one) => one.personId === personId);
        if (!found) throw absent();
        return found;
      },
      ...{ answer: nothing, change: nothing, stop: nothing },
      ask: async () => 'pair-1',
    },
    championsDesk: {
      listOf: async () => desk,
      name: async (_person, { who }) => (who.startsWith('tidak') ? 'nobody' : 'named'),
      takeBack: nothing,
    },
  };
}
