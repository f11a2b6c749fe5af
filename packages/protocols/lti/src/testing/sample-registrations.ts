/** As the tool of Moodle 4.5 registers itself, with names and hosts of nobody. */
export const moodleRegistration = {
  application_type: 'web',
  grant_types: ['client_credentials', 'implicit'],
  response_types: ['id_token'],
  initiate_login_uri: 'https://kampus.example/enrol/lti/login.php?id=0a1b2c3d',
  redirect_uris: [
    'https://kampus.example/enrol/lti/launch.php',
    'https://kampus.example/enrol/lti/launch_deeplink.php',
  ],
  client_name: 'Universitas Contoh',
  jwks_uri: 'https://kampus.example/enrol/lti/jwks.php',
  logo_uri: '',
  token_endpoint_auth_method: 'private_key_jwt',
  scope: [
    'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
    'https://purl.imsglobal.org/spec/lti-ags/scope/score',
    'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  ].join(' '),
  'https://purl.imsglobal.org/spec/lti-tool-configuration': {
    domain: 'kampus.example',
    target_link_uri: 'https://kampus.example/enrol/lti/launch.php',
    claims: ['iss', 'sub', 'given_name'],
    messages: [
      {
        type: 'LtiDeepLinkingRequest',
        allowLearner: false,
        target_link_uri: 'https://kampus.example/enrol/lti/launch_deeplink.php',
        label: 'Tambah isi',
        placements: ['ContentArea'],
      },
      {
        type: 'LtiResourceLinkRequest',
        target_link_uri: 'https://kampus.example/enrol/lti/launch.php',
        placements: ['ContentArea'],
      },
    ],
  },
};

/** As a tool on ltijs does: an address without a slash at its end, a port in the domain, parameters with variables. */
export const ltijsRegistration = {
  application_type: 'web',
  response_types: ['id_token'],
  grant_types: ['implicit', 'client_credentials'],
  initiate_login_uri: 'https://alat.example:8402/login',
  redirect_uris: ['https://alat.example:8402/launch', 'https://alat.example:8402'],
  client_name: 'Alat Contoh',
  jwks_uri: 'https://alat.example:8402/keys',
  logo_uri: 'https://alat.example:8402/logo.svg',
  token_endpoint_auth_method: 'private_key_jwt',
  scope:
    'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly https://alat.example/scope/of-its-own',
  'https://purl.imsglobal.org/spec/lti-tool-configuration': {
    domain: 'alat.example:8402',
    description: 'Latihan',
    target_link_uri: 'https://alat.example:8402',
    custom_parameters: { course_code: 'CS230', person: '$Person.sourcedId' },
    claims: ['iss', 'sub', 'name'],
    messages: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }],
  },
};
