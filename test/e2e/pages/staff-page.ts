/** The staff screen as staff use it: the hidden gesture, the PIN pad, the panels. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { KioskProcess } from '../kiosk-process.ts';

export const rightPin = '280719';

/** A little longer than the emblem must be held, in milliseconds. */
const holdMs = 3_150;

export class StaffPage {
  readonly page: Page;
  readonly process: KioskProcess;

  constructor(page: Page, process: KioskProcess) {
    this.page = page;
    this.process = process;
  }

  /** At the machine's terminal, beside the running kiosk; wrong tries of earlier tests are forgotten with it. */
  setPin(pin = rightPin): void {
    const words = ['staff', 'set-pin', '--stdin', '--data-dir', join(this.process.folder, 'data')];
    const kioskctl = spawnSync('node_modules/.bin/node', ['main/cli/kioskctl.ts', ...words], {
      input: `${pin}\n`,
      encoding: 'utf8',
    });
    expect(kioskctl).toMatchObject({ status: 0, stderr: '' });
  }

  /** Holds the emblem, then taps the opposite corner, with a mouse. */
  async gesture(): Promise<void> {
    const { x, y } = await this.emblem();
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    // The time is what the gesture is made of.
    await this.page.waitForTimeout(holdMs);
    await this.page.mouse.up();
    await this.page.mouse.click(this.corner().x, this.corner().y);
  }

  /** The same with a finger. */
  async gestureByTouch(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [await this.emblem()]);
    await this.page.waitForTimeout(holdMs);
    await touch('touchEnd', []);
    await touch('touchStart', [this.corner()]);
    await touch('touchEnd', []);
    await session.detach();
  }

  async typePin(pin: string): Promise<void> {
    for (const digit of pin) {
      await this.button(digit).tap();
    }
    await this.button('Mở').tap();
  }

  /** From any screen to the open panels. */
  async enter(): Promise<void> {
    await this.gesture();
    await this.typePin(rightPin);
    await expect(this.heading('Màn hình cán bộ')).toBeVisible();
  }

  async openPanel(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).tap();
  }

  panel(): Locator {
    return this.page.getByRole('tabpanel');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name });
  }

  private async emblem(): Promise<{ x: number; y: number }> {
    const box = await this.page.locator('[data-emblem]').boundingBox();
    if (box === null) {
      throw new Error('no emblem is on the screen');
    }
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  private corner(): { x: number; y: number } {
    return { x: (this.page.viewportSize()?.width ?? 0) - 20, y: 20 };
  }
}
