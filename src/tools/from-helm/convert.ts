import { parseCidr } from '../../kubernetes/cidr';
import { asText } from '../../kubernetes/manifest';
import { type Cpu, isCpu, isQuantity, type Quantity } from '../../kubernetes/quantity';

const multiples: Readonly<Record<string, number>> = {
  ...{ '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 },
};

/** An amount of Kubernetes in binary units, rounded up to whole mebibytes; undefined when it is none. */
export function toQuantity(amount: unknown): Quantity | undefined {
  if (isQuantity(amount)) return amount;
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([kMGTP]|[KMGTP]i)?$/.exec(asText(amount)) ?? [];
  const mebibytes = Math.ceil((Number(digits) * (multiples[unit] ?? 1)) / 2 ** 20);
  const quantity = mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
  return isQuantity(quantity) ? quantity : undefined;
}

/** Processors as text; undefined when it is no amount of them. */
export function toCpu(amount: unknown): Cpu | undefined {
  const text = asText(amount);
  return isCpu(text) ? text : undefined;
}

/** An address range as this library wants it: with a prefix, and without bits behind it; undefined when it is none. */
export function toRange(text: string): string | undefined {
  const whole = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`;
  return parseCidr(whole)?.network;
}
