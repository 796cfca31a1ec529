/** Keys of a real keyboard, with the rhythm they were hit in: the browser gets their times, however busy this machine is. */
import type { CDPSession, Page } from '@playwright/test';

const named: Readonly<Record<string, { readonly keyCode: number; readonly text: string }>> = {
  Enter: { keyCode: 13, text: '\r' },
  Tab: { keyCode: 9, text: '' },
  ' ': { keyCode: 32, text: ' ' },
};

export class Typing {
  private readonly session: CDPSession;
  private lastMs = Date.now();

  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async on(page: Page): Promise<Typing> {
    return new Typing(await page.context().newCDPSession(page));
  }

  /** One after the other, `gapMs` apart, after a second in which nothing was typed (`pauseMs`; 0 goes on where the last ones ended). */
  async keys(keys: readonly string[], gapMs: number, pauseMs = 1_000): Promise<void> {
    this.lastMs = pauseMs === 0 ? this.lastMs : Math.max(Date.now(), this.lastMs + pauseMs);
    const sent: Promise<unknown>[] = [];
    for (const key of keys) {
      this.lastMs += gapMs;
      const { keyCode, text } = named[key] ?? { keyCode: key.toUpperCase().charCodeAt(0), text: key };
      const event = {
        key,
        code: key === ' ' ? 'Space' : '',
        windowsVirtualKeyCode: keyCode,
        timestamp: this.lastMs / 1_000,
      };
      sent.push(
        this.session.send('Input.dispatchKeyEvent', { ...event, type: 'keyDown', ...(text !== '' && { text }) }),
        this.session.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }),
      );
    }
    await Promise.all(sent);
  }

  /** As a person types. */
  async slowly(text: string): Promise<void> {
    await this.keys(Array.from(text), 140);
  }

  /** As a reader types on a busy machine: after its first characters the page hears nothing of it for a while. */
  async scanLate(payload: string): Promise<void> {
    const [first, rest] = [payload.slice(0, 4), payload.slice(4)];
    await this.keys(Array.from(first), 8);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await this.keys([...Array.from(rest), 'Enter'], 8, 0);
  }

  /** As a reader types. */
  async scan(payload: string, end: 'Enter' | 'Tab' = 'Enter'): Promise<void> {
    await this.keys([...Array.from(payload), end], 8);
  }
}
