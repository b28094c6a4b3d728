import { asText, list, record } from '../../kubernetes/manifest';

/**
 * Whether a label selector selects something with these labels. An empty one selects everything, an absent one nothing.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function selects(selector: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  if (typeof selector !== 'object' || selector === null) return false;
  const { matchLabels, matchExpressions } = record(selector);
  return (
    Object.entries(record(matchLabels)).every(([key, value]) => labels[key] === value) &&
    list(matchExpressions).every((expression) => matches(record(expression), labels))
  );
}

function matches(
  { key, operator, values }: Readonly<Record<string, unknown>>,
  labels: Readonly<Record<string, unknown>>,
): boolean {
  const value = labels[asText(key)];
  const listed = list(values).includes(value);
  if (operator === 'In') return value !== undefined && listed;
  if (operator === 'NotIn') return !listed;
  if (operator === 'Exists') return value !== undefined;
  return operator === 'DoesNotExist' && value === undefined;
}
