/** What a scanned text is, with all it says. It stays in the core: the page is told a `ScanNotice`. */

export type Sex = 'male' | 'female';

/** The QR of a citizen identity card (thẻ căn cước, CCCD); DOMAIN: `CCCD|CMND|họ tên|ddmmyyyy|giới tính|nơi thường trú|ddmmyyyy`. */
export interface CitizenCard {
  readonly kind: 'citizen-card';
  /** Số định danh cá nhân, 12 digits. */
  readonly identityNumber: string;
  /** Số CMND, 9 digits; null where the card has none. */
  readonly formerNumber: string | null;
  readonly name: string;
  /** YYYY-MM-DD, as all dates here. */
  readonly birthDate: string;
  readonly sex: Sex;
  /** Nơi thường trú. */
  readonly residence: string | null;
  readonly issuedOn: string | null;
}

/** The QR of a health insurance card (thẻ BHYT); name and address are hex UTF-8 there. */
export interface HealthInsuranceCard {
  readonly kind: 'bhyt-card';
  /** Mã số BHYT, 10 or 15 characters. */
  readonly cardNumber: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly address: string | null;
}

/** A code for a bank's application (VietQR, EMVCo), its check sum right. */
export interface PaymentCode {
  readonly kind: 'payment';
  /** BIN of the payee's bank. */
  readonly bankBin: string;
  readonly account: string;
  readonly amountVnd: number | null;
  readonly purpose: string | null;
  /** Where the purpose names one. */
  readonly dossierCode: string | null;
}

export type Scan =
  | CitizenCard
  | HealthInsuranceCard
  | { readonly kind: 'dossier'; readonly dossierCode: string }
  /** A dossier code with the look-up code its receipt carries beside it. */
  | { readonly kind: 'receipt'; readonly dossierCode: string; readonly lookupCode: string }
  | { readonly kind: 'procedure'; readonly procedureCode: string }
  | { readonly kind: 'ticket'; readonly day: string; readonly number: string }
  | { readonly kind: 'appointment'; readonly appointmentCode: string }
  | { readonly kind: 'checklist'; readonly procedureCode: string; readonly caseId: string | null }
  | PaymentCode
  /** Names whoever holds it; opens nothing without the PIN. */
  | { readonly kind: 'staff-badge'; readonly badge: string }
  | { readonly kind: 'unknown' };
