import type { PersonId, ProviderId } from '@sinau/kernel';
import type {
  CourseSourcedIds,
  ElsewhereModule,
  LaunchPerson,
  MessageType,
  PersonalAttribute,
} from '@sinau/lti';
import type { LtiLaunch } from './launch.ts';
import type { LtiLink } from './link.ts';
import type { PlatformKeyBook, PublicJwk } from './platform-key.ts';
import type { RegistrationToken } from './registration-token.ts';
import type { LtiClientId, LtiTool } from './tool.ts';
import type { ToolFault, ToolHealth, ToolSign, ToolWait } from './tool-health.ts';

/** Tools by client. Reads see every write that was answered before. Rejects with `Unavailable` when it does not answer. */
export interface LtiToolStore {
  find(clientId: LtiClientId): Promise<LtiTool | undefined>;
  /** Oldest first; may be behind by a moment. */
  listOf(providerId: ProviderId): Promise<readonly LtiTool[]>;
  /** Those that wait for approval, oldest first, at most 200; may be behind by a moment. */
  listPending(): Promise<readonly LtiTool[]>;
  /** A tool that is new. */
  add(tool: LtiTool): Promise<void>;
  /** `tool.rev`: the one that was read; it is written as the next one. */
  change(tool: LtiTool): Promise<'changed' | 'stale'>;
}

/** Tokens of registration by their digest. */
export interface RegistrationTokenStore {
  add(token: RegistrationToken): Promise<void>;
  find(tokenHash: string): Promise<RegistrationToken | undefined>;
  /** Spends the token and adds the tool, both or neither; 'spent' when it was used already. */
  spend(tokenHash: string, tool: LtiTool): Promise<'registered' | 'spent'>;
}

export interface LtiLaunchStore {
  add(launch: LtiLaunch): Promise<void>;
  find(launchId: string): Promise<LtiLaunch | undefined>;
  /** Of two that take the same step at once, one moves it. */
  move(launch: LtiLaunch, from: LtiLaunch['state']): Promise<'moved' | 'elsewhere'>;
}

/** Marks of messages that must not come twice. */
export interface SeenMessages {
  /**
   * Remembers the mark of the client until then (epoch seconds). `seen`: it was used before, by whichever process, for something else.
   * `use`: what it is used for; the same use again is the first, so that one which broke off can be mended. Absent: once, whatever for.
   */
  take(mark: {
    readonly clientId: LtiClientId;
    readonly jti: string;
    readonly use?: string;
    readonly until: number;
    readonly nowSeconds: number;
  }): Promise<'first' | 'seen'>;
}

/** Links by id; whatever version of a course a learner is on, its modules keep their ids. */
export interface LtiLinkStore {
  find(resourceLinkId: string): Promise<LtiLink | undefined>;
}

/** The keys of the platform. */
export interface PlatformKeyStore {
  read(): Promise<PlatformKeyBook | undefined>;
  /** `rev`: the one that was read, 0 if there was nothing; 'stale' when somebody has written since. */
  write(book: PlatformKeyBook): Promise<'written' | 'stale'>;
}

/** Signatures of JWTs: RSA with SHA-256 alone. */
export interface LtiSignatures {
  /** `privateKey`: text that only `sign` reads. */
  makeKey(kid: string): Promise<{ readonly publicJwk: PublicJwk; readonly privateKey: string }>;
  sign(input: {
    readonly kid: string;
    readonly privateKey: string;
    readonly claims: Readonly<Record<string, unknown>>;
  }): Promise<string>;
}

/** Signatures of others, by the keys that each one has published or that were pasted. */
export interface ToolSignatures {
  /** The client that a message says it is of, whose signature is still to be checked; undefined when it says none. */
  claimedClient(jwt: string): string | undefined;
  /**
   * The claims of a JWT that one of these keys has signed by RS256; undefined for anything else. Whether it is meant for us, and for now,
   * is for the caller to ask. Rejects with `Unavailable` for keys that cannot be had now.
   */
  verify(signer: Pick<LtiTool, 'keys'>, jwt: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** Keys that were pasted: PEM, JWK or JWK set, RSA of at least 2048 bits, public alone; undefined for anything else. */
  readPasted(text: string): Promise<readonly Readonly<Record<string, unknown>>[] | undefined>;
}

/** How reading keys of tools at their addresses went last, whichever process did. Times are ISO 8601 UTC. */
export interface KeyReading {
  /** When it went well, and how many keys there were. */
  readonly read?: { readonly at: string; readonly keys: number };
  /** Since then it has not. */
  readonly failedAt?: string;
}

export interface KeyReadings {
  note(jwksUri: string, reading: { readonly at: string; readonly keys: number | 'failed' }): Promise<void>;
  /** May be behind by a moment; undefined when nobody has read there in a month. */
  find(jwksUri: string): Promise<KeyReading | undefined>;
}

/** Addresses that providers give. */
export interface AddressCheck {
  /** Why this address is not for a tool; undefined when it is. Asks for the name (case F3). */
  refusal(address: string): Promise<'invalid' | 'forbidden' | 'unknown' | undefined>;
}

/** What a tool may know of a person. */
export interface SharedPerson extends LaunchPerson {
  /** Pairwise pseudonym: ASCII, at most 255 characters, never given to another. */
  readonly subject: string;
}

/** What agreements let a provider know; it is read anew for every launch. */
export interface SharedAttributesPort {
  /** What may be told now. What `telling` says of it will leave, and is noted before this resolves. */
  disclose(
    asked: { readonly providerId: ProviderId; readonly personId: PersonId },
    telling: (person: SharedPerson) => readonly PersonalAttribute[],
  ): Promise<SharedPerson>;
  /** The pseudonym alone; noted as no more than that. */
  subjectOf(asked: { readonly providerId: ProviderId; readonly personId: PersonId }): Promise<string>;
}

/** What providers call courses of ours in their own systems; no tool but those of the same provider is launched from one. */
export interface CourseIdsPort {
  /** Nothing in it for a course that was not taken over from a provider. */
  sourcedIdsOf(courseId: string): Promise<CourseSourcedIds>;
}

/** Claims of Assignment and Grade Services, and of rosters. */
export interface LaunchServicesPort {
  claimsFor(of: {
    readonly message: MessageType;
    readonly tool: LtiTool;
    readonly courseId: string;
    readonly resourceLinkId?: string;
  }): Promise<Readonly<Record<string, unknown>>>;
}

/** Who writes the courses of a provider; identity answers, and sees every change that was answered before. */
export interface AuthorsPort {
  /** `byMachine`: a machine of the platform has led them to the tool, so that they need no more than an account that is open. */
  mayChoose(who: {
    readonly personId: PersonId;
    readonly providerId: ProviderId;
    readonly byMachine: boolean;
  }): Promise<boolean>;
}

/** Takes what an author chose at a tool into the draft of a course, each item as a module. */
export interface PlaceItemsPort {
  /** `requestId`: a repeated call places nothing twice. Rejects with a DomainError when the course cannot take them. */
  place(choice: {
    readonly requestId: string;
    readonly courseId: string;
    readonly clientId: LtiClientId;
    readonly deploymentId: string;
    readonly items: readonly ElsewhereModule[];
  }): Promise<void>;
}

/** Keeps secrets that must be read again; what was sealed for one context opens in no other. */
export interface SecretBox {
  seal(text: string, context: Readonly<Record<string, string>>): Promise<string>;
  open(sealed: string, context: Readonly<Record<string, string>>): Promise<string>;
}

/** How tools are, and who waits for them. Reads see every write that was answered before. */
export interface ToolHealthStore {
  /** Fresh for one of which nothing is known yet. */
  find(clientId: LtiClientId): Promise<ToolHealth>;
  /** Those of which something is known. */
  findMany(clientIds: readonly LtiClientId[]): Promise<ReadonlyMap<LtiClientId, ToolHealth>>;
  /**
   * Replaces what is stored by what `change` makes of it, when nobody wrote in between; else reads and asks again. Undefined leaves everything
   * as it is. Resolves with what is stored then.
   */
  update(clientId: LtiClientId, change: (health: ToolHealth) => ToolHealth | undefined): Promise<ToolHealth>;
  /** One more browser was led to its login. */
  noteLed(clientId: LtiClientId, at: string): Promise<void>;
  /** Those that are down, longest first, at most 200; may be behind by a moment. */
  listDown(): Promise<readonly LtiClientId[]>;
  /** In place of an earlier one of the person; forgotten after 30 days. */
  keepWait(wait: ToolWait): Promise<void>;
  hasWait(clientId: LtiClientId, personId: PersonId): Promise<boolean>;
  /** At most `limit`, in no particular order. */
  listWaits(clientId: LtiClientId, limit: number): Promise<readonly ToolWait[]>;
  /** All of one person; may be behind by a moment. */
  listWaitsOf(personId: PersonId): Promise<readonly ToolWait[]>;
  removeWait(wait: Pick<ToolWait, 'clientId' | 'personId'>): Promise<void>;
}

/** Whether a tool can be reached. */
export interface ToolReach {
  /** Undefined when the address answers, whatever it says; asked by the rules of outgoing requests, within seconds. */
  faultAt(address: string): Promise<ToolFault | undefined>;
}

/** Hears what shows that a tool is there. Never rejects: a note that is lost refuses nobody. */
export interface ToolSignsPort {
  /** A browser was led to its login. */
  led(clientId: LtiClientId): Promise<void>;
  seen(clientId: LtiClientId, sign: ToolSign): Promise<void>;
}
