import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import { type PersonVisit, type Portal, readForm } from '../visit.ts';
import type { StudioPorts } from './ports.ts';

const access = ['role:provider-author'] as const;

const uploadSchema = z.object({
  courseId: z.string().max(64).optional(),
  module: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  fileName: z.string().min(1).max(255),
  contentType: z.string().max(100),
  sizeBytes: z.coerce.number().int().positive(),
  inParts: z.literal('1').optional(),
});

/** Numbers with blanks between them. */
const numbersSchema = z.object({
  numbers: z
    .string()
    .regex(/^\d{1,5}(?: \d{1,5}){0,99}$/)
    .transform((text) => text.split(' ').map(Number))
    .refine((numbers) => numbers.every((number) => number >= 1)),
});

const sentParts = z
  .array(z.strictObject({ partNumber: z.int().min(1).max(10_000), etag: z.string().min(1).max(100) }))
  .max(1000);
const finishSchema = z.object({
  parts: z
    .string()
    .transform((text, context) => {
      const read = sentParts.safeParse(jsonOf(text));
      if (read.success) return read.data;
      context.addIssue('what has arrived, as JSON');
      return z.NEVER;
    })
    .optional(),
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the upload island asks; every answer is JSON. */
export function registerUploadRequests(portal: Portal, ports: StudioPorts): void {
  const path = '/studio/uploads/:uploadId';
  portal.person({ method: 'POST', path: '/studio/uploads', access, replayable: false }, async (visit) => {
    const { courseId, module, inParts, ...rest } = settled(
      await readForm(visit.context, uploadSchema, words(visit)),
    );
    const file = {
      ...rest,
      ...(courseId && { courseId }),
      ...(module && { module }),
      ...(inParts && { inParts: true }),
    };
    return visit.context.json(await ports.startUpload(visit.person, file));
  });
  portal.person({ method: 'GET', path, access }, async (visit) =>
    visit.context.json(await ports.uploadOf(visit.person, idOf(visit))),
  );
  // The answer holds addresses that are permissions.
  portal.person({ method: 'POST', path: `${path}/parts`, access, replayable: false }, async (visit) => {
    const { numbers } = settled(await readForm(visit.context, numbersSchema, words(visit)));
    return visit.context.json(await ports.signParts(visit.person, idOf(visit), numbers));
  });
  portal.person({ method: 'POST', path: `${path}/cancel`, access }, async (visit) => {
    await ports.cancelUpload(visit.person, idOf(visit));
    return visit.context.json({});
  });
  portal.person({ method: 'POST', path: `${path}/finish`, access }, async (visit) => {
    const { parts } = settled(await readForm(visit.context, finishSchema, words(visit)));
    const { importId } = await ports.finishUpload(visit.person, idOf(visit), parts);
    return visit.context.json({ location: `/studio/imports/${importId}` });
  });
}

const words = ({ ui }: PersonVisit) => ({ other: ui.t.shell.fieldWrong });

function idOf({ context }: PersonVisit): string {
  return context.req.param('uploadId') ?? '';
}

function settled<Data>(
  read: { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: Form },
): Data {
  if (read.ok) return read.data;
  const wrong = Object.keys(read.form.errors).join(', ');
  throw new InvalidInput(`These fields are missing or not right: ${wrong}.`);
}

interface Form {
  readonly errors: Readonly<Record<string, string>>;
}
