import { type AgencyId, type Clock, type Ids, InvalidInput, namingFile } from '@sinau/kernel';
import type { Caller } from '../authority.ts';
import { FeedbackChanged, FeedbackNotFound } from '../errors.ts';
import type { ServiceStore } from '../ports.ts';
import { surveyDay } from '../survey.ts';
import type { Forum, ForumId, MinutesFile } from './forum.ts';
import { ownForum } from './keep-forums.ts';
import type { ForumStore, MinutesProblem, MinutesRoom } from './ports.ts';

/** A door that takes forms takes six megabytes in all, packed into text. */
export const mostMinutesBytes = 4 * 1024 * 1024;

interface Deps {
  readonly forums: ForumStore;
  readonly files: MinutesRoom;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface At {
  readonly principal: Caller;
  readonly forumId: string;
}

/**
 * Keeps the minutes of a forum that was held as a PDF, in the place of the one there was. Everybody reads it at once, so what is no honest PDF, or
 * tells who somebody is as far as a machine sees it, is refused, and nothing is kept. What the sender calls it is not even asked: names of files tell of
 * people too.
 */
export async function setMinutesFile(
  deps: Deps,
  input: At & { readonly bytes: Uint8Array },
): Promise<'kept' | MinutesProblem> {
  const forum = await ownForum(deps, input);
  const { bytes } = input;
  if (surveyDay(deps.clock.now()) < forum.heldOn) throw new InvalidInput('This forum was not held yet.');
  if (bytes.length > mostMinutesBytes) return 'too-large';
  const seen = await deps.files.inspect(bytes);
  if ('problem' in seen) return seen.problem;
  if (forum.minutesFile?.sha256 === seen.sha256) return 'kept';
  const minutesFile: MinutesFile = {
    ...{ fileId: deps.ids.uuid(), sizeBytes: bytes.length, ...seen },
    addedAt: deps.clock.now().toISOString(),
  };
  const place = { ...forum, fileId: minutesFile.fileId };
  await deps.files.put(place, bytes);
  const remove = () => deps.files.remove(place);
  await namingFile(save(deps, { ...forum, minutesFile }), { lost: FeedbackChanged, remove });
  if (forum.minutesFile) await deps.files.remove({ ...forum, fileId: forum.minutesFile.fileId });
  return 'kept';
}

/** Takes it away; harmless where there is none. */
export async function removeMinutesFile(deps: Pick<Deps, 'forums' | 'files'>, input: At): Promise<void> {
  const { minutesFile, ...forum } = await ownForum(deps, input);
  if (!minutesFile) return;
  await save(deps, forum);
  await deps.files.remove({ ...forum, fileId: minutesFile.fileId });
}

async function save({ forums }: Pick<Deps, 'forums'>, next: Forum): Promise<void> {
  if ((await forums.save(next)) === 'conflict') throw new FeedbackChanged();
}

interface Read {
  readonly forums: Pick<ForumStore, 'find'>;
  readonly files: Pick<MinutesRoom, 'get'>;
}

interface ReadMinutes {
  readonly file: MinutesFile;
  readonly heldOn: Forum['heldOn'];
  readonly bytes: Uint8Array;
}

/** As it was sent, for the agency itself. */
export async function readOwnMinutes(deps: Read & Pick<Deps, 'forums'>, input: At): Promise<ReadMinutes> {
  return bytesOf(deps, await ownForum(deps, input));
}

/** As it was sent, for everybody: of a forum about a service that is open. */
export async function readPublicMinutes(
  deps: Read & { readonly services: Pick<ServiceStore, 'find'> },
  { agencyId, forumId }: { readonly agencyId: AgencyId; readonly forumId: ForumId },
): Promise<ReadMinutes> {
  const forum = await deps.forums.find(agencyId, forumId);
  for (const serviceId of forum?.serviceIds ?? []) {
    const service = await deps.services.find({ agencyId, serviceId });
    if (forum && service?.state === 'open') return bytesOf(deps, forum);
  }
  throw new FeedbackNotFound();
}

async function bytesOf({ files }: Read, forum: Forum): Promise<ReadMinutes> {
  const { minutesFile: file } = forum;
  const bytes = file && (await files.get({ ...forum, fileId: file.fileId }));
  if (!file || !bytes) throw new FeedbackNotFound();
  return { file, heldOn: forum.heldOn, bytes };
}

/** What everybody reads and downloads it as: a name of ours, whatever its sender calls it. */
export const minutesName = ({ heldOn }: Pick<Forum, 'heldOn'>): string => `berita-acara-${heldOn}.pdf`;
