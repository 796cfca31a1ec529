/** Booking and its slip as a citizen goes about them. */
import { expect, type Locator } from '@playwright/test';
import type { KioskPage } from './kiosk-page.ts';

export class AppointmentPage {
  readonly kiosk: KioskPage;

  constructor(kiosk: KioskPage) {
    this.kiosk = kiosk;
  }

  /** From the welcome screen to the days of an appointment for a birth. */
  async open(): Promise<void> {
    await this.kiosk.start();
    await this.openFromHome();
  }

  async openFromHome(): Promise<void> {
    await this.kiosk.tap('Sinh con, khai sinh');
    await this.kiosk.tap(/^Đăng ký khai sinh/);
    await this.kiosk.tap('Đặt lịch hẹn');
    await expect(this.kiosk.heading('Ông/bà muốn đến ngày nào?')).toBeVisible();
  }

  /** From the welcome screen to the days of an appointment for copies, of which one time serves one person. */
  async openForCopies(): Promise<void> {
    await this.kiosk.start();
    await this.kiosk.search('sao y');
    await this.kiosk.rows().filter({ hasText: 'Sao y' }).first().getByRole('button').tap();
    await this.kiosk.tap('Đặt lịch hẹn');
    await expect(this.kiosk.heading('Ông/bà muốn đến ngày nào?')).toBeVisible();
  }

  /** Days or times that can be touched. */
  choices(): Locator {
    return this.kiosk.page.getByRole('main').getByRole('listitem').getByRole('button');
  }

  /** The first day after today, so that no time passes while the test looks. */
  async chooseLaterDay(): Promise<void> {
    await this.choices()
      .filter({ hasNotText: /Hôm nay/ })
      .first()
      .tap();
  }

  /** A time of the day that begins so, as 8:30. */
  time(from: string): Locator {
    return this.choices().filter({ hasText: new RegExp(`^${from}`, 'u') });
  }

  async chooseTime(from: string): Promise<void> {
    await this.time(from).tap();
  }

  /** Types the name and goes on to the last step. */
  async typeName(name: string): Promise<void> {
    await expect(this.kiosk.heading('Ai sẽ đến?')).toBeVisible();
    await this.kiosk.page.getByRole('textbox').fill(name);
    await this.kiosk.tap('Tiếp tục');
    await expect(this.kiosk.heading('Xem lại rồi đặt lịch hẹn')).toBeVisible();
  }

  async expectBooked(): Promise<string> {
    await expect(this.kiosk.heading('Đã đặt lịch hẹn')).toBeVisible();
    return this.code();
  }

  /** The appointment's code as it stands on the screen. */
  async code(): Promise<string> {
    const line = this.kiosk.page.getByText(/^Mã hẹn [A-Z0-9]{8,16}$/);
    await expect(line).toBeVisible();
    return (await line.textContent())?.replace('Mã hẹn ', '') ?? '';
  }

  /** The slip is held before the reader. */
  async scanSlip(code: string): Promise<void> {
    this.kiosk.process.scanner.scan(`APPOINTMENT:${code}`);
    await expect(this.kiosk.heading('Lịch hẹn của ông/bà')).toBeVisible();
  }

  /** Ends the visit from a screen that has the button. */
  async finish(): Promise<void> {
    await this.kiosk.tap('Xong');
    await expect(this.kiosk.button('Chạm để bắt đầu')).toBeVisible();
  }
}
