import { expect, test } from './kiosk-test.ts';
import { SearchPage } from './pages/search-page.ts';

test.describe('the search', () => {
  let search: SearchPage;

  test.beforeEach(async ({ kiosk }) => {
    await kiosk.start();
    search = await SearchPage.openFrom(kiosk);
  });

  test('offers how a question may go on, and writes it when touched', async ({ page }) => {
    await search.type('dang ky kh');
    const completion = search.completions().filter({ hasText: /^Đăng ký khai sinh$/ });
    await expect(completion).toBeVisible();
    await completion.tap();
    await expect(search.field()).toHaveValue('Đăng ký khai sinh');
    await expect(search.rows().first()).toContainText('Đăng ký khai sinh');
    // The next key goes on where the completion ended.
    await page.keyboard.type(' m');
    await expect(search.field()).toHaveValue('Đăng ký khai sinh m');
  });

  test('finds by the keys on the screen, with marks in the accented name', async () => {
    for (const key of ['k', 'h', 'a', 'i', 'Dấu cách', 't', 'u', 'Dấu hỏi']) await search.key(key).tap();
    await expect(search.field()).toHaveValue('khai tủ');
    await search.key('Xoá một chữ').tap();
    await search.key('ư').tap();
    await search.key('Dấu hỏi').tap();
    await expect(search.field()).toHaveValue('khai tử');
    await expect(search.rows().first()).toContainText('Đăng ký khai tử');
    await expect(search.rows().first().locator('mark')).toHaveText('khai tử');
  });

  test('keeps the list where it is while completions come and go', async () => {
    await search.type('dang ky kh');
    await expect(search.completions().first()).toBeVisible();
    const before = await search.list().boundingBox();
    await search.type('ho kinh doanh');
    await expect(search.completions()).toHaveCount(0);
    const after = await search.list().boundingBox();
    expect(after?.y).toBe(before?.y);
  });

  test('says what a misspelt question was taken for', async () => {
    await search.type('dang ki khai sihn');
    await expect(search.corrected()).toHaveText('Đã tìm theo: dang ki khai sinh');
    await expect(search.rows().first()).toContainText('Đăng ký khai sinh');
    await search.corrected().tap();
    await expect(search.field()).toHaveValue('dang ki khai sinh');
    await expect(search.corrected()).toHaveCount(0);
  });

  test('gathers procedures about one thing, to be told apart by the case', async ({ kiosk }) => {
    await search.type('khai sinh');
    await expect(search.groupHeading(/^Có \d thủ tục về khai sinh\s– chọn đúng trường hợp$/)).toBeVisible();
    await search.rows().filter({ hasText: 'Đăng ký lại khai sinh' }).getByRole('button').tap();
    await expect(kiosk.heading('Đăng ký lại khai sinh')).toBeVisible();
  });

  test('opens a procedure at the fee where the fee is asked, and as it was left on the way back', async ({
    kiosk,
    page,
  }) => {
    await search.ask('lệ phí đăng ký kết hôn');
    await search.rows().first().getByRole('button').tap();
    const fee = page.locator('[data-part="fee"]');
    await expect(fee).toBeFocused();
    await expect(fee).toContainText('Tốn bao nhiêu');
    await expect(fee).toHaveAttribute('data-asked');
    await expect(fee).toBeInViewport({ ratio: 1 });
    await expect(fee).not.toHaveAttribute('data-asked');
    await kiosk.tap('Đủ rồi');
    await kiosk.tap('Quay lại');
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await expect(fee).not.toBeFocused();
  });

  test('keeps the fee in sight while facts above it are still coming', async ({ kiosk, page }) => {
    await search.ask('lệ phí đăng ký khai sinh');
    await expect(search.rows().first()).toContainText('Đăng ký khai sinh');
    await search.rows().first().getByRole('button').tap();
    const fee = page.locator('[data-part="fee"]');
    await expect(fee).toBeFocused();
    await expect(page.getByText(/thì hẹn trả/).first()).toBeAttached();
    await expect(kiosk.button('Lấy số: Hộ tịch')).toBeAttached();
    await expect(fee).toBeInViewport({ ratio: 1 });
  });

  test('opens the law, which is folded away otherwise, where the law is asked', async ({ kiosk, page }) => {
    await search.ask('đăng ký kết hôn căn cứ luật nào');
    await search.rows().first().getByRole('button').tap();
    await expect(kiosk.button(/^Căn cứ pháp lý/)).toBeFocused();
    await expect(page.getByText('Luật Hôn nhân và gia đình (52/2014/QH13)')).toBeInViewport();
    await kiosk.tap('Quay lại');
    await expect(search.field()).toHaveValue('đăng ký kết hôn căn cứ luật nào');
  });

  test('asks for the case first where the papers are asked and depend on it', async ({ page }) => {
    await search.ask('giấy phép xây dựng cần giấy tờ gì');
    await search.rows().first().getByRole('button').tap();
    await expect(page.getByRole('radiogroup', { name: 'Ông/bà thuộc trường hợp nào?' })).toBeFocused();
  });

  test('offers the whole life event to those who tell what has happened', async ({ kiosk }) => {
    await search.type('vợ mới sinh');
    await kiosk.tap(/^Sinh con: làm lần lượt những việc nào\?/);
    await expect(kiosk.heading('Sinh con')).toBeVisible();
  });

  test('shows more on touch and still shows it on the way back', async ({ kiosk }) => {
    await search.type('giay');
    // How many there are at first hangs on what the citizens before opened.
    await expect.poll(() => search.rows().count()).toBeGreaterThan(5);
    expect(await search.rows().count()).toBeLessThan(15);
    await kiosk.tap(/^Xem thêm$/);
    await expect.poll(() => search.rows().count()).toBeGreaterThan(24);
    const many = await search.rows().count();
    await search.rows().last().getByRole('button').tap();
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await kiosk.tap('Quay lại');
    await expect(search.rows()).toHaveCount(many);
  });

  test('never shows an empty list between two answers', async ({ page }) => {
    await search.type('khai');
    await expect(search.rows().first()).toBeVisible();
    const watch = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let least = Number.POSITIVE_INFINITY;
          const look = () => {
            least = Math.min(least, document.querySelectorAll('main li').length);
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, { subtree: true, childList: true });
          setTimeout(() => {
            observer.disconnect();
            resolve(least);
          }, 1500);
        }),
    );
    await page.keyboard.type(' sinh cho con', { delay: 60 });
    expect(await watch).toBeGreaterThan(0);
  });

  test('shows ways on where nothing is found, and forgets it with the next words', async ({ kiosk, page }) => {
    await search.type('qqqqwwww');
    await expect(page.getByText('Chưa tìm thấy việc nào như vậy')).toBeVisible();
    await expect(kiosk.button('Sao y, chứng thực')).toBeVisible();
    await expect(kiosk.button('Nhờ cán bộ giúp')).toBeVisible();
    await search.type('ket hon');
    await expect(page.getByText('Chưa tìm thấy việc nào như vậy')).toHaveCount(0);
    await expect(search.rows().first()).toContainText('ết hôn');
  });

  test('is asked in English as well', async ({ kiosk }) => {
    await kiosk.chooseLanguage('English');
    await search.type('birth registration');
    await expect(search.rows().first()).toContainText('Birth registration');
    await expect(search.groupHeading(/procedures about “Khai sinh”\s– choose your case/)).toBeVisible();
  });
});
