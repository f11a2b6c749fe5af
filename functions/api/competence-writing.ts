import {
  type AssessedItem,
  assessMany,
  assessmentName,
  memberOf,
  mostAssessedTogether,
  withdrawRecorded,
} from '@sinau/competency';
import { employeeNumberClaim } from '@sinau/identity';
import type { ClientPrincipal, PersonId } from '@sinau/kernel';
import { readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { type Context, callerOf } from './competence-caller.ts';
import type { CompetenceRouteDeps } from './competence-routes.ts';

const recorderOf = ({ clientId, name }: ClientPrincipal) => ({ id: clientId, name, as: 'agency' }) as const;

const assessedSchema = z.strictObject({
  /** Each is looked at by itself. */
  assessments: z.array(z.unknown()).min(1).max(mostAssessedTogether),
  dryRun: z.boolean().default(false),
});

/** One answer for each item, in the order of the request. */
export async function answerAssessed(c: Context, deps: CompetenceRouteDeps): Promise<Response> {
  const { client, agencyId } = callerOf(c);
  const { assessments: items, dryRun } = await readJson(c.req, assessedSchema);
  const parts = {
    ...(await deps.competency()),
    personWith: async (number: string) =>
      (await deps.people.findByClaim(employeeNumberClaim(number)))?.personId,
  };
  const given = { agencyId, by: recorderOf(client), items, isTrial: dryRun };
  const results = (await assessMany(parts, given)).map(resultView);
  const refused = results.filter(({ outcome }) => outcome === 'refused').length;
  return c.json({ dryRun, recorded: results.length - refused, refused, results });
}

function resultView(item: AssessedItem, index: number) {
  if (item.outcome !== 'refused') return { index, ...item };
  const { code, message, issues } = item.refusal;
  return { index, outcome: item.outcome, code, detail: message, ...(issues.length > 0 && { issues }) };
}

const withdrawalSchema = z.strictObject({
  competencyId: z.string().min(1).max(40),
  method: z.enum(['assessment-center', 'competency-test', 'supervisor']),
  assessedOn: z.iso.date(),
  reason: z.string().trim().min(3).max(300).exactOptional(),
});

/** Takes an assessment out of what counts, or without a reason brings it back. Safe to repeat. */
export async function answerWithdrawn(c: Context, deps: CompetenceRouteDeps): Promise<Response> {
  const { client, agencyId } = callerOf(c);
  const { reason, ...which } = await readJson(c.req, withdrawalSchema);
  const parts = await deps.competency();
  const member = await memberOf(parts, { agencyId, personId: c.req.param('personId') as PersonId });
  const isTechnical = which.competencyId.startsWith('T.');
  const name = assessmentName({
    ...{ ...which, competencyId: which.competencyId as Parameters<typeof assessmentName>[0]['competencyId'] },
    ...(isTechnical && { agencyId }),
  });
  await withdrawRecorded(parts, {
    ...{ member, by: recorderOf(client), name },
    ...(reason !== undefined && { reason }),
  });
  return c.json({ personId: member.personId, ...which, counts: reason === undefined });
}
