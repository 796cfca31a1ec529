/** The names of parts and subjects in the page to read. */
import type { ChangedPart, ContentSubject } from './catalogue-changes.ts';

export const partWords: Readonly<Record<ChangedPart, string>> = {
  name: 'Tên thủ tục',
  decision: 'Quyết định công bố',
  fees: 'Phí, lệ phí',
  times: 'Thời hạn giải quyết',
  papers: 'Thành phần hồ sơ',
  steps: 'Trình tự thực hiện',
  submission: 'Cách thức nộp',
  where: 'Nơi nộp',
  agencies: 'Cơ quan',
  applicants: 'Đối tượng thực hiện',
  results: 'Kết quả',
  conditions: 'Yêu cầu, điều kiện',
  'legal-bases': 'Căn cứ pháp lý',
  deadlines: 'Hạn của người dân',
  'online-service': 'Dịch vụ trực tuyến',
  classification: 'Lĩnh vực, cấp, nơi ban hành',
  summary: 'Tóm tắt',
  advice: 'Lỗi hay gặp',
  aliases: 'Tên gọi khác',
  english: 'Tiếng Anh',
  review: 'Rà soát',
  'stale-words': 'Từ ngữ không còn dùng',
  office: 'Thông tin của đơn vị',
  'official-text': 'Nguyên văn công bố',
  other: 'Nội dung khác',
};

export const subjectWords: Readonly<Record<ContentSubject, string>> = {
  notice: 'Thông báo',
  holidays: 'Ngày nghỉ lễ',
  'life-event': 'Sự kiện trong đời',
  tile: 'Ô trang đầu',
  'search-words': 'Từ dùng khi tìm kiếm',
  overlay: 'Thông tin riêng của thành phố',
  placing: 'Xếp vào danh sách',
  about: 'Phạm vi bộ thủ tục',
  other: 'Nội dung khác',
};
