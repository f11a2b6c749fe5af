import { hrefOf } from '../layout/parts.tsx';
import type { StatisticsHead } from './ports.ts';

export const statisticsHref = (courseId: string) =>
  `/studio/courses/${encodeURIComponent(courseId)}/statistics`;

export const courseTables = ['funnel', 'stops', 'times', 'launches'] as const;
export const moduleTables = ['seconds', 'pages', 'questions', 'responses'] as const;
export type TableName = (typeof courseTables)[number] | (typeof moduleTables)[number];

type Cohort = Pick<StatisticsHead, 'courseId' | 'version' | 'from' | 'until'>;

export function cohortQuery({ version, from, until }: Cohort): Readonly<Record<string, string | undefined>> {
  return { version: version === 0 ? undefined : String(version), from, until };
}

export const moduleHref = (cohort: Cohort, moduleId: string) =>
  hrefOf(`${statisticsHref(cohort.courseId)}/modules/${encodeURIComponent(moduleId)}`, cohortQuery(cohort));

export const tableHref = (cohort: Cohort, table: TableName, moduleId?: string) =>
  hrefOf(`${statisticsHref(cohort.courseId)}/download`, {
    ...{ table, module: moduleId },
    ...cohortQuery(cohort),
  });
