export {
  type CheckInDeps,
  checkInAtMeeting,
  isDoorOpen,
  openMeetingDoor,
  showMeetingCode,
} from './check-in.ts';
export {
  type Attendance,
  type Community,
  type CommunityId,
  type CoreValue,
  coreValues,
  facilitates,
  hoursOf,
  isIn,
  isInside,
  isSure,
  lengthOf,
  type Meeting,
  type MeetingId,
  type MeetingMaterial,
  type Member,
  meetingDay,
  meetingOfShare,
  meetingShareId,
  ruleFor,
} from './community.ts';
export {
  CheckInCodeExpired,
  CheckInCodeUnknown,
  CheckInOverridden,
  CheckInShut,
  CommunityChanged,
  CommunityFull,
  CommunityNotFound,
  CommunityNotNow,
  LastFacilitator,
  MeetingIncomplete,
  MeetingUnfit,
  MembersOnly,
} from './errors.ts';
export { countForgettable, forgetMember, memberIn } from './forget-member.ts';
export {
  type CommunityDeps,
  type CommunityTerms,
  changeCommunity,
  decideMember,
  foundCommunity,
  isLeaderless,
  joinCommunity,
  leadersOf,
  leaveCommunity,
  type MemberStep,
  mostMembers,
  nameFacilitator,
  openCommunity,
} from './lead.ts';
export {
  closeMeeting,
  confirmAttendance,
  isConfirmable,
  lacksOf,
  type MeetingTerms,
  planMeeting,
  readMeeting,
  undoMeeting,
} from './meet.ts';
export {
  addMeetingMaterial,
  countMaterials,
  forgetMaterials,
  materialsBy,
  mostMaterialBytes,
  readMeetingMaterial,
  removeMeetingMaterial,
} from './meeting-materials.ts';
export { type MeetingRule, meetingRuleOn, meetingRules } from './meeting-rule.ts';
export type {
  CommunityStore,
  MeetingMaterialPlace,
  MeetingMaterialProblem,
  MeetingMaterialRoom,
  MeetingPlace,
} from './ports.ts';
export {
  communitiesOf,
  listCommunities,
  readCommunity,
  type SeenCommunity,
} from './read-communities.ts';
export { type MeetingRecord, mostNames, recordMeeting } from './record-meeting.ts';
export { taughtIn } from './teaching.ts';
