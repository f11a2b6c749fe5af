export const communitiesPath = '/communities';
export const newCommunityPath = `${communitiesPath}/new`;
export const communityPath = (communityId: string): string =>
  `${communitiesPath}/${encodeURIComponent(communityId)}`;
export const newMeetingPath = (communityId: string): string => `${communityPath(communityId)}/meetings/new`;
export const meetingPath = (at: { readonly communityId: string; readonly meetingId: string }): string =>
  `${communityPath(at.communityId)}/meetings/${encodeURIComponent(at.meetingId)}`;
export const meetingCodePath = (at: Parameters<typeof meetingPath>[0]): string => `${meetingPath(at)}/code`;
export const meetingMaterialsPath = (at: Parameters<typeof meetingPath>[0]): string =>
  `${meetingPath(at)}/materials`;
export const meetingDoorPath = (at: Parameters<typeof meetingPath>[0]): string =>
  `${meetingPath(at)}/check-in`;
export const boardPath = (communityId: string): string => `${communityPath(communityId)}/questions`;
export const newQuestionPath = (communityId: string): string => `${boardPath(communityId)}/new`;
export const questionPath = (at: { readonly communityId: string; readonly questionId: string }): string =>
  `${boardPath(at.communityId)}/${encodeURIComponent(at.questionId)}`;
export const answerPath = (at: Parameters<typeof questionPath>[0], answerId: string): string =>
  `${questionPath(at)}/answers/${encodeURIComponent(answerId)}`;
