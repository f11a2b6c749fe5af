import type { AgencyId, LocalDate } from '@sinau/kernel';
import * as z from 'zod';
import { type CompetencyId, editionOn, type Level, levelSchema, lineOfText } from './competency.ts';
import { nationalIds } from './national-dictionary.ts';

/** A post as the record of a person names it. */
export interface Post {
  readonly title: string;
  /** After UU 20/2023, e.g. `pengawas`, `fungsional-keahlian`. */
  readonly family: string;
  /** Of functional posts, e.g. `ahli-muda`. */
  readonly level?: string;
}

export const postGroups = [
  ...(['jpt-utama', 'jpt-madya', 'jpt-pratama', 'administrator', 'pengawas', 'pelaksana'] as const),
  ...(['ahli-pertama', 'ahli-muda', 'ahli-madya', 'ahli-utama'] as const),
  ...(['pemula', 'terampil', 'mahir', 'penyelia'] as const),
] as const;
export type PostGroup = (typeof postGroups)[number];

/** Which posts a standard is for: those of a title, or all of a group that have no standard by their title. */
export type PostKey = `title:${string}` | `group:${PostGroup}`;

export interface Requirement {
  readonly competencyId: CompetencyId;
  readonly level: Level;
}

/** How much hangs on a post: 1 usual, 2 important, 3 critical. A choice of the agency, in no law. */
export const criticalities = [1, 2, 3] as const;
export type Criticality = (typeof criticalities)[number];

/** What a post asks for from a day on. */
export interface StandardEdition {
  readonly from: LocalDate;
  /** Each competency once. */
  readonly requirements: readonly Requirement[];
  readonly criticality: Criticality;
  readonly legalBasis?: string;
  readonly verified: boolean;
}

/** A position standard (standar kompetensi jabatan) of an agency. */
export interface PositionStandard {
  readonly agencyId: AgencyId;
  readonly post: PostKey;
  /** As the agency writes it. */
  readonly title: string;
  /** Oldest first, never empty. */
  readonly editions: readonly StandardEdition[];
  /** A withdrawn one asks for nothing. */
  readonly state: 'active' | 'withdrawn';
  readonly updatedAt: string;
  readonly rev: number;
}

/** Of one agency, withdrawn ones too. */
export const mostStandards = 1_000;
/** Of one standard: so many that counters of a person change in one transaction. */
export const mostRequirements = 25;

export const standardRequestSchema = z.strictObject({
  post: z.union([
    z.strictObject({ title: lineOfText(3, 160) }),
    z.strictObject({ group: z.enum(postGroups) }),
  ]),
  from: z.iso.date(),
  requirements: z
    .array(
      z.strictObject({
        competencyId: z.custom<CompetencyId>((value) => typeof value === 'string' && value.length <= 40),
        level: levelSchema,
      }),
    )
    .min(1)
    .max(mostRequirements)
    .refine((all) => new Set(all.map(({ competencyId }) => competencyId)).size === all.length, {
      message: 'must name each competency once',
    }),
  criticality: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  legalBasis: lineOfText(3, 200).exactOptional(),
  verified: z.boolean().default(false),
});
export type StandardRequest = Readonly<z.infer<typeof standardRequestSchema>>;

/** The same for titles that differ in case and blanks alone. */
export const titleKey = (title: string): PostKey =>
  `title:${title.trim().replaceAll(/\s+/g, ' ').toLowerCase()}`;
export const groupKey = (group: PostGroup): PostKey => `group:${group}`;

const isGroup = (name: string | undefined): name is PostGroup => postGroups.some((one) => one === name);

/** Functional posts are grouped by their level (jenjang), the others by their family. */
export const groupOf = ({ family, level }: Post): PostGroup | undefined =>
  isGroup(level) ? level : isGroup(family) ? family : undefined;

/** Starting levels as one public application has them: no official text, and the same for all nine. */
const templateLevels: Readonly<Record<PostGroup, Level>> = {
  ...{ 'jpt-utama': 5, 'jpt-madya': 4, 'jpt-pratama': 4, administrator: 3, pengawas: 2, pelaksana: 1 },
  ...{ 'ahli-pertama': 2, 'ahli-muda': 3, 'ahli-madya': 4, 'ahli-utama': 5 },
  ...{ pemula: 1, terampil: 2, mahir: 2, penyelia: 3 },
};

export const templateOf = (group: PostGroup): readonly Requirement[] =>
  nationalIds.map((competencyId) => ({ competencyId, level: templateLevels[group] }));

/** What somebody is compared with. */
export interface StandardInForce extends Omit<StandardEdition, 'from'> {
  /** `template`: the agency has set nothing for the post. */
  readonly source: 'title' | 'group' | 'template';
  readonly title: string;
  readonly from?: LocalDate;
}

/** The agency's standard of the title, else of the group, else the template; undefined for who has no post of a known group. */
export function standardFor(
  standards: ReadonlyMap<PostKey, PositionStandard>,
  post: Post | undefined,
  day: LocalDate,
): StandardInForce | undefined {
  if (!post) return undefined;
  const group = groupOf(post);
  const wanted = [
    ['title', titleKey(post.title)] as const,
    ...(group ? [['group', groupKey(group)] as const] : []),
  ];
  for (const [source, key] of wanted) {
    const found = standards.get(key);
    const edition = found?.state === 'active' ? editionOn(found.editions, day) : undefined;
    if (found && edition) return { ...edition, source, title: found.title };
  }
  if (!group) return undefined;
  return {
    ...{ source: 'template', title: group, requirements: templateOf(group) },
    ...{ criticality: 1, verified: false },
  };
}

export const byPost = (standards: readonly PositionStandard[]): ReadonlyMap<PostKey, PositionStandard> =>
  new Map(standards.map((standard) => [standard.post, standard]));
