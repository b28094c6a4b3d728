const units = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5 } as const;
type Unit = keyof typeof units;

/** Largest amount that Kubernetes can hold in a quantity without losing precision: 2^63 - 1 bytes. */
const largest = 2 ** 63;
const pattern = /^(0\.\d*[1-9]\d*|[1-9]\d*(?:\.\d+)?)(Ki|Mi|Gi|Ti|Pi)$/;

/** An amount of memory or disk in binary units: `'500Gi'`. Computed ones come from {@link Quantity.parse}. */
export type Quantity = `${number}${Unit}`;

/** Makes and reads quantities. */
export const Quantity = {
  /**
   * A quantity from text that is only known at run time (environment, JSON).
   * @throws RangeError unless it is a positive number with Ki, Mi, Gi, Ti or Pi
   */
  parse(text: string): Quantity {
    if (!isQuantity(text)) {
      throw new RangeError(
        `Quantity must be a positive number with Ki, Mi, Gi, Ti or Pi, got ${JSON.stringify(text)}.`,
      );
    }
    return text;
  },

  /**
   * So many gibibytes.
   * @throws RangeError unless it is a positive number
   */
  gibibytes(amount: number): Quantity {
    return Quantity.parse(`${amount}Gi`);
  },

  /** Bytes in a quantity. */
  bytes(quantity: Quantity): number {
    const [, amount, unit] = pattern.exec(quantity) ?? [];
    return Number(amount) * 1024 ** units[unit as Unit];
  },
};

/** Whether a value is a positive quantity that Kubernetes can hold: at least one byte, below 2^63. */
export function isQuantity(value: unknown): value is Quantity {
  const match = typeof value === 'string' ? pattern.exec(value) : null;
  if (!match) return false;
  const bytes = Number(match[1]) * 1024 ** units[match[2] as Unit];
  return bytes >= 1 && bytes < largest && Number.isInteger(bytes);
}

/** Processor time: whole processors `'2'`, or thousandths `'500m'`. */
export type Cpu = `${number}` | `${number}m`;

/** Whether a value is a positive amount of processor time, in steps of one thousandth. */
export function isCpu(value: unknown): value is Cpu {
  return typeof value === 'string' && /^([1-9]\d{0,5}m?|\d{1,5}\.\d{1,3})$/.test(value) && Number.parseFloat(value) > 0;
}
