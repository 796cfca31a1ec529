/** The services of the invented office that take appointments. */
import type { PortalService } from '../appointment-times.ts';

const place = { name: 'Trung tâm Phục vụ hành chính công phường Mẫu', address: '1 Đường Mẫu, phường Mẫu' };
const contact = 'Quầy hướng dẫn, điện thoại 028 0000 0000';
const morning = { from: '08:00', until: '11:00' };
const afternoon = { from: '13:30', until: '16:00' };

export const demonstrationServices: readonly PortalService[] = [
  {
    service: {
      id: 'tu-phap-ho-tich',
      name: { vi: 'Tư pháp – Hộ tịch', en: 'Civil status and certification' },
      place: { ...place, counter: 'Quầy 2' },
      contact,
    },
    procedureCodes: [
      '1.000656',
      '1.000689',
      '1.000894',
      '1.001022',
      '1.001193',
      '1.004746',
      '1.004772',
      '1.004837',
      '1.004859',
      '1.004873',
      '1.004884',
      '2.000635',
      '2.000806',
      '2.001263',
    ],
    spans: [morning, afternoon],
    slotMinutes: 30,
    capacity: 2,
  },
  {
    service: {
      id: 'kinh-te-ha-tang-do-thi',
      name: { vi: 'Kinh tế – Hạ tầng – Đô thị', en: 'Business, construction and roads' },
      place: { ...place, counter: 'Quầy 3' },
      contact,
    },
    procedureCodes: ['1.001266', '1.001570', '1.001612', '1.013225', '1.013274', '2.000575', '2.000720'],
    spans: [morning, afternoon],
    slotMinutes: 30,
    capacity: 1,
  },
  {
    service: {
      id: 'van-hoa-xa-hoi',
      name: { vi: 'Văn hóa – Xã hội', en: 'Social affairs and education' },
      place: { ...place, counter: 'Quầy 5' },
      contact,
    },
    procedureCodes: ['1.001653', '1.001699', '1.001731', '1.001776', '1.010803', '1.014027', '1.014028'],
    spans: [morning],
    slotMinutes: 20,
    capacity: 2,
  },
];
