/** Procedures made by hand for the tests of slips, in the shape the importer gives. */
import type {
  DocumentGroup,
  Fee,
  Procedure,
  RequiredDocument,
  SubmissionMethod,
} from '../../main/contract/procedure.ts';
import { makeProcedure as makeBareProcedure } from './make-procedure.ts';

export function makeDocument(name: string, changes: Partial<RequiredDocument> = {}): RequiredDocument {
  return { name, originals: 1, copies: 0, need: { kind: 'always' }, formNumber: null, hint: null, ...changes };
}

export function makeGroup(
  id: string,
  kind: DocumentGroup['kind'],
  title: string | null,
  documents: RequiredDocument[],
): DocumentGroup {
  return { id, kind, title, documents, notes: [] };
}

export function makeFee(changes: Partial<Fee> = {}): Fee {
  return {
    kind: 'unstated',
    amountVnd: null,
    text: '',
    exemption: false,
    validUntil: null,
    legalBasis: null,
    origin: 'national',
    ...changes,
  };
}

export function makeMethod(
  channel: SubmissionMethod['channel'],
  changes: Partial<SubmissionMethod> = {},
): SubmissionMethod {
  return {
    channel,
    processingTime: { amount: null, unit: null, note: null },
    fees: [makeFee()],
    note: null,
    ...changes,
  };
}

/** The birth registration, without papers yet. */
export function makeProcedure(changes: Partial<Procedure> = {}): Procedure {
  return makeBareProcedure({
    code: '1.001193',
    decisionNumber: '163/QĐ-BTP',
    name: 'Thủ tục đăng ký khai sinh',
    shortTitle: 'Đăng ký khai sinh',
    english: { shortTitle: 'Birth registration', summary: 'Registers a birth.' },
    tile: 2,
    submissionMethods: [makeMethod('direct'), makeMethod('online')],
    results: ['Giấy khai sinh'],
    onlineService: 'available',
    hasOfficialText: true,
    ...changes,
  });
}

/** Every block of a checklist, with counts, forms, hints and conditions. */
export const birthRegistration: Procedure = makeProcedure({
  citizenDeadline: { days: 60, text: 'Trong 60 ngày kể từ ngày sinh con' },
  sameDayUntil: '15:00',
  submissionMethods: [
    makeMethod('direct', { fees: [makeFee({ kind: 'free', text: 'đăng ký khai sinh đúng hạn' })] }),
    makeMethod('online', { fees: [makeFee({ kind: 'free', text: 'đăng ký khai sinh đúng hạn' })] }),
  ],
  documentGroups: [
    makeGroup('g1', 'part', 'Giấy tờ phải nộp', [
      makeDocument('Tờ khai đăng ký khai sinh theo mẫu', { formNumber: 'HT01' }),
      makeDocument('Giấy chứng sinh', { hint: 'Bệnh viện đã gửi bản điện tử thì không phải nộp bản giấy.' }),
      makeDocument('Văn bản của người làm chứng xác nhận về việc sinh', { need: { kind: 'one-of', set: 's1' } }),
      makeDocument('Giấy cam đoan về việc sinh', { need: { kind: 'one-of', set: 's1' } }),
      makeDocument('Văn bản ủy quyền có chứng thực', {
        need: { kind: 'if-applicable', condition: 'nhờ người khác làm giúp' },
      }),
      makeDocument('Biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập', {
        need: { kind: 'if-applicable', condition: 'trẻ em bị bỏ rơi' },
      }),
    ]),
    makeGroup('g2', 'part', 'Giấy tờ phải xuất trình', [
      makeDocument('Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước/Căn cước điện tử/Giấy chứng nhận căn cước', {
        copies: 1,
      }),
    ]),
  ],
});

export const slipOffice = {
  name: 'Trung tâm Phục vụ hành chính công phường Bến Thành',
  parentName: 'UBND phường Bến Thành',
  helpDesk: 'Quầy hướng dẫn, bên trái cửa vào',
  address: null,
  hours: null,
};

export const portalUrlOf = (code: string): string =>
  `https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=${code}`;
