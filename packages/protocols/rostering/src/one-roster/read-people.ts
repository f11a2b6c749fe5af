import * as z from 'zod';
import type { ExternalEnrolment } from '../external.ts';
import { base, isActive, itemsOf, truth, words } from './wire.ts';

const userSchema = z.object({
  ...{ ...base, enabledUser: truth, identifier: words, userMasterIdentifier: words, username: words },
});

/** Learners of one class; `subject` is the first name that the provider keeps beside its own. */
export function readRosterPeople(
  value: unknown,
  externalCourseId: string,
): readonly ExternalEnrolment[] | undefined {
  return itemsOf(value, 'users', userSchema)?.map((user) => {
    const subject = user.identifier || user.userMasterIdentifier || user.username;
    return {
      externalCourseId,
      externalLearnerId: user.sourcedId,
      ...(subject !== '' && { subject }),
      state: isActive(user) && user.enabledUser !== false ? 'active' : 'ended',
    };
  });
}
