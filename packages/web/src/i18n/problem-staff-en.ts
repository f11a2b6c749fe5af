import type { StaffRefusals } from './problem-staff.ts';

export const staffRefusalsEn: StaffRefusals = {
  'adoption.unfit-champion': 'This person cannot be asked for that unit.',
  'priority.stock-too-small': 'More are given this year than that.',
  'priority.stock-used-up': 'All of this year are given. Take one back that is not used, or raise the stock.',
  'adoption.experiment-changed': 'This nudge has just been started or stopped. Look at it again.',
  'talent.changed': 'This has just changed. Look at it again, then save.',
  'enrolment.pool-taken':
    'More seats of this group are taken than you have filled in, and whoever has one keeps it. Leave it at least as many, or open what is left for everybody from today.',
  'enrolment.quota-conflict':
    'This quota has just been changed, or there is one for some of these days. Look at the list again.',
  'enrolment.quota-of-operators': 'This quota was set by the operators. Ask them to change it.',
  'collaboration.answer-marked': 'This answer is marked as helpful, so its words stay. It can be removed.',
  'collaboration.question-answered': 'Others have answered this question, so it stays as they have read it.',
  'collaboration.written-enough': 'You have written a lot here today. Go on tomorrow.',
  'collaboration.check-in-overridden':
    'A facilitator has noted that you were not there. Ask them if that is wrong.',
  'collaboration.check-in-shut':
    'The code can be scanned from 30 minutes before the meeting until 15 minutes after it.',
  'collaboration.code-expired':
    'This code has changed: a photo of it does not count. Scan the one on the screen.',
  'collaboration.code-unknown':
    'This is not a code of this meeting. Scan the one that the facilitator shows.',
  'collaboration.members-only':
    'Only those who are in the community check in. Join it first, then scan the code that is shown.',
  'collaboration.community-changed': 'Somebody else has just changed this. Look again, then save.',
  'collaboration.community-full': 'There is no more room.',
  'collaboration.community-not-now': 'This cannot be done now, or not by you. Look at it again.',
  'collaboration.last-facilitator':
    'You are the only facilitator. Make somebody else one first, or make the community inactive.',
  'collaboration.meeting-incomplete': 'The meeting is not complete yet. See what is missing.',
  'collaboration.changed': 'This has just changed. Look again, then repeat it.',
  'collaboration.exists': 'You two have such a pair already, or an invitation waits.',
  'collaboration.no-partner': 'No other employee can be invited by that. Check the address or NIP.',
  'collaboration.not-now': 'This cannot be done now. Reload the page and look at it again.',
  'collaboration.overlap': 'You or the other one have another session at that time.',
  'collaboration.own-text': 'You wrote this; the other one signs it.',
  'collaboration.text-changed': 'The text was changed since you read it. Read it again, then sign.',
  'collaboration.too-many': 'Many of your invitations wait for an answer. Take some back first.',
  'competency.full': 'There are as many as can be kept. Retire or withdraw some first.',
  'programmes.capacity-too-small':
    'More seats than that are taken. Take seats back first, or leave the number.',
  'programmes.changed': 'This has just changed. Look at it again, then try once more.',
  'programmes.clashes':
    'You have another event at that time. Look at what clashes, then choose “Register all the same” if you want both.',
  'programmes.code-expired':
    'This code has changed: a photo of it does not count. Scan the one on the screen.',
  'programmes.code-other-session':
    'This code is for another session. Scan the one of the session that is on.',
  'programmes.code-unknown': 'This is not a code of this event. Scan the one that the organiser shows.',
  'programmes.code-used':
    'The organiser has noted your attendance at this session. Ask them if that is wrong.',
  'programmes.fixed':
    'This cannot be changed any more: the event has begun, is over or was cancelled, or attendance was noted.',
  'programmes.not-registered': 'There is no confirmed seat in this event for this person.',
  'programmes.offer-over': 'No seat is kept for you any more. Register again to join the queue.',
  'programmes.outside-window':
    'Attendance is noted from 30 minutes before the session until 15 minutes after it.',
  'programmes.own-attendance': 'Somebody else notes your own attendance.',
  'programmes.registration-closed': 'Registration is not open.',
  'programmes.line-not-open': 'Choose an open budget line of the year of this event.',
  'programmes.no-room-in-line':
    'The agency of this person has no room for this seat in its budget. Ask them to register; they wait until there is.',
  'programmes.room-full': 'Every seat is taken. Raise the number of seats first, or take one back.',
  'programmes.path-incomplete': 'Something is not open or not complete. Change it first, then publish.',
  'programmes.too-many': 'There are as many as can be kept.',
  'budget.ceiling-too-low': 'The ceiling cannot be lower than what is reserved, committed or spent.',
  'budget.changed': 'This has just been changed, or was done before. Look at it again, then go on.',
  'budget.full': 'There are as many as can be kept.',
  'budget.line-closed': 'This budget line is closed. Open it again, or take another.',
  'budget.line-exists': 'There is a budget line of this code in that year.',
  'budget.no-room': 'This line has no room for that. Take less, release something, or raise its ceiling.',
  'budget.of-seat': 'This was written by an enrolment and goes on with it.',
  'annual-plan.changed': 'The plan has just changed. Look at it again, then go on.',
  'annual-plan.exists':
    'This year has a plan already, or a version that was not set yet. Open that one first.',
  'annual-plan.full': 'There are as many as can be kept. Remove some first.',
  'annual-plan.incomplete':
    'The plan cannot be proposed yet: give it items, and name for each that costs something a cheaper form, or why there is none.',
  'annual-plan.learning-linked': 'This is held for another item of the year. Take the link back there first.',
  'annual-plan.shut':
    'In this state the plan does not take that. Return it to draft, or begin a new version.',
  'annual-plan.not-yours':
    'This step is not yours. Whoever drafted the plan neither agrees to it nor sets it, and an official with an account decides in person.',
  'annual-plan.signal-taken': 'An item of the plan answers this signal already.',
  'feedback.changed': 'Somebody else has just changed this. Look at it again, then save.',
  'feedback.full': 'There are as many as can be kept. Close or call off some first.',
  'feedback.list-busy': 'Another list is being taken or undone. Try again in two minutes.',
  'feedback.list-fixed': 'This list was taken or undone before. Look at it again.',
  'feedback.list-replaced': 'A later list has replaced rows of this one. Undo that one first.',
  'feedback.tells-of-person':
    'It holds a long number or an e-mail address. Everybody reads this text: take it out.',
  'feedback.survey-overlaps':
    'This service has a survey on some of these days. Choose later days, or end that survey first.',
  'privacy.held': 'A legal hold keeps these records. Lift it first, or wait for its end.',
  'privacy.request-open': 'A request of this kind is waiting for its answer already.',
  'privacy.too-many-requests':
    'You have made as many requests as are taken in a day. Wait for their answers, or say it all in one.',
  'credentials.changed-meanwhile': 'Somebody has just changed this certificate. Look again, then decide.',
  'credentials.completion-taken-back':
    'The provider has taken this completion back. The certificate counts again by itself when it is given again.',
  'credentials.no-such-year': 'This year has not begun, so there is no transcript of it yet.',
  'credentials.own': 'Somebody else decides about a certificate of your own.',
  'credentials.revoked': 'This certificate is revoked already.',
  'credentials.revoked-by-other':
    'Somebody else has revoked this certificate; they or an operator have to issue it again.',
  'credentials.too-many-editions': 'This certificate was issued again nine times; that is the most.',
  'credit.rule-changed': 'Somebody has added a row at this very moment. Look again, then go on.',
  'credit.rule-not-allowed': 'A rule cannot say this.',
  'credit.rule-not-found': 'There is no such rule.',
  'compliance.not-found': 'There is no such unit or report in your agency.',
  'compliance.report-not-ready': 'This report has no files yet, or none any more. Ask for it again.',
  'compliance.too-many-reports': 'Five reports wait or are made already. Wait for one to end, or cancel one.',
  'credit.hold-changed': 'This was just decided or explained. Look again, then decide.',
  'credit.hold-not-found': 'There are no such JP that are held.',
  'credit.own-hold': 'Somebody else decides about your own JP.',
  'external-learning.changed': 'This record has just changed. Look again, then go on.',
  'external-learning.duplicate': 'This certificate or event is recorded already.',
  'external-learning.no-agency': 'Your account belongs to no agency that could verify this.',
  'external-learning.not-now': 'The record is not in a state for that. Reload, then look again.',
  'external-learning.too-many':
    'There are 200 records already that are not recognised. Use one again that you have taken back, or wait for those under review.',
  'external-learning.on-platform':
    'This is the number of a Sinau certificate. The JP of its course are counted in JP in detail.',
  'external-learning.own': 'Somebody else decides about your own learning.',
  'identity.client-disabled': 'This client is disabled. Create a new one.',
  'identity.email-taken': 'Somebody else already uses this e-mail address.',
  'sealing.address': 'The address has to begin with https:// and lead to a server that the internet reaches.',
  'sealing.changed': 'This was just changed, or is being sealed. Look again, then decide.',
  'sealing.not-ready':
    'Not yet: fill in address, account and the id of the seal, activate it, test it, and confirm whose seal it is.',
  'sealing.password': 'Another address or account needs its password. The one before is not sent there.',
  'siasn.changed': 'This line was just changed, or is being sent. Look again, then decide.',
  'siasn.session':
    'This is no access token that is good for five minutes more. Sign in to SIASN again and take a new one.',
  'siasn.settings': 'Fill in the id of the agency in SIASN and the kind of course by default first.',
  'staffing.not-found': 'There is no such import.',
  'obligations.not-found': 'There is no such obligation.',
  'obligations.own-exception':
    'You cannot decide on an exception of your own. Ask another administrator of your agency.',
  'obligations.changed': 'This obligation has just changed. Look again, then decide.',
  'obligations.reminded-today': 'Everybody who is late was reminded today already. Try again tomorrow.',
  'obligations.too-many': 'There are 100 obligations that have not ended. End one first.',
  'staffing.changed': 'This import is not waiting for that any more. Look at how it is now.',
  'identity.unit-exists': 'There is a unit of this name at this place already.',
  'identity.unit-in-use':
    'People work in this unit, or units stand below it. Move them first, then end the unit.',
  'identity.too-many-units': 'This agency has as many units as it may have.',
  'identity.number-taken': 'Somebody else already has this NIP or NI PPPK.',
  'identity.too-many-clients': 'There are 50 active clients already. Disable one first.',
  'identity.changed-meanwhile': 'Somebody else has just changed this. Reload, then try again.',
  'catalogue.host-not-allowed': 'Video and audio from this host are not allowed.',
  'catalogue.in-use':
    'The course is published or somebody has taken it, so it cannot be deleted. Withdraw it from the catalogue instead.',
  'catalogue.not-publishable': 'This course cannot be submitted or published yet.',
  'catalogue.version-conflict': 'Somebody else has just changed this course. Reload, then try again.',
  'catalogue.not-exportable':
    'This version cannot be downloaded as a package: its upload is not kept any more and it is too large to be put together again, or it holds a module that is no cmi5. Its structure can be downloaded.',
  'catalogue.terms-changed':
    'The rule for running learners, or the published version, has just changed. Nothing was decided. Look once more, then decide.',
  'dispatch.changed-meanwhile': 'Somebody has just changed it. Reload, then try again.',
  'dispatch.too-many': 'A course is for 200 other LMSs at most.',
  'lti.changed-meanwhile': 'This tool has just been changed. Look at it again, then decide.',
  'lti.tool-not-returning': 'An operator has to look at this tool first. Ask for approval again.',
  'lti-tool.account-taken':
    'That account in the LMS is linked to somebody else, or your account has changed since this page was opened. Look at it again.',
  'lti-tool.changed-meanwhile': 'Somebody has just changed it. Reload, then try again.',
  'lti-tool.taken':
    'This client ID is registered already for this issuer or token address. Remove the old registration, register Sinau in the LMS once more for a new client ID, or ask an operator.',
  'lti-tool.too-many': 'There are as many as may be. Remove what is not used any more.',
  'questions.bank-full': 'The question bank is full (5,000 questions, archived ones too).',
  'questions.changed-meanwhile': 'Somebody else has just changed it. Reload, then try again.',
  'questions.incomplete': 'This question is not complete yet.',
  'questions.quiz-incomplete': 'This quiz cannot be put into a course yet.',
  'questions.too-many-quizzes': 'There are 200 quizzes already. Delete one first.',
  'connectors.account-taken':
    'This account was confirmed to be another learner’s. Look at both at the provider.',
  'connectors.address-not-allowed':
    'The address must begin with https:// and lead to a server of the public internet.',
  'connectors.changed-meanwhile': 'Somebody else has just changed this connection. Reload, then try again.',
  'connectors.no-table': 'No table is waiting for approval. Upload the file again.',
  'connectors.table-not-usable': 'Some rows cannot be read yet. Correct the file and upload it again.',
  'connectors.takes-no-packages':
    'This connection takes no packages. Make one of the kind OneRoster package.',
  'connectors.takes-no-tables': 'This connection takes no tables. Make one of the kind Tables.',
  'connectors.conflict':
    'You edited fields here that the provider changed. Choose for each: take the provider’s, or keep yours.',
  'connectors.in-use': 'Learners are still enrolled through this connection.',
  'connectors.learner-not-found':
    'Nobody with this pseudonym or account takes this course, or its part has to be chosen.',
  'connectors.result-changed': 'This result has just been decided about. Load it again and look.',
  'connectors.item-changed':
    'This course was decided before, or the provider changed it again. Look at it, then decide.',
  'connectors.completion-unchosen':
    'First choose in the settings of the connection what counts as done, then accept the course.',
  'connectors.undo-impossible':
    'This decision cannot be taken back any more: the course is public, has learners, or was edited.',
  'connectors.too-many': 'There are 20 connections already. Remove one first.',
  'push.changed-meanwhile': 'Somebody else has just changed this receiver. Reload, then try again.',
  'push.receiver-not-allowed':
    'The address must begin with https:// and lead to a server of the public internet.',
  'push.too-many': 'Your agency has 20 receivers already. Delete one first.',
  'exports.not-ready': 'This export has no file to download, or it has ended already.',
  'exports.too-many': 'Ten exports of your agency are waiting or running. Wait, or cancel one.',
  'privacy.export-running': 'A copy is being made already. Wait until it is ready.',
  'privacy.not-now': 'This job has gone on meanwhile. Reload to see its state.',
  'privacy.second-person-dependent':
    'One of the two operators was invited, or given their role, by the other within the last 30 days. Ask another operator to confirm.',
  'privacy.second-person-needed':
    'An erasure is confirmed by another operator than the one who asked for it.',
};
