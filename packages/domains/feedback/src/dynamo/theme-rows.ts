import type { AgencyId } from '@sinau/kernel';
import * as z from 'zod';
import type { ServiceId } from '../service.ts';
import { themeColumns } from '../themes/columns.ts';
import { themeProblems } from '../themes/read-row.ts';
import { channels, type ThemeListId } from '../themes/theme.ts';
import { listStates, rowOutcomes } from '../themes/theme-list.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

export const themeRow = z.object({
  ...{ agencyId: id<AgencyId>(), serviceId: id<ServiceId>() },
  ...{ period: z.string(), from: z.string(), to: z.string() },
  ...{ theme: z.string(), channel: z.enum(channels) },
  ...{ count: z.number(), handled: z.number(), medianTenths: z.number().exactOptional() },
  ...{ listId: id<ThemeListId>(), rev: z.number() },
});

export const themeListRow = z.object({
  ...{ listId: id<ThemeListId>(), agencyId: id<AgencyId>(), name: z.string(), state: z.enum(listStates) },
  counts: z.record(z.enum(rowOutcomes), z.number()),
  ...{ ignored: z.array(z.string()), by: z.string(), createdAt: z.string() },
  ...{ takenAt: z.string().exactOptional(), undoneAt: z.string().exactOptional() },
  rev: z.number(),
});

export const listedRows = z.array(
  z.object({
    ...{ row: z.number(), outcome: z.enum(rowOutcomes) },
    finding: z
      .object({ problem: z.enum(themeProblems), column: z.enum(themeColumns).exactOptional() })
      .exactOptional(),
    cells: z.array(z.string()).exactOptional(),
    service: z.string().exactOptional(),
    ...{ next: themeRow.exactOptional(), before: themeRow.exactOptional() },
  }),
);
