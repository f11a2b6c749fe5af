export const certificatesPath = '/certificates';
export const verifyPath = '/verify';

export const certificatePath = (number: string): string =>
  `${certificatesPath}/${encodeURIComponent(number)}`;

export const pdfPath = (number: string): string => `${certificatePath(number)}/pdf`;

export type Decision = 'reissue' | 'revoke';

export const decisionPath = (number: string, decision: Decision): string =>
  `${certificatePath(number)}/${decision}`;
