import { recountPerson } from '@sinau/compliance';
import { createCreditStore } from '@sinau/credit/dynamo';
import type { Jp, PersonId } from '@sinau/kernel';
import { systemClock } from '@sinau/platform/crypto';
import { type CapacityReport, createDynamo, createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createComplianceParts } from '../../../functions/shared/compliance-parts.ts';
import type { figure } from '../figure.ts';
import { civilService } from './civil-service.ts';
import { seedPeople } from './seed-people.ts';

type Line = Parameters<typeof figure>[0];

const facts = 200;

/** What one change of somebody's JP costs the numbers of agencies, with so many people there. */
export async function costFigures(people: number, lines: number): Promise<readonly Line[]> {
  const local = await startLocalDynamo();
  const connection = {
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    requestHandler: local.requestHandler,
  };
  try {
    await createTables(connection, { lms: 'lms' }, { plain: true });
    const service = civilService(people);
    const plain = { dynamo: createDynamo(connection), table: 'lms', clock: systemClock };
    await seedPeople(plain, service, { people, lines });
    const reports: CapacityReport[] = [];
    const dynamo = createDynamo({ ...connection, onCapacity: (report) => reports.push(report) });
    const byId = new Map([...service.people()].map((person) => [person.personId, person]));
    const parts = {
      ...createComplianceParts({ ...plain, dynamo }),
      // Nobody asks obligations here; what they would say was counted.
      duties: {
        dutiesOf: async (personId: PersonId) => {
          const person = byId.get(personId);
          return person ? service.dutiesOf(person) : [];
        },
      },
    };
    const credit = createCreditStore(plain);
    let looked = 0;
    for (const { personId } of service.people()) {
      if (looked === facts) break;
      looked += 1;
      const [row] = await credit.yearsOf(personId);
      if (row) await credit.saveYear({ ...row, recognised: (row.recognised + 100) as Jp });
      await recountPerson(parts, personId);
    }
    const sum = (read: (report: CapacityReport) => number) =>
      reports.reduce((all, report) => all + read(report), 0) / looked;
    const of = { people, facts: looked };
    return [
      {
        figure: 'people: write units a fact',
        value: sum(({ writeUnits }) => writeUnits),
        unit: 'units',
        ...of,
      },
      { figure: 'people: read units a fact', value: sum(({ readUnits }) => readUnits), unit: 'units', ...of },
      { figure: 'people: requests a fact', value: reports.length / looked, unit: 'requests', ...of },
    ];
  } finally {
    await local.close();
  }
}
