// What a person typed for a field, as the type that the field has.

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** `1,200`, `12`, `thirty-four`; null for anything else. */
export function numberOf(typed: string): number | null {
  const plain = typed.trim().toLowerCase().replace(/(?<=\d)[,\u202f\u00a0 ](?=\d{3})/g, '');
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  if (SMALL.includes(plain)) return SMALL.indexOf(plain);
  const [ten = '', one = ''] = plain.split(/[-\s]/);
  if (!TENS.includes(ten)) return null;
  const tens = 20 + 10 * TENS.indexOf(ten);
  if (!one) return tens;
  const small = SMALL.indexOf(one);
  return small > 0 && small < 10 ? tens + small : null;
}

const NUMBERS = /^(tolls\.\d+\.(low|high|best)|places\.\d+\.(lat|lon|radius_km)|confidence)$/;
const DAYS = /(^|\.)(start|end|deadline)$/;
const TRUTHS = /(^|\.)(negated|stated|inferred)$/;

export function valueOf(field: string, typed: string): { value: unknown } | { flaw: string } {
  const plain = typed.trim();
  if (!plain || plain === 'null') return { value: null };
  if (NUMBERS.test(field)) {
    const number = numberOf(plain);
    return number === null ? { flaw: `“${plain}” is no number that this field can hold: write it in digits.` } : { value: number };
  }
  if (DAYS.test(field)) return /^\d{4}-\d{2}-\d{2}$/.test(plain) ? { value: plain } : { flaw: 'Write the day as 2024-05-01.' };
  if (TRUTHS.test(field)) {
    const truth = { true: true, yes: true, false: false, no: false }[plain.toLowerCase()];
    return truth === undefined ? { flaw: 'Write yes or no.' } : { value: truth };
  }
  return { value: plain };
}
