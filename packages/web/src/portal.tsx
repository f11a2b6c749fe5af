import type { Context } from 'hono';
import { registerAccount } from './account/routes.tsx';
import { SignedOutPage } from './account/signed-out-page.tsx';
import { registerBoards } from './adoption/board-routes.ts';
import { registerHabits } from './adoption/habit-routes.ts';
import { unpackAsset } from './assets.ts';
import { registerCatalogue } from './catalogue/routes.tsx';
import { registerCertificates } from './certificates/routes.ts';
import { registerChampions } from './champions/routes.ts';
import { registerCitizens } from './citizens/routes.ts';
import { registerCoaching } from './coaching/routes.ts';
import { registerCohorts } from './cohorts/routes.ts';
import { registerCommunityBoards } from './communities/board-routes.ts';
import { registerCommunities } from './communities/routes.ts';
import { registerCompetency } from './competency/routes.ts';
import { registerCourse } from './course/routes.tsx';
import { registerCredit } from './credit/routes.ts';
import { registerEvaluations } from './evaluations/routes.ts';
import { registerEvents } from './events/routes.ts';
import { registerExternal } from './external/routes.ts';
import { guestPlace, lmsGuestPlace, registerGuest } from './guest/routes.tsx';
import { registerHome } from './home/routes.tsx';
import { registerInbox } from './inbox/routes.tsx';
import { registerLearningPaths } from './learning-paths/routes.ts';
import { registerMyLms } from './lms/routes.ts';
import { registerObligations } from './obligations/routes.ts';
import { registerOperator } from './operator/routes.tsx';
import { registerPeople } from './people/routes.tsx';
import { registerPlan } from './plan/routes.ts';
import { playerOptions } from './player/options.ts';
import { registerPlayer } from './player/routes.tsx';
import type { PolicyInput } from './policy.ts';
import type { PortalPorts } from './portal-ports.ts';
import { registerPriority } from './priority/routes.ts';
import { registerPrivacy } from './privacy/routes.ts';
import { ProblemPage, type ProblemView } from './problem/page.tsx';
import { registerIndex } from './professionalism/routes.ts';
import { registerRatings } from './ratings/routes.tsx';
import { registerRecognition } from './recognition/routes.ts';
import { registerRecords } from './records/routes.tsx';
import { registerRequests } from './requests/routes.ts';
import { isStaffPath, onlyWhere } from './staff-path.ts';
import { registerToolWork } from './tool-work/routes.ts';
import type { Viewer } from './ui.ts';
import { answerPage, createPortal, type PortalOptions, type RegisterRoute, uiOf } from './visit.ts';

export interface RegisterPortalOptions extends PortalOptions {
  /** e.g. `https://sinau.example.go.id` */
  readonly portalOrigin: string;
  readonly contentSecurityPolicy: PolicyInput;
  /** Makes the refusal that becomes the 404 page. */
  readonly notFound: () => Error;
}

/** Declares the pages that anybody has, and the files that pages use; those of staff: `registerStaffPages`. */
export function registerPortal(
  register: RegisterRoute,
  ports: PortalPorts,
  options: RegisterPortalOptions,
): void {
  const elsewhere = (path: string) => !isStaffPath(path);
  const portal = createPortal(onlyWhere(elsewhere, register), ports.viewer, options);
  registerAssets(register, options);
  registerHome(portal, ports.home);
  registerCredit(portal, ports.credit);
  registerExternal(portal, ports.external);
  registerPlan(portal, ports.plan);
  registerIndex(portal, ports.index);
  registerCertificates(portal, ports.certificates, {
    ...{ transcripts: ports.transcripts, forms: ports.signedForms },
  });
  registerCatalogue(portal, ports.catalogue);
  registerCourse(portal, ports.course);
  registerPlayer(portal, ports.player, {
    ...playerOptions(options),
    tools: ports.player,
    work: ports.toolWork,
  });
  registerToolWork(portal, ports.toolWork);
  registerRecords(portal, ports.records);
  registerInbox(portal, ports.inbox);
  registerAccount(portal, ports.account);
  registerCitizens(portal, ports, options);
  registerCompetency(portal, ports);
  registerEvents(portal, ports);
  registerLearningPaths(portal, ports);
  registerCohorts(portal, ports.cohorts);
  registerCoaching(portal, ports.coaching);
  registerCommunities(portal, ports.communities);
  registerCommunityBoards(portal, ports.communityBoards);
  registerHabits(portal, ports.habits);
  registerBoards(portal, ports.boards);
  registerChampions(portal, ports.champions);
  registerEvaluations(portal, ports.evaluations);
  registerPriority(portal, ports.priority);
  registerRecognition(portal, ports.recognition);
  registerObligations(portal, ports.obligations);
  registerRatings(portal, ports.ratings, ports.course);
  registerPrivacy(portal, ports.privacy, ports);
  registerRequests(portal, ports.requests);
  registerOperator(portal, ports.operator);
  registerGuest(portal, ports.guest, { ...options, place: guestPlace });
  registerGuest(portal, ports.lmsGuest, { ...options, place: lmsGuestPlace });
  registerMyLms(portal, ports.myLms);
  registerPeople(portal, ports.people);
}

function registerAssets(
  register: RegisterRoute,
  options: Pick<RegisterPortalOptions, 'assets' | 'notFound'>,
): void {
  register({ method: 'GET', path: '/assets/:file', access: ['anyone'] }, async (context) => {
    const name = context.req.param('file') ?? '';
    const files = await options.assets.readFiles();
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (!file) throw options.notFound();
    const { body, encoding } = unpackAsset(file, context.req.header('accept-encoding') ?? '');
    return context.body(body, 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    });
  });
}

/** The page after signing out, on the way to where the issuer ends its session. */
export async function answerSignedOut(
  context: Context,
  next: string,
  options: Pick<PortalOptions, 'assets' | 'hasOutbox'>,
): Promise<Response> {
  return answerPage(context, <SignedOutPage ui={await uiOf(context, undefined, options)} next={next} />);
}

/** The page for a refusal or a fault, in the reader's language. */
export async function answerProblem(
  context: Context,
  problem: ProblemView,
  reader: {
    readonly viewer: Viewer | undefined;
    readonly options: Pick<PortalOptions, 'assets' | 'hasOutbox'>;
  },
): Promise<Response> {
  const ui = await uiOf(context, reader.viewer, reader.options);
  return answerPage(context, <ProblemPage ui={ui} problem={problem} />, problem.status as 404);
}
