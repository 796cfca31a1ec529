/** The change report as one page to read and to print: no script, nothing fetched, every text escaped. */
import {
  type CatalogueChanges,
  type ChangedPart,
  type ComparedCatalogue,
  type ContentChange,
  changedParts,
  type ItemChange,
  isSameCatalogue,
  type PartChange,
  type ProcedureChange,
  type ProcedureMention,
} from './catalogue-changes.ts';
import { changesStyle } from './changes-style.ts';
import { escapeHtml } from './escape-html.ts';
import { partWords, subjectWords } from './part-words.ts';
import { dayText, valueText } from './vietnamese-words.ts';
import { type TextPiece, wordChanges } from './word-changes.ts';

/** Texts up to this length are shown one after the other; in longer ones the changed words are marked. */
const shortText = 90;

/** A whole HTML document, the same for the same changes. Its policy forbids everything but its own style. */
export function changesHtml(changes: CatalogueChanges): string {
  const fields = fieldsOf(changes);
  const title = `Thay đổi của bộ thủ tục: ${catalogueName(changes.to)}`;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${changesStyle}</style>
</head>
<body>
<header><div>
<h1>Thay đổi của bộ thủ tục hành chính</h1>
<p>${escapeHtml(catalogueName(changes.from))}<span class="arrow">→</span><strong>${escapeHtml(catalogueName(changes.to))}</strong></p>
${countsHtml(changes)}
</div></header>
<main>
${isSameCatalogue(changes) ? '<h2>Không có gì thay đổi</h2><p>Hai bộ thủ tục giống nhau.</p>' : ''}
${partsHtml(changes)}
${ratesHtml(changes, 'fees')}
${ratesHtml(changes, 'times')}
${contentsHtml(fields, changes.content)}
${fields.map(fieldHtml).join('\n')}
${contentHtml(changes.content)}
<footer>Trang này do kioskctl lập từ hai bộ dữ liệu, không thay thế văn bản công bố.</footer>
</main>
</body>
</html>
`;
}

function catalogueName({ number, dataDate, procedures }: ComparedCatalogue): string {
  const name = number === null || number === 0 ? 'Bản chưa phát hành' : `Bản phát hành số ${number}`;
  const date = dataDate === null ? '' : `, dữ liệu ngày ${dayText(dataDate)}`;
  return `${name}${date} (${count(procedures)} thủ tục)`;
}

const numbers = new Intl.NumberFormat('vi-VN');
const count = (amount: number): string => numbers.format(amount);

function countsHtml({ added, removed, changed, unchanged, content }: CatalogueChanges): string {
  const cells: readonly (readonly [string, number, string])[] = [
    ['is-added', added.length, 'thủ tục thêm mới'],
    ['is-removed', removed.length, 'thủ tục bị bỏ'],
    ['', changed.length, 'thủ tục thay đổi'],
    ['', unchanged, 'thủ tục giữ nguyên'],
    ['', content.length, 'nội dung khác'],
  ];
  const items = cells.map(
    ([name, amount, words]) => `<li class="${name}"><strong>${count(amount)}</strong>${words}</li>`,
  );
  return `<ul class="counts">${items.join('')}</ul>`;
}

function partsHtml({ changedByPart }: CatalogueChanges): string {
  const items = changedParts.flatMap((part) => {
    const amount = changedByPart[part];
    return amount === undefined ? [] : [`<li><span>${partWords[part]}</span><strong>${count(amount)}</strong></li>`];
  });
  return items.length === 0 ? '' : `<h2 id="phan">Thay đổi ở phần nào</h2><ul class="parts">${items.join('')}</ul>`;
}

/** What people are asked for most: every sure number that changed, in one table. */
function ratesHtml({ changed }: CatalogueChanges, part: ChangedPart): string {
  const rows = changed.flatMap((procedure) =>
    (procedure.parts.find((change) => change.part === part)?.items ?? [])
      .filter(({ fromValue, toValue }) => JSON.stringify(fromValue) !== JSON.stringify(toValue))
      .map((item) => rateRow(procedure, item)),
  );
  if (rows.length === 0) return '';
  const heading = part === 'fees' ? 'Mức phí thay đổi' : 'Thời hạn thay đổi';
  return `<h2 id="${part}">${heading} <span class="soft">(${count(rows.length)})</span></h2>
<table><thead><tr><th>Thủ tục</th><th class="way">Cách nộp</th><th>Trước</th><th>Nay</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function rateCell(text: string | null, tag: 'del' | 'ins'): string {
  return text === null ? '<span class="soft">không có</span>' : `<${tag}>${escapeHtml(text)}</${tag}>`;
}

function rateRow({ code, shortTitle }: ProcedureChange, item: ItemChange): string {
  const { places, fromValue, toValue } = item;
  // Two sure numbers say it all; the words beside them stand with the procedure.
  const [from, to] =
    fromValue !== null && toValue !== null ? [valueText(fromValue), valueText(toValue)] : [item.from, item.to];
  return `<tr><td><a href="#${anchor(code)}">${escapeHtml(shortTitle)}</a> <span class="code">${escapeHtml(code)}</span></td>
<td class="way">${escapeHtml(places.join(', '))}</td><td>${rateCell(from, 'del')}</td><td>${rateCell(to, 'ins')}</td></tr>`;
}

interface FieldChanges {
  readonly id: string;
  readonly name: string;
  readonly added: readonly ProcedureMention[];
  readonly removed: readonly ProcedureMention[];
  readonly changed: readonly ProcedureChange[];
}

function fieldsOf({ added, removed, changed }: CatalogueChanges): FieldChanges[] {
  const names = new Set([...added, ...removed, ...changed].map(({ field }) => field));
  return [...names].sort(new Intl.Collator('vi').compare).map((name, index) => ({
    id: `linh-vuc-${index + 1}`,
    name,
    added: added.filter(({ field }) => field === name),
    removed: removed.filter(({ field }) => field === name),
    changed: changed.filter(({ field }) => field === name),
  }));
}

function contentsHtml(fields: readonly FieldChanges[], content: readonly ContentChange[]): string {
  const items = fields.map(({ id, name, added, removed, changed }) => {
    const parts = [
      changed.length > 0 ? `${count(changed.length)} đổi` : '',
      added.length > 0 ? `${count(added.length)} thêm` : '',
      removed.length > 0 ? `${count(removed.length)} bỏ` : '',
    ].filter((part) => part !== '');
    return `<li><a href="#${id}">${escapeHtml(fieldName(name))}</a><span class="soft">${parts.join(' · ')}</span></li>`;
  });
  if (content.length > 0) {
    items.push(`<li><a href="#noi-dung-khac">Nội dung khác</a><span class="soft">${count(content.length)}</span></li>`);
  }
  return items.length === 0 ? '' : `<nav><h2 id="muc-luc">Mục lục theo lĩnh vực</h2><ul>${items.join('')}</ul></nav>`;
}

const fieldName = (name: string): string => (name === '' ? 'Không rõ lĩnh vực' : name);

function fieldHtml({ id, name, added, removed, changed }: FieldChanges): string {
  const total = added.length + removed.length + changed.length;
  return `<section><h2 id="${id}">${escapeHtml(fieldName(name))} <span class="soft">(${count(total)})</span></h2>
${mentionsHtml(added, 'added', 'Thêm mới')}${mentionsHtml(removed, 'removed', 'Bị bỏ')}
${changed.map(procedureHtml).join('\n')}</section>`;
}

function mentionsHtml(mentions: readonly ProcedureMention[], kind: string, words: string): string {
  if (mentions.length === 0) return '';
  const items = mentions.map(
    ({ code, name }) =>
      `<li class="${kind}" id="${anchor(code)}"><span class="mark ${kind}">${words}</span>${escapeHtml(name)} <span class="code">${escapeHtml(code)}</span></li>`,
  );
  return `<ul class="items">${items.join('')}</ul>`;
}

function procedureHtml({ code, shortTitle, name, parts }: ProcedureChange): string {
  return `<article id="${anchor(code)}"><h3>${escapeHtml(shortTitle)} <span class="code">${escapeHtml(code)}</span></h3>
${name === shortTitle ? '' : `<p class="soft">${escapeHtml(name)}</p>`}
${parts.map(partHtml).join('\n')}</article>`;
}

function partHtml({ part, items }: PartChange): string {
  return `<h4>${partWords[part]}</h4>${itemsHtml(items)}`;
}

function contentHtml(content: readonly ContentChange[]): string {
  if (content.length === 0) return '';
  const marks = { added: 'Thêm mới', removed: 'Bị bỏ', changed: '' } as const;
  const articles = content.map(({ subject, title, kind, items }) => {
    const mark = marks[kind] === '' ? '' : `<span class="mark ${kind}">${marks[kind]}</span>`;
    return `<article><h3>${mark}${escapeHtml(title)} <span class="code">${subjectWords[subject]}</span></h3>${itemsHtml(items)}</article>`;
  });
  return `<section><h2 id="noi-dung-khac">Nội dung khác <span class="soft">(${count(content.length)})</span></h2>${articles.join('\n')}</section>`;
}

function itemsHtml(items: readonly ItemChange[]): string {
  return `<ul class="items">${items.map(itemHtml).join('')}</ul>`;
}

function itemHtml({ kind, places, from, to }: ItemChange): string {
  const place = places.length === 0 ? '' : `<span class="place">${escapeHtml(places.join(', '))}</span>`;
  return `<li class="${kind}">${place}${changeHtml(from, to)}</li>`;
}

function changeHtml(from: string | null, to: string | null): string {
  if (from === null) {
    return to === null ? '<span class="soft">Thứ tự hoặc cách ghi thay đổi.</span>' : `<ins>${escapeHtml(to)}</ins>`;
  }
  if (to === null) return `<del>${escapeHtml(from)}</del>`;
  if (from.length <= shortText && to.length <= shortText) {
    return `<del>${escapeHtml(from)}</del><span class="arrow">→</span><ins>${escapeHtml(to)}</ins>`;
  }
  return wordChanges(from, to).map(pieceHtml).join('');
}

function pieceHtml({ kind, text }: TextPiece): string {
  if (kind === 'left-out') return ' <span class="soft">[…]</span> ';
  const escaped = escapeHtml(text);
  if (kind === 'same') return escaped;
  return kind === 'added' ? `<ins>${escaped}</ins>` : `<del>${escaped}</del>`;
}

/** Codes hold digits, capitals and dots; whatever else a row's key might hold does not get into an address. */
function anchor(code: string): string {
  return `tt-${code.replace(/[^0-9A-Za-z.-]/gu, '_')}`;
}
