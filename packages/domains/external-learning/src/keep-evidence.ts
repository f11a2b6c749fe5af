import { type Clock, type Ids, namingFile, type PersonPrincipal, plainFileName } from '@sinau/kernel';
import { maySee } from './authority.ts';
import { EvidenceRefused, LearningChanged, LearningNotFound, StepRefused } from './errors.ts';
import type { Evidence, EvidenceId, ExternalLearning, LearningId } from './learning.ts';
import { editable } from './moves.ts';
import type { EvidencePlace, EvidenceRoom, LearnerDirectory, LearningStore } from './ports.ts';
import { findShown, store } from './take-step.ts';

/** A door that takes forms takes six megabytes in all, packed into text. */
export const mostEvidenceBytes = 4 * 1024 * 1024;
const mostFiles = 5;

interface EvidenceDeps {
  readonly learnings: LearningStore;
  readonly evidence: EvidenceRoom;
}

/** Keeps a PDF with a record that its learner may still change. What is no honest PDF is refused, and nothing is kept. */
export async function addEvidence(
  deps: EvidenceDeps & { readonly clock: Clock; readonly ids: Ids },
  input: {
    readonly principal: PersonPrincipal;
    readonly learningId: LearningId;
    readonly kind: Evidence['kind'];
    readonly name: string;
    readonly bytes: Uint8Array;
  },
): Promise<ExternalLearning> {
  const { principal, learningId, kind, name, bytes } = input;
  const place = { personId: principal.personId, learningId };
  const before = await findShown(deps, place);
  if (editable(before) === 'nothing') throw new StepRefused();
  if (before.evidence.length >= mostFiles) throw new EvidenceRefused('too-many');
  const seen = await inspectEvidence(deps, bytes);
  const known = before.evidence.some(({ sha256 }) => sha256 === seen.sha256);
  if (known) return before;
  const evidenceId = deps.ids.uuid() as EvidenceId;
  await deps.evidence.put({ ...place, evidenceId }, bytes);
  const evidence: Evidence = {
    ...{ evidenceId, kind, name: plainFileName(name, 'PDF'), sizeBytes: bytes.length, ...seen },
    addedAt: deps.clock.now().toISOString(),
  };
  const after = { ...before, evidence: [...before.evidence, evidence] };
  const remove = () => deps.evidence.remove({ ...place, evidenceId });
  return namingFile(store(deps, { before, after }), { lost: LearningChanged, remove });
}

/** Rejects with what is wrong with it. */
export async function inspectEvidence(
  deps: Pick<EvidenceDeps, 'evidence'>,
  bytes: Uint8Array,
): Promise<Pick<Evidence, 'pages' | 'sha256'>> {
  if (bytes.length > mostEvidenceBytes) throw new EvidenceRefused('too-large');
  const seen = await deps.evidence.inspect(bytes);
  if ('problem' in seen) throw new EvidenceRefused(seen.problem);
  return seen;
}

export async function removeEvidence(
  deps: EvidenceDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly learningId: LearningId;
    readonly evidenceId: EvidenceId;
  },
): Promise<ExternalLearning> {
  const { principal, learningId, evidenceId } = input;
  const place = { personId: principal.personId, learningId };
  const before = await findShown(deps, place);
  if (editable(before) === 'nothing') throw new StepRefused();
  const evidence = before.evidence.filter((one) => one.evidenceId !== evidenceId);
  if (evidence.length === before.evidence.length) throw new LearningNotFound();
  const after = await store(deps, { before, after: { ...before, evidence } });
  await deps.evidence.remove({ ...place, evidenceId });
  return after;
}

/** The file as it was sent, for those who may see the record. */
export async function readEvidence(
  deps: EvidenceDeps & { readonly learners: LearnerDirectory },
  { principal, ...place }: EvidencePlace & { readonly principal: PersonPrincipal },
): Promise<{ readonly evidence: Evidence; readonly bytes: Uint8Array }> {
  const [learning, where] = await Promise.all([
    deps.learnings.find(place.personId, place.learningId),
    deps.learners.placeOf(place.personId),
  ]);
  const evidence = learning?.evidence.find(({ evidenceId }) => evidenceId === place.evidenceId);
  if (!learning || !evidence || !maySee(principal, learning, where)) throw new LearningNotFound();
  const bytes = await deps.evidence.get(place);
  if (!bytes) throw new LearningNotFound();
  return { evidence, bytes };
}
