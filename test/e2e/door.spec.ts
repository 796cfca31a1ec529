import { expect, test } from './kiosk-test.ts';

test.describe('the loopback server', () => {
  test('lets nobody in without the token of this start', async ({ kioskProcess, playwright }) => {
    const { origin } = new URL(kioskProcess.entryAddress ?? '');
    const stranger = await playwright.request.newContext();
    expect((await stranger.get(origin)).status()).toBe(403);
    expect((await stranger.get(`${origin}/?token=wrong`)).status()).toBe(403);
    await stranger.dispose();
  });

  test('answers with a policy that runs nothing but the page itself', async ({ page, kioskProcess }) => {
    const answer = await page.goto(kioskProcess.entryAddress ?? '');
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("script-src 'self' 'unsafe");
    const blocked = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          const script = document.createElement('script');
          script.textContent = 'globalThis.stolen = true';
          document.body.append(script);
        }),
    );
    expect(blocked).toContain('script-src');
    expect(await page.evaluate(() => 'stolen' in globalThis)).toBe(false);
  });
});
