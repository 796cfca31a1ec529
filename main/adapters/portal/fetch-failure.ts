/** Why an exchange with the portal failed, from whatever Node's client threw. */
import { PortalFetchError, type PortalFetchReason } from '../../core/ports.ts';
import { type ConnectionTroubleKind, connectionTrouble } from '../network/connection-trouble.ts';

const reasons: Readonly<Record<ConnectionTroubleKind, PortalFetchReason>> = {
  offline: 'offline',
  certificate: 'certificate',
  'too-large': 'too-large',
  foreign: 'unreadable',
};

export function fetchFailure(error: unknown, mayHaveArrived: boolean): PortalFetchError {
  if (error instanceof PortalFetchError) {
    return error;
  }
  const { kind, words } = connectionTrouble(error, 'the portal');
  return new PortalFetchError(reasons[kind], words, mayHaveArrived);
}
