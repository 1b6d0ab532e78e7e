// A report: its text on one side, the values that were read in it on the other.
import { all, make, one, say } from './dom.ts';
import { kindOf, light, paint, readSpans, spansOf, type SpanOfText } from './text/evidence.ts';

export function report(): void {
  const text = one('#text');
  const values = one('#values');
  if (!text) return;
  const told = make('p', { class: 'told-below', hidden: true, 'aria-hidden': 'true' }); // #say tells it to screen readers
  text.after(told);
  const spans = readSpans();
  paint(text, spans);
  for (const value of all('.value', values ?? document)) value.dataset['kind'] = kindOf(value.dataset['kind'] ?? '');

  const show: Show = (wanted, from) => {
    const numbers = new Set(wanted.map((span) => span.span));
    light(text, wanted, from !== 'words');
    let first: HTMLElement | null = null;
    for (const value of all('.value', values ?? document)) {
      const on = numbers.has(Number(value.dataset['span']));
      value.classList.toggle('on', on);
      value.setAttribute('aria-pressed', String(on));
      if (on) first ??= value;
    }
    // Beside the text the values scroll by themselves; below it, scrolling to them would take the words away.
    const beside = values !== null && values.scrollHeight > values.clientHeight + 1;
    if (from !== 'value' && beside) first?.scrollIntoView({ block: 'nearest' });
    told.hidden = beside || !wanted.length;
    told.textContent = wanted.map((span) => span.label).join(' · ');
    if (wanted.length) say(wanted.map((span) => span.label).join('; '));
  };
  const withNumber = (numbers: number[]): SpanOfText[] => spans.filter((span) => numbers.includes(span.span));

  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const value = target.closest<HTMLElement>('.value[data-span]');
    if (value) {
      const again = value.classList.contains('on') && all('.value.on').length === 1;
      return show(again ? [] : withNumber([Number(value.dataset['span'])]), 'value');
    }
    const piece = target.closest<HTMLElement>('#text .piece[data-spans]');
    if (piece && document.getSelection()?.isCollapsed !== false) show(withNumber(spansOf(piece)), 'words');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show([], 'words');
  });
  wholeClaims(spans, show);
  fromAddress(spans, show);
  window.addEventListener('hashchange', () => fromAddress(spans, show));
}

type Show = (wanted: SpanOfText[], from: 'value' | 'words' | 'address') => void;

/** The heading of a claim's values shows all of its words, labelled. */
function wholeClaims(spans: SpanOfText[], show: Show): void {
  for (const section of all('.values[data-claim]')) {
    const heading = section.querySelector<HTMLElement>('h2, h3');
    if (!heading) continue;
    const claim = section.dataset['claim'];
    heading.classList.add('showable');
    heading.addEventListener('click', (event) => {
      if ((event.target as Element).closest('a, button')) return;
      show(spans.filter((span) => span.claim === claim), 'value');
    });
  }
}

/** The words that the address names: `?claim=…&field=…#s12-20`. */
function fromAddress(spans: SpanOfText[], show: Show): void {
  const asked = new URLSearchParams(location.search);
  const [, start, end] = /^#s(\d+)-(\d+)$/.exec(location.hash) ?? [];
  const claim = asked.get('claim');
  const mine = spans.filter((span) => !claim || span.claim === claim);
  const exact = mine.filter((span) => span.start === Number(start) && span.end === Number(end));
  const wanted = exact.length ? exact : claim ? mine : [];
  if (wanted.length) show(wanted, 'address');
}
