/** "Nộp sau 15 giờ thì trả ngày làm việc tiếp theo": who comes before that hour takes the result home the same day (docs/catalogue.md §5). */
import type { SubmissionMethod } from '../../../contract/procedure.ts';

export interface SameDayRule {
  /** HH:MM. */
  readonly until: string;
  /** The one kind of file the rule is for, in the source's words; null where it is for all (1.004859 and 2.000748 have such a limit). */
  readonly onlyFor: string | null;
}

const hour =
  /(?:(?:tiếp nhận|nhận|nộp)(?: được)?(?: đủ)? (?:hồ sơ|yêu cầu)(?<matter> [^,.;()]{4,60}?)?,? )?sau (?<hour>1[0-7]) ?(?:giờ|h)(?: ?(?<minute>\d{2}))?/giu;

/** What may stand between "hồ sơ" and "sau 15 giờ" without limiting the rule. */
const noMatter = /^ ?(?:được nộp|đăng ký|của|hợp lệ|đầy đủ|này)/iu;

/** The first such rule in the texts. A reply on completeness by the next day is not the result and does not count. */
export function findSameDayRule(texts: readonly string[]): SameDayRule | null {
  for (const text of texts) {
    for (const match of text.matchAll(hour)) {
      const around = text.slice(Math.max(0, match.index - 250), match.index + 200);
      const matter = match.groups?.['matter']?.trim() ?? '';
      const onlyFor = matter === '' || noMatter.test(matter) ? null : matter;
      const isRule =
        /ngày làm việc tiếp theo/iu.test(around) || (onlyFor !== null && /phiếu hẹn, trả kết quả/iu.test(around));
      if (!isRule || /văn bản trả lời/iu.test(around)) continue;
      return { until: `${match.groups?.['hour'] ?? ''}:${match.groups?.['minute'] ?? '00'}`, onlyFor };
    }
  }
  return null;
}

/** Says beside every time for which files alone the rule holds; a citizen with another matter must not count on it. */
export function withSameDayLimit(methods: readonly SubmissionMethod[], rule: SameDayRule | null): SubmissionMethod[] {
  if (!rule || rule.onlyFor === null) return [...methods];
  const limit = `Trong ngày nếu nộp trước ${rule.until}: chỉ hồ sơ ${rule.onlyFor}`;
  return methods.map((method) => {
    const note = [method.processingTime.note, limit].filter((part) => part !== null).join('\n');
    return { ...method, processingTime: { ...method.processingTime, note } };
  });
}
