import type { AccessPorts, OwnReadingView, ReadingView } from '../access/ports.ts';

const line: ReadingView = {
  ...{ at: '2026-03-02T01:00:00.000Z', reader: 'Admin Instansi', isMachine: false, office: 'Badan Contoh' },
  ...{ purpose: 'personnel', what: 'person', person: 'Siti Rahmawati, S.Kom.', chain: 'Badan Contoh' },
  number: 1250,
};
const { person: _, ...list } = line;
const { reader: __, ...byItself } = line;
const lines: readonly ReadingView[] = [
  line,
  { ...list, what: 'people', list: 'Badan Contoh', number: 1249 },
  {
    ...list,
    reader: 'SIMPEG',
    isMachine: true,
    purpose: 'integration',
    what: 'statements',
    list: 'Badan Contoh',
  },
  { ...line, office: 'platform', reader: '=Operator', purpose: 'support', number: 7 },
  { ...list, what: 'plan-set', thing: '2027/1', list: 'Badan Contoh', number: 9 },
  { ...byItself, what: 'account-closed', because: 'legal-standing', number: 8 },
];
const mine: readonly OwnReadingView[] = [
  { at: line.at, office: 'Badan Contoh', purpose: 'personnel', what: 'lesson-hours', isList: false },
  { at: line.at, office: 'platform', purpose: 'support', what: 'people', isList: true },
  {
    ...{ at: line.at, office: 'Badan Contoh', purpose: 'personnel', isList: false },
    ...{ what: 'account-opened', because: 'administrator' },
  },
];

export function createAccessFixtures(): AccessPorts {
  return {
    readings: async ({ name }, { who }) => ({
      offices: [
        { office: 'agency:badan', name: 'Badan Contoh' },
        { office: 'platform', name: 'platform' },
      ],
      lines: name === 'Kosong' || who === 'nobody' ? [] : lines,
      nobody: who === 'nobody',
      ...(name !== 'Kosong' && { next: 'next' }),
    }),
    file: async () => lines,
    ofOffice: async ({ name }, { who }) => ({
      lines: name === 'Kosong' || who === 'nobody' ? [] : [...lines.slice(0, 3), { ...line, person: '' }],
      nobody: who === 'nobody',
      ...(name !== 'Kosong' && { next: 'next' }),
    }),
    fileOfOffice: async () => [...lines.slice(0, 3), { ...line, person: '' }],
    mine: async ({ name }) => (name === 'Kosong' ? [] : mine),
    check: async ({ name }) =>
      name === 'Kosong'
        ? undefined
        : {
            ...{ state: 'done', requestedAt: line.at, endedAt: line.at, chains: 12, lines: 40_000 },
            findings: [{ chain: 'platform', number: 7, flaw: 'changed' }],
          },
    askCheck: async () => undefined,
  };
}
