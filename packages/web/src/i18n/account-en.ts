import type { accountId } from './account.ts';

export const accountEn: typeof accountId = {
  title: 'My account',
  name: 'Name',
  member: 'Agency or provider',
  roles: 'Roles',
  timeZone: 'Time zone',
  timeZoneText: 'Dates and times all over the portal are written in this zone.',
  language: 'Language',
  leavingIssuer: 'The session of your agency account will be ended too.',
  leaveIssuer: 'End the session of the agency account',
  whoSees: 'Who sees my data',
  whoSeesText:
    'You, your home agency, and the agency you work at. Course providers do not receive your name, NIP or e-mail in learning records.',
};
