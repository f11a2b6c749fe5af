/** Reasons of CASE 1.1 (imsx_codeMinorFieldValue) that this service gives. */
export type StatusReason =
  | ('forbidden' | 'internal_server_error' | 'invalid_selection_field' | 'invalid_sort_field')
  | ('invalid_uuid' | 'server_busy' | 'unauthorised_request' | 'unknownobject');

/** imsx_StatusInfoDType of a refusal (REST binding, section 4.4). `field`: what the reason is about. */
export const statusInfo = (reason: StatusReason, description: string, field = 'sourcedId') => ({
  ...{ imsx_codeMajor: 'failure', imsx_severity: 'error', imsx_description: description },
  imsx_codeMinor: {
    imsx_codeMinorField: [{ imsx_codeMinorFieldName: field, imsx_codeMinorFieldValue: reason }],
  },
});
