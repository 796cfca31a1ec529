/** What `kioskctl catalogue lint` looks for, and how grave each is. Names stand in `--json` and are never renamed. */

/**
 * `error`: something of the office's own is wrong and hidden or lost · `warning`: the published data, or the office's, are
 * doubtful · `notice`: a part that the law wants only where there is one.
 */
export type LintSeverity = 'error' | 'warning' | 'notice';

interface LintRule {
  readonly severity: LintSeverity;
  /** For staff, one line. */
  readonly meaning: string;
}

/** The parts are those of NĐ 63/2010/NĐ-CP Điều 8 khoản 2. */
export const lintRules = {
  'record-refused': {
    severity: 'error',
    meaning: 'a record of a source could not be taken; its facts are not in the catalogue',
  },
  'entry-stale': {
    severity: 'error',
    meaning: 'the published facts changed since the entry was written; its words are hidden until somebody reviewed it',
  },
  'entry-unverified': {
    severity: 'warning',
    meaning: 'a hand-written entry names no factsSha256, so nobody notices a change',
  },
  'record-passed-over': { severity: 'notice', meaning: 'a record the portal marks as deleted or as a test' },
  'source-broken-off': { severity: 'error', meaning: 'a source breaks off; what follows is missing' },
  'sheet-unknown': { severity: 'warning', meaning: 'a sheet of a workbook was not read' },
  'column-unknown': { severity: 'warning', meaning: 'a column of a table was not read' },
  'overlay-code-missing': {
    severity: 'warning',
    meaning: "the office's sheet names a code the catalogue does not hold",
  },
  'life-event-code-missing': { severity: 'notice', meaning: 'a life event names a code the catalogue does not hold' },
  'notice-expired': { severity: 'warning', meaning: 'a notice that is not shown any more' },
  'fee-expired': { severity: 'warning', meaning: 'a rate whose own text says that it no longer holds' },
  'fee-too-small': {
    severity: 'warning',
    meaning: 'an amount under 1,000 đồng: thousands or dollars; the words are shown alone',
  },
  'fee-too-high': { severity: 'warning', meaning: 'an amount over 50,000,000 đồng' },
  'fee-contradicts-text': {
    severity: 'warning',
    meaning: 'the amount and its own words differ; the words are shown alone',
  },
  'fee-zero-beside-amount': { severity: 'warning', meaning: 'a rate of 0 beside others' },
  'time-zero': { severity: 'warning', meaning: 'a time of 0' },
  'time-without-unit': { severity: 'warning', meaning: 'a number without a unit (OTHER); it is never shown' },
  'time-too-long': { severity: 'warning', meaning: 'a time of over a year' },
  'missing-decision': { severity: 'warning', meaning: 'the number of the decision that publishes it' },
  'missing-steps': { severity: 'warning', meaning: 'trình tự thực hiện' },
  'missing-methods': { severity: 'warning', meaning: 'cách thức thực hiện' },
  'missing-documents': { severity: 'warning', meaning: 'thành phần hồ sơ' },
  'missing-time': { severity: 'warning', meaning: 'thời hạn giải quyết, neither in numbers nor in words' },
  'missing-applicants': { severity: 'warning', meaning: 'đối tượng thực hiện' },
  'missing-agency': { severity: 'warning', meaning: 'cơ quan giải quyết' },
  'missing-results': { severity: 'warning', meaning: 'kết quả thực hiện' },
  'missing-legal-bases': { severity: 'warning', meaning: 'căn cứ pháp lý' },
  'missing-fees': { severity: 'notice', meaning: 'phí, lệ phí: no way of handing in tells any, and none says miễn' },
  'missing-conditions': { severity: 'notice', meaning: 'yêu cầu, điều kiện' },
  'form-without-number': { severity: 'notice', meaning: 'a paper "theo mẫu" that names no form' },
  'repealed-paper': { severity: 'warning', meaning: 'a law or decree that was replaced as a whole' },
  'dead-form': { severity: 'warning', meaning: 'a form that is not used any more' },
  'duplicate-name': { severity: 'warning', meaning: 'several procedures of one name, level and issuer' },
  'stale-word': { severity: 'warning', meaning: 'words for what no longer exists (district level and others)' },
} as const satisfies Record<string, LintRule>;

export type LintRuleName = keyof typeof lintRules;

export interface Finding {
  readonly rule: LintRuleName;
  /** Null for what is not about one procedure. */
  readonly code: string | null;
  readonly detail: string;
}
