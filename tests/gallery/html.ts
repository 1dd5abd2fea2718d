import { languages } from '../../cards/language.ts';
import type { Theme } from './host-config.ts';
import { hostConfig, palettes, themes } from './host-config.ts';
import type { Page, Shot } from './shots.ts';

const widths = ['desktop', 'phone'] as const;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** Text that stands in a script element and stays data there. */
const data = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const document = (title: string, body: string, up: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${css}</style>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
${up}</html>
`;

/** The way into the gallery. */
export function indexHtml(pages: readonly Page[]): string {
  const parts = pages.map(({ name, shots }) => {
    const moments = shots.flatMap(({ event, to, alike }, at) =>
      alike
        ? []
        : [`<li><a href="${name}/index.html#c${String(at)}">${escaped(event)}</a>${whom(to)}</li>`],
    );
    const title = `<a href="${name}/index.html">${escaped(name)}</a>, ${String(moments.length)} cards to read, ${String(shots.length - moments.length)} made like one before`;
    return `<details><summary>${title}</summary><ul>\n${moments.join('\n')}\n</ul></details>`;
  });
  const intro =
    '<p>Every card by its kind and by what led to it, both languages side by side: desktop first, tick “phone” and “dark” for more.</p>';
  return document('Shared Duty: the cards', [intro, ...parts].join('\n'), '');
}

/** A page that needs no network: Microsoft's renderer stands beside it. */
export function pageHtml({ name, shots }: Page): string {
  const ticks = [...languages, ...themes, ...widths].map((tick) => {
    const on = tick === 'dark' || tick === 'phone' ? '' : ' checked';
    return `<label><input type="checkbox" id="show-${tick}"${on}> ${tick}</label>`;
  });
  const body = [
    '<nav aria-label="Gallery"><a href="../index.html">All pages</a></nav>',
    `<fieldset><legend>Shown</legend>${ticks.join('\n')}</fieldset>`,
    ...shots.map((shot, at) => (shot.alike ? '' : section(shot, at))),
    alikeHtml(shots),
  ];
  const scripts = `<script src="../adaptivecards.min.js"></script>
<script type="application/json" id="cards">${data(shots.map(({ cards }) => cards))}</script>
<script>const hosts = ${data(Object.fromEntries(themes.map((theme) => [theme, hostConfig(theme)])))};
${script}</script>
`;
  return document(name, body.join('\n'), scripts);
}

/** What looks like a card above or on a page before, one press away. */
function alikeHtml(shots: readonly Shot[]): string {
  const sections = shots.flatMap((shot, at) => (shot.alike ? [section(shot, at)] : []));
  return sections.length === 0
    ? ''
    : `<details class="alike"><summary>${String(sections.length)} more, made like one before</summary>${sections.join('\n')}</details>`;
}

const whom = (to: string): string => (to === '' ? '' : ` <small>${escaped(to)}</small>`);

function section({ event, to }: Shot, at: number): string {
  const places = languages.flatMap((language) =>
    themes.flatMap((theme) =>
      widths.map(
        (width) =>
          // A form each: radio buttons of one question are one group on one card only.
          `<form class="shot ${language} ${theme} ${width}" lang="${language}" data-at="${String(at)}" data-language="${language}" data-theme="${theme}"></form>`,
      ),
    ),
  );
  return `<section id="c${String(at)}"><h2>${escaped(event)}${whom(to)}</h2>\n<div class="row">${places.join('')}</div></section>`;
}

const colours = (theme: Theme): string => {
  const { card, text, subtle } = palettes[theme];
  return `.${theme} { background: ${card}; color: ${text}; --line: ${subtle}; --ground: ${card}; color-scheme: ${theme} }`;
};

const css = `
* { box-sizing: border-box }
body { font: 14px/1.4 'Segoe UI', system-ui, sans-serif; margin: 0; background: #e6e6e6; color: #1b1b1b }
main { padding: 12px 0 }
h1, h2, nav, fieldset, ul, p, details { margin: 8px 12px }
h2 { font-size: 15px; margin-top: 24px }
small { font-weight: 400 }
a { color: #3b3e96 }
fieldset { display: flex; flex-wrap: wrap; gap: 4px 12px }
.row { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start }
.shot { border-radius: 4px; overflow: hidden }
.desktop { width: min(600px, 100%) }
.phone { width: min(320px, 100%) }
${[...languages, ...themes, ...widths]
  .map((tick) => `body:has(#show-${tick}:not(:checked)) .${tick} { display: none }`)
  .join('\n')}
${themes.map(colours).join('\n')}
.ac-pushButton, .ac-input { font: inherit; background: var(--ground); color: inherit; border: 1px solid var(--line); border-radius: 4px }
.ac-pushButton { padding: 5px 12px; font-weight: 600; white-space: normal }
.ac-pushButton.style-positive { background: #4f52b2; color: #fff; border-color: #4f52b2 }
.ac-input { padding: 5px 8px; width: 100%; max-width: 100% }
.ac-input-required-indicator { color: inherit }
.ac-horizontal-separator { opacity: .3 }
.ac-actionSet { flex-wrap: wrap !important; gap: 8px }
.ac-actionSet > .ac-horizontal-separator, .ac-actionSet > div:not([class]) { display: none }
`;

// Runs in the page. A card is made when it is first shown; what the renderer finds wrong with it is told.
const script = `
const cards = JSON.parse(document.getElementById('cards').textContent);
window.faults = [];
// The renderer (3.0.6) takes every second language for wrong, and draws what stands in the place of a chart.
const known = ['for property "lang"', '"Chart.'];
// What a client makes of the little Markdown that is used: bold, and marks that are no marks.
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const safe = text.replace(/[&<>]/g, (sign) => '&#' + sign.charCodeAt(0) + ';');
  result.outputHtml = safe.replace(/&#60;at&#62;(.+?)&#60;\\/at&#62;/g, '<b>@$1</b>').replace(/\\n/g, '<br>').replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>').replace(/\\\\([\\\\\`*_[\\]~|#+.)-])/g, '$1');
  result.didProcess = true;
};
function draw() {
  // Asked of all before any is drawn: the answer after each card would lay out the whole page anew.
  const shown = [...document.querySelectorAll('.shot:empty')].filter((one) => one.offsetParent !== null);
  for (const place of shown) {
    const { at, language, theme } = place.dataset;
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hosts[theme]);
    const context = new AdaptiveCards.SerializationContext();
    card.parse(cards[at][language], context);
    for (let i = 0; i < context.eventCount; i++) {
      const { message } = context.getEventAt(i);
      if (!known.some((one) => message.includes(one))) window.faults.push(message);
    }
    place.append(card.render());
  }
}
document.querySelector('fieldset').addEventListener('change', draw);
for (const more of document.querySelectorAll('details')) more.addEventListener('toggle', draw);
draw();
`;
