/** For whom a procedure is: people, enterprises and organisations, or the administration itself. */
import type { Audience } from '../../../contract/procedure.ts';

const words: readonly (readonly [Audience, RegExp])[] = [
  ['citizen', /công dân|^người /iu],
  ['business', /doanh nghiệp|hợp tác xã|^tổ chức(?! đảng)/iu],
  ['official', /cán bộ|công chức|viên chức|đảng viên|tổ chức đảng/iu],
];

/** Empty where the portal names nobody: then nobody is excluded. Order: citizen, business, official. */
export function findAudience(applicants: readonly string[]): Audience[] {
  return words
    .filter(([, pattern]) => applicants.some((applicant) => pattern.test(applicant)))
    .map(([audience]) => audience);
}
