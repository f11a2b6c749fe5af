export const transcriptPath = '/jp/transcript';
