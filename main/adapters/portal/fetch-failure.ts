/** What Node's errors of a connection mean, in words for staff; never an address, a path or what was sent. */
import { PortalFetchError, type PortalFetchReason } from '../../core/ports.ts';

const checkClock = "check the date and time of this machine, then the portal's certificate";

/** By Node's `code`; names of X.509 faults are OpenSSL's (X509_V_ERR_…). */
const failures: Readonly<Record<string, readonly [PortalFetchReason, string]>> = {
  ENOTFOUND: ['offline', "the portal's name is not known to the network; check the cable and the name server"],
  EAI_AGAIN: ['offline', 'the name server does not answer; check the cable and the name server'],
  ECONNREFUSED: ['offline', "the portal's machine refuses the connection"],
  ECONNRESET: ['offline', 'the connection was broken off'],
  EPIPE: ['offline', 'the connection was broken off'],
  ETIMEDOUT: ['offline', "the portal's machine does not answer"],
  EHOSTUNREACH: ['offline', 'no way leads to the portal; check the cable'],
  ENETUNREACH: ['offline', 'no network; check the cable'],
  ENETDOWN: ['offline', 'no network; check the cable'],
  CERT_HAS_EXPIRED: ['certificate', `the certificate has expired: ${checkClock}`],
  CERT_NOT_YET_VALID: ['certificate', `the certificate is not valid yet: ${checkClock}`],
  ERR_TLS_CERT_ALTNAME_INVALID: ['certificate', "the certificate is for another name than the portal's"],
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

export function fetchFailure(error: unknown, mayHaveArrived: boolean): PortalFetchError {
  if (error instanceof PortalFetchError) {
    return error;
  }
  const code = codeOf(error);
  const [reason, words] = failures[code] ?? guessed(code);
  return new PortalFetchError(reason, words, mayHaveArrived);
}

function guessed(code: string): readonly [PortalFetchReason, string] {
  const named = /^[A-Z0-9_]{1,60}$/u.test(code) ? ` (${code})` : '';
  if (certificateFault.test(code)) {
    return ['certificate', `the certificate is not trusted${named}`];
  }
  if (foreignTongue.test(code)) {
    return ['unreadable', `what answers there is no portal${named}`];
  }
  return ['offline', `the portal cannot be reached${named}`];
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) {
    // One for each address of the name.
    return codeOf(error.errors[0]);
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
