import type { SignedFormsPorts } from '../signed-forms/ports.ts';
import { VerifiedFormPage } from '../signed-forms/verified-page.tsx';
import type { TranscriptsPorts, VerifiedTranscriptView } from '../transcripts/ports.ts';
import { VerifiedTranscriptPage } from '../transcripts/verified-page.tsx';
import { answerPage, goTo, type Visit } from '../visit.ts';
import { verifyPath } from './paths.ts';
import type { CertificatesPorts, VerifiedView } from './ports.ts';
import { AskPage, VerifiedPage } from './verify-page.tsx';

type Check = Pick<CertificatesPorts, 'numberIn' | 'verify'>;

/** Numbers that are none of certificates. */
export interface OtherChecks {
  readonly transcripts: Pick<TranscriptsPorts, 'numberIn' | 'verify'>;
  readonly forms: SignedFormsPorts;
}

/** A number that was typed leads to its page, whatever became of it; what is none is answered like one nobody knows. */
export async function askNumber(visit: Visit, ports: Check, others: OtherChecks): Promise<Response> {
  const { context, ui } = visit;
  closeToSearch(visit);
  const typed = context.req.query('number')?.slice(0, 60);
  if (typed === undefined) return answerPage(context, <AskPage ui={ui} />);
  const number =
    (await ports.numberIn(typed)) ??
    (await others.transcripts.numberIn(typed)) ??
    (await others.forms.numberIn(typed));
  if (number !== undefined) return goTo(context, `${verifyPath}/${number}`);
  return answerPage(context, <AskPage ui={ui} typed={typed} />, 404);
}

export async function showVerified(visit: Visit, ports: Check, others: OtherChecks): Promise<Response> {
  const { context, ui } = visit;
  closeToSearch(visit);
  const typed = (context.req.param('number') ?? '').slice(0, 60);
  const found = await ports.verify(typed);
  const transcript = found ? undefined : await others.transcripts.verify(typed);
  const form = found || transcript ? undefined : await others.forms.verify(typed);
  const accept = context.req.header('accept') ?? '';
  context.header('vary', 'accept', { append: true });
  if (accept.includes('application/json') && !accept.includes('text/html')) {
    if (form) return context.json({ formOf: 'session', ...form });
    const facts = transcript ? transcriptFactsOf(transcript) : factsOf(found);
    return context.json(facts, found || transcript ? 200 : 404);
  }
  if (form) return answerPage(context, <VerifiedFormPage ui={ui} found={form} />);
  if (transcript) return answerPage(context, <VerifiedTranscriptPage ui={ui} found={transcript} />);
  if (!found) return answerPage(context, <AskPage ui={ui} typed={typed} />, 404);
  return answerPage(context, <VerifiedPage ui={ui} found={found} />);
}

/** `replaced`: it was made so, and a later one may say something else. */
const transcriptFactsOf = (found: VerifiedTranscriptView) => ({
  ...{ kind: 'transcript', state: found.newer ? 'replaced' : 'latest' },
  ...found,
});

const factsOf = (found: VerifiedView | undefined) =>
  found ? { state: stateOf(found), ...found } : { state: 'unknown' };

/** `corrected`: it is valid, and papers of an edition before this one are not. */
function stateOf({ revoked, edition }: VerifiedView): 'valid' | 'corrected' | 'revoked' {
  if (revoked) return 'revoked';
  return edition > 1 ? 'corrected' : 'valid';
}

/** The name of a person belongs to whoever has the number, and into no index. */
function closeToSearch({ context }: Visit): void {
  context.header('x-robots-tag', 'noindex, nofollow');
}
