import {
  type AtomicCompanion,
  type Clock,
  type Digest,
  type ToolPrincipal,
  Unavailable,
} from '@sinau/kernel';
import { canonicalScore, type Score, type ScoreStanding, takeScore } from '@sinau/lti/services';
import { LineItemNotFound, ScoreOutdated, UserNotFound, UserNotGradable } from './errors.ts';
import { countingItem, type LineItem } from './line-item.ts';
import { loadLineItems, loadPlace, type PlaceDeps, pickLineItem } from './load-place.ts';
import type { CoursePeoplePort, ResultInbox, ToolPeoplePort, ToolResult } from './ports.ts';
import type { ScoreRecord } from './score-record.ts';
import { toolResults } from './tool-results.ts';

export interface PostScoreDeps extends PlaceDeps {
  readonly coursePeople: Pick<CoursePeoplePort, 'registrationOf'>;
  readonly people: Pick<ToolPeoplePort, 'personOf'>;
  readonly inbox: ResultInbox;
  readonly clock: Clock;
  readonly digest: Digest;
}

export interface ScoreInput {
  readonly tool: ToolPrincipal;
  readonly courseId: string;
  readonly lineItemId: string;
  readonly score: Score;
  /** As it was posted. */
  readonly sent: ToolResult['sent'];
}

/** Others may write the same learner's score meanwhile; nobody loses more often than this. */
const tries = 6;

/**
 * Keeps a score with what it says of the course, both or neither (AGS 2.0, 3.4). `repeated`: exactly this was said before and still
 * stands.
 */
export async function postScore(deps: PostScoreDeps, input: ScoreInput): Promise<'kept' | 'repeated'> {
  const { tool, courseId, score, sent } = input;
  const items = await loadLineItems(deps, await loadPlace(deps, input));
  const item = pickLineItem(items, input.lineItemId);
  const registration = await gradedRegistration(deps, { tool, courseId, userId: score.userId });
  const fingerprint = deps.digest.sha256(canonicalScore(score));
  const receivedAt = deps.clock.now();
  const { resourceLinkId } = item.said;
  const counts = resourceLinkId !== undefined && countingItem(items, resourceLinkId) === item;
  const results = counts
    ? toolResults(deps, {
        ...{
          providerId: tool.providerId,
          registration,
          moduleId: resourceLinkId,
          score,
          fingerprint,
          receivedAt,
          sent,
        },
        ...{ lineItemId: item.lineItemId, scoreMaximum: item.said.scoreMaximum },
      })
    : [];
  const companion = together(results.map((result) => deps.inbox.taking(result)));
  for (let n = 0; n < tries; n += 1) {
    const known = await deps.grades.findScore(item, score.userId);
    const taken = takeScore(known?.standing, score, { fingerprint, receivedAt });
    if (taken.outcome === 'repeated') return 'repeated';
    if (taken.outcome === 'outdated') throw new ScoreOutdated();
    const record = recordOf(item, { userId: score.userId, registration, standing: taken.standing, known });
    if ((await save(deps, { item, record, companion })) === 'saved') return 'kept';
  }
  throw new Unavailable('Others are writing the score of this user. Please try again.');
}

/** The learner behind a pseudonym, if there is something to grade (1.5, users). */
async function gradedRegistration(
  deps: Pick<PostScoreDeps, 'people' | 'coursePeople'>,
  given: { readonly tool: ToolPrincipal; readonly courseId: string; readonly userId: string },
): Promise<string> {
  const personId = await deps.people.personOf(given.tool.providerId, given.userId);
  if (personId === undefined) throw new UserNotFound();
  const registration = await deps.coursePeople.registrationOf(personId, given.courseId);
  if (registration === undefined) throw new UserNotGradable();
  return registration;
}

function recordOf(
  item: LineItem,
  given: {
    readonly userId: string;
    readonly registration: string;
    readonly standing: ScoreStanding;
    readonly known: ScoreRecord | undefined;
  },
): ScoreRecord {
  const { courseId, clientId, lineItemId } = item;
  const { userId, registration, standing, known } = given;
  return { courseId, clientId, lineItemId, userId, registration, standing, rev: known?.rev ?? 0 };
}

async function save(
  { grades }: Pick<PostScoreDeps, 'grades'>,
  given: { readonly item: LineItem; readonly record: ScoreRecord; readonly companion: AtomicCompanion },
): Promise<'saved' | 'conflict'> {
  const { item, record, companion } = given;
  const isDeclared = item.origin === 'link';
  const outcome = await grades.saveScore(record, { isDeclared, companion });
  if (outcome === 'item-gone') throw new LineItemNotFound();
  if (outcome !== 'companion-refused') return outcome;
  // The inbox has it: it was said before the line item was deleted and made anew.
  const alone = await grades.saveScore(record, { isDeclared });
  if (alone === 'item-gone') throw new LineItemNotFound();
  return alone === 'saved' ? 'saved' : 'conflict';
}

const together = (companions: readonly AtomicCompanion[]): AtomicCompanion => ({
  writes: companions.flatMap(({ writes }) => writes),
});
