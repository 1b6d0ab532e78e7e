// Places in a report's text. The server counts characters (code points), JavaScript counts UTF-16 units.

export const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

export interface Words {
  start: number;
  end: number;
  text: string;
}

/** The offset in the report of a place in the page; null outside its pieces. */
export function offsetAt(node: Node, at: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>('[data-from]');
  if (!piece) return beside(node, at);
  const range = document.createRange();
  range.selectNodeContents(piece);
  range.setEnd(node, at);
  return Number(piece.dataset['from']) + codePoints(range.toString());
}

/** A selection may end between two pieces, in the paragraph itself. */
function beside(node: Node, at: number): number | null {
  if (!(node instanceof Element)) return null;
  const [before, after] = [node.childNodes[at - 1], node.childNodes[at]];
  const last = (found: Node | undefined): HTMLElement | null => {
    if (!(found instanceof HTMLElement)) return null;
    return found.dataset['to'] ? found : ([...found.querySelectorAll<HTMLElement>('[data-to]')].at(-1) ?? null);
  };
  const first = (found: Node | undefined): HTMLElement | null => {
    if (!(found instanceof HTMLElement)) return null;
    return found.dataset['from'] ? found : found.querySelector<HTMLElement>('[data-from]');
  };
  const piece = last(before);
  if (piece) return Number(piece.dataset['to']);
  const follower = first(after);
  return follower ? Number(follower.dataset['from']) : null;
}

/** The words that are selected in `text`, without the white space around them; null if none are. */
export function selected(text: HTMLElement): Words | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  const words = between(text, start, end);
  return trimmed(start, words);
}

/** The report's characters from `start` to `end`, of the pieces that the page holds. */
export function between(text: HTMLElement, start: number, end: number): string {
  let found = '';
  for (const piece of text.querySelectorAll<HTMLElement>('[data-from]')) {
    const [from, to] = [Number(piece.dataset['from']), Number(piece.dataset['to'])];
    if (to <= start || from >= end) continue;
    found += [...(piece.textContent ?? '')].slice(Math.max(0, start - from), end - from).join('');
  }
  return found;
}

export function trimmed(start: number, words: string): Words | null {
  const text = words.trim();
  if (!text) return null;
  const from = start + codePoints(words.slice(0, words.length - words.trimStart().length));
  return { start: from, end: from + codePoints(text), text };
}

/** A word, a number, or both with signs inside: `1,200`, `al-Shabaab`, `40%`; no comma or full stop after it. */
export const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,:/-][\p{L}\p{N}\p{M}]+)*%?/gu;

/** Where each word of the text stands, as ranges of the page. */
export function wordRanges(text: HTMLElement): Range[] {
  const found: Range[] = [];
  for (const piece of text.querySelectorAll<HTMLElement>('[data-from]')) {
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const match of (node.textContent ?? '').matchAll(WORD)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        found.push(range);
      }
    }
  }
  return found;
}
