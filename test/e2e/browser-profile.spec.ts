/** What the browser itself keeps: nothing a citizen scanned or typed is in its profile, nor in any file of the kiosk, when they have gone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments } from '../../main/hosts/browser/chromium-arguments.ts';
import { filesIn, tracesIn } from '../unit/core/citizen-kiosk.ts';
import { expect, test } from './kiosk-test.ts';
import { AppointmentPage } from './pages/appointment-page.ts';
import { KioskPage } from './pages/kiosk-page.ts';
import { startPortalKiosk } from './portal-kiosk.ts';

test.skip(({ shell }) => shell !== 'browser', 'this is about the profile of the browser shell');

const typedName = 'Trần Thị Dấu Vết';

test('keeps nothing of a card, a dossier or a name in its profile', async ({ viewport }, testInfo) => {
  test.skip(testInfo.project.name !== 'portrait', 'one profile is enough');
  test.setTimeout(120_000);
  const own = await startPortalKiosk();
  const profileFolder = mkdtempSync(join(tmpdir(), 'kiosk-profile-'));
  const context = await chromium.launchPersistentContext(profileFolder, {
    executablePath: process.env['KIOSK_CHROMIUM'] ?? '/usr/bin/chromium',
    // The kiosk's own command line; the profile's place and the pipe are Playwright's to say.
    args: chromiumArguments({ profileFolder, windowed: true, withoutSandbox: process.getuid?.() === 0 }).filter(
      (argument) => /^--(?!user-data-dir|remote-debugging-pipe)/u.test(argument),
    ),
    hasTouch: true,
    viewport,
  });
  try {
    const { dossier, person } = own.dossier('processing');
    const page = context.pages()[0] ?? (await context.newPage());
    const kiosk = new KioskPage(page, own.process);
    await kiosk.open();
    await kiosk.start();
    // The card first, where no step asks for it; then as proof.
    own.process.scanner.scan(person.cardText);
    await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible();
    own.process.scanner.scan(dossier.dossierCode);
    await expect(page.getByText('Đưa mã QR trên thẻ căn cước vào đầu đọc')).toBeVisible();
    own.process.scanner.scan(person.cardText);
    await expect(kiosk.heading('Đang giải quyết').first()).toBeVisible();
    await kiosk.tap('Trang đầu');
    await kiosk.tap('Kết thúc');
    // A name typed into a field of the page.
    const appointment = new AppointmentPage(kiosk);
    await appointment.open();
    await appointment.chooseLaterDay();
    await appointment.chooseTime('9:00');
    await page.getByRole('textbox').fill(typedName);
    await kiosk.tap('Trang đầu');
    await kiosk.tap('Kết thúc');
    await expect(kiosk.button('Chạm để bắt đầu')).toBeVisible();

    const [number = '', , name = '', , , residence = ''] = person.cardText.split('|');
    const personal = [number, name, residence, typedName, dossier.procedureName ?? '-', dossier.dossierCode];
    expect(personal.every((text) => text.length > 5)).toBe(true);
    const look = (): string[] =>
      [...filesIn(profileFolder), ...filesIn(join(own.process.folder, 'data'))].flatMap(({ path, bytes }) =>
        tracesIn(bytes, personal.slice(0, 4)).map((text) => `${path}: ${text}`),
      );
    expect(look()).toEqual([]);
    // What it writes when it is closed counts too.
    await context.close();
    expect(filesIn(profileFolder).length).toBeGreaterThan(10);
    expect(look()).toEqual([]);
    const kept = filesIn(profileFolder).flatMap(({ path, bytes }) =>
      tracesIn(bytes, personal).map((text) => `${path}: ${text}`),
    );
    expect(kept).toEqual([]);
  } finally {
    await context.close();
    await own.stop();
    rmSync(profileFolder, { recursive: true, force: true });
  }
});
