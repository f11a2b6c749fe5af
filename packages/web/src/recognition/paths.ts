export const recognitionsPath = '/recognitions';
export const proposePath = `${recognitionsPath}/propose`;
export const unitRecognitionsPath = `${recognitionsPath}/unit`;
export const shownPath = (recognitionId: string): string =>
  `${recognitionsPath}/${encodeURIComponent(recognitionId)}/shown`;

interface Place {
  readonly personId: string;
  readonly recognitionId: string;
}
const at = ({ personId, recognitionId }: Place): string =>
  `${encodeURIComponent(personId)}/${encodeURIComponent(recognitionId)}`;

export const recallPath = (place: Place): string => `${recognitionsPath}/proposed/${at(place)}/recall`;
export const teamRecognitionsPath = '/team/recognitions';
export const agencyRecognitionsPath = '/agency/recognitions';
export const agencyRecognitionPath = (place: Place): string => `${agencyRecognitionsPath}/${at(place)}`;
export const recognitionFilePath = `${agencyRecognitionsPath}/file`;
