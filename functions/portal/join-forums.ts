import { listServices, surveyDay } from '@sinau/feedback';
import {
  addForum,
  type Commitment,
  changeForum,
  commitmentRequestSchema,
  type Forum,
  forumRequestSchema,
  isOverdue,
  lacksOf,
  listForums,
  type MinutesFile,
  minutesName,
  mostMinutesBytes,
  ownForum,
  type PublicForum,
  phaseOf,
  readOwnMinutes,
  removeForum,
  removeMinutesFile,
  setCommitment,
  setMinutesFile,
} from '@sinau/feedback/forums';
import type { PersonPrincipal } from '@sinau/kernel';
import type { CommitmentView, ForumPorts, ForumView, PublicForumView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

/** Consultations of an agency, for its administrators. */
export function joinForums(deps: Pick<PortalDeps, 'citizens' | 'minutesFiles'>): ForumPorts {
  const filing = async () => ({ ...(await deps.citizens()), files: await deps.minutesFiles() });
  const namesFor = async (principal: PersonPrincipal) => {
    const services = await listServices(await deps.citizens(), { principal });
    return new Map<string, string>(services.map(({ serviceId, name }) => [serviceId, name]));
  };
  return {
    async list(principal) {
      const desk = await deps.citizens();
      const names = await namesFor(principal);
      const now = desk.clock.now();
      return (await listForums(desk, principal)).map((forum) => forumView(forum, names, now));
    },
    async forumOf(principal, forumId) {
      const desk = await deps.citizens();
      const forum = await ownForum(desk, { principal, forumId });
      return forumView(forum, await namesFor(principal), desk.clock.now());
    },
    async servicesOf(principal) {
      const services = await listServices(await deps.citizens(), { principal });
      return services.map(({ serviceId, name }) => ({ serviceId, name }));
    },
    async add(principal, order) {
      const request = requestOfForm(forumRequestSchema, order);
      return (await addForum(await deps.citizens(), { principal, request })).forumId;
    },
    async change(principal, forumId, { order, rev }) {
      const request = requestOfForm(forumRequestSchema, order);
      await changeForum(await deps.citizens(), { principal, forumId, request, rev });
    },
    async remove(principal, forumId) {
      await removeForum(await filing(), { principal, forumId });
    },
    maxBytes: mostMinutesBytes,
    setMinutes: async (principal, forumId, file) =>
      setMinutesFile(await filing(), { principal, forumId, ...file }),
    removeMinutes: async (principal, forumId) => removeMinutesFile(await filing(), { principal, forumId }),
    async minutesOf(principal, forumId) {
      const { heldOn, bytes } = await readOwnMinutes(await filing(), { principal, forumId });
      return { day: heldOn, bytes };
    },
    async setCommitment(principal, forumId, { order, ...at }) {
      const request = requestOfForm(commitmentRequestSchema, order);
      await setCommitment(await deps.citizens(), { principal, forumId, request, ...at });
    },
  };
}

const commitmentView = ({ updatedAt: _, ...commitment }: Commitment, now: Date): CommitmentView => ({
  ...commitment,
  isOverdue: isOverdue(commitment, now),
});

function forumView(forum: Forum, names: ReadonlyMap<string, string>, now: Date): ForumView {
  const { agencyId: _, createdAt: __, commitments, minutesFile, ...words } = forum;
  return {
    ...words,
    ...{ phase: phaseOf(forum, surveyDay(now)), lacks: lacksOf(forum) },
    ...(minutesFile && { minutesFile: fileView(forum, minutesFile) }),
    services: forum.serviceIds.flatMap((serviceId) => names.get(serviceId) ?? []),
    isAhead: surveyDay(now) < forum.heldOn,
    commitments: commitments.map((one) => commitmentView(one, now)),
  };
}

const fileView = (forum: Pick<Forum, 'heldOn'>, { pages, sizeBytes }: MinutesFile) => ({
  ...{ name: minutesName(forum), pages, sizeBytes },
});

const publicPathOf = (agencyId: string, forumId: string): string =>
  `/services/${encodeURIComponent(agencyId)}/forums/${encodeURIComponent(forumId)}/minutes`;

/** As everybody sees a forum. */
export function publicForumView(
  forum: PublicForum,
  { agencyId, now }: { readonly agencyId: string; readonly now: Date },
): PublicForumView {
  const { serviceIds: _, commitments, minutesFile, ...told } = forum;
  const path = publicPathOf(agencyId, forum.forumId);
  return {
    ...told,
    ...(minutesFile && { minutesFile: { ...fileView(forum, minutesFile), path } }),
    commitments: commitments.map(({ updatedAt: __, ...one }) => ({
      ...{ ...one, isOverdue: isOverdue(one, now) },
    })),
  };
}
