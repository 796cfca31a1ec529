/** The search screen: the field, the keys below it, what may be touched instead of typed, and what was found. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { KioskPage } from './kiosk-page.ts';

export class SearchPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From home. */
  static async openFrom(kiosk: KioskPage): Promise<SearchPage> {
    await kiosk.tap(/Tìm việc cần làm|Search for what you need/);
    const search = new SearchPage(kiosk.page);
    await expect(search.field()).toBeFocused();
    return search;
  }

  field(): Locator {
    return this.page.getByRole('searchbox');
  }

  /** On the citizen's own keyboard; the field is emptied first. */
  async type(words: string): Promise<void> {
    await this.field().fill('');
    await this.page.keyboard.type(words);
  }

  /** The whole question at once: what is found then is its answer, not that of its beginning. */
  async ask(words: string): Promise<void> {
    await this.field().fill('');
    await expect(this.rows()).toHaveCount(0);
    await this.page.keyboard.insertText(words);
    await expect(this.rows().first()).toBeVisible();
  }

  /** A key on the screen. */
  key(name: string): Locator {
    return this.page.getByRole('group', { name: /^(Bàn phím|Keyboard)$/ }).getByRole('button', { name, exact: true });
  }

  completions(): Locator {
    return this.page.getByRole('group', { name: /Gợi ý gõ tiếp|Ways to go on typing/ }).getByRole('button');
  }

  list(): Locator {
    return this.page.getByRole('list', { name: /Các việc tìm được|What was found/ });
  }

  /** Procedures only, without headings of groups and what unfolds them. */
  rows(): Locator {
    const others = /^Xem thêm \d+ thủ tục|^Show \d+ more/;
    return this.list()
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button') })
      .filter({ hasNot: this.page.getByRole('button', { name: others }) });
  }

  /** "Đã tìm theo: …" */
  corrected(): Locator {
    return this.page.getByRole('button', { name: /^(Đã tìm theo|Searched for):/ });
  }

  groupHeading(title: string | RegExp): Locator {
    return this.list().getByRole('heading', { name: title });
  }
}
