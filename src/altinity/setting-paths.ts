import { knownText } from '../kubernetes/token';
import { allowedSetting, isSecretValue } from './setting-marks';
import type { Settings } from './spec/values';
import { supports } from './versions';

type Value = Settings[string];
type Scalar = string | number | boolean;

/** Makes text safe for the place where the operator writes it. */
export type Escape = (text: string) => string;

/**
 * How text has to be written for a release of the operator. Up to 0.27.1 it went into XML as it was, so that `<` in a
 * value broke the server; since then the operator escapes it (operator #1578, PR 2034).
 */
export function escapeFor(operatorVersion: string): Escape {
  return supports(operatorVersion, 'xmlEscaping') ? (text) => text : escapeXml;
}

/** Nested settings as the operator reads them: a flat map of slash paths, whose values are text or numbers. */
export function renderPaths(
  settings: object,
  escaped: Escape,
  prefix = '',
): readonly (readonly [path: string, value: Value])[] {
  return Object.entries(settings).flatMap(([name, given]) => {
    const value: unknown = allowedSetting(given)?.value ?? given;
    const path = `${prefix}${name}`;
    if (isSecretValue(value)) return [[path, value] as const];
    if (Array.isArray(value)) return [[path, value.map((each) => scalar(each, escaped))] as const];
    if (typeof value === 'object' && value !== null) return renderPaths(value, escaped, `${path}/`);
    return [[path, scalar(value as Scalar, escaped)] as const];
  });
}

function scalar(value: Scalar, escaped: Escape): string | number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return escaped(value);
  return survives(value) ? value : plainDigits(value);
}

/** The operator reads numbers as floating point and writes them back in its own way, so not all come out as they were. */
function survives(value: number): boolean {
  return Number.isInteger(value) ? Math.abs(value) < 1e15 : value >= 0.001 && value < 1e15;
}

/** Digits without an exponent, which ClickHouse does not read in whole numbers. */
function plainDigits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

/** Text as it may stand in an XML element. */
function escapeXml(text: string): string {
  const known = knownText(text, 'The XML for operators before 0.27.2');
  return known.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
