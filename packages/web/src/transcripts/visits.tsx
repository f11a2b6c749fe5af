import * as z from 'zod';
import { emptyForm } from '../layout/form.tsx';
import { hrefOf } from '../layout/parts.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { TranscriptPage, TranscriptProgress } from './page.tsx';
import { transcriptPath } from './paths.ts';
import { transcriptOfPath } from './person-paths.ts';
import type { TranscriptsPorts } from './ports.ts';

const yearSchema = z.coerce.number().int().min(2000).max(2100);
const orderSchema = z.object({ year: yearSchema });

/** Of whom: the reader, where the address names nobody. */
function holderIn({ context }: PersonVisit): { readonly personId?: string } {
  const personId = context.req.param('personId');
  return personId === undefined ? {} : { personId };
}

const yearIn = ({ context }: PersonVisit) =>
  yearSchema.optional().catch(undefined).parse(context.req.query('year'));

function pageOf(visit: PersonVisit, year: number | undefined): string {
  const { personId } = holderIn(visit);
  const path = personId === undefined ? transcriptPath : transcriptOfPath(personId);
  return year === undefined ? path : hrefOf(path, { year: String(year) });
}

export async function showTranscript(
  visit: PersonVisit,
  ports: TranscriptsPorts,
  form = emptyForm,
): Promise<Response> {
  const { context, ui, person } = visit;
  const view = await ports.transcriptOf(person, { ...holderIn(visit), year: yearIn(visit) });
  if (context.req.query('part') === 'progress') {
    return answerPage(context, <TranscriptProgress ui={ui} view={view} />);
  }
  const page = <TranscriptPage ui={ui} view={view} form={form} />;
  return answerPage(context, page, form === emptyForm ? 200 : 422);
}

export async function orderTranscript(visit: PersonVisit, ports: TranscriptsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, orderSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.order(person, { ...holderIn(visit), ...read.data }))
    : read;
  if (done.ok && read.ok) return goTo(context, pageOf(visit, read.data.year));
  return showTranscript(visit, ports, done.ok ? emptyForm : done.form);
}

/** What is not there yet is explained on the page. */
export async function downloadTranscript(visit: PersonVisit, ports: TranscriptsPorts): Promise<Response> {
  const { context, person } = visit;
  const year = yearIn(visit);
  const found = await ports.pdfOf(person, { ...holderIn(visit), year });
  if (!found) return goTo(context, pageOf(visit, year));
  return context.body(new Uint8Array(found.pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Transkrip-${found.number}.pdf"`,
    'cache-control': 'no-store',
  });
}

const recordTypes = {
  clr: { ending: 'json', type: 'application/vc+ld+json' },
  jwt: { ending: 'jwt', type: 'application/vc+jwt' },
} as const;

export async function downloadRecord(
  visit: PersonVisit,
  ports: TranscriptsPorts,
  form: 'clr' | 'jwt',
): Promise<Response> {
  const { context, person } = visit;
  const year = yearIn(visit);
  const found = await ports.recordOf(person, { ...holderIn(visit), year, form });
  if (!found) return goTo(context, pageOf(visit, year));
  const { ending, type } = recordTypes[form];
  return context.body(found.text, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="Transkrip-${found.number}.${ending}"`,
    'cache-control': 'no-store',
  });
}
