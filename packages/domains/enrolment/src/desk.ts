// The door for those who let others in: loaded apart from what learners do, since few ever need it.
export { type AssignmentRequest, assignCourse, assignmentRequestSchema } from './assign-course.ts';
export { type Assigner, mayWithdraw } from './authority.ts';
export { mayChooseLine } from './choose-line.ts';
export { type DecisionRequest, decideRequest, decisionSchema, getRequest } from './decide-request.ts';
export { endOf, type Invitation, type InvitationRequest, invitationRequestSchema } from './invitation.ts';
export {
  issueInvitation,
  listInvitations,
  revokeInvitation,
} from './invite-learners.ts';
export { listAgencyAssignments, listTeamAssignments } from './list-assignments.ts';
export { type ListedEnrolments, listAgencyRequests, listTeamRequests } from './list-requests.ts';
export { type Requirement, releaseRequired, requireCourse } from './require-course.ts';
export { termsOf } from './terms.ts';
export { getAssigned, getWithdrawable, withdrawAssignment } from './withdraw-assignment.ts';
