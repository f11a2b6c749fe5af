import { type Clock, type Digest, InvalidInput } from '@sinau/kernel';
import { type DeepLinkingAnswer, readDeepLinkingAnswer, type ToolNotes } from '@sinau/lti';
import { openStep } from './begin-launch.ts';
import { checkItemAddresses } from './check-addresses.ts';
import { ChoiceRefused, LaunchEnded } from './errors.ts';
import { choiceDataOf, type LtiLaunch } from './launch.ts';
import type {
  AddressCheck,
  AuthorsPort,
  LtiLaunchStore,
  LtiToolStore,
  PlaceItemsPort,
  SeenMessages,
  ToolSignatures,
  ToolSignsPort,
} from './ports.ts';
import type { LtiTool } from './tool.ts';

export interface ChoiceDeps {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly launches: Pick<LtiLaunchStore, 'find' | 'move'>;
  readonly toolSignatures: Pick<ToolSignatures, 'verify'>;
  readonly seen: SeenMessages;
  readonly addressCheck: AddressCheck;
  readonly authors: AuthorsPort;
  readonly placeItems: PlaceItemsPort;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly issuer: string;
  /** @default nobody hears of it */
  readonly signs?: ToolSignsPort;
}

export interface TakenChoice {
  readonly clientId: LtiTool['clientId'];
  readonly courseId: string;
  readonly placed: number;
  readonly notes: ToolNotes;
  readonly courseTitle: string;
  readonly returnUrl: string;
  readonly locale: LtiLaunch['locale'];
}

/**
 * Takes what an author chose at a tool. It comes from the tool's own page, so no cookie of ours comes with it: the pass in the address is
 * the permission, the signature says whose answer it is. Hours lie between the two, so the tool and the author are looked at once more. The
 * choice is kept before it is placed; the same answer again, after any step went wrong, places it and nothing twice.
 */
export async function takeChoice(
  deps: ChoiceDeps,
  input: { readonly pass: string; readonly jwt: string },
): Promise<TakenChoice> {
  const launch = await openStep(deps, input.pass, 'told', 'chosen');
  if (launch.message !== 'LtiDeepLinkingRequest') throw new LaunchEnded();
  const tool = await deps.tools.find(launch.clientId);
  if (tool?.status !== 'active') throw new ChoiceRefused('tool-off', 'This tool was turned off.');
  if (!tool.deployments.some(({ deploymentId: known }) => known === launch.deploymentId)) {
    throw new ChoiceRefused('place-gone', 'This deployment of the tool was removed.');
  }
  const { personId, providerId, byMachine = false } = launch;
  if (!(await deps.authors.mayChoose({ personId, providerId, byMachine }))) {
    throw new ChoiceRefused('author', 'Who opened the tool is no author of this provider any more.');
  }
  const answer = await readAnswer(deps, { launch, tool, ...input });
  await deps.signs?.seen(tool.clientId, 'choice');
  const answerHash = deps.digest.sha256(input.jwt);
  const { launchId, deploymentId, clientId, course, returnUrl, locale } = launch;
  if (launch.state === 'told') await keepChoice(deps, { launch, answer, answerHash });
  else if (launch.choice?.answerHash !== answerHash) throw new LaunchEnded();
  if (answer.items.length > 0) {
    const { courseId } = course;
    const { items } = answer;
    await deps.placeItems.place({ requestId: launchId, courseId, clientId, deploymentId, items });
  }
  await deps.launches.move({ ...launch, choice: { answerHash, items: [] }, state: 'placed' }, 'chosen');
  return {
    ...{ clientId, courseId: course.courseId, courseTitle: course.title, returnUrl, locale },
    ...{ placed: answer.items.length, notes: answer.notes },
  };
}

async function readAnswer(
  deps: ChoiceDeps,
  given: { readonly launch: LtiLaunch; readonly tool: LtiTool; readonly pass: string; readonly jwt: string },
): Promise<DeepLinkingAnswer> {
  const { launch, tool, pass, jwt } = given;
  const claims = await deps.toolSignatures.verify(tool, jwt);
  if (!claims) throw new ChoiceRefused('signature', 'JWT: not signed by a key of this tool (RS256).');
  const answer = readDeepLinkingAnswer(claims, {
    ...{ clientId: tool.clientId, issuer: deps.issuer, deploymentId: launch.deploymentId },
    data: choiceDataOf(pass),
    nowSeconds: Math.floor(deps.clock.now().getTime() / 1000),
    toolName: tool.name,
  });
  if ('wrong' in answer) throw new ChoiceRefused(answer.kind, `JWT: ${answer.wrong}`);
  // Learners are led there, or the tool is asked to lead them.
  await checkItemAddresses(deps, answer.items).catch((error: unknown) => {
    throw error instanceof InvalidInput ? new ChoiceRefused('address', `JWT: ${error.message}`) : error;
  });
  return answer;
}

async function keepChoice(
  deps: ChoiceDeps,
  kept: { readonly launch: LtiLaunch; readonly answer: DeepLinkingAnswer; readonly answerHash: string },
): Promise<void> {
  const { launch, answer, answerHash } = kept;
  const nowSeconds = Math.floor(deps.clock.now().getTime() / 1000);
  const marks = [`nonce ${answer.nonce}`, ...(answer.jti === undefined ? [] : [`id ${answer.jti}`])];
  // Taken for this answer alone: whatever breaks off before the choice is kept, the same answer again keeps it.
  const use = `${launch.launchId} ${answerHash}`;
  for (const mark of marks) {
    const jti = `choice ${mark}`;
    const { clientId } = launch;
    const taken = await deps.seen.take({ clientId, jti, use, until: answer.until, nowSeconds });
    if (taken === 'seen') {
      throw new ChoiceRefused('repeated', 'JWT: this nonce or jti has been used before.');
    }
  }
  const choice = { answerHash, items: answer.items };
  const moved = await deps.launches.move({ ...launch, state: 'chosen', choice }, 'told');
  if (moved === 'elsewhere') throw new LaunchEnded();
}
