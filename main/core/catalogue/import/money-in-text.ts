/** The sums of money that a Vietnamese text names, to be held against the number beside it. */

const scales = { nghìn: 1_000, ngàn: 1_000, triệu: 1_000_000, tỷ: 1_000_000_000 } as const;

function scaleOf(word: string): number {
  return Object.entries(scales).find(([name]) => name === word.toLowerCase())?.[1] ?? 1;
}

const pattern =
  /(?<![\d/.,-])(?:(?<scaled>\d{1,3}(?:[.,]\d{1,3})?) ?(?<scale>nghìn|ngàn|triệu|tỷ)(?! ?(?:m2|m³|tấn|cổ))|(?<grouped>\d{1,3}(?:[.,]\d{3})+)(?![\d/-])(?! ?(?:kg|gt|m2|m²|m3|m³|ha|tấn|kw|cc|thí|người|hồ sơ|usd|cổ))|(?<plain>\d{3,})(?= ?(?:đồng|đ|vnđ|vnd)(?!\p{L})))/giu;

/**
 * Whole đồng, in the order of the text, without repetition. Grouped digits count as money unless another unit follows;
 * years, dates and the numbers of laws do not count. Percentages are not resolved.
 */
export function moneyInText(text: string): readonly number[] {
  const sums = new Set<number>();
  for (const { groups } of text.matchAll(pattern)) {
    const scaled = groups?.['scaled'];
    if (scaled !== undefined) sums.add(Math.round(Number(scaled.replace(',', '.')) * scaleOf(groups?.['scale'] ?? '')));
    else sums.add(Number((groups?.['grouped'] ?? groups?.['plain'] ?? '').replace(/[.,]/gu, '')));
  }
  return [...sums].filter((sum) => sum > 0);
}

const datePattern = /(\d{1,2}) ?(?:\/|-|tháng) ?(\d{1,2}) ?(?:\/|-|năm) ?(\d{4})/u;

/** YYYY-MM-DD of the last "đến (hết) ngày …" in the text, null where it names none or no real date. */
export function lastDayInText(text: string): string | null {
  const found = [
    ...text.matchAll(/(?:đến|tới)(?: hết)?(?: ngày)? (\d{1,2} ?(?:\/|-|tháng) ?\d{1,2} ?(?:\/|-|năm) ?\d{4})/giu),
  ];
  const match = datePattern.exec(found.at(-1)?.[1] ?? '');
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
