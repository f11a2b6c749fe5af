import * as z from 'zod';
import { addressIn, amount, courseKey, moment, username, words } from './wire.ts';

const gradeSchema = z.object({
  username,
  course_id: courseKey,
  passed: z.boolean(),
  percent: amount,
  letter_grade: words,
});

export interface OpenEdxGrade {
  readonly username: string;
  readonly courseId: string;
  readonly passed: boolean;
  /** 0 to 1, whatever the name says. */
  readonly share?: number;
  readonly letter?: string;
}

/** Grades of `/api/grades/v1/courses/{id}/`: a page of a course, or the bare list that one learner is answered with. */
export function readOpenEdxGrades(items: unknown): readonly OpenEdxGrade[] | undefined {
  return z
    .array(gradeSchema)
    .safeParse(items)
    .data?.map(({ username: name, course_id: courseId, passed, percent, letter_grade: letter }) => ({
      ...{ username: name, courseId, passed },
      // More than everything is an answer of another kind of service.
      ...(percent !== undefined && percent <= 1 && { share: percent }),
      ...(letter !== '' && { letter }),
    }));
}

const certificateSchema = z.object({ status: words, created_date: moment, download_url: words });

export interface OpenEdxCertificate {
  readonly number: string;
  readonly url?: string;
  readonly issuedAt?: string;
}

/** Of `/api/certificates/v0/certificates/{username}/courses/{id}/`. `none`: not made yet, or taken back. */
export function readOpenEdxCertificate(
  value: unknown,
  baseUrl: string,
): OpenEdxCertificate | 'none' | undefined {
  const parsed = certificateSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { status, created_date: issuedAt, download_url: address } = parsed.data;
  // The number stands at the end of the address and nowhere else.
  const number = /\/certificates\/([\w-]{8,64})\/?$/.exec(address)?.[1];
  if (status !== 'downloadable' || number === undefined) return 'none';
  const url = addressIn(address, baseUrl);
  return {
    number,
    ...(url && /^https?:$/.test(url.protocol) && { url: url.href }),
    ...(issuedAt !== undefined && { issuedAt }),
  };
}
