import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { isHistoryProblem } from '@sinau/rostering/history';
import { isPeopleProblem } from '@sinau/rostering/people';
import * as z from 'zod';
import {
  type ImportJob,
  importIdSchema,
  importStates,
  type ListColumn,
  type ListProblem,
  passes,
  rowOutcomes,
} from '../import-job.ts';

const text = <Text extends string>() => z.custom<Text>((value) => typeof value === 'string');

const sender = z.object({ kind: z.enum(['person', 'client']), id: z.string(), name: z.string() });
const counts = z.record(z.enum(rowOutcomes), z.int());

const jobSchema = z.object({
  importId: importIdSchema,
  agencyId: text<AgencyId>(),
  name: z.string(),
  state: z.enum(importStates),
  heads: z.array(z.string()),
  mapping: z.record(z.string(), z.int()),
  rows: z.int(),
  pass: z.enum(passes),
  cursor: z.int(),
  trial: counts,
  run: counts,
  createdAt: z.string(),
  createdBy: sender,
  startedAt: z.string().exactOptional(),
  startedBy: sender.exactOptional(),
  finishedAt: z.string().exactOptional(),
  touchedAt: z.string(),
  tries: z.int(),
  rev: z.int(),
});

export const readJob = (row: Item): ImportJob => jobSchema.parse(row);

export const tableSchema = z.object({
  heads: z.array(z.string()),
  rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
});

export const resultsSchema = z.array(
  z.object({
    row: z.int(),
    outcome: z.enum(rowOutcomes),
    name: z.string(),
    maskedNumber: z.string(),
    personId: text<PersonId>().exactOptional(),
    learningId: z.string().exactOptional(),
    entry: z
      .object({
        ...{ form: z.string(), startsOn: z.string(), endsOn: z.string() },
        counted: z.custom<Jp>((value) => Number.isInteger(value)).exactOptional(),
      })
      .exactOptional(),
    problem: z
      .custom<ListProblem>(
        (value) => typeof value === 'string' && (isPeopleProblem(value) || isHistoryProblem(value)),
      )
      .exactOptional(),
    column: text<ListColumn>().exactOptional(),
    awaitsSupervisor: z.literal(true).exactOptional(),
  }),
);
