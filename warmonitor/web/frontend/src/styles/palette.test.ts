import { describe, expect, it } from 'vitest';
import sheet from './tokens.css?raw';

const tokens = new Map([...sheet.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));

function brightness(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [brightness(one), brightness(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const grounds = ['ground', 'panel', 'raised'];
const texts = [
  ...['text', 'muted', 'accent', 'disputed', 'undisputed', 'single', 'bad'].flatMap((text) => grounds.map((ground) => [text, ground])),
  ...['text', 'muted', 'accent'].map((text) => [text, 'accent-soft']),
  ...['disputed', 'undisputed', 'single', 'warn', 'bad'].map((kind) => [kind, `${kind}-soft`]),
  ...[...tokens.keys()].filter((name) => name.startsWith('k-') && !['k-evidence', 'k-cue', 'k-supporter'].includes(name)).map((name) => [name, 'panel']),
  ['text', 'mark'],
  ['text', 'warn-soft'],
  ['on-accent', 'accent'],
  ['label', 'land'],
  ['label', 'sea'],
];
const lines = [
  ['line-strong', 'panel'],
  ['focus', 'ground'],
  ['focus', 'panel'],
];

describe.each(['light', 'dark'] as const)('the %s palette', (palette) => {
  it.each(texts)('lets %s be read on %s', (text, ground) => {
    expect(contrast(tokens.get(text!)![palette], tokens.get(ground!)![palette])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(lines)('shows %s on %s', (line, ground) => {
    expect(contrast(tokens.get(line!)![palette], tokens.get(ground!)![palette])).toBeGreaterThanOrEqual(3);
  });
});
