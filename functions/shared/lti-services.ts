import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createConnectionStore, createResultStore } from '@sinau/connectors/dynamo';
import { createAssertionLog, createGradeStore } from '@sinau/delivery/dynamo';
import type { LtiToolStore, ToolSignatures } from '@sinau/delivery/lti';
import type { CustomParameters, ToolPeoplePort } from '@sinau/delivery/lti-services';
import { roleUris, substituteVariables } from '@sinau/lti';
import { hmacSigner, nodeDigest, secretTextBox, systemClock, systemIds } from '@sinau/platform/crypto';
import { createCourseContent } from './course-content.ts';
import { createCourseIds } from './course-ids.ts';
import { createCoursePeople } from './course-people.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import type { LtiAddresses } from './lti-addresses.ts';
import { createLtiContexts } from './lti-contexts.ts';
import type { Parts } from './parts.ts';
import { byPseudonym, createSharedAttributes, type Sharing } from './shared-attributes.ts';

/** What the services of tools are made of, in AWS and on one machine alike. */
export function createLtiServices(given: {
  readonly parts: Parts;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly CONTENT_BUCKET: string;
    readonly SIGNING_SECRET: string;
  };
  readonly addresses: LtiAddresses;
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly signatures: ToolSignatures;
}) {
  const { parts, env, addresses, tools, signatures } = given;
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE, ...system };
  const courses = createCourseStore(stores);
  const room = createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) });
  return {
    ...{ ...system, addresses, tools, signatures },
    signer: hmacSigner(env.SIGNING_SECRET),
    cursors: secretTextBox(env.SIGNING_SECRET),
    audiences: [addresses.token, addresses.issuer],
    seen: createAssertionLog(stores),
    grades: createGradeStore(stores),
    contexts: createLtiContexts({ courses, content: createCourseContent({ courses, content: room }) }),
    coursePeople: createCoursePeople({ enrolments: createEnrolmentStore(stores) }),
    people: rosterSharing(createSharedAttributes({ parts, env })),
    inbox: createResultStore(stores),
    courseIds: createCourseIds({ courses, connections: createConnectionStore(stores) }),
    custom: customBy(addresses.issuer),
  };
}

/** Agreements decide what a tool hears, and note it before it does. */
export function rosterSharing(sharing: Sharing): ToolPeoplePort {
  return {
    personOf: sharing.personOf,
    async lookAt(providerId, personIds, reading) {
      const people = await sharing.ofMany({ providerId, personIds });
      const changes = await sharing.changes({ providerId, people, reading });
      return people.map(({ shared: _, agreementId: __, ...person }) => {
        const changed = changes.get(person.personId);
        return { ...person, ...(changed && { changed }) };
      });
    },
    noteTold: (providerId, told) =>
      sharing.note({
        ...{ providerId, channel: 'roster' },
        people: told.map(({ person, attributes }) => ({ ...person, shared: attributes })),
      }),
    async subjectsOf(providerId, personIds) {
      const people = await sharing.ofMany({ providerId, personIds });
      await sharing.note({ providerId, channel: 'roster', people: people.map(byPseudonym) });
      return people.map(({ subject }) => subject);
    },
  };
}

/** As the launch of the link fills it in. */
export const customBy = (issuer: string): CustomParameters => ({
  wishesOf,
  fillIn({ tool, link, courseTitle, sourced, person }) {
    const { resourceLinkId, courseId, title, placement } = link;
    const { subject, employeeNumber, locale, ...known } = person;
    const { text, availableFrom, availableUntil, submissionUntil, lineItem } = placement;
    const times = { availableFrom, availableUntil, submissionUntil };
    return substituteVariables(wishesOf({ tool, link }), {
      resourceLink: present({ id: resourceLinkId, title, description: text, ...times }),
      context: { id: courseId, title: courseTitle },
      sourced,
      user: present({ id: subject, ...known, sourcedId: employeeNumber }),
      roles: [roleUris.learner],
      platform: { guid: new URL(issuer).host, name: 'Sinau', version: '1.0', url: issuer },
      ...(lineItem && {
        lineItem: present({
          tag: lineItem.tag,
          resourceId: lineItem.resourceId,
          maximum: lineItem.scoreMaximum,
        }),
      }),
      ...(locale !== undefined && { locale }),
    });
  },
});

function wishesOf({ tool, link }: Parameters<CustomParameters['wishesOf']>[0]) {
  const ofMessage = tool.messages.find(({ type }) => type === 'LtiResourceLinkRequest')?.custom;
  return { ...tool.custom, ...ofMessage, ...link.placement.custom };
}

type Present<Value> = {
  readonly [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Value[Key];
} & {
  readonly [Key in keyof Value as undefined extends Value[Key] ? Key : never]?: Exclude<
    Value[Key],
    undefined
  >;
};

const present = <Value extends object>(value: Value): Present<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<Value>;
