/** HTML that needs nothing from outside, for a screen and for A4. */

/** Text that stands for itself in HTML. */
export const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );

const style = `@page{size:A4 landscape;margin:14mm}body{font:15px/1.5 system-ui,sans-serif;color:#1b1b1f;background:#fff;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.7rem;line-height:1.2}h2{font-size:1.25rem;margin:2.2rem 0 .3rem;border-top:2px solid #1f4e79;padding-top:.8rem}h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
table{border-collapse:collapse;width:100%;font-size:.86rem;margin:.6rem 0}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #c9ccd3;overflow-wrap:break-word}th{background:#eef2f7}
.code{font-family:ui-monospace,monospace;font-size:.78rem;color:#4a4d57}.warn{border-left:4px solid #b3261e;padding:.4rem .8rem;background:#fdf1f0}.plain{color:#4a4d57}a{color:#1f4e79}
.wide{overflow-x:auto}.duties th,.duties td,.steps td{hyphens:auto}.duties{font-size:.78rem}.duties th:nth-child(4),.duties th:nth-child(7){width:10.5%}.duties th:nth-child(8){width:28%}
@media print{.wide{overflow:visible}.duties{font-size:7.5pt}.duties th,.duties td{padding:.2rem .25rem}.duties,.steps{table-layout:fixed}.steps{font-size:8pt}.steps th,.steps td{padding:.25rem .3rem}.code{font-size:6.5pt}
.duties th{font-size:7pt}.duties th:nth-child(1){width:9%}.duties th:nth-child(2){width:9.5%}.duties th:nth-child(3){width:15%}.duties th:nth-child(4),.duties th:nth-child(5),.duties th:nth-child(7){width:8.5%}.duties th:nth-child(6){width:8%}.duties th:nth-child(8){width:25.5%}.duties th:nth-child(9){width:7.5%}
.steps th:nth-child(1){width:5%}.steps th:nth-child(2){width:14%}.steps th:nth-child(3){width:14%}.steps th:nth-child(4){width:17%}.steps th:nth-child(5){width:33%}.steps th:nth-child(6){width:17%}
body{margin:0;max-width:none;font-size:10pt}h2,h3,h2+p,svg,.plain{break-after:avoid}svg{display:block}tr,svg{break-inside:avoid}thead{display:table-header-group}}`;

export interface Page {
  readonly language: string;
  readonly title: string;
}

/** How a page begins; nothing in it may load or run anything. */
export const pageStart = ({ language, title }: Page): string =>
  `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
`;
export const pageEnd = `
</main></body></html>
`;

/** A text, or HTML that says so. */
type Cell = string | { readonly html: string };

export const tableStart = (heads: readonly string[], look = ''): string =>
  `<div class="wide" tabindex="0"><table${look === '' ? '' : ` class="${look}"`}><thead><tr>${heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead><tbody>\n`;
export const tableEnd = '</tbody></table></div>\n';
export const tableRow = (row: readonly Cell[]): string => {
  const cell = (value: Cell): string =>
    `<td>${typeof value === 'string' ? escaped(value) : value.html}</td>`;
  return `<tr>${row.map(cell).join('')}</tr>\n`;
};

/** A whole table of texts. */
export const table = (
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  look = '',
): string => `${tableStart(heads, look)}${rows.map(tableRow).join('')}${tableEnd}`;

export const paragraph = (text: string, look = ''): string =>
  `<p${look === '' ? '' : ` class="${look}"`}>${escaped(text)}</p>`;

/** How wide each share of a bar of 600 is. */
export const shareWidths = (counts: readonly number[]): readonly string[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => ((600 * count) / total).toFixed(1));
};

/** One bar of shares; the label says the same in words. */
export function shares(
  parts: readonly { readonly count: number; readonly color: string }[],
  label: string,
): string {
  if (parts.every(({ count }) => count === 0)) return '';
  const widths = shareWidths(parts.map(({ count }) => count));
  let from = 0;
  const bars = parts
    .map(({ color }, at) => {
      const width = widths[at] ?? '0';
      const bar = `<rect x="${from.toFixed(1)}" y="0" width="${width}" height="14" fill="${color}"/>`;
      from += Number(width);
      return bar;
    })
    .join('');
  return `<svg role="img" aria-label="${escaped(label)}" viewBox="0 0 600 14" width="100%" height="14" preserveAspectRatio="none">${bars}</svg>`;
}
