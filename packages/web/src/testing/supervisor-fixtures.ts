import type { NamedSupervisorView, PeoplePorts } from '../people/ports.ts';

const person = (personId: string, over: Partial<NamedSupervisorView> = {}): NamedSupervisorView => ({
  ...{ personId, name: 'Yohanis Wanggai', email: 'yohanis@contoh.example', status: 'active' },
  ...{ team: 12, mayGive: true, maskedEmployeeNumber: '1990••••••••••••01', ...over },
});

/** The reader `kosong` sees that all have their role. */
export const supervisorFixtures: Pick<PeoplePorts, 'namedSupervisors' | 'giveSupervisorRole'> = {
  namedSupervisors: async ({ personId }) =>
    personId === 'kosong'
      ? { people: [], count: 0, isComplete: true }
      : {
          people: [
            person('s1'),
            person('s2', { name: 'Maria <Tokan>', team: 1 }),
            person('p1', { name: 'Agus', mayGive: false }),
          ],
          ...{ count: 214, isComplete: false },
        },
  giveSupervisorRole: async () => undefined,
};
