/** Whose certificates are believed: the system's authorities and, besides, the one the configuration names. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { KioskError } from '../../contract/error.ts';

const certificatePattern = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu;

/**
 * Made once, because reading the system's list takes longer than a question. A system without a list of its own gets
 * Node's; variables of the environment add nothing. `whose` stands in the message of an error, e.g. `the portal`. Error:
 * `configuration-invalid`.
 */
export function createTrust(authorityFile: string | null, whose: string): SecureContext {
  const system = getCACertificates('system');
  const trusted = system.length > 0 ? system : getCACertificates('bundled');
  const own = authorityFile === null ? [] : readAuthorities(authorityFile, whose);
  return createSecureContext({ ca: [...trusted, ...own], minVersion: 'TLSv1.2' });
}

function readAuthorities(path: string, whose: string): string[] {
  try {
    const certificates = readFileSync(path, 'utf8').match(certificatePattern) ?? [];
    for (const certificate of certificates) {
      // Throws where it is none.
      new X509Certificate(certificate).toString();
    }
    if (certificates.length > 0) {
      return certificates;
    }
  } catch (error) {
    throw unusable(path, whose, error);
  }
  throw unusable(path, whose);
}

function unusable(path: string, whose: string, cause?: unknown): KioskError {
  return new KioskError(
    'configuration-invalid',
    `The authority file ${path} of ${whose} cannot be used; it must be a readable PEM file with certificates in it.`,
    { cause },
  );
}
