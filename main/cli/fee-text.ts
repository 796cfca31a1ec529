/** A fee for staff: how the kiosk understood it, and the published words beside it. */
import type { Fee } from '../contract/procedure.ts';

/** E.g. `7.000 đ · mỗi bản · TT 281/2016/TT-BTC`; what is no sure amount says what kind of words it is. */
export function feeText(fee: Fee): string {
  const meaning = {
    amount: `${new Intl.NumberFormat('vi-VN').format(fee.amountVnd ?? 0)} đ`,
    free: '[free]',
    text: '[words only]',
    council: "[set by the People's Council]",
    unstated: '[not stated by the portal]',
  }[fee.kind];
  const parts = [
    meaning,
    fee.exemption ? '[exemption]' : '',
    fee.text,
    fee.legalBasis ?? '',
    fee.validUntil === null ? '' : `until ${fee.validUntil}`,
    fee.origin === 'national' ? '' : `from: ${fee.origin}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
