/** Takes a procedure apart into lines that can be held against those of another release. */
import type { Procedure } from '../../../contract/procedure.ts';
import { foldCase } from '../import/fold-text.ts';
import type { ChangedPart } from './catalogue-changes.ts';
import type { ComparedItem, PairingOptions } from './pair-items.ts';
import {
  amountOfTimeText,
  audienceWords,
  channelWords,
  dayText,
  documentText,
  feeText,
  issuerText,
  levelWords,
  onlineWords,
  placeWords,
} from './vietnamese-words.ts';

interface PartItems extends PairingOptions {
  /** Keys of the procedure that the lines are made of. */
  readonly of: readonly (keyof Procedure)[];
  readonly items: (procedure: Procedure) => readonly ComparedItem[];
}

/** One fact under a name of its own. */
function fact(text: string | null, place: string | null = null): ComparedItem[] {
  return text === null || text === '' ? [] : [{ place, key: '', text, value: null }];
}

const line = (text: string): ComparedItem => ({ place: null, key: foldCase(text), text, value: null });

/** Text without its figures: the rate stays the same rate when its amount changes. */
const withoutFigures = (text: string): string => foldCase(text).replace(/[\d.,]+/gu, '#');

function fees({ submissionMethods }: Procedure): ComparedItem[] {
  return submissionMethods.flatMap((method) =>
    method.fees.map((fee) => ({
      place: channelWords[method.channel],
      key: withoutFigures(fee.text),
      text: feeText(fee),
      value: fee.kind === 'amount' && fee.amountVnd !== null ? { amount: fee.amountVnd, unit: 'VND' as const } : null,
    })),
  );
}

function times({ submissionMethods }: Procedure): ComparedItem[] {
  return submissionMethods.map(({ channel, processingTime }) => {
    const { amount, unit, note } = processingTime;
    const text = [amountOfTimeText(processingTime), note].filter((part) => part !== null && part !== '').join(' – ');
    return {
      place: channelWords[channel],
      key: '',
      text: text === '' ? 'không ghi thời hạn' : text,
      value: amount === null || unit === null ? null : { amount, unit },
    };
  });
}

function papers({ documentGroups }: Procedure): ComparedItem[] {
  return documentGroups.flatMap(({ title, kind, documents, notes }) => {
    const place = title ?? null;
    const heading = kind === 'case' ? 'Trường hợp' : kind === 'note' ? 'Ghi chú' : 'Nhóm giấy tờ';
    return [
      ...(title === null
        ? []
        : [{ place: null, key: `group ${foldCase(title)}`, text: `${heading}: ${title}`, value: null }]),
      ...documents.map((document) => ({
        place,
        key: foldCase(document.name),
        text: documentText(document),
        value: null,
      })),
      ...notes.map((note) => ({ place, key: `note ${foldCase(note)}`, text: `Lưu ý: ${note}`, value: null })),
    ];
  });
}

/** Every key of a procedure stands in one part at least; a test holds it so, for nothing may change unseen. */
export const partItems: Readonly<Record<Exclude<ChangedPart, 'official-text' | 'other'>, PartItems>> = {
  name: {
    of: ['name', 'shortTitle'],
    items: ({ name, shortTitle }) => [...fact(name), ...fact(shortTitle, 'Tên ngắn')],
  },
  decision: { of: ['decisionNumber'], items: ({ decisionNumber }) => fact(decisionNumber) },
  fees: { of: ['submissionMethods'], items: fees, pairsLone: true },
  times: {
    of: ['submissionMethods', 'sameDayUntil'],
    items: (procedure) => [...times(procedure), ...fact(procedure.sameDayUntil, 'Trong ngày nếu nộp trước')],
  },
  papers: { of: ['documentGroups'], items: papers },
  steps: {
    of: ['steps'],
    items: ({ steps }) =>
      steps.map(({ title, text }, index) => ({
        place: null,
        key: title === null ? `step ${index}` : foldCase(title),
        text: title === null ? text : `${title}: ${text}`,
        value: null,
      })),
  },
  submission: {
    of: ['submissionMethods'],
    items: ({ submissionMethods }) =>
      submissionMethods.flatMap(({ channel, note }) => [
        { place: null, key: channel, text: channelWords[channel], value: null },
        ...fact(note, channelWords[channel]),
      ]),
  },
  where: {
    of: ['servedAt', 'servedAtOrigin'],
    items: ({ servedAt }) => fact(`Nộp ${placeWords[servedAt]}`),
  },
  agencies: {
    of: ['agencies'],
    items: ({ agencies }) => [
      ...fact(agencies.performing, 'Cơ quan thực hiện'),
      ...fact(agencies.competent, 'Cơ quan có thẩm quyền'),
      ...fact(agencies.authorised, 'Cơ quan được ủy quyền'),
      ...fact(agencies.coordinating, 'Cơ quan phối hợp'),
      ...fact(agencies.receivingAddress, 'Địa chỉ tiếp nhận'),
    ],
  },
  applicants: {
    of: ['applicants', 'audience'],
    items: ({ applicants, audience }) => [
      ...applicants.map(line),
      ...fact(audience.map((who) => audienceWords[who]).join(', '), 'Dành cho'),
    ],
  },
  results: { of: ['results'], items: ({ results }) => results.map(line) },
  conditions: { of: ['conditions'], items: ({ conditions }) => fact(conditions) },
  'legal-bases': {
    of: ['legalBases'],
    items: ({ legalBases }) =>
      legalBases.map(({ title, number }) => ({
        place: null,
        key: number ?? foldCase(title),
        text: number === null ? title : `${number}: ${title}`,
        value: null,
      })),
  },
  deadlines: {
    of: ['citizenDeadline'],
    items: ({ citizenDeadline }) =>
      citizenDeadline === null
        ? []
        : [{ place: null, key: '', text: citizenDeadline.text, value: { amount: citizenDeadline.days, unit: 'day' } }],
  },
  'online-service': { of: ['onlineService'], items: ({ onlineService }) => fact(onlineWords[onlineService]) },
  classification: {
    of: ['level', 'field', 'tile', 'issuer'],
    items: ({ level, field, tile, issuer }) => [
      ...fact(field, 'Lĩnh vực'),
      ...fact(levelWords[level], 'Cấp'),
      ...fact(issuerText(issuer), 'Ban hành'),
      ...fact(tile === null ? null : String(tile), 'Ô trang đầu'),
    ],
  },
  summary: { of: ['summary'], items: ({ summary }) => fact(summary) },
  advice: { of: ['commonMistakes'], items: ({ commonMistakes }) => commonMistakes.map(line) },
  aliases: { of: ['aliases'], items: ({ aliases }) => aliases.map(line) },
  english: {
    of: ['english'],
    items: ({ english }) => [
      ...fact(english?.shortTitle ?? null, 'Title'),
      ...fact(english?.summary ?? null, 'Summary'),
    ],
  },
  review: {
    of: ['handWritten', 'hasOfficialText'],
    items: ({ handWritten, hasOfficialText }) => [
      ...fact(
        handWritten === null
          ? null
          : handWritten.stale
            ? 'Nguồn đã thay đổi, lời soạn tay bị ẩn đến khi được rà soát'
            : `Lời soạn tay rà soát ngày ${dayText(handWritten.reviewedDate)} (${handWritten.reviewedByRole})`,
      ),
      ...fact(hasOfficialText ? 'Có nguyên văn công bố' : 'Không có nguyên văn công bố', 'Nguyên văn'),
    ],
  },
  'stale-words': { of: ['staleWords'], items: ({ staleWords }) => staleWords.map(({ word }) => line(word)) },
  office: {
    of: ['office'],
    items: ({ office }) => [
      ...fact(office?.counter ?? null, 'Quầy'),
      ...fact(office?.note ?? null, 'Ghi chú của đơn vị'),
    ],
  },
};
