/** HTML that needs nothing from outside, for a screen and for A4. */

/** Text that stands for itself in HTML. */
export const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );

const style = `@page{size:A4;margin:16mm}body{font:15px/1.5 system-ui,sans-serif;color:#1b1b1f;background:#fff;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.7rem;line-height:1.2}h2{font-size:1.25rem;margin:2.2rem 0 .3rem;border-top:2px solid #1f4e79;padding-top:.8rem}h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
table{border-collapse:collapse;width:100%;font-size:.86rem;margin:.6rem 0}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #c9ccd3;overflow-wrap:break-word}th{background:#eef2f7}
.code{font-family:ui-monospace,monospace;font-size:.78rem;color:#4a4d57}.warn{border-left:4px solid #b3261e;padding:.4rem .8rem;background:#fdf1f0}.plain{color:#4a4d57}a{color:#1f4e79}
@media print{body{margin:0;max-width:none;font-size:10pt}h2{break-after:avoid}tr,svg{break-inside:avoid}thead{display:table-header-group}}`;

export interface Page {
  readonly language: string;
  readonly title: string;
  readonly body: string;
}

/** A whole page; nothing in it may load or run anything. */
export const page = ({ language, title, body }: Page): string =>
  `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
${body}
</main></body></html>
`;

/** A table of texts; a cell that is HTML already says so. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly (string | { readonly html: string })[])[],
): string {
  const cell = (value: string | { readonly html: string }): string =>
    `<td>${typeof value === 'string' ? escaped(value) : value.html}</td>`;
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

export const paragraph = (text: string, look = ''): string =>
  `<p${look === '' ? '' : ` class="${look}"`}>${escaped(text)}</p>`;

/** One bar of shares; the label says the same in words. */
export function shares(
  parts: readonly { readonly count: number; readonly color: string }[],
  label: string,
): string {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  let from = 0;
  const bars = parts
    .map(({ count, color }) => {
      const width = (600 * count) / total;
      const bar = `<rect x="${from.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="14" fill="${color}"/>`;
      from += width;
      return bar;
    })
    .join('');
  return `<svg role="img" aria-label="${escaped(label)}" viewBox="0 0 600 14" width="100%" height="14" preserveAspectRatio="none">${bars}</svg>`;
}
