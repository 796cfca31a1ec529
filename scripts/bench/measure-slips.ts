/** How long a slip takes from data to the printer's bytes, on both papers in both sizes of print: `npm run bench`'s part on slips. */
import { buildJobFrame } from '../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../main/adapters/printing/create-canvas-text-painter.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { encodeJob } from '../../main/core/printing/device/encode-job.ts';
import { createSlipRasteriser } from '../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipElement, SlipLayout } from '../../main/core/printing/typesetting/slip-layout.ts';
import { type Spread, spreadOf, timed } from './sample.ts';

export interface SlipFigures {
  readonly slip: 'checklist' | 'ticket';
  readonly widthDots: number;
  readonly large: boolean;
  readonly heightMillimetres: number;
  readonly jobKilobytes: number;
  /** The first slip of a kiosk just started: no word was drawn before. */
  readonly cold: Spread;
  readonly warm: Spread;
}

const coldRuns = 15;
const warmRuns = 60;
const dotsAMillimetre = 8;
const gap: SlipElement = { kind: 'space', heightDots: 18 };

const papers = [
  ['Tờ khai đăng ký khai sinh theo mẫu', 'mẫu HT01 · 1 bản chính', 'Điền sẵn ở nhà thì chỉ cần ký tại quầy.'],
  ['Giấy chứng sinh', '1 bản chính', 'Bệnh viện đã gửi bản điện tử thì không phải nộp bản giấy.'],
  ['Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước/Căn cước điện tử', '1 bản sao', 'Xuất trình bản chính để đối chiếu.'],
  ['Văn bản của người làm chứng xác nhận về việc sinh', '1 bản chính', 'Khi: không có giấy chứng sinh'],
  ['Văn bản ủy quyền có chứng thực', '1 bản chính', 'Khi: nhờ người khác làm giúp'],
  ['Biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập', '1 bản chính', 'Khi: trẻ em bị bỏ rơi'],
] as const;

const checklist: readonly SlipElement[] = [
  { kind: 'text', size: 'body', runs: [{ text: 'Trung tâm Phục vụ hành chính công', bold: true }] },
  { kind: 'rule' },
  { kind: 'text', size: 'title', runs: [{ text: 'Đăng ký khai sinh', bold: true }] },
  { kind: 'heading', text: 'Ai cũng phải có', trailing: `${papers.length} giấy tờ` },
  ...papers.map(([text, trailing, detail]): SlipElement => ({ kind: 'checkbox', runs: [{ text }], trailing, detail })),
  gap,
  { kind: 'row', label: 'Thời gian', value: 'Trong ngày, nếu nộp trước 15:00', detail: 'Nộp trực tiếp' },
  { kind: 'row', label: 'Lệ phí', value: 'Miễn phí', detail: 'Đăng ký khai sinh đúng hạn' },
  { kind: 'row', label: 'Nộp tại', value: 'Quầy hướng dẫn, bên trái cửa vào' },
  { kind: 'barcode', text: '1.001193', heightDots: 80 },
  {
    kind: 'qr',
    text: 'https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.001193',
    moduleDots: 5,
    beside: [{ kind: 'text', size: 'body', runs: [{ text: 'Quét mã để xem đủ', bold: true }] }],
  },
  { kind: 'text', size: 'small', runs: [{ text: 'Phiếu tham khảo, không thay thế hướng dẫn của cơ quan.' }] },
];

const ticket: readonly SlipElement[] = [
  { kind: 'text', size: 'body', runs: [{ text: 'Trung tâm Phục vụ hành chính công', bold: true }] },
  gap,
  { kind: 'number', text: 'A005' },
  gap,
  { kind: 'text', size: 'title', runs: [{ text: 'Chứng thực, sao y', bold: true }] },
  { kind: 'row', label: 'Quầy', value: 'Quầy 3' },
  { kind: 'text', size: 'small', runs: [{ text: 'Lấy lúc 09:41 22/07/2026' }] },
];

export function measureSlips(): SlipFigures[] {
  return (['checklist', 'ticket'] as const).flatMap((slip) =>
    [false, true].flatMap((large) =>
      [576, 384].map((widthDots) => {
        const layout = { elements: slip === 'checklist' ? checklist : ticket, large };
        const draw = drawer(layout, widthDots);
        const { heightDots, jobBytes } = draw();
        return {
          slip,
          widthDots,
          large,
          heightMillimetres: heightDots / dotsAMillimetre,
          jobKilobytes: jobBytes / 1024,
          cold: spreadOf(Array.from({ length: coldRuns }, () => timed(drawer(layout, widthDots)))),
          warm: spreadOf(Array.from({ length: warmRuns }, () => timed(draw))),
        };
      }),
    ),
  );
}

/** With a painter of its own. Each element is measured once before, as it is when a slip is fitted to its longest length. */
function drawer(layout: SlipLayout, widthDots: number): () => { heightDots: number; jobBytes: number } {
  const rasteriser = createSlipRasteriser(createCanvasTextPainter());
  const profile = { ...printerProfiles['epson-tm-t82'], widthDots };
  const frame = buildJobFrame(profile);
  return () => {
    for (const element of layout.elements) {
      rasteriser.measure({ ...layout, elements: [element] }, widthDots);
    }
    const image = rasteriser.rasterise(layout, widthDots);
    return { heightDots: image.heightDots, jobBytes: encodeJob(image, frame, profile).length };
  };
}
