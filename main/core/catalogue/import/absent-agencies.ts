/** Agencies of a procedure of which nobody has told any. */
import type { Procedure } from '../../../contract/procedure.ts';

export const absentAgencies: Procedure['agencies'] = {
  performing: null,
  competent: null,
  authorised: null,
  coordinating: null,
  receivingAddress: null,
};
