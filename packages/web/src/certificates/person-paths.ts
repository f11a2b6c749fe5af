import { type Desk, personPath } from '../people/desk.tsx';

export const certificatesOfPath = (desk: Desk, personId: string): string =>
  `${personPath(desk, personId)}/certificates`;
