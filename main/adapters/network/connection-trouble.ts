/** What Node's errors of a connection mean, in words for staff; never an address, a path or what was sent. */

/** `foreign`: something answered that speaks no HTTP(S). `too-large`: more headers than are taken. */
export type ConnectionTroubleKind = 'offline' | 'certificate' | 'too-large' | 'foreign';

export interface ConnectionTrouble {
  readonly kind: ConnectionTroubleKind;
  readonly words: string;
}

/** By Node's `code`; names of X.509 faults are OpenSSL's (X509_V_ERR_…). `@` stands for the server's name in sentences. */
const troubles: Readonly<Record<string, readonly [ConnectionTroubleKind, string]>> = {
  ENOTFOUND: ['offline', "@'s name is not known to the network; check the cable and the name server"],
  EAI_AGAIN: ['offline', 'the name server does not answer; check the cable and the name server'],
  ECONNREFUSED: ['offline', "@'s machine refuses the connection"],
  ECONNRESET: ['offline', 'the connection was broken off'],
  EPIPE: ['offline', 'the connection was broken off'],
  ERR_STREAM_PREMATURE_CLOSE: ['offline', 'the connection was broken off'],
  ETIMEDOUT: ['offline', "@'s machine does not answer"],
  EHOSTUNREACH: ['offline', 'no way leads to @; check the cable'],
  ENETUNREACH: ['offline', 'no network; check the cable'],
  ENETDOWN: ['offline', 'no network; check the cable'],
  CERT_HAS_EXPIRED: [
    'certificate',
    "the certificate has expired: check the date and time of this machine, then @'s certificate",
  ],
  CERT_NOT_YET_VALID: [
    'certificate',
    "the certificate is not valid yet: check the date and time of this machine, then @'s certificate",
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: ['certificate', "the certificate is for another name than @'s"],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['certificate', 'the certificate vouches for itself; nobody known signed it'],
  SELF_SIGNED_CERT_IN_CHAIN: ['certificate', 'the certificate is of an authority that is not trusted here'],
  UNABLE_TO_GET_ISSUER_CERT: ['certificate', 'the certificate is of an authority that is not trusted here'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['certificate', 'the certificate is of an authority that is not trusted here'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['certificate', 'the certificate is of an authority that is not trusted here'],
  HPE_HEADER_OVERFLOW: ['too-large', 'the answer has more headers than are taken'],
};

/** OpenSSL's other faults of a certificate. */
const certificateFault = /^(?:CERT_|CRL_|ERR_TLS_CERT|UNABLE_TO_|INVALID_|PATH_LENGTH|HOSTNAME_MISMATCH)/u;
/** Whatever answers there speaks no HTTP or no TLS this kiosk would use. */
const foreignTongue = /^(?:HPE_|EPROTO|ERR_SSL_|ERR_TLS_)/u;

/** `server`: as it is called in a sentence, e.g. `the portal`. */
export function connectionTrouble(error: unknown, server: string): ConnectionTrouble {
  const code = codeOf(error);
  const [kind, words] = troubles[code] ?? guessed(code, server);
  return { kind, words: words.replace('@', server) };
}

function guessed(code: string, server: string): readonly [ConnectionTroubleKind, string] {
  const named = /^[A-Z0-9_]{1,60}$/u.test(code) ? ` (${code})` : '';
  if (certificateFault.test(code)) {
    return ['certificate', `the certificate is not trusted${named}`];
  }
  if (foreignTongue.test(code)) {
    return ['foreign', `what answers there is no ${server.replace(/^the /u, '')}${named}`];
  }
  return ['offline', `@ cannot be reached${named}`];
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) {
    // One for each address of the name.
    return codeOf(error.errors[0]);
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
