/** The screen as a citizen uses it: by the words on it and by touch. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { KioskProcess } from '../kiosk-process.ts';

export class KioskPage {
  readonly page: Page;
  readonly process: KioskProcess;

  constructor(page: Page, process: KioskProcess) {
    this.page = page;
    this.process = process;
  }

  /** The welcome screen. */
  async open(): Promise<void> {
    if (this.process.entryAddress !== null) {
      await this.page.goto(this.process.entryAddress);
    }
    await expect(this.button('Chạm để bắt đầu')).toBeVisible();
  }

  /** From the welcome screen to home. */
  async start(): Promise<void> {
    await this.button('Chạm để bắt đầu').tap();
    await expect(this.heading('Hôm nay ông/bà cần làm việc gì?')).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  async tap(name: string | RegExp): Promise<void> {
    await this.button(name).first().tap();
  }

  /** Opens the search and types with a keyboard. */
  async search(words: string): Promise<void> {
    await this.tap(/Tìm việc cần làm|What do you need/);
    await this.searchField().fill('');
    await this.page.keyboard.type(words);
  }

  searchField(): Locator {
    return this.page.getByRole('searchbox');
  }

  /** Rows of a list of procedures. */
  rows(): Locator {
    const list = this.page.getByRole('main').getByRole('list').last();
    return list.getByRole('listitem').filter({ has: this.page.getByRole('button') });
  }

  /** The number that stands large on the screen, once it does. */
  async ticketNumber(prefix: string): Promise<string> {
    const number = this.page.getByText(new RegExp(`^${prefix}\\d{3,5}$`));
    await expect(number).toBeVisible();
    return (await number.textContent()) ?? '';
  }

  async chooseLanguage(name: 'Tiếng Việt' | 'English'): Promise<void> {
    await this.page.getByRole('radio', { name }).or(this.button(name)).first().tap();
  }
}
