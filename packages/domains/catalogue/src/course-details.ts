import type { LanguageMap } from '@sinau/kernel';
import * as z from 'zod';
import { type Classification, classificationSchema } from './classification/classification.ts';

/**
 * Forms of development that a course can have (catalogue of PerLAN 10/2018; codes as agencies use them). A webinar is no
 * form of its own: its organiser says which of these it is.
 */
export const developmentForms = [
  'KL02',
  'KL03',
  'KL04',
  'KL05',
  'KL06',
  'KL07',
  'KL08',
  'KL10',
  'KL11',
  'KL12',
  'NKL03',
  'NKL04',
  'NKL09',
  'NKL13',
] as const;
export type DevelopmentForm = (typeof developmentForms)[number];

/** Subject field of a course; one facet of the catalogue. */
export const subjects = [
  'leadership',
  'public-service',
  'law-and-policy',
  'finance',
  'planning',
  'human-resources',
  'digital',
  'data',
  'communication',
  'ethics',
  'health',
  'education',
  'environment',
  'procurement',
  'language',
  'other',
] as const;
export type Subject = (typeof subjects)[number];

const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Texts by BCP 47 tag, of a person's own hand. */
export const wordingSchema = z
  .record(z.string().regex(languageTag), z.string().trim().min(1).max(4_000))
  .refine((map) => Object.keys(map).length <= 20, 'at most twenty languages');

/** What a course says of itself beside title and JP. */
export const courseDetailsSchema = z.strictObject({
  form: z.enum(developmentForms).default('NKL03'),
  subject: z.enum(subjects).default('other'),
  /** Names of competencies, in the words of the provider. */
  competencies: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  /** BCP 47 tags of the languages the course is held in. */
  languages: z.array(z.string().regex(languageTag)).max(10).default([]),
  audience: wordingSchema.default({}),
  /** Whole rupiah for one seat; 0 is free of charge. */
  price: z.int().min(0).max(10_000_000_000).default(0),
  /** Effort as the provider states it. */
  minutes: z.int().min(1).max(100_000).exactOptional(),
  /** Absent: nobody has said anything of it, as of courses that catalogues of others bring. */
  classification: classificationSchema.exactOptional(),
});

export interface CourseDetails {
  readonly form: DevelopmentForm;
  readonly subject: Subject;
  readonly competencies: readonly string[];
  readonly languages: readonly string[];
  readonly audience: LanguageMap;
  readonly price: number;
  readonly minutes?: number;
  readonly classification?: Classification;
}

export const noDetails: CourseDetails = {
  form: 'NKL03',
  subject: 'other',
  competencies: [],
  languages: [],
  audience: {},
  price: 0,
};

/** Who gets in. Changed without review, since it touches no content. Times are ISO 8601 UTC. */
export const admissionSchema = z.strictObject({
  mode: z.enum(['open', 'approval', 'invitation']).default('open'),
  /** Absent: as many as come. */
  seats: z.int().min(1).max(10_000_000).exactOptional(),
  opensAt: z.iso.datetime().exactOptional(),
  closesAt: z.iso.datetime().exactOptional(),
  /** First day of the provider's classes; it lets nobody in and keeps nobody out. */
  classesFrom: z.iso.date().exactOptional(),
});

export interface Admission {
  readonly mode: 'open' | 'approval' | 'invitation';
  readonly seats?: number;
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly classesFrom?: string;
}

export const openAdmission: Admission = { mode: 'open' };

/**
 * What a new version does to those who are learning: they stay on theirs; those who have not begun move; or all move and
 * what they reached in parts that are still there goes with them.
 */
export const versionRules = ['stay', 'move-not-started', 'move-with-results'] as const;
export type VersionRule = (typeof versionRules)[number];
