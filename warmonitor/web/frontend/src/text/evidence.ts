// A report's text with the words that carry values: click a value and see its words, click words and see the values.
import { all, make, one } from '../dom.ts';

export interface SpanOfText {
  span: number;
  start: number;
  end: number;
  kind: string;
  /** What the kind is called on the page. */
  name: string;
  label: string;
  claim: string;
}

/** Where labels stand when words carry several values: the longest span is underlined lowest. */
const KINDS = ['evidence', 'claimant', 'cue', 'agent', 'target', 'supporter', 'place', 'time', 'toll', 'deadline', 'trigger'];

export const kindOf = (kind: string): string => (KINDS.includes(kind) ? kind : 'evidence');

export const spansOf = (piece: HTMLElement): number[] => (piece.dataset['spans'] ?? '').split(/\s+/).filter(Boolean).map(Number);

export function readSpans(): SpanOfText[] {
  const data = one('#page-data')?.textContent;
  if (!data) return [];
  const held = JSON.parse(data) as { spans?: SpanOfText[] };
  return held.spans ?? [];
}

/** Underlines: one line a value, one below the other, each in the colour of its kind; evidence is the ground. */
export function paint(text: HTMLElement, spans: readonly SpanOfText[]): void {
  const byNumber = new Map(spans.map((span) => [span.span, span]));
  for (const piece of all('.piece[data-spans]', text)) {
    const covering = spansOf(piece).map((number) => byNumber.get(number)).filter((span): span is SpanOfText => !!span);
    const kinds = [...new Set(covering.map((span) => kindOf(span.kind)))];
    if (!kinds.length) continue;
    piece.classList.toggle('in-evidence', kinds.includes('evidence'));
    const lines = kinds.filter((kind) => kind !== 'evidence').sort((a, b) => KINDS.indexOf(a) - KINDS.indexOf(b));
    piece.style.setProperty('--lines', String(lines.length));
    piece.style.boxShadow = lines
      .flatMap((kind, at) => [`0 ${2 * at + 2}px 0 0 var(--k-${kind})`])
      .join(', ');
    piece.title = [...new Set(covering.map((span) => span.label))].join('\n');
  }
}

/** Shows these spans: their words are marked and labelled where they begin. */
export function light(text: HTMLElement, spans: readonly SpanOfText[], scroll: boolean): void {
  const wanted = new Map(spans.map((span) => [span.span, span]));
  for (const label of all('.span-label', text)) label.remove();
  let first: HTMLElement | null = null;
  for (const piece of all('.piece', text)) {
    const mine = spansOf(piece).filter((number) => wanted.has(number));
    piece.classList.toggle('on', mine.length > 0);
    if (!mine.length) continue;
    first ??= piece;
    const starting = mine.map((number) => wanted.get(number)!).filter((span) => span.start === Number(piece.dataset['from']));
    if (starting.length) piece.before(...starting.map(label));
  }
  first?.closest('details')?.setAttribute('open', '');
  if (scroll) first?.scrollIntoView({ block: 'center' });
}

function label(span: SpanOfText): HTMLElement {
  const kind = kindOf(span.kind);
  return make('span', { class: 'span-label', 'data-kind': kind, 'aria-hidden': 'true' }, span.name);
}
